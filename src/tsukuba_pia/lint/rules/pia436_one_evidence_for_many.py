"""One and the same file or address is all the evidence there is for many safeguards.

A document that shows everything usually shows nothing in particular. Each safeguard counts for itself, so each needs something that
shows this very safeguard. Copies of a file are one file, whatever they are called.

```yaml assessment
answers:
  c_masking: {answer: implemented, owner: 都市計画課, evidence: [evidence/design.md]}  # PIA436 at evidence/design.md
  c_logging: {answer: implemented, owner: 情報政策課, evidence: [evidence/design.md]}  # PIA436 at evidence/design.md
  c_coarse: {answer: implemented, owner: 都市計画課, evidence: [./evidence/design.md]}  # PIA436 at ./evidence/design.md
```

Use instead: what shows each of them: a test report, a page of the contract, a record of who looked.

---

多くの対策の根拠資料が、同じ1つの資料だけです。

何でも示す資料は、たいてい何も示していません。対策は1つずつ数えるので、根拠も1つずつ必要です。中身が同じファイルは、名前が違っても1つの資料とみなします。

代わりに: 試験の記録、契約書の該当する条、点検の記録など、それぞれの対策を示す資料を挙げます。
"""

import posixpath
from collections import Counter
from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext, Counted
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import in_place
from tsukuba_pia.load.evidence import Evidence

FEW = 3  # fewer may well share a document
MANY = 6  # so many are too many, also of a great number; between the two: half of all


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each safeguard that rests on nothing but what most of them, or very many, rest on."""
    resting = [(one, _only(one, context.evidence)) for one in in_place(context)]
    names: dict[str, set[str]] = {}
    for one, evidence in resting:
        names.setdefault(evidence, set()).update(map(posixpath.normpath, one.answer.evidence))
    shared = Counter(evidence for _, evidence in resting if evidence)
    for one, evidence in resting:
        number = shared[evidence]
        if evidence and number >= FEW and (number >= MANY or 2 * number >= len(resting)):
            copies = str(len(names[evidence])) if len(names[evidence]) > 1 else ""
            args = {"question": one.id, "number": str(number), "evidence": one.answer.evidence[0], "copies": copies}
            yield Finding((*one.at("evidence"), 0), args)


def _only(one: Counted, evidence: Evidence) -> str:
    """The single thing that a safeguard rests on, by one of its names; empty where there are more, or none."""
    listed = {posixpath.normpath(evidence.alike.get(item, item)) for item in one.answer.evidence}
    return listed.pop() if len(listed) == 1 else ""


RULE = Rule(
    code="PIA436",
    level="warning",
    about="assessment",
    message={
        "ja": "{number}個の対策の根拠が「{evidence}」だけです[(中身は同じで、{copies}個の名前があります)]。",
        "en": "“{evidence}” is all the evidence for {number} safeguards[: the same file by {copies} names].",
    },
    hint={
        "ja": "対策「{question}」そのものを示す資料を挙げてください。",
        "en": "List what shows “{question}” itself.",
    },
    check=check,
    since="review",
    telling=False,
)
