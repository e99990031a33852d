"""An approval bears a day that is still to come.

A person decides on a day, knowing what is known on that day. An approval that is dated ahead says that somebody will have decided, and a service could start on it before anybody has. A refusal
is not told here: it gives leave to nothing.

```yaml sign-off
outcome: approved
on: 2027-05-01
```

```yaml assessment
assessment: t-1  # PIA562 at t-1
```

Use instead: the sign-off of the day on which it is decided (`pia approve`). Where the clock of the machine was wrong, take it out while nobody else has it, and sign again.

---

承認の日付が、まだ来ていない日になっています。

決裁は、その日に分かっていることをもとに、その日に行うものです。先の日付の承認は「これから決めるはず」というだけで、誰も決めないうちに、サービスが始まりかねません。
不承認は、何も許さないので、ここでは扱いません。

代わりに: 決める日に決裁を記録します(`pia approve`)。機械の日付が間違っていたときは、ほかの人に渡る前に取り除き、決裁し直します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.sign_off import APPROVING


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each approval on record whose day has not come. It keeps nobody from deciding today."""
    for one in context.sign_offs.all if context.proposed is None else ():
        if one.sign_off is not None and one.sign_off.outcome in APPROVING and one.sign_off.on > context.as_of:
            yield Finding(("assessment",), {"folder": f"approvals/{one.folder}", "on": one.sign_off.on})


RULE = Rule(
    code="PIA562",
    level="error",
    about="assessment",
    message={
        "ja": "承認「{folder}」の日付 {on} は、まだ来ていません。",
        "en": "The approval {folder} is dated {on}, which is still to come.",
    },
    hint={
        "ja": "決める日に、改めて決裁を記録してください(`pia approve`)。",
        "en": "Sign on the day on which it is decided (`pia approve`).",
    },
    check=check,
)
