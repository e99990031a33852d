"""A city's own bank has the name of a bank that comes with the toolkit.

An assessment names its banks. If two banks had one name, it would depend on the computer which questions are asked.

Use instead: another name for the own bank and its folder; with `extends` it can build on the shipped one.

---

市が自分で作った質問票の名前が、ツールに付属する質問票の名前と同じです。

評価は、使う質問票を名前で指します。同じ名前の質問票が2つあると、どちらの質問が出るかがパソコンによって変わってしまいます。

代わりに: 自分の質問票とフォルダーに別の名前を付けます。`extends` を使えば、付属の質問票を土台にできます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA217",
    level="error",
    about="bank",
    message={
        "ja": "質問票「{bank}」は、ツールに付属する質問票と同じ名前です。",
        "en": "The bank “{bank}” has the name of a bank that comes with the toolkit.",
    },
    hint={
        "ja": "質問票とそのフォルダーに、別の名前を付けてください。",
        "en": "Give the bank and its folder another name.",
    },
)
