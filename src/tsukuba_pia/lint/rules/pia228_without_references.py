"""A red line or a decision does not say what it rests on.

Both can stop a service. Whoever is stopped may ask on which ground: a law, a guidance, or at least a policy.

```yaml bank without refs
red_lines:
  - id: x_no_sale  # PIA228 at x_no_sale
    text: {ja: 個人情報は売りません。, en: Personal information is not sold.}
```

Use instead: add `refs: [appi-61]`.

---

実施できない条件や判定に、根拠が書かれていません。

どちらも、サービスを止めることがあります。止められた人は、法令、指針、方針など、何が根拠かを知る必要があります。

代わりに: `refs: [appi-61]` を加えます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each red line without references, and each decision none of whose rows has one."""
    for number, line in enumerate(context.bank.red_lines):
        if not line.refs:
            yield Finding(("red_lines", number, "id"), {"id": line.id})
    for number, decision in enumerate(context.bank.decisions):
        if decision.rows and not any(row.refs for row in decision.rows):
            yield Finding(("decisions", number, "id"), {"id": decision.id})


RULE = Rule(
    code="PIA228",
    level="warning",
    about="bank",
    message={
        "ja": "「{id}」に根拠がありません。",
        "en": "“{id}” does not say what it rests on.",
    },
    hint={
        "ja": "refs に、根拠一覧のIDを書いてください。",
        "en": "Name references under “refs”.",
    },
    check=check,
)
