"""The number of a card, a paper, an account or a car stands in a text that will be published.

A payment card is known by how its number begins and by its last digit (ISO/IEC 7812); a residence card by its form; a licence, passport, insurance, pension, resident record code or account by its
name right before the number; a car by its plate. One in ten other numbers of sixteen digits passes as a card's.

A warning fails no run unless one asks for that with `--fail-on warning`. Like all rules about publication it cannot be silenced; where it is another kind of number, leave out its last four digits.

```yaml assessment
conclusion: 旅券番号 TK1234567 の控えを取りました。  # PIA614 at TK
```

Use instead: `旅券の控えを取りました。` No example needs a real number.

---

公表される文章に、カード、証明書、口座、自動車のどれかの番号があります。

支払い用のカードは番号の始まりと最後の桁(ISO/IEC 7812)から、在留カードは形から、免許証、旅券、保険、年金、住民票コード、口座は番号のすぐ前の言葉から、自動車はナンバープレートの形から
見分けます。ほかの16桁の数も、10個に1個はカードの番号の決まりに合います。

警告なので、`--fail-on warning` を付けないかぎり、実行は失敗になりません。公表に関する規則なので、この指摘は止められません。別の番号なら、下4桁を省いて書けます。

代わりに: 「旅券の控えを取りました。」のように書きます。実際の番号は、例としても必要ありません。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.traces import hints


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each number, with what it is."""
    return hints(context.traces, "paper")


RULE = Rule(
    code="PIA614",
    level="warning",
    about="assessment",
    message={
        "ja": "公表される文章に、{what}の番号があるようです。",
        "en": "A text that will be published seems to give the number of {what}.",
    },
    hint={
        "ja": "番号を消してください。",
        "en": "Delete the number.",
    },
    check=check,
    since="comment",
)
