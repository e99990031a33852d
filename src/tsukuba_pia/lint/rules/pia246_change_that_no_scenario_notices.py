"""This place of the bank could change and no scenario would break.

The tool changes each row, level, condition and safeguard a little and scores all scenarios again. Where none of them comes
out otherwise, a slip of the hand would go unnoticed; or the place makes no difference at all, and the bank can be
simpler.

Use instead: a scenario in which this place alone decides, with its level in `expect`; or a bank without it.
`pia bank test BANK --propose` writes such a scenario where there is one.

---

質問票のこの箇所は、変わっても、どのシナリオも気付きません。

行、段階、条件、対策を一つずつ少しだけ変えて、すべてのシナリオを採点し直しています。どの結果も変わらないなら、書き間違いがあっても
見過ごされます。または、その箇所は何も左右しておらず、質問票をもっと簡単にできます。

代わりに: その箇所だけで結果が決まるシナリオを加え、段階を `expect` に書きます。または、その箇所を質問票からなくします。
`pia bank test 質問票 --propose` が、作れる場合には案を書きます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA246",
    level="error",
    about="bank",
    message={
        "ja": "ここを次のように変えても、どのシナリオも気付きません({change}: {detail})。",
        "en": "No scenario notices a change here ({change}: {detail}).",
    },
    hint={
        "ja": "ここだけで結果が決まるシナリオを加えてください。なくしても何も変わらない箇所なら、消します。案は --propose で出せます。",
        "en": "Add a scenario in which this place alone decides, or leave it out if it decides nothing. --propose writes a draft.",
    },
)
