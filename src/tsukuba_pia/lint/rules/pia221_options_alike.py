"""No rule tells two options apart.

Whichever of them people choose, everything comes out the same: people weigh a difference that makes none. Merge them, or
say with `informs: true` that the difference is there for readers.

```yaml bank without informs
sections:
  - id: x_use
    questions:
      - id: x_level
        type: choice
        options:
          - {id: counts}
          - {id: per_card}
          - {id: per_person}  # PIA221 at per_person
risks:
  - id: x_leak
    severity:
      rows:
        - when: {question: x_level, is_not: counts}
```

Use instead: a row that reads `per_person` alone, one option for both, or `informs: true`.

---

どの規則も区別しない選択肢です。

どちらを選んでも結果は同じで、違いのない違いを考えさせることになります。1つにまとめるか、読み手のための区別なら `informs: true` と書きます。

代わりに: `per_person` だけを見る行を加える、1つの選択肢にまとめる、または `informs: true` と書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.condition import Atom


def check(context: BankContext) -> Iterator[Finding]:
    """Each group of options that every comparison treats alike; a question that nothing reads is told elsewhere."""
    reading = _reading(context)
    for path, question in context.questions_here:
        atoms = reading.get(question.id)
        if not atoms or question.informs:
            continue
        alike: dict[tuple[object, ...], list[int]] = {}
        for number, option in enumerate(question.options):
            treated = (*(option.id in atom.values for atom in atoms), option.exclusive, option.points)
            alike.setdefault(treated, []).append(number)
        for numbers in alike.values():
            if len(numbers) > 1:
                options = ", ".join(question.options[number].id for number in numbers)
                yield Finding((*path, "options", numbers[1], "id"), {"options": options})


def _reading(context: BankContext) -> dict[str, list[Atom]]:
    """The comparisons of each question."""
    found: dict[str, list[Atom]] = {}
    for _, _, atom in context.atoms:
        if atom.subject == "question":
            found.setdefault(atom.name, []).append(atom)
    return found


RULE = Rule(
    code="PIA221",
    level="warning",
    about="bank",
    message={
        "ja": "どの規則も、選択肢 {options} を区別していません。",
        "en": "No rule tells the options {options} apart.",
    },
    hint={
        "ja": "まとめるか、どれかを見る行を加えるか、読み手のための区別なら informs: true と書いてください。",
        "en": "Merge them, add a row that reads one of them, or say “informs: true” if the difference is for the reader.",
    },
    check=check,
)
