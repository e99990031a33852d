"""One and the same file or address is all the evidence there is for many safeguards.

A document that shows everything usually shows nothing in particular. Each safeguard counts for itself, so each needs something that
shows this very safeguard.

```yaml assessment
answers:
  c_masking: {answer: implemented, owner: 都市計画課, evidence: [evidence/design.md]}  # PIA436 at evidence/design.md
  c_logging: {answer: implemented, owner: 情報政策課, evidence: [evidence/design.md]}  # PIA436 at evidence/design.md
  c_coarse: {answer: implemented, owner: 都市計画課, evidence: [./evidence/design.md]}  # PIA436 at ./evidence/design.md
```

Use instead: what shows each of them: a test report, a page of the contract, a record of who looked.

---

多くの対策の根拠資料が、同じ1つの資料だけです。

何でも示す資料は、たいてい何も示していません。対策は1つずつ数えるので、根拠も1つずつ必要です。

代わりに: 試験の記録、契約書の該当する条、点検の記録など、それぞれの対策を示す資料を挙げます。
"""

import posixpath
from collections import Counter
from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext, Counted
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import in_place

FEW = 3  # fewer may well share a document
MANY = 6  # so many are too many, also of a great number; between the two: half of all


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each safeguard that rests on nothing but what most of them, or very many, rest on."""
    resting = [(one, _only(one)) for one in in_place(context)]
    shared = Counter(evidence for _, evidence in resting if evidence)
    for one, evidence in resting:
        number = shared[evidence]
        if evidence and number >= FEW and (number >= MANY or 2 * number >= len(resting)):
            args = {"question": one.id, "number": str(number), "evidence": one.answer.evidence[0]}
            yield Finding((*one.at("evidence"), 0), args)


def _only(one: Counted) -> str:
    """The single thing that a safeguard rests on; empty where there are more, or none."""
    listed = {posixpath.normpath(item) for item in one.answer.evidence}
    return listed.pop() if len(listed) == 1 else ""


RULE = Rule(
    code="PIA436",
    level="warning",
    about="assessment",
    message={
        "ja": "{number}個の対策の根拠が「{evidence}」だけです。",
        "en": "“{evidence}” is all the evidence for {number} safeguards.",
    },
    hint={
        "ja": "対策「{question}」そのものを示す資料を挙げてください。",
        "en": "List what shows “{question}” itself.",
    },
    check=check,
    since="review",
    telling=False,
)
