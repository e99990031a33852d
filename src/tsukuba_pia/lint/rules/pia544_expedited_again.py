"""Expedited approvals follow each other for more than 90 days.

An expedited approval is for an event that cannot wait, and holds for 90 days at most. By then the ordinary way has been gone. One expedited approval after the other is a way round it.

```yaml sign-off
outcome: expedited
expedited: {authority: 災害対策本部, event: 水害, until: 2027-03-15}
```

```yaml sign-off
outcome: expedited
on: 2027-03-10
expedited: {authority: 災害対策本部, event: 水害, until: 2027-05-15}
```

```yaml assessment
assessment: t-1  # PIA544 at t-1
```

Use instead: the ordinary approval, with what it asks for (`pia approve --outcome approved`); or an end of the service.

---

緊急の承認を重ねて、90日を超えています。

緊急の承認は、待てない出来事のためのもので、90日までです。その間に、通常の手続を終えます。緊急の承認を重ねるのは、通常の手続を避けることになります。

代わりに: 求められることを整えて通常の承認を受けるか(`pia approve --outcome approved`)、サービスを終えます。
"""

from collections.abc import Iterator
from itertools import takewhile

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import days_between, signed_so_far
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.sign_off import EXPEDITED_DAYS


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Where what holds now is expedited, and with those before it lasts too long."""
    decided = [one for one in signed_so_far(context) if one.outcome != "changes_required"]
    chain = list(takewhile(lambda one: one.outcome == "expedited", reversed(decided)))
    last = chain[0].expedited if chain else None
    if last is None or len(chain) == 1:
        return
    days = days_between(chain[-1].on, last.until)
    if days is not None and days > EXPEDITED_DAYS:
        args = {"times": str(len(chain)), "first": chain[-1].on, "until": last.until, "days": str(days)}
        yield Finding(("assessment",), args)


RULE = Rule(
    code="PIA544",
    level="error",
    about="assessment",
    message={
        "ja": "緊急の承認が{times}回続き、{first} から {until} まで{days}日になります。",
        "en": "{times} expedited approvals in a row: {days} days, from {first} to {until}.",
    },
    hint={
        "ja": "通常の承認を受けてください。緊急の承認は、合わせて90日までです。",
        "en": "Ask for the ordinary approval: expedited ones last 90 days, all together.",
    },
    check=check,
    telling=False,
)
