"""A condition compares with something that can never be answered.

The option is misspelt, or it was renamed. Such a condition never holds (or always does), without anybody noticing. Facts
of the data inventory are compared with the vocabulary's terms, and countries with codes of two capitals.

```yaml bank
sections:
  - id: x_use
    questions:
      - id: x_level
        type: choice
        options: [{id: counts}, {id: per_person}]
risks:
  - id: x_leak
    severity:
      rows:
        - when: {question: x_level, is: per_persn}  # PIA204 at per_persn
        - when: {data: categories, includes: [location, helth]}  # PIA204 at helth
        - when: {question: x_level, is: per_person}
```

Use instead: `is: per_person` and `includes: [location, health]`.

---

条件が、ありえない回答と比べています。

選択肢の書き間違いか、名前が変わった選択肢です。このままでは、条件が成り立つことがなく(または常に成り立ち)、誰も気付きません。
データ一覧から分かる事実は用語集の語と、国は大文字2文字の国コードと比べます。

代わりに: `is: per_person` と `includes: [location, health]`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.condition import Atom

MEMBERS = ("is", "is_not", "includes", "includes_none", "includes_other_than")
LISTS = ("categories", "groups", "identifiers", "captures", "regimes")
COUNTRY = late(r"[A-Z]{2}\Z")


def check(context: BankContext) -> Iterator[Finding]:
    """Each value that the question cannot have, or that the vocabulary does not know."""
    for _, path, atom in context.atoms:
        if atom.operator not in MEMBERS:
            continue
        known = _known(context, atom)
        for number, value in enumerate(atom.values):
            word = str(value)
            if known and value not in known:
                args = _args(atom, word) | told(word, known) | {"known": ", ".join(known)}
                yield Finding((*path, atom.operator, number), args)
            elif _is_no_country(atom, word):
                code = word.upper() if COUNTRY.match(word.upper()) else ""
                yield Finding(
                    (*path, atom.operator, number), _args(atom, word) | {"meant": code, "sure": code, "known": ""}
                )


def _known(context: BankContext, atom: Atom) -> tuple[str, ...]:
    """The values that are possible; nothing where any is, or where another rule speaks."""
    if atom.subject == "data":
        return context.terms(atom.name) if atom.name in LISTS else ()
    question = context.question_of(atom)
    return question.answers if question else ()


def _is_no_country(atom: Atom, word: str) -> bool:
    return atom.subject == "data" and atom.name == "countries" and not COUNTRY.match(word)


def _args(atom: Atom, word: str) -> dict[str, str]:
    of_question = atom.subject == "question"
    return {
        "value": word or "''",
        "question": atom.name if of_question else "",
        "fact": "" if of_question else atom.name,
    }


RULE = Rule(
    code="PIA204",
    level="error",
    about="bank",
    message={
        "ja": "[「{value}」は、質問「{question}」の回答にありません。][「{value}」は、「{fact}」の値にありません。]",
        "en": "[“{value}” is no answer of the question “{question}”.][“{value}” is no value of “{fact}”.]",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]書き方を確かめてください[(使えるもの: {known})]。",
        "en": "[Did you mean “{meant}”? ]Check the spelling[ (possible: {known})].",
    },
    check=check,
    fix=word_in_its_place,
)
