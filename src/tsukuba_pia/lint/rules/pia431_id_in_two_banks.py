"""Two banks of one assessment have the same id.

An answer belongs to one question. With two of the same id nobody could say which was meant, so neither bank is used.

Use instead: another prefix for one of the banks.

---

1つの評価で使う2つの質問票に、同じIDがあります。

回答は1つの質問のものです。同じIDが2つあると、どちらへの回答か分からないため、どちらも使えません。

代わりに: 一方の質問票の prefix を変えます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA431",
    level="error",
    about="assessment",
    message={
        "ja": "質問票「{bank}」と「{first}」に、同じID「{id}」があります。",
        "en": "The banks “{bank}” and “{first}” both have the id “{id}”.",
    },
    hint={
        "ja": "市の独自の質問票の `prefix` とIDを変えてください。",
        "en": "Change the `prefix` and the ids of the city's own bank.",
    },
)
