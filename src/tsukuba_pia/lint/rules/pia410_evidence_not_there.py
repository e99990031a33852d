"""Evidence is listed, but the file is not there, or it is empty.

A safeguard counts only with evidence that somebody could look at. A file that is missing, holds nothing
but blanks, or lies outside the assessment's folder, is none.

```yaml assessment
answers:
  c_masking:
    answer: implemented
    owner: 都市計画課
    evidence: [missing/design.md]  # PIA410 at missing
```

Use instead: the path from the assessment's folder, such as `evidence/design.md`, or a web address.

---

根拠資料に挙げられたファイルがないか、空です。

対策が数えられるのは、誰かが確かめられる根拠資料があるときだけです。ファイルがないもの、空のもの、評価書のフォルダーの外に
あるものは、根拠になりません。

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
        "ja": "根拠資料「{evidence}」がないか、空です。",
        "en": "The evidence “{evidence}” is not there, or it is empty.",
    },
    hint={
        "ja": "中身のあるファイルを評価書のフォルダーの中に置くか、パスを直してください。",
        "en": "Put a file that says something into the assessment's folder, or correct the path.",
    },
    check=check,
)
