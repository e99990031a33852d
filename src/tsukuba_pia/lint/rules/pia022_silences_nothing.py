"""A comment silences a finding that is not there any more.

Left behind, it would hide the next finding of that code on this line, for a reason that was meant for another.

```yaml file
# pia: ignore[PIA018] a number sign is meant  # PIA022 at # pia
title: 台帳
```

Use instead: nothing; take the comment out.

---

コメントが止めている指摘は、もうありません。

残しておくと、この行に次に出た同じコードの指摘を、別のことのために書いた理由で隠してしまいます。

代わりに: コメントを消します。
"""

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.late import late
from tsukuba_pia.lint.mends import Edit, Mend, index_of
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source

_CODES = late(r"\[([^\]]*)\]")


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """Without the code; without the comment where that was its only one; without the line where that was all."""
    text, start = source.text, index_of(source.text, found)
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    comment = text[start:end].rstrip()
    named = _CODES.search(comment)
    if named is None:
        return None
    left = [one.strip() for one in named[1].split(",") if one.strip().upper() != found.args["silenced"]]
    if any(left):
        return Mend((Edit(start + named.start(1), start + named.end(1), ", ".join(left)),), lost=(comment,))
    head = text.rfind("\n", 0, start) + 1
    own = not text[head:start].strip()
    begin = head if own else head + len(text[head:start].rstrip())
    return Mend((Edit(begin, min(end + own, len(text)) if own else start + len(comment), ""),), lost=(comment,))


RULE = Rule(
    code="PIA022",
    level="warning",
    about="file",
    message={
        "ja": "{silenced} の指摘はここにありません。",
        "en": "There is no finding {silenced} here to be silenced.",
    },
    hint={
        "ja": "コメントを消してください。",
        "en": "Take the comment out.",
    },
    fix=fix,
)
