"""A question is asked depending on itself or on a question that comes later.

Questions are asked in the order of the bank, those of the bank that it extends first. Whether a question is asked may
therefore only depend on questions before it; otherwise nobody could begin.

```yaml bank
sections:
  - id: x_use
    questions:
      - {id: x_level, ask_when: {question: x_kept, is: yes}}  # PIA206 at x_kept
      - {id: x_kept}
```

Use instead: put `x_kept` before `x_level`.

---

質問を出す条件が、その質問自身か、後の質問を参照しています。

質問は質問票の順に出ます(土台の質問票の質問が先です)。質問を出すかどうかは、それより前の質問だけで決められます。
そうでないと、答え始めることができません。

代わりに: `x_kept` を `x_level` より前に置きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each comparison of an `ask_when` with a question that is not yet answered when it is asked."""
    for use, path, atom in context.atoms:
        if use == "ask" and context.question_of(atom) and context.order[atom.name] >= _begins(context, path):
            yield Finding((*path, "question"), {"question": atom.name})


def _begins(context: BankContext, path: Path) -> int:
    """The place of the question, or of the section's first question, that an `ask_when` belongs to."""
    _, section, *rest = path
    before = sum(len(bank.questions) for bank in context.base)
    sections = context.bank.sections
    before += sum(len(one.questions) for one in sections[: int(section)])
    return before + int(rest[1]) if rest[0] == "questions" else before


RULE = Rule(
    code="PIA206",
    level="error",
    about="bank",
    message={
        "ja": "この条件は、まだ答えていない質問「{question}」を参照しています。",
        "en": "This condition reads “{question}”, which is not answered yet at this point.",
    },
    hint={
        "ja": "「{question}」を前に移すか、条件を前の質問だけで書いてください。",
        "en": "Move “{question}” further up, or let the condition read earlier questions only.",
    },
    check=check,
)
