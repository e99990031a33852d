"""A condition reads a fact that cannot be worked out.

Facts come from the data inventory, the actors and the flows. They are a closed list: categories, groups, identifiers,
captures, countries, recipients, regimes, people_largest, people_total and handlers.

```yaml bank
risks:
  - id: x_leak
    severity:
      rows:
        - when: {data: capture, includes: drone}  # PIA225 at capture
```

Use instead: `{data: captures, includes: drone}`.

---

条件が、データ一覧から求められない事実を参照しています。

事実は、データ一覧、関係者、情報の流れから求めます。使えるのは、categories、groups、identifiers、captures、countries、recipients、
regimes、people_largest、people_total、handlers だけです。

代わりに: `{data: captures, includes: drone}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.condition import NUMBER_FACTS, SET_FACTS

FACTS = (*SET_FACTS, *NUMBER_FACTS)


def check(context: BankContext) -> Iterator[Finding]:
    """Each comparison with a fact that there is not."""
    for _, path, atom in context.atoms:
        if atom.subject == "data" and atom.name not in FACTS:
            args = {"fact": atom.name, "known": ", ".join(FACTS)} | told(atom.name, FACTS)
            yield Finding((*path, "data"), args)


RULE = Rule(
    code="PIA225",
    level="error",
    about="bank",
    message={
        "ja": "「{fact}」という事実は、データ一覧から求められません。",
        "en": "There is no fact “{fact}” in the data inventory.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]使えるのは {known} です。",
        "en": "[Did you mean “{meant}”? ]There are: {known}.",
    },
    check=check,
    fix=word_in_its_place,
)
