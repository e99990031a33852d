"""An id is a word that means something else.

`unknown` and `not_applicable` are possible answers to every question; `null`, `true` and `false` are values of the file
format; `none` is the level of a risk that does not apply.

```yaml bank
sections:
  - id: x_use
    questions:
      - id: x_level
        type: choice
        options: [{id: counts}, {id: unknown}]  # PIA222 at unknown
```

Use instead: leave the option out. People can answer `unknown` to every question.

---

別の意味を持つ語がIDになっています。

`unknown` と `not_applicable` は、どの質問にも使える回答です。`null`、`true`、`false` はファイル形式の値です。`none` は、当てはまらない
リスクの段階です。

代わりに: この選択肢を除きます。どの質問にも `unknown` と答えられます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.bank_parts import ids_of
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import RESERVED
from tsukuba_pia.model.result import NONE


def check(context: BankContext) -> Iterator[Finding]:
    """Each id that is reserved."""
    for named in ids_of(context.bank):
        if named.id in RESERVED or (named.kind == "levels" and named.id == NONE):
            yield Finding(named.path, {"id": named.id})


RULE = Rule(
    code="PIA222",
    level="error",
    about="bank",
    message={
        "ja": "「{id}」は別の意味を持つ語なので、IDにできません。",
        "en": "“{id}” has a meaning of its own and cannot be an id.",
    },
    hint={
        "ja": "別のIDにしてください。unknown と not_applicable は、選択肢に書かなくても答えられます。",
        "en": "Choose another id. People can answer unknown or not_applicable without an option for it.",
    },
    check=check,
)
