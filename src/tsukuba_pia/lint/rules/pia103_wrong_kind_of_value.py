"""A value is of another kind than what belongs here.

A list stands where one value is meant, a text where a number is, nothing where something must stand. A list has a line that begins
with “- ” for each entry, or brackets around all, also where there is only one. Numbers have neither units nor commas.

```yaml assessment
team: {role: author}  # PIA103 at {role
```

Use instead:

    team:
      - {role: author}

---

値の種類が違います。

1つの値を書く場所にリストがある、数を書く場所に文章がある、必要な値が空である、などです。リストは、1件だけのときも「- 」で始まる行を並べるか、[ ] で囲みます。
数には、単位も「,」も付けません。

代わりに:

    team:
      - {role: author}
"""

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.late import late
from tsukuba_pia.lint.mends import Mend, written
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source

_ONE_ENTRY = late(r"[^\s\[\]{},:#\"'&*!|>%@`?-][^\[\]{},:#\"'、]*")


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """A single text where a list is wanted becomes the list's one entry."""
    if found.args["advice"] != "@write_list":
        return None
    return written(source, found, lambda typed: f"[{typed}]" if _ONE_ENTRY.fullmatch(typed) else typed)


RULE = Rule(
    code="PIA103",
    level="error",
    about="file",
    message={
        "ja": "{expected}を書く場所に、{found}があります。",
        "en": "This should be {expected}, but it is {found}.",
    },
    hint={
        "ja": "[{advice}]書き方を{expected}に直してください。",
        "en": "[{advice}]Write {expected} here.",
    },
    fix=fix,
)
