"""Two of the city's own colours are too close to each other to be read.

Text needs a contrast of 4.5 to 1 with what is behind it (WCAG 2.2 AA, JIS X 8341-3). It is worked out for the colours that
`templates/html/own.css` sets as numbers, by day and in the dark. A colour that is set once holds in both. The frame around what the keyboard is at
(`--focus-edge` by day, `--focus` in the dark) is held to the same. A ground that a rule lays under a part of the page lies under its quiet texts and links too, which have colours
of their own: they are weighed against it, unless the style gives them another colour.

Use instead: a darker or a lighter colour, and for the dark one of its own within `@media (prefers-color-scheme: dark)`.

---

市の色の組み合わせが近すぎて、文字が読みにくくなっています。

文字には、背景に対して 4.5 対 1 以上のコントラストが必要です(WCAG 2.2 AA、JIS X 8341-3)。`templates/html/own.css` に数値で書いた色について、明るい画面と暗い画面の両方で計算します。
一度だけ書いた色は、両方の画面に使われます。キーボードの位置を示す枠の色(明るい画面は `--focus-edge`、暗い画面は `--focus`)も、同じように調べます。
ページの一部に背景の色を付けると、その中の補足の文字(`--quiet`)とリンク(`--link`)の下にも入ります。その文字の色を変えていなければ、その組み合わせも調べます。

代わりに: もっと濃い色か薄い色にします。暗い画面の色は、`@media (prefers-color-scheme: dark)` の中に別に書きます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA033",
    level="warning",
    about="file",
    message={
        "ja": "「{behind}」の上の「{text}」のコントラストが {contrast} しかありません[({dark})]。",
        "en": "“{text}” on “{behind}” has a contrast of only {contrast} to 1[ ({dark})].",
    },
    hint={
        "ja": "4.5 以上になる色にしてください。",
        "en": "Choose colours with 4.5 to 1 or more.",
    },
)
