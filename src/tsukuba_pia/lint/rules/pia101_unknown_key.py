"""A key is not known here.

It is misspelt, or stands one step too far left or right. What it says would never be read, so it is not passed over in silence.

```yaml assessment
titel: 配送ロボット  # PIA101
```

Use instead: `title: 配送ロボット`.

---

この場所では使えないキーです。

書き間違いか、字下げが1段ずれています。そのままでは内容が読まれないため、見過ごさずにお知らせします。

代わりに: `title: 配送ロボット`
"""

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.meant import sure
from tsukuba_pia.lint.mends import Mend, with_key
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """The key that was meant, where it is not there already."""
    return with_key(source, found, sure(found.args["found"], found.args["known"].split(", ")))


RULE = Rule(
    code="PIA101",
    level="error",
    about="file",
    message={
        "ja": "キー「{found}」はここでは使えません。",
        "en": "The key “{found}” is not known here.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]使えるキー: {known}",
        "en": "[Did you mean “{meant}”? ]Known here: {known}.",
    },
    fix=fix,
)
