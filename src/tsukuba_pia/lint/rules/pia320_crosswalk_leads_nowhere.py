"""A crosswalk names something that is not there.

A crosswalk tells where the clauses of another text (a standard, a form, a policy) are met here. A name that leads nowhere would make a
reader believe that a clause is covered.

Use instead: a question of the bank that the list stands on (`extends`), a stage or a principle of the vocabulary, the role of a decision, a
key of an assessment such as `service.scope`, an id of the list of references.

---

対応表が、ないものを指しています。

対応表は、ほかの文書(規格、様式、方針など)の項目が、この質問票や評価書のどこに当たるかを示します。ないものを指していると、
対応できていると誤って読まれます。

代わりに: もとにする質問票(`extends`)の設問、用語集の段階や原則、判定の役割、評価書のキー(`service.scope` など)、根拠一覧のIDを書きます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA320",
    level="error",
    about="file",
    message={
        "ja": "[設問「{question}」][段階「{stage}」][原則「{principle}」][役割「{decision}」の判定][評価書のキー「{part}」][根拠「{reference}」]は、ありません。",
        "en": "There is no [question “{question}”][stage “{stage}”][principle “{principle}”][decision with the role “{decision}”][key “{part}” of an assessment][reference “{reference}”].",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]名前を確かめてください。",
        "en": "[Did you mean “{meant}”? ]Check the name.",
    },
)
