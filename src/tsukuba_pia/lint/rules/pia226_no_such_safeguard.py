"""A risk is lowered by something that is not there, or that is no safeguard.

Only questions of the type `safeguard` lower a risk: their answers say how far the measure is, and what proves it.

```yaml bank
sections:
  - id: x_use
    questions:
      - {id: x_masking, type: safeguard}
      - {id: x_kept, type: yes_no}
risks:
  - id: x_leak
    safeguards:
      - {question: x_masking}
      - {question: x_maskin}  # PIA226 at x_maskin
      - {question: x_kept}  # PIA226 at x_kept
```

Use instead: `x_masking`, and a safeguard in place of the yes/no question.

---

リスクを下げるものとして、存在しない質問か、対策ではない質問が書かれています。

リスクを下げるのは、型が `safeguard` の質問だけです。その回答から、対策の進み具合と証拠が分かるからです。

代わりに: `x_masking` と書き、はい・いいえの質問の代わりに対策を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each use of what is no safeguard."""
    safeguards = tuple(question.id for question in context.questions.values() if question.type == "safeguard")
    for number, risk in enumerate(context.bank.risks):
        for order, use in enumerate(risk.safeguards):
            if use.question in safeguards:
                continue
            question = context.questions.get(use.question)
            args = {
                "question": use.question,
                "type": question.type if question else "",
                "missing": "" if question else use.question,
            }
            near = {"meant": ""} if question else told(use.question, safeguards)
            yield Finding(("risks", number, "safeguards", order, "question"), args | near)


RULE = Rule(
    code="PIA226",
    level="error",
    about="bank",
    message={
        "ja": "[「{missing}」という対策はありません。][「{question}」の型は {type} で、対策ではありません。]",
        "en": "[There is no safeguard “{missing}”.][“{question}” is of the type {type}: it is no safeguard.]",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]型が safeguard の質問を書いてください。",
        "en": "[Did you mean “{meant}”? ]Name a question of the type safeguard.",
    },
    check=check,
    fix=word_in_its_place,
)
