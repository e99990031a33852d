"""The record of released versions was rewritten.

A line of `released.sha256` is written once and stays. Were it changed together with its bank, the record would bear
witness to whatever the bank says today.

Use instead: the line as it was. What a bank says now belongs into a new version with a line of its own.

---

公開の記録が書き換えられています。

`released.sha256` の行は、一度書いたら変えません。質問票と一緒に変えると、記録は、今の内容をそのまま認めるだけのものになってしまいます。

代わりに: 行を元に戻します。今の内容は新しい版にし、その版の行を足します。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA315",
    level="error",
    about="change",
    message={
        "ja": "公開の記録のうち「{file}」の行が、リビジョン {since} から{what}。",
        "en": "The line of “{file}” in the record of released versions {what} since {since}.",
    },
    hint={
        "ja": "行を元に戻し、変更は新しい版で行ってください。",
        "en": "Put the line back, and make the change in a new version.",
    },
)
