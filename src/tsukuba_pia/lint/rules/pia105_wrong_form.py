"""A word has another form than what belongs here.

Ids are read by programs and by people in other cities, and stay the same for years; dates and countries have one spelling
everywhere.

```yaml assessment
dates:
  starts_on: 2027/04/01  # PIA105 at 2027/04/01
```

Use instead: `starts_on: 2027-04-01`.

---

値の書き方(形)が違います。

IDはプログラムもほかの市の人も読み、何年も変わりません。日付と国の書き方は、どこでも1つに決まっています。

代わりに: `starts_on: 2027-04-01`
"""

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.mends import Mend, word_in_its_place, written
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source

VERSION = "@form_version"


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """What was meant; a version in quotes, without which it would be a number."""
    if found.args["form"] == VERSION and found.args["sure"]:
        return written(source, found, lambda _: f'"{found.args["sure"]}"')
    return word_in_its_place(source, found)


RULE = Rule(
    code="PIA105",
    level="error",
    about="file",
    message={
        "ja": "「{found}」{problem}。",
        "en": "“{found}” {problem}.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。][{advice}][使える語: {known}][ここには、次の形で書いてください: {form}]",
        "en": "[Did you mean “{meant}”? ][{advice}][Possible here: {known}.][Write {form}.]",
    },
    fix=fix,
)
