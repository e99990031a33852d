"""A word is none of those that are possible here.

What follows from it would be a guess, so nothing does: the file counts as not readable.

```yaml assessment
cooperation:
  - {request: 契約書の写し, to: 運行事業者, state: opne}  # PIA104 at opne
```

Use instead: `state: open`.

---

ここで使える語ではありません。

意味を推測して進めることはせず、ファイルを読めないものとして扱います。

代わりに: `state: open`
"""

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.meant import sure
from tsukuba_pia.lint.mends import Mend, with_word
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """The word that was meant."""
    return with_word(source, found, sure(found.args["found"], found.args["known"].split(", ")))


RULE = Rule(
    code="PIA104",
    level="error",
    about="file",
    message={
        "ja": "「{found}」はここでは使えません。",
        "en": "“{found}” cannot stand here.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]使える語: {known}",
        "en": "[Did you mean “{meant}”? ]Possible here: {known}.",
    },
    fix=fix,
)
