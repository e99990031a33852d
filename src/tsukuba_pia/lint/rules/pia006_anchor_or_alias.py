"""A value has an anchor, or stands for another by an alias.

`&name` and `*name` let one place of a file stand for another. A reviewer who reads a line would have to know the other place, a
change there would change what was agreed here, and a few lines can stand for millions.

```yaml file
title: &name 配送ロボット  # PIA006 at &name
```

Use instead: the value itself, written out again. A text that begins with `&` or `*` is put in quotes.

---

アンカーまたはエイリアスが使われています。

`&名前` と `*名前` は、ファイルの別の場所の値を指します。その行だけを読んでも意味が分からず、指された場所を直すと、確認済みの場所まで変わります。
数行で何百万もの値を表すこともできてしまいます。

代わりに: 値をもう一度そのまま書きます。「&」や「*」で始まる文章は引用符で囲みます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA006",
    level="error",
    about="file",
    message={
        "ja": "アンカーやエイリアス(「{what}」)は使えません。",
        "en": "Anchors and aliases (“{what}”) cannot be used here.",
    },
    hint={
        "ja": "値をそのまま書いてください。「&」「*」で始まる文章は引用符で囲みます。",
        "en": "Write the value out; put a text that begins with “&” or “*” in quotes.",
    },
)
