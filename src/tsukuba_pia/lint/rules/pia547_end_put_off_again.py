"""A service that was to end was given a later end for the second time, or has no end any more.

A trial is approved because it ends: fewer people, fewer data, a day to look back. An end under `dates.ended` that lies ahead is that promise. Put off twice, or taken out, it is a service for good that nobody
has assessed as one.

```yaml before
dates: {starts_on: 2027-10-01, ended: {on: 2028-03-31, why: 実証実験の終わり}}
```

```yaml assessment
dates: {starts_on: 2027-10-01}  # PIA547
```

Use instead: the end that was approved; or a new assessment of the service as it is to stay (`pia new --from`).

---

終わるはずのサービスの終了日を、2回以上延ばしているか、終了日をなくしています。

試行は、終わりがあるから承認されます。対象の人もデータも限られ、振り返る日が決まっているからです。`dates.ended` に書いたこれからの終了日は、その約束です。2回延ばしたり、なくしたりすれば、続けるサービスとしては誰も評価していないものになります。

代わりに: 承認された日に終えるか、続けるサービスとして新しく評価します(`pia new --from`)。
"""

from collections.abc import Iterator
from itertools import pairwise

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.assessment import Assessment

NEVER = "9999-99-99"
TWICE = 2


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The end as it was at each sign-off, and as it is now. Where the first sign-off knew of none, none was promised."""
    ends = [_end(one) for one in (*context.earlier, context.assessment)]
    promised = next((number for number, end in enumerate(ends) if end != NEVER), len(ends))
    later = [(was, now) for was, now in pairwise(ends[promised:]) if now > was]
    if not later:
        return
    if ends[-1] == NEVER:
        yield Finding(("dates",), {"problem": "@end_taken_out", "was": ends[promised], "now": ""}, key=True)
    elif len(later) >= TWICE:
        args = {"problem": "@end_put_off", "was": ends[promised], "now": ends[-1]}
        yield Finding(("dates", "ended", "on"), args)


def _end(assessment: Assessment) -> str:
    ended = assessment.dates.ended if assessment.dates else None
    return ended.on if ended is not None else NEVER


RULE = Rule(
    code="PIA547",
    level="warning",
    about="assessment",
    message={
        "ja": "{was} に終わるはずでしたが、{problem}[({now})]。",
        "en": "This was to end on {was}: {problem}[ ({now})].",
    },
    hint={
        "ja": "承認された日に終えるか、続けるサービスとして新しく評価してください。",
        "en": "End it as was approved, or assess it anew as a service that stays.",
    },
    check=check,
    telling=False,
)
