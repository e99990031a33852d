"""A word in the city's own label file cannot be used.

A file such as `templates/labels/ja.toml` in the workspace says some of the shipped words otherwise, or gives all words of another language. A key
that there is not changes nothing, and whoever wrote it believes otherwise. What stands in braces, such as `{n}`, is filled in: a word may leave it
out, but names no other. The words that say that a page is a draft or not decided stay as they are; a language that the city adds says them with DRAFT
or 案 in them. Signs that cannot be seen, or that turn the direction of text, are not used.

Use instead: keys and braces as `templates/labels/en.toml` of this toolkit has them.

---

市の言葉のファイルに、使えない言葉があります。

作業フォルダーの `templates/labels/ja.toml` などは、標準の言葉の一部を言い換えるか、別の言語の言葉をまとめて加えるファイルです。ないキーは何も変えないのに、書いた人は変わったと思い込みます。
`{n}` のような波かっこの部分には、値が入ります。省くことはできますが、別の名前は書けません。
案であることや決定前であることを示す言葉は変えられません。市が加える言語では、DRAFT か「案」を含めて書きます。見えない文字や、文字の向きを変える記号は使えません。

代わりに: この道具の `templates/labels/ja.toml` にあるキーと波かっこを使います。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA034",
    level="error",
    about="file",
    message={
        "ja": "市の言葉が使えません。{what}[({name})]。",
        "en": "This word of the city's cannot be used: {what}[ ({name})].",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]標準の言葉のファイルと見比べて直してください。",
        "en": "[Did you mean “{meant}”? ]Put it right; the shipped label file shows the keys.",
    },
)
