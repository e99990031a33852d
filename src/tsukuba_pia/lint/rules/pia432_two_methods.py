"""Two banks of one assessment bring a method.

Scales, matrix and who may accept what must be the same for all risks, or their levels could not be compared.

Use instead: one core bank, and sector banks that extend it.

---

1つの評価で使う質問票のうち2つが、評価方法(method)をもっています。

段階、表、誰が受け入れてよいかは、すべてのリスクで同じでなければ比べられません。

代わりに: 基本の質問票は1つにし、分野の質問票はそれを土台にします。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA432",
    level="error",
    about="assessment",
    message={
        "ja": "質問票「{bank}」と「{first}」の両方に評価方法があります。",
        "en": "Both “{bank}” and “{first}” bring a method.",
    },
    hint={
        "ja": "`banks` から一方を外してください。",
        "en": "Take one of them out of `banks`.",
    },
)
