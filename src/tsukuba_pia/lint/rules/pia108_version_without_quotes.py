"""A version is not in quotes.

Without quotes `1.10` is a number, the same as `1.1`: another version.

```yaml assessment
banks: {core: 1.0}  # PIA108 at 1.0
```

Use instead: `banks: {core: "1.0"}`.

---

版番号が引用符で囲まれていません。

引用符がないと `1.10` は数とみなされ、別の版である `1.1` と同じになります。

代わりに: `banks: {core: "1.0"}`
"""

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.late import late
from tsukuba_pia.lint.mends import Mend, in_quotes
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source

_FORM = late(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """What was typed, in quotes: `1.10` stays 1.10."""
    return in_quotes(source, found, _FORM)


RULE = Rule(
    code="PIA108",
    level="error",
    about="file",
    message={
        "ja": "版番号 {found} が引用符で囲まれていません。",
        "en": "The version {found} is not in quotes.",
    },
    hint={
        "ja": '二重引用符で囲んでください(例: `"1.0"`)。',
        "en": 'Put it in double quotes, like `"1.0"`.',
    },
    fix=fix,
)
