"""A value has a tag.

Tags such as `!secret` or `!!python/object` tell a program to make something else of a value. An assessment is what it says, for
everybody who reads it, so tags are refused.

```yaml file
title: !secret ロボット  # PIA005 at !secret
```

Use instead: the value itself, in quotes if it begins with `!`.

---

値にタグが付いています。

`!secret` や `!!python/object` のようなタグは、値を別のものに変えるようプログラムに指示します。評価書は、誰が読んでも書いてあるとおりの
意味でなければならないため、タグは使えません。

代わりに: 値だけを書きます。「!」で始まる文章は引用符で囲みます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA005",
    level="error",
    about="file",
    message={
        "ja": "タグ「{tag}」は使えません。",
        "en": "The tag “{tag}” cannot be used here.",
    },
    hint={
        "ja": "タグを消してください。「!」で始まる文章は引用符で囲みます。",
        "en": "Remove the tag; put a text that begins with “!” in quotes.",
    },
)
