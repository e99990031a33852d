"""A scenario names something that the bank does not have.

It answers, expects or builds upon a question, risk, red line, decision or scenario that is not there. The name is misspelt,
or the bank has changed. Such a scenario would hold the bank to nothing.

Use instead: a name that the bank has; `core/name` is a scenario of core.

---

シナリオが、質問票にないものを挙げています。

回答、期待する結果、土台にする別のシナリオのどれかに、質問票にない名前が書かれています。書き間違いか、質問票が変わったためです。
そのままでは、このシナリオは何も確かめません。

代わりに: 質問票にある名前を書きます。core のシナリオは `core/名前` と書きます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA240",
    level="error",
    about="bank",
    message={
        "ja": "{kind}「{name}」はありません。",
        "en": "There is no {kind} “{name}”.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]質問票にある名前を書いてください。",
        "en": "[Did you mean “{meant}”? ]Write a name that the bank has.",
    },
)
