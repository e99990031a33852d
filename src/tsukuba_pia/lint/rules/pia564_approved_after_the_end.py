"""It was approved for the first time after the day on which it is said to have ended.

Nobody gives leave to run to what is over. Either the end came later than `dates.ended` says, or the approval is none. An end that is written before the decision would also take away what is asked of a service
that runs. A refusal after the end is fine: it takes down what became of it. So is another approval of what had been approved before, where something was set right since (PIA516).

```yaml sign-off
on: 2027-01-10
```

```yaml assessment
dates: {ended: {on: 2026-12-01, why: 試行の終わり}}  # PIA564 at 2026-12-01
```

Use instead: the day on which it really ended; or a new assessment of what goes on (`pia new --from`).

---

終わったことになっている日より後に、初めて承認されています。

終わったものに「始めてよい」という承認はありません。終わった日が `dates.ended` より後なのか、承認が誤りなのか、どちらかです。決定より前の終了日を書けば、動いているサービスに求めるものも外れてしまいます。終わった後の不承認は、経過の記録なので問題ありません。前に承認されたものの内容を終わった後に直し(PIA516)、改めて承認を受けることもできます。

代わりに: 本当に終わった日を書きます。続けるなら、新しく評価します(`pia new --from`)。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import signed_so_far
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.sign_off import APPROVING


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The first approval, also one that is about to be signed, where the end is before it."""
    ended = context.assessment.dates.ended if context.assessment.dates else None
    signed = min((one.on for one in signed_so_far(context) if one.outcome in APPROVING), default="")
    if ended is not None and ended.on < signed:
        yield Finding(("dates", "ended", "on"), {"ended": ended.on, "on": signed})


RULE = Rule(
    code="PIA564",
    level="error",
    about="assessment",
    message={
        "ja": "{ended} に終わったことになっていますが、初めて承認されたのは {on} です。",
        "en": "It is said to have ended on {ended}, and it was first approved on {on}.",
    },
    hint={
        "ja": "本当に終わった日を書いてください。続けるサービスなら、新しく評価してください。",
        "en": "Write the day on which it really ended; assess what goes on anew.",
    },
    check=check,
)
