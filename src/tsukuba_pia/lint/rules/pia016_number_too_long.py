"""A number has too many digits.

No figure of an assessment has more than 30 digits. Longer ones are identifiers, which are texts, or were typed by mistake.

```yaml file
people_total: 1000000000000000000000000000000000  # PIA016 at 1000000000000000000000000000000000
```

Use instead: a figure. An identifier is put in quotes.

---

数値の桁数が多すぎます。

評価書に、30桁を超える数は出てきません。それより長いものは、番号(数ではなく文字列)か、打ち間違いです。

代わりに: 正しい数を書きます。番号は引用符で囲みます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA016",
    level="error",
    about="file",
    message={
        "ja": "数値が{limit}桁を超えています。",
        "en": "This number has more than {limit} digits.",
    },
    hint={
        "ja": "数を確かめてください。番号は引用符で囲みます。",
        "en": "Check the figure; put an identifier in quotes.",
    },
)
