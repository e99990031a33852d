"""A bank extends itself, directly or by way of others.

What a bank extends comes before it: its questions are asked first. A bank cannot come before itself.

Use instead: the bank that this one adds to, usually core; or no `extends`, and a method of its own.

---

質問票が、直接に、またはほかの質問票を通じて、自分自身を土台にしています。

土台の質問票の質問は先に出ます。自分が自分より先になることはできません。

代わりに: 土台にする質問票(普通は core)を書くか、`extends` をやめて自分の評価方法を持たせます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA218",
    level="error",
    about="bank",
    message={
        "ja": "この質問票は、自分自身({extends})を土台にしています。",
        "en": "This bank extends itself ({extends}).",
    },
    hint={
        "ja": "extends に、土台にする別の質問票を書いてください。",
        "en": "Name another bank under “extends”.",
    },
)
