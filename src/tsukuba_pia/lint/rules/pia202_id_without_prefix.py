"""An id does not begin with its bank's prefix.

Several banks are used in one assessment. The prefix keeps their ids apart, and shows a reader which bank a question or a
risk belongs to. It is asked of questions, risks, red lines, decisions and indices.

```yaml bank
prefix: x
sections:
  - id: x_use
    questions:
      - {id: level, text: {ja: 個人ごとに保存しますか。, en: "Is it kept per person?"}}  # PIA202 at level
```

Use instead: `x_level`.

---

IDが、質問票の接頭辞で始まっていません。

1つの評価では、複数の質問票を使います。接頭辞があるとIDがぶつからず、どの質問票の質問やリスクかも分かります。
質問、リスク、実施できない条件、判定、指標のIDに必要です。

代わりに: `x_level`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.bank_parts import ids_of
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule

PREFIXED = ("questions", "risks", "red_lines", "decisions", "indices")


def check(context: BankContext) -> Iterator[Finding]:
    """Each id of those kinds that begins otherwise."""
    start = f"{context.bank.prefix}_"
    for named in ids_of(context.bank):
        if named.kind in PREFIXED and not named.id.startswith(start):
            yield Finding(named.path, {"id": named.id, "prefix": start, "meant": start + named.id})


RULE = Rule(
    code="PIA202",
    level="error",
    about="bank",
    message={
        "ja": "ID「{id}」が、この質問票の接頭辞「{prefix}」で始まっていません。",
        "en": "The id “{id}” does not begin with this bank's prefix “{prefix}”.",
    },
    hint={
        "ja": "「{meant}」のようなIDにしてください。",
        "en": "Name it, for example, “{meant}”.",
    },
    check=check,
)
