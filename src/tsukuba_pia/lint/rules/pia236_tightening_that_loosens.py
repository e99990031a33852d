"""What is written under `tightens` makes nothing stricter.

A sector may add rows to risks of core and require questions; there is no way to loosen. `required: false` does nothing, and
neither does an entry without a row.

```yaml bank
extends: core@1.0
tightens:
  - {question: c_level, required: false}  # PIA236
  - {risk: c_leak}  # PIA236
```

Use instead: `required: true`, rows under `severity` or `likelihood`, or no entry.

---

`tightens` に書かれていますが、何も厳しくなりません。

分野の質問票にできるのは、core のリスクに行を足すことと、質問を必須にすることだけです。ゆるめる書き方はありません。`required: false` や、
行のない項目は何もしません。

代わりに: `required: true` か、`severity`・`likelihood` の行を書くか、項目をなくします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each entry that asks for nothing stricter."""
    for number, more in enumerate(context.bank.tightens):
        if not (more.severity or more.likelihood or (more.question and more.required)):
            yield Finding(("tightens", number))


RULE = Rule(
    code="PIA236",
    level="error",
    about="bank",
    message={
        "ja": "この項目では、何も厳しくなりません。",
        "en": "This entry makes nothing stricter.",
    },
    hint={
        "ja": "required: true か、行(severity、likelihood)を書いてください。ゆるめることはできません。",
        "en": "Write “required: true” or rows (severity, likelihood). There is no way to loosen.",
    },
    check=check,
)
