"""A scenario comes out otherwise than it expects.

The bank says something else than the person who wrote the scenario meant: a slip in a row, a level or a condition, or
a change that was meant, and then the scenario tells who has to agree to it.

Use instead: the bank put right; or, if the change is meant, the new result in the scenario, with the reason in the pull
request.

---

シナリオの結果が、期待したとおりになりません。

シナリオを書いた人の考えと、質問票の定めが違っています。行、段階、条件の書き間違いか、意図した変更かのどちらかです。
意図した変更なら、誰の同意が要るかをシナリオが教えています。

代わりに: 質問票を直します。意図した変更なら、シナリオの期待を新しい結果に直し、理由をプルリクエストに書きます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA244",
    level="error",
    about="bank",
    message={
        "ja": "シナリオ「{scenario}」の {what} は {expected} のはずですが、{found} になります。",
        "en": "The scenario “{scenario}” expects {expected} for {what}, and it comes out as {found}.",
    },
    hint={
        "ja": "質問票を直すか、意図した変更なら期待する結果を直してください。",
        "en": "Put the bank right or, if the change is meant, what the scenario expects.",
    },
)
