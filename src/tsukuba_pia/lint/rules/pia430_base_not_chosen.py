"""A bank stands on another one that this assessment does not use, or uses in a version that does not fit.

`extends: core@1.2` asks for core 1.2 or a later version within 1: the sector's conditions read its questions.

Use instead: the version that the bank asks for, or a version of the bank that fits.

---

質問票が土台にしている質問票が、この評価では使われていないか、合わない版です。

`extends: core@1.2` は、core の 1.2 以降(1 の中)を求めています。分野の質問票の条件が、その質問を参照しているためです。

代わりに: 求められている版を使うか、合う版の質問票に替えます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA430",
    level="error",
    about="assessment",
    message={
        "ja": "質問票「{bank}」は {extends} を土台にしていますが、この評価で使うのは {chosen} です。",
        "en": "The bank “{bank}” extends {extends}, but this assessment uses {chosen}.",
    },
    hint={
        "ja": "`banks` の版を合わせてください。",
        "en": "Make the versions under `banks` fit.",
    },
)
