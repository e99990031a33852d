"""Another bank has the same prefix, or a question of this id.

An assessment may use both, and then one id would mean two questions. A prefix belongs to one bank, also where nobody uses
the two together yet.

```yaml bank
sections:
  - id: x_use
    questions:
      - {id: k_locked, text: {ja: 鍵は掛かりますか。, en: "Is it locked?"}}  # PIA202 at k_locked; PIA237 at k_locked
```

Use instead: a prefix of its own, such as `lun`.

---

別の質問票と、IDの頭に付ける語(`prefix`)か、質問のIDが同じです。

1つの評価で両方を使うと、1つのIDが2つの質問を指してしまいます。今は一緒に使わなくても、`prefix` は1つの質問票だけのものです。

代わりに: `lun` のような、ほかと違う `prefix` にします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """The prefix where another bank has it, else each question that another bank asks too."""
    shared = next((name for name, (prefix, _) in context.beside.items() if prefix == context.bank.prefix), None)
    if shared is not None:
        yield Finding(("prefix",), {"id": context.bank.prefix, "bank": shared})
        return
    for path, question in context.questions_here:
        other = next((name for name, (_, asked) in context.beside.items() if question.id in asked), None)
        if other is not None:
            yield Finding((*path, "id"), {"id": question.id, "bank": other})


RULE = Rule(
    code="PIA237",
    level="error",
    about="bank",
    message={
        "ja": "「{id}」は、質問票「{bank}」も使っています。",
        "en": "“{id}” belongs to the bank “{bank}” too.",
    },
    hint={
        "ja": "ほかの質問票と違う prefix とIDにしてください。",
        "en": "Choose a prefix and ids that no other bank has.",
    },
    check=check,
)
