"""No answer can move a risk.

Its ladders have no row above their base, and it always applies. Whatever people answer, the risk comes out the same: then
it says nothing about their service.

```yaml bank
risks:
  - id: x_leak  # PIA210 at x_leak
    severity: {base: limited}
    likelihood: {base: limited}
```

Use instead: rows that say which answers make it worse, or an `applies_when`.

---

どの回答でも変わらないリスクです。

基準の段階より上の行がなく、常に当てはまります。何と答えても結果が同じなら、そのサービスについて何も分かりません。

代わりに: どの回答で重くなるかを行で書くか、`applies_when` を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.bank_parts import AXES, scale_of
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Ladder


def check(context: BankContext) -> Iterator[Finding]:
    """Each risk that always applies and whose rows raise nothing."""
    for number, risk in enumerate(context.bank.risks):
        raised = any(_rises(getattr(risk, axis), scale_of(context, axis)) for axis in AXES)
        if risk.applies_when is None and not raised:
            yield Finding(("risks", number, "id"), {"risk": risk.id})


def _rises(ladder: Ladder, scale: tuple[str, ...]) -> bool:
    """Whether a row stands above the base; a level that is not on the scale is told elsewhere."""
    if not scale or ladder.base not in scale:
        return bool(ladder.rows)
    base = scale.index(ladder.base)
    return any(row.level not in scale or scale.index(row.level) > base for row in ladder.rows)


RULE = Rule(
    code="PIA210",
    level="error",
    about="bank",
    message={
        "ja": "リスク「{risk}」は、どの回答でも変わりません。",
        "en": "No answer can move the risk “{risk}”.",
    },
    hint={
        "ja": "基準より重い段階の行か、applies_when を加えてください。",
        "en": "Add a row above its base, or an “applies_when”.",
    },
    check=check,
)
