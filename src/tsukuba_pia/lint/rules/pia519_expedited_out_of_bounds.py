"""An expedited approval says too little, or holds for too long.

For a disaster or the like an assessment may be approved at once: on whose authority, for which event, and for at most 90 days. It never goes across a red
line, and no waiver helps.

```yaml sign-off
outcome: expedited
expedited: {authority: 災害対策本部, event: 水害, until: 2027-03-15}
```

```yaml assessment
assessment: t-1  # PIA519 at t-1
```

Use instead: authority and event, an end within 90 days, and a full assessment meanwhile.

---

緊急の承認に、必要なことが足りないか、期間が長すぎます。

災害などのときは、権限と出来事を示し、90日までに限って、すぐに承認できます。実施できない条件に当てはまるものは承認できず、例外承認もできません。

代わりに: 権限、出来事、90日以内の期限を書き、その間に評価を仕上げます。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import too_long
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """What an expedited sign-off lacks, and whether its days are over."""
    sign_off = context.sign_off
    if sign_off is None or sign_off.outcome != "expedited":
        return
    one = sign_off.expedited
    if one is None or not one.authority.strip() or not one.event:
        yield Finding(("assessment",), {"problem": "@expedited_says_nothing", "until": ""})
    elif too_long(sign_off.on, one.until):
        yield Finding(("assessment",), {"problem": "@expedited_too_long", "until": one.until})
    elif one.until < context.as_of:
        yield Finding(("assessment",), {"problem": "@expedited_over", "until": one.until})


RULE = Rule(
    code="PIA519",
    level="error",
    about="assessment",
    message={
        "ja": "緊急の承認: {problem}[(期限 {until})]。",
        "en": "Expedited approval: {problem}[ (until {until})].",
    },
    hint={
        "ja": "権限と出来事を書き、期限は90日以内にしてください。",
        "en": "Name authority and event, and an end within 90 days.",
    },
    check=check,
    telling=False,
)
