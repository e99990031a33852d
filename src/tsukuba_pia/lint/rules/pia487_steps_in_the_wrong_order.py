"""The service starts before its contract, or the contract is made before the tender.

Rules ask what has to be settled before which step: the evidence of a safeguard before the start, the conditions before the contract. With the days in the wrong order they ask
at the wrong time. Mostly it is a slip in the year.

```yaml assessment
dates: {tender: 2027-08-01, starts_on: 2027-07-01}  # PIA487 at 2027-08-01
```

Use instead: the days as they were or are planned, the tender first; leave out the step that there is not.

---

入札、契約、開始の日付が、順に並んでいません。

規則は、どの段階までに何が決まっていなければならないかを確かめます。根拠資料は開始より前に、条件は契約より前に、というようにです。日付の順が違うと、確かめる時期も違ってしまいます。多くは、年の書き誤りです。

代わりに: 実際の、または予定の日を、入札、契約、開始の順になるように書きます。ない段階は書きません。
"""

from collections.abc import Iterator
from itertools import pairwise

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule

STEPS = ("tender", "contract", "starts_on")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each step that is dated later than the one that follows it."""
    dates = context.assessment.dates
    told = [(step, day) for step in STEPS if dates is not None and (day := getattr(dates, step)) is not None]
    for (step, day), (after, then) in pairwise(told):
        if day > then:
            args = {"step": f"@step_{step}", "day": day, "after": f"@step_{after}", "then": then}
            yield Finding(("dates", step), args)


RULE = Rule(
    code="PIA487",
    level="warning",
    about="assessment",
    message={
        "ja": "{step}の日({day})が、{after}の日({then})より後になっています。",
        "en": "The day of {step} ({day}) is later than that of {after} ({then}).",
    },
    hint={
        "ja": "`dates` の日付を確かめてください。",
        "en": "Check the days under `dates`.",
    },
    check=check,
)
