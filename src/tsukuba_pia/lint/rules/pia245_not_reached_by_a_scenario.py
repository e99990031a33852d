"""No scenario reaches this place of the bank.

A question that is never asked, an option that is never chosen, a row that is never true (or never false): nobody has seen
what it does. Each such place needs a scenario on either side.

Use instead: a scenario that reaches it; often `based_on` another one with a single answer changed.
`pia bank test BANK --propose` writes one.

---

質問票のこの箇所に、どのシナリオも届いていません。

一度も聞かれない質問、選ばれない選択肢、成り立つこと(または成り立たないこと)のない行は、誰もその働きを見ていません。
どちらの側にもシナリオが必要です。

代わりに: そこに届くシナリオを加えます。多くは、別のシナリオを `based_on` にして回答を1つ変えるだけです。
`pia bank test 質問票 --propose` が案を書きます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA245",
    level="error",
    about="bank",
    message={
        "ja": "{what}シナリオが、1件もありません({name})。",
        "en": "No scenario {what}: {name}",
    },
    hint={
        "ja": "すでにあるシナリオを based_on に書き、回答を1つ変えたシナリオを加えてください。案は --propose で出せます。",
        "en": "Add one, with based_on and one answer. --propose writes a draft.",
    },
)
