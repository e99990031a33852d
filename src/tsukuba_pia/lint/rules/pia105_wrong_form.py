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

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA105",
    level="error",
    about="file",
    message={
        "ja": "「{found}」は書き方が違います。",
        "en": "“{found}” does not have the right form.",
    },
    hint={
        "ja": "ここには、次の形で書いてください: {form}",
        "en": "Write {form}.",
    },
)
