"""A bank extends itself, or a bank that extends another one.

What a bank extends comes before it: its questions are asked first, and it brings the method. A bank cannot come before
itself, and a sector bank brings no method: only a bank that stands on nothing, such as core, can be extended.

Use instead: `extends: core@1.0`; or no `extends`, and a method of its own. Several sector banks stand side by side.

---

質問票が、自分自身か、ほかの質問票を土台にしている質問票を、土台にしています。

土台の質問票の質問は先に出て、評価方法も土台が持ちます。自分が自分より先になることはできず、分野の質問票は評価方法を持ちません。
土台にできるのは、core のように何も土台にしていない質問票だけです。

代わりに: `extends: core@1.0` と書くか、`extends` をやめて自分の評価方法を持たせます。分野の質問票は、並べて使えます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA218",
    level="error",
    about="bank",
    message={
        "ja": "{extends} は土台にできません。自分自身か、ほかを土台にしている質問票です。",
        "en": "{extends} cannot be extended: it is this bank itself, or it extends another one.",
    },
    hint={
        "ja": "extends に、何も土台にしていない質問票(core など)を書いてください。",
        "en": "Name a bank under “extends” that stands on nothing, such as core.",
    },
)
