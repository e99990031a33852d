"""Residents may comment over New Year or Golden Week, and have no more days for it.

From 29 December to 3 January and from 29 April to 5 May offices are closed and people are away. Those days give nobody time to read an assessment: what is open over them is open
for as many days longer.

```yaml assessment
consultations:
  - {id: w1, who: 市民, from: 2026-12-15, to: 2027-01-13, digest: abc}  # PIA539 at 2027-01-13
```

Use instead: a later `to`; or under `shorter` why it cannot be longer.

---

意見募集が年末年始や大型連休にかかっているのに、その分の日数を延ばしていません。

12月29日から1月3日まで、4月29日から5月5日までは、窓口が閉まり、出かける人も多い時期です。評価書を読む時間にはなりません。この期間にかかる募集は、その日数だけ長くします。

代わりに: `to` を延ばします。延ばせないときは、その理由を `shorter` に書きます。
"""

from collections.abc import Iterator
from datetime import date, timedelta

from tsukuba_pia.change.comment_window import days_of
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.assessment import Consultation
from tsukuba_pia.model.profile import WINDOW_DAYS
from tsukuba_pia.model.text import words
from tsukuba_pia.score.asked import named

LONGEST = 366  # days; what is open for a year has its days beside the holidays
HOLIDAYS = {
    "@holiday_new_year": frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)}),
    "@holiday_golden_week": frozenset({(4, 29), (4, 30), *((5, day) for day in range(1, 6))}),
}


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each window that has its days only with the holidays. One that is too short anyway is told by another rule."""
    wanted = context.profile.comment_window_days if context.profile is not None else WINDOW_DAYS
    for number, one in enumerate(context.assessment.consultations):
        days = days_of(one) if one.digest is not None else None
        if days is None or not wanted <= days <= LONGEST or named(words(one.shorter, context.assessment.language)):
            continue
        for holiday, lost in _lost(one, days).items():
            if lost and days - lost < wanted:
                args = {"window": one.id, "days": str(days), "lost": str(lost), "holiday": holiday}
                yield Finding(("consultations", number, "to"), args | {"wanted": str(wanted + lost)})


def _lost(one: Consultation, days: int) -> dict[str, int]:
    """How many days of a window are holidays."""
    first = date.fromisoformat(one.from_ or "")
    open_on = [(day.month, day.day) for day in (first + timedelta(days=number) for number in range(days))]
    return {name: sum(day in holidays for day in open_on) for name, holidays in HOLIDAYS.items()}


RULE = Rule(
    code="PIA539",
    level="warning",
    about="assessment",
    message={
        "ja": "意見募集「{window}」({days}日間)のうち{lost}日は{holiday}です。",
        "en": "Of the {days} days of the comment window “{window}”, {lost} fall on {holiday}.",
    },
    hint={
        "ja": "{wanted}日以上になるように `to` を延ばすか、延ばせない理由を `shorter` に書いてください。",
        "en": "Let it last {wanted} days by a later `to`, or say under `shorter` why it cannot.",
    },
    check=check,
    since="review",
    telling=False,
)
