"""The role of a decision is nearly one that means something, and so means nothing.

The decision with `role: threshold` says how much assessment a service needs; `my_number` says what the Number Act asks for. A decision under any other role is shown,
and nothing follows from it.

```yaml bank
decisions:
  - {id: x_threshold, role: treshold}  # PIA253 at treshold
```

Use instead: `role: threshold`.

---

判定の役割(role)が、意味のある語とよく似ていますが、違う語です。

`role: threshold` の判定が、どこまでの評価が必要かを決めます。`my_number` は、番号法が求めることを示します。ほかの語の判定は表示されるだけで、何も決まりません。

代わりに: `role: threshold`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.meant import meant
from tsukuba_pia.lint.rule import Rule

ROLES = ("threshold", "my_number")


def check(context: BankContext) -> Iterator[Finding]:
    """Each role that is a slip away from one of those."""
    for number, decision in enumerate(context.bank.decisions):
        role = decision.role or ""
        if role and role not in ROLES and (wanted := meant(role, ROLES)):
            yield Finding(("decisions", number, "role"), {"role": role, "meant": wanted})


RULE = Rule(
    code="PIA253",
    level="warning",
    about="bank",
    message={
        "ja": "役割「{role}」からは、何も決まりません。",
        "en": "Nothing follows from the role “{role}”.",
    },
    hint={
        "ja": "「{meant}」のことでしょうか。違うなら、もっと違う語にしてください。",
        "en": "Did you mean “{meant}”? If not, choose a word that is less like it.",
    },
    check=check,
)
