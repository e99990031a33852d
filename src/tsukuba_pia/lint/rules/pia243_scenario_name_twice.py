"""Two scenarios of a bank have one name.

Others that are based on it could mean either.

Use instead: a name of its own for each; it may say what is told (`receipt_shows_choice`).

---

1つの質問票に、同じ名前のシナリオが2つあります。

土台にするとき、どちらを指すのか分かりません。

代わりに: それぞれに別の名前を付けます。何を確かめるかを名前にすると分かりやすくなります(`receipt_shows_choice`)。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA243",
    level="error",
    about="bank",
    message={
        "ja": "シナリオの名前「{scenario}」が、質問票「{bank}」に2つあります。",
        "en": "The bank “{bank}” has two scenarios named “{scenario}”.",
    },
    hint={
        "ja": "どちらかの名前を変えてください。",
        "en": "Rename one of them.",
    },
)
