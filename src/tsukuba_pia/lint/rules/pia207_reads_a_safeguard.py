"""A condition of a risk, a decision or an `ask_when` reads a safeguard.

Safeguards lower a risk, by steps that the method limits and only with evidence. If a row could read them too, a safeguard
would count twice, and a promise could make a risk disappear. Red lines may read safeguards.

```yaml bank
sections:
  - id: x_use
    questions:
      - {id: x_masking, type: safeguard}
risks:
  - id: x_leak
    severity:
      rows:
        - when: {question: x_masking, is: absent}  # PIA207 at x_masking
    safeguards:
      - {question: x_masking}
```

Use instead: leave the row out. The risk's `safeguards` say what the safeguard does.

---

リスク、判定、質問を出す条件が、対策を参照しています。

対策は、証拠がある場合に限り、決められた段階までリスクを下げます。条件でも参照すると二重に数えられ、実施していない対策でリスクが消える
ことにもなります。実施できない条件では、対策を参照できます。

代わりに: この行を除きます。対策の効果は、リスクの `safeguards` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule

FREE_OF_SAFEGUARDS = ("ask", "risk", "decision")


def check(context: BankContext) -> Iterator[Finding]:
    """Each comparison with a safeguard, outside red lines."""
    for use, path, atom in context.atoms:
        question = context.question_of(atom)
        if use in FREE_OF_SAFEGUARDS and question is not None and question.type == "safeguard":
            yield Finding((*path, "question"), {"question": atom.name})


RULE = Rule(
    code="PIA207",
    level="error",
    about="bank",
    message={
        "ja": "この条件は対策「{question}」を参照していますが、ここでは参照できません。",
        "en": "This condition reads the safeguard “{question}”, which it may not.",
    },
    hint={
        "ja": "対策の効果は、リスクの safeguards に書いてください。",
        "en": "Say what the safeguard does under the risk's “safeguards”.",
    },
    check=check,
)
