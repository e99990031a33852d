"""A text that has to be there is empty, or empty in one of its languages.

The key is there, so nothing seems to be missing; but whoever reads the report finds a benefit for nobody, an opinion of nobody, a
title in one language only. `TODO` counts as empty.

```yaml assessment
opinions: [{by: 弁護士, says: ""}]  # PIA470 at ""
conclusion: {ja: 必要です。, en: TODO}  # PIA470 at TODO
```

Use instead: the words; or leave out the whole entry, or the language that is not yet written.

---

書くべき文章が空か、どれかの言語で空です。

キーがあるため、足りないものはないように見えます。しかし報告書を読む人には、誰のためでもない利便性、誰のものでもない意見、片方の言語にしかない題名が見えます。`TODO` も空と同じです。

代わりに: 文章を書きます。または、その項目全体か、まだ書いていない言語を取り除きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.texts import is_gap, texts
from tsukuba_pia.model.assessment import Assessment

# By what holds the entry: its texts that cannot be left out. tests/lint/test_mutant_rules.py holds it to the model.
NEEDED = {
    "": ("title",), "ended": ("why",), "contact": ("unit",), "benefits": ("for", "what"), "actors": ("name",),
    "alternatives": ("what", "why_not"), "data": ("name",), "linkage": ("other",), "groups_excluded": ("why",),
    "overrides": ("because", "post", "by"), "provision": ("item",), "cooperation": ("request", "to"),
    "choices": ("what",), "consultations": ("who",), "opinions": ("says", "by"), "incidents": ("what",),
    "flows": ("from", "to"),
}  # fmt: skip
NAMES = (("flows", "from"), ("flows", "to"), ("opinions", "by"), ("overrides", "by"))  # of one language only


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each text without words."""
    plain = context.source.data
    for path, text in texts(Assessment, plain):
        if isinstance(text, dict):
            yield from (Finding((*path, language), {"key": language}) for language, one in text.items() if is_gap(one))
        elif is_gap(text) and path[-1] in NEEDED.get(_holder(path), ()):
            yield Finding(path, {"key": str(path[-1])})
    for holder, key in NAMES:
        entries = plain.get(holder) or ()
        for step in entries if isinstance(entries, dict) else range(len(entries)):
            if is_gap(entries[step][key]):
                yield Finding((holder, step, key), {"key": key})


def _holder(path: Path) -> str:
    """The key under which the entry stands that a text is part of."""
    if len(path) > 1 and path[0] == "overrides":
        return "overrides"
    return next((step for step in path[-2::-1] if isinstance(step, str)), "") if len(path) > 1 else ""


RULE = Rule(
    code="PIA470",
    level="error",
    about="assessment",
    message={
        "ja": "「{key}」に文章がありません。",
        "en": "“{key}” says nothing.",
    },
    hint={
        "ja": "文章を書くか、この項目を取り除いてください。",
        "en": "Write it, or leave the entry out.",
    },
    check=check,
    since="review",
)
