"""Two parts of an `all` contradict each other.

No answer fulfils both, so the whole never holds. Often `any` was meant, or a list of values.

```yaml bank
sections:
  - id: x_use
    questions:
      - {id: x_level, type: choice}
      - id: x_months
        ask_when: {all: [{question: x_level, is: one}, {question: x_level, is: two}]}  # PIA232 at {question: x_level, is: two}
```

Use instead: `{question: x_level, is: [one, two]}`.

---

`all` の中の2つの条件が食い違っています。

両方を満たす回答がないので、全体が成り立つことはありません。`any` か、値のリストのつもりだったことが多いものです。

代わりに: `{question: x_level, is: [one, two]}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.satisfiable import pairs_that_clash
from tsukuba_pia.lint.sense import known_questions, senses, wholes


def check(context: BankContext) -> Iterator[Finding]:
    """Each part of an `all` that cannot hold beside an earlier one."""
    known = known_questions(context)
    for one in senses(context):
        for path, joined in wholes(one):
            for number, atom in pairs_that_clash(joined, known):
                yield Finding((*path, "all", number), {"name": atom.name})


RULE = Rule(
    code="PIA232",
    level="warning",
    about="bank",
    message={
        "ja": "「{name}」についての2つの条件は、同時に成り立ちません。",
        "en": "These two conditions on “{name}” cannot hold together.",
    },
    hint={
        "ja": "any にするか、値のリスト(is: [… , …])にしてください。",
        "en": "Use “any”, or a list of values (is: [… , …]).",
    },
    check=check,
)
