"""Evidence is listed, but the file is not there, or it says nothing.

A safeguard counts only with evidence that somebody could look at. A file that is missing, holds nothing
but blanks or the note that it is still to be written (TODO, 未定), or lies outside the assessment's folder, is none.

```yaml assessment
answers:
  c_masking:
    answer: implemented
    owner: 都市計画課
    evidence: [missing/design.md]  # PIA410 at missing
```

Use instead: the path from the assessment's folder, such as `evidence/design.md`, or a web address.

---

根拠資料に挙げられたファイルがないか、中身がありません。

対策が数えられるのは、誰かが確かめられる根拠資料があるときだけです。ファイルがないもの、空のもの、「TODO」「未定」のように後で書くという言葉しかないもの、
評価書のフォルダーの外にあるものは、根拠になりません。

代わりに: 評価書のフォルダーから見たパス(例: `evidence/design.md`)か、Web のアドレスを書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each listed file that is not there."""
    for one in context.answered if context.missing_evidence else ():
        for number, evidence in enumerate(one.answer.evidence):
            if evidence in context.missing_evidence:
                yield Finding((*one.at("evidence"), number), {"evidence": evidence})


RULE = Rule(
    code="PIA410",
    level="error",
    about="assessment",
    message={
        "ja": "根拠資料「{evidence}」がないか、中身がありません。",
        "en": "The evidence “{evidence}” is not there, or it says nothing.",
    },
    hint={
        "ja": "中身のあるファイルを評価書のフォルダーの中に置くか、パスを直してください。",
        "en": "Put a file that says something into the assessment's folder, or correct the path.",
    },
    check=check,
)
