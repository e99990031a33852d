"""A consultation ends before it begins, or has an answer although it has not begun.

What people said, and what was done about it, is published as a record. A record of what has not been, or cannot have been, is none. From approval on this is an
error.

```yaml assessment
consultations:
  - {id: c1, who: 市民の会, from: 2027-03-20, to: 2027-03-01, said: 顔が写ります。}  # PIA622 at 2027-03-01
  - {id: c2, who: 商店会, from: 2027-05-01, said: 案内が要ります。, because: 混むため}  # PIA622 at 2027-05-01
```

Use instead: the days on which they were heard; what is still to come has neither `said` nor `done` nor `because`.

---

意見を聴く期間が始まる前に終わっているか、始まっていないのに答えが書かれています。

述べられた意見と、それに対してしたことは、記録として公表されます。まだないこと、あり得ないことの記録は、記録になりません。承認の段階からはエラーです。

代わりに: 意見を聴いた日を書きます。これから聴くものには、`said`、`done`、`because` を書きません。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Level
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each consultation whose days cannot be."""
    level: Level | None = "error" if STAGES.index(context.stage) >= STAGES.index("approval") else None
    for number, one in enumerate(context.assessment.consultations):
        first, last = one.from_ or one.to, one.to or one.from_
        if first is None or last is None:
            continue
        if last < first:
            args = {"id": one.id, "problem": "@heard_backwards", "way": "@heard_way_days"}
            yield Finding(("consultations", number, "to"), args, level=level)
        elif first > context.as_of and (one.said or one.done or one.because):
            path = ("consultations", number, "from" if one.from_ else "to")
            args = {"id": one.id, "problem": "@heard_too_early", "way": "@heard_way_later"}
            yield Finding(path, args, level=level)


RULE = Rule(
    code="PIA622",
    level="warning",
    about="assessment",
    message={
        "ja": "意見聴取「{id}」は、{problem}。",
        "en": "The consultation “{id}” {problem}.",
    },
    hint={
        "ja": "{way}。",
        "en": "{way}.",
    },
    check=check,
)
