"""A bank, or this version of it, is not there.

The name is misspelt, the version was never published, or a newer toolkit has it. `core@1.2` asks for 1.2 or a later
version within 1. Without its banks nothing is asked and nothing can be scored.

Use instead: a bank and a version that `pia bank list` shows.

---

質問票、またはその版がありません。

名前の書き間違いか、公開されていない版か、新しい版のツールにある質問票です。`core@1.2` は、1.2 か、それより後の 1 の版を意味します。
質問票がなければ、質問も評価もできません。

代わりに: `pia bank list` に出る質問票と版を書きます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA219",
    level="error",
    about="bank",
    message={
        "ja": "質問票「{bank}」がありません。",
        "en": "The bank “{bank}” is not there.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。][使える版は {versions} です。]`pia bank list` で、使える質問票を確かめられます。",
        "en": "[Did you mean “{meant}”? ][There are the versions {versions}. ]`pia bank list` shows what there is.",
    },
)
