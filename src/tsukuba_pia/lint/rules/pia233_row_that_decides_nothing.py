"""A row of a ladder can never set the level.

Its level is the base's or lower, or whenever it holds another row of the same or a higher level holds too. It looks like
a rule and changes nothing; whoever edits it later will think that it does.

```yaml bank
sections:
  - id: x_use
    questions:
      - {id: x_level, type: choice}
risks:
  - id: x_leak
    severity:
      base: limited
      rows:
        - {level: maximum, when: {question: x_level, is: [one, two]}}  # PIA231 at {question
        - {level: significant, when: {question: x_level, is: one}}  # PIA233
```

Use instead: leave the row out, or give each row a condition of its own.

---

段階を決めることのない行です。

段階が base 以下か、この行が成り立つときはいつも、同じかそれより重い別の行も成り立ちます。規則のように見えて何も変えず、
後で直す人が誤解します。

代わりに: この行をなくすか、それぞれの行に別の条件を付けます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.sense import idle_rows


def check(context: BankContext) -> Iterator[Finding]:
    """Each row that another one, or the base, always covers."""
    for path, level in idle_rows(context):
        yield Finding(path, {"level": level})


RULE = Rule(
    code="PIA233",
    level="warning",
    about="bank",
    message={
        "ja": "この行({level})は、段階を決めることがありません。",
        "en": "This row ({level}) can never set the level.",
    },
    hint={
        "ja": "base か、同じ段階またはより重い段階の行に含まれています。この行をなくすか、条件を分けてください。",
        "en": "The base, or a row of the same or a higher level, covers it. Take it out, or separate the conditions.",
    },
    check=check,
)
