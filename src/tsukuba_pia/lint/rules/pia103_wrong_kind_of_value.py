"""A value is of another kind than what belongs here.

A list stands where one value is meant, a text where a number is, nothing where something must stand. A list has a line that begins
with “- ” for each entry, also where there is only one.

```yaml assessment
team: {role: author}  # PIA103 at {role
```

Use instead:

    team:
      - {role: author}

---

値の種類が違います。

1つの値を書く場所にリストがある、数を書く場所に文章がある、必要な値が空である、などです。リストは、1件だけのときも「- 」で始まる行を並べます。

代わりに:

    team:
      - {role: author}
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA103",
    level="error",
    about="file",
    message={
        "ja": "{expected}を書く場所に、{found}があります。",
        "en": "This should be {expected}, but it is {found}.",
    },
    hint={
        "ja": "書き方を{expected}に直してください。",
        "en": "Write {expected} here.",
    },
)
