"""A value in a scenario is none that can stand there.

The answer is no option of its question, or what is expected is no level of the scale. Two levels in brackets are the best
and the worst case.

Use instead: one of the values that the message lists.

---

シナリオの値が、そこに書けるものではありません。

回答が質問の選択肢にないか、期待する結果が段階の一覧にありません。[ ] の中の2つの段階は、最良と最悪の場合を表します。

代わりに: 表示された値のどれかを書きます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA241",
    level="error",
    about="bank",
    message={
        "ja": "「{found}」は、ここに書ける値ではありません。",
        "en": "“{found}” cannot stand here.",
    },
    hint={
        "ja": "[次のどれかを書いてください: {known}。]質問の種類や、数値の範囲を確かめてください。",
        "en": "[Write one of: {known}. ]Look at the type of the question and, for a number, at its range.",
    },
)
