"""A text without quotes contains a colon and a blank.

To YAML, `: ` ends a key. In `title: Robot: north district` nobody can say which colon is meant.

```yaml file
title: Robot: north district  # PIA011 at :
```

Use instead: `title: "Robot: north district"`, or the full-width `：` in Japanese text.

---

引用符で囲んでいない文章に「: 」(半角コロンと空白)が入っています。

YAML では「: 」がキーの終わりを表します。`title: Robot: north district` では、どちらのコロンか決められません。

代わりに: `title: "Robot: north district"`。日本語の文章なら、全角の「：」も使えます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA011",
    level="error",
    about="file",
    message={
        "ja": "文章の中に「: 」があり、キーの終わりと区別できません。",
        "en": "The text contains “: ”, which YAML takes for the end of a key.",
    },
    hint={
        "ja": '文章全体を二重引用符(`"`)で囲んでください。文章でない場合は、字下げと1つ前の行を確かめてください。',
        "en": "Put the whole text in double quotes. If it is no text, look at the indentation and the line above.",
    },
)
