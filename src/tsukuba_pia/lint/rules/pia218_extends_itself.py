"""A bank extends itself, directly or by way of others.

What a bank extends comes before it: its questions are asked first. A bank cannot come before itself.

Use instead: the bank that this one adds to, usually core; or no `extends`, and a method of its own.

---

問診票が、直接に、またはほかの問診票を通じて、自分自身を土台にしています。

土台の問診票の質問は先に出ます。自分が自分より先になることはできません。

代わりに: 土台にする問診票(普通は core)を書くか、`extends` をやめて自分の評価方法を持たせます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA218",
    level="error",
    about="bank",
    message={
        "ja": "この問診票は、自分自身({extends})を土台にしています。",
        "en": "This bank extends itself ({extends}).",
    },
    hint={
        "ja": "extends に、土台にする別の問診票を書いてください。",
        "en": "Name another bank under “extends”.",
    },
)
