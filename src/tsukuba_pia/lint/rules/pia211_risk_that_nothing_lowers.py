"""No safeguard lowers a risk.

People who see the risk would have nothing that they can do about it.

```yaml bank
risks:
  - id: x_leak  # PIA211 at x_leak
    safeguards: []
```

Use instead: name the safeguards that lower it, such as `- {question: x_masking, lowers: {likelihood: 1}}`.

---

どの対策でも下がらないリスクです。

リスクが見つかっても、できることがないことになります。

代わりに: `- {question: x_masking, lowers: {likelihood: 1}}` のように、リスクを下げる対策を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each risk without safeguards."""
    for number, risk in enumerate(context.bank.risks):
        if not risk.safeguards:
            yield Finding(("risks", number, "id"), {"risk": risk.id})


RULE = Rule(
    code="PIA211",
    level="error",
    about="bank",
    message={
        "ja": "リスク「{risk}」を下げる対策がありません。",
        "en": "No safeguard lowers the risk “{risk}”.",
    },
    hint={
        "ja": "safeguards に、このリスクを下げる対策を書いてください。",
        "en": "Name under “safeguards” what lowers it.",
    },
    check=check,
)
