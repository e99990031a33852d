"""One measure seems to be counted twice: in one bank and again in another, on the same evidence.

Safeguards of different kinds add up. Two of them that rest on the very same papers, one of core and one of a sector, are often one
measure in two words, and lower one risk by two steps.

```yaml assessment
banks: {core: "1.0", kiosk: "1.0"}
answers:
  c_masking: {answer: implemented, owner: 都市計画課, evidence: [evidence/blur-test.md]}
  k_resold: no
  k_blur: {answer: implemented, owner: 都市計画課, evidence: [evidence/blur-test.md]}  # PIA441 at implemented
  k_locked: absent
```

Use instead: `absent` for one of the two; or, if they are two measures, what shows each of them.

---

1つの対策が、2つの質問票で二重に数えられているようです。

種類の違う対策は、足して数えます。core の対策と分野の対策が全く同じ資料を根拠にしているときは、1つの対策を2つの言葉で書いただけで、同じリスクを
2段階下げていることがよくあります。

代わりに: 片方を `absent` にするか、別の対策なら、それぞれを示す資料を挙げます。
"""

import posixpath
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext, Counted
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import in_place


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each safeguard that adds to an earlier one of another bank on some risk, with nothing but the same evidence."""
    by_papers: dict[frozenset[str], list[Counted]] = defaultdict(list)
    for one in in_place(context):
        by_papers[_papers(one)].append(one)
    shared = [alike for papers, alike in by_papers.items() if papers and len(alike) > 1]
    lowered = _lowered(context) if shared else {}
    told: set[str] = set()
    for first, second in (pair for alike in shared for pair in combinations(alike, 2)):
        risk = next((risk for risk in lowered.get(first.id, ()) if risk in lowered.get(second.id, ())), "")
        if risk and second.id not in told and _add_up(first, second, context):
            told.add(second.id)
            yield Finding(second.path, {"question": second.id, "other": first.id, "risk": risk})


def _papers(one: Counted) -> frozenset[str]:
    return frozenset(posixpath.normpath(item) for item in one.answer.evidence)


def _lowered(context: AssessmentContext) -> dict[str, list[str]]:
    """The risks that each safeguard lowers."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, rule in context.questionnaire.risks.items():
        for use, _ in rule.safeguards:
            found[use.question].append(name)
    return found


def _add_up(first: Counted, second: Counted, context: AssessmentContext) -> bool:
    """Whether two safeguards are of different banks and kinds: of one kind only the strongest counts."""
    places = context.questionnaire.questions
    return places[first.id].place.bank != places[second.id].place.bank and first.question.kind != second.question.kind


RULE = Rule(
    code="PIA441",
    level="warning",
    about="assessment",
    message={
        "ja": "「{question}」と「{other}」は根拠が同じで、リスク「{risk}」に二重に数えています。",
        "en": "“{question}” and “{other}” rest on the same evidence, and both count on the risk “{risk}”.",
    },
    hint={
        "ja": "1つの対策なら片方を absent にし、2つならそれぞれの根拠資料を挙げてください。",
        "en": "If it is one measure, write `absent` at one of them; if two, list what shows each.",
    },
    check=check,
    since="review",
    telling=False,
)
