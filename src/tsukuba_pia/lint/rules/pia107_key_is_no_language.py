"""A text has a key that is no language.

A text is one string, or one string per language (`ja`, `en`, `ja-x-easy`). Often a colon in the text made a key of its first words.

```yaml assessment
conclusion:
  Benefit: it helps people who cannot walk to a shop.  # PIA107
```

Use instead: `conclusion: "Benefit: it helps people who cannot walk to a shop."`

---

文章の中に、言語ではないキーがあります。

文章は、1つの文字列か、言語ごとの文字列(`ja`、`en`、`ja-x-easy`)です。文章の中のコロンのために、初めの語がキーになってしまうことがよくあります。

代わりに: `conclusion: "Benefit: it helps people who cannot walk to a shop."`
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA107",
    level="error",
    about="file",
    message={
        "ja": "「{found}」は言語コードではありません。",
        "en": "“{found}” is no language.",
    },
    hint={
        "ja": '文章にコロンがあるときは、全体を二重引用符(`"`)で囲んでください。',
        "en": "Put a text with a colon in double quotes.",
    },
)
