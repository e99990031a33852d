"""No risk uses a safeguard.

The safeguard would be asked for, and people would carry it out, without any level ever changing. Either a risk is missing
that it helps against, or it need not be asked.

```yaml bank without use
sections:
  - id: x_use
    questions:
      - {id: x_masking, type: safeguard}  # PIA209 at x_masking
```

Use instead: name it under `safeguards` of the risk that it lowers.

---

どのリスクでも使われていない対策です。

手間をかけて実施しても、どのリスクも変わりません。対応するリスクが足りないか、聞く必要のない対策です。

代わりに: この対策で下がるリスクの `safeguards` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each safeguard of this bank that none of its risks names."""
    used = {use.question for risk in context.bank.risks for use in risk.safeguards}
    for path, question in context.questions_here:
        if question.type == "safeguard" and question.id not in used:
            yield Finding((*path, "id"), {"safeguard": question.id})


RULE = Rule(
    code="PIA209",
    level="error",
    about="bank",
    message={
        "ja": "対策「{safeguard}」は、どのリスクでも使われていません。",
        "en": "No risk uses the safeguard “{safeguard}”.",
    },
    hint={
        "ja": "この対策で下がるリスクの safeguards に加えるか、質問を除いてください。",
        "en": "Add it to the “safeguards” of a risk that it lowers, or leave the question out.",
    },
    check=check,
)
