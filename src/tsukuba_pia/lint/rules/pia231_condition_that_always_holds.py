"""A condition always holds.

It looks as if something depended on answers, and nothing does: whenever it is looked at, it is true. A row that always
holds is the base; a question that is always asked needs no condition.

```yaml bank
sections:
  - id: x_use
    questions:
      - id: x_kept
      - id: x_months
        type: number
        min: 0
        ask_when: {question: x_kept, is: yes}
risks:
  - id: x_leak
    applies_when: {question: x_kept, is: yes}
    severity:
      rows:
        - when: {question: x_months, at_least: 0}  # PIA231 at {question
```

Use instead: a higher `base`, or a condition that tells answers apart.

---

いつも成り立つ条件です。

回答によって変わるように見えて、何も変わりません。いつも成り立つ行は base の段階であり、いつも聞く質問に条件は要りません。

代わりに: `base` を上げるか、回答によって変わる条件にします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.sense import is_certain, senses


def check(context: BankContext) -> Iterator[Finding]:
    """Each condition that no answers escape, given when it is looked at."""
    for one in senses(context):
        if is_certain(context, one):
            yield Finding(one.path)


RULE = Rule(
    code="PIA231",
    level="warning",
    about="bank",
    message={
        "ja": "この条件は、どう答えても成り立ちます。",
        "en": "This condition holds whatever is answered.",
    },
    hint={
        "ja": "条件を外すか(行なら base を上げます)、回答によって変わる条件に直してください。",
        "en": "Take the condition away (and raise the base), or make it tell answers apart.",
    },
    check=check,
)
