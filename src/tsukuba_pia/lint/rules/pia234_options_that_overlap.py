"""Two options of a choice overlap.

Whoever has exactly 1,000 people fits both “1,000 or fewer” and “1,000 to 9,999”, and two people answer the same thing in
two ways. Two options with the same words are one option.

```yaml bank
sections:
  - id: x_use
    questions:
      - id: x_people
        type: choice
        options:
          - id: few
            label: {ja: "1,000人以下", en: "1,000 or fewer"}
          - id: many
            label: {ja: "1,000人以上", en: "1,000 or more"}  # PIA234 at {ja
```

Use instead: “fewer than 1,000” and “1,000 or more”.

---

選択肢の範囲が重なっています。

ちょうど1,000人の場合、「1,000人以下」と「1,000人以上」のどちらにも当てはまり、同じ事実に2通りの答えができます。同じ言葉の選択肢が
2つあるときは、1つにまとめます。

代わりに: 「1,000人未満」と「1,000人以上」
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.ranges import overlap, range_in
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.texts import is_gap
from tsukuba_pia.model.bank import Option
from tsukuba_pia.model.text import words


def check(context: BankContext) -> Iterator[Finding]:
    """Each option that says the same as an earlier one, or shares numbers with it, in one of the languages."""
    for path, question in context.questions_here:
        if question.type not in ("choice", "choices"):
            continue
        for number in _shared(question.options, context.bank.languages, ranges=question.type == "choice"):
            yield Finding((*path, "options", number, "label"), {"option": question.options[number].id})


def _shared(options: Sequence[Option], languages: Sequence[str], *, ranges: bool) -> list[int]:
    found: dict[int, None] = {}
    for language in languages:
        labels = [words(option.label, language) for option in options]
        spans = [range_in(label) for label in labels] if ranges else []
        for one, two in combinations(range(len(options)), 2):
            if options[one].id == options[two].id:  # told by its id
                continue
            first, second = (spans[one], spans[two]) if all(spans) and spans else (None, None)
            same = labels[one].casefold() == labels[two].casefold() and not is_gap(labels[one])
            if same or (first and second and overlap(first, second)):
                found[two] = None
    return list(found)


RULE = Rule(
    code="PIA234",
    level="warning",
    about="bank",
    message={
        "ja": "選択肢「{option}」は、別の選択肢と重なっています。",
        "en": "The option “{option}” overlaps with another one.",
    },
    hint={
        "ja": "どの場合もちょうど1つに当てはまるように、言葉か数の境を直してください。",
        "en": "Change the words or the bounds so that every case fits exactly one.",
    },
    check=check,
)
