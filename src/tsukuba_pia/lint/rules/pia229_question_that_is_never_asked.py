"""A question, or a whole section, can never be asked.

Its condition contradicts the conditions that lead to what it reads. It looks as if the bank covers something, and nobody
is ever asked.

```yaml bank
sections:
  - id: x_use
    questions:
      - id: x_kept
      - id: x_months
        type: number
        ask_when: {question: x_kept, is: yes}
      - id: x_why_none
        ask_when: {all: [{question: x_months, above: 12}, {question: x_kept, is: no}]}  # PIA229 at {all
```

Use instead: `ask_when: {question: x_kept, is: no}`.

---

決して聞かれることのない質問、または節です。

この質問の条件と、条件の中の質問が聞かれるための条件とが、食い違っています。質問票に書いてあるので備えがあるように見えますが、誰にも聞かれません。

代わりに: `ask_when: {question: x_kept, is: no}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.sense import is_impossible, senses


def check(context: BankContext) -> Iterator[Finding]:
    """Each `ask_when` that no answers fulfil."""
    for one in senses(context):
        if one.use == "ask" and is_impossible(context, one):
            yield Finding(one.path)


RULE = Rule(
    code="PIA229",
    level="warning",
    about="bank",
    message={
        "ja": "この質問は、どう答えても聞かれません。",
        "en": "No answers lead to this question.",
    },
    hint={
        "ja": "条件を直して聞かれる場合があるようにするか、質問をなくしてください。",
        "en": "Mend the condition so that answers can lead here, or take the question out.",
    },
    check=check,
)
