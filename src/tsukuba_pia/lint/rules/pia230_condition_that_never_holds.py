"""A condition can never hold.

The row, risk, red line or decision is there and will never take part: no answers fulfil its condition, given when it is
looked at.

```yaml bank
sections:
  - id: x_use
    questions:
      - id: x_kept
      - id: x_months
        type: number
        max: 120
        ask_when: {question: x_kept, is: yes}
risks:
  - id: x_leak
    severity:
      rows:
        - when: {question: x_months, above: 240}  # PIA230 at {question
```

Use instead: `when: {question: x_months, above: 24}`.

---

決して成り立たない条件です。

この行、リスク、実施できない条件、判定は書かれていても、働くことがありません。どう答えても条件を満たせないためです。

代わりに: `when: {question: x_months, above: 24}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.sense import is_impossible, senses


def check(context: BankContext) -> Iterator[Finding]:
    """Each condition but those of questions that no answers fulfil."""
    for one in senses(context):
        if one.use != "ask" and is_impossible(context, one):
            yield Finding(one.path)


RULE = Rule(
    code="PIA230",
    level="warning",
    about="bank",
    message={
        "ja": "この条件は、どう答えても成り立ちません。",
        "en": "No answers can make this condition hold.",
    },
    hint={
        "ja": "条件を直すか、なくしてください。",
        "en": "Mend the condition, or take it out.",
    },
    check=check,
)
