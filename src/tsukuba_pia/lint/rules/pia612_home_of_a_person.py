"""An address down to the house, or a postal code, stands in a text that will be published.

The address of the desk under `service.contact` is meant to be published. Told are 丁目, 番地 and 番…号 with their numbers, a town (町), or a place behind the name of its city, with 1-2-3 behind it, any name with 1-2-3 where words say that somebody lives there, and 〒 with its number; not the address of a
town hall, a school or the like, where its name stands right before or behind. A place where something is set up is told: whether somebody lives there, only people know.

This is a hint, so a note: it fails no run unless one asks for that with `--fail-on note`. Where it is wrong, leave it; like all rules about publication it cannot be silenced, so that
whoever publishes sees it once more.

```yaml assessment
conclusion: 東町二丁目5番3号の住民から相談がありました。  # PIA612 at 二丁目
```

Use instead: the district: `東町の住民から…`.

---

公表される文章に、番地までの住所か、郵便番号があります。

`service.contact` の窓口の住所は示しません。数字の付いた「丁目」「番地」「番…号」、「東町1-2-3」や、市区町村の名前から書いた「1-2-3」、「松代1-2-3に住む」のように住まいと分かる「1-2-3」、「〒」の付いた番号を示します。市役所、公民館、学校などの名前がすぐ前か後ろにある住所は示しません。機器を置く場所などの住所は示します。
そこに人が住んでいるかどうかは、人が見なければ分からないからです。

手がかりにすぎないので、注記(note)として示します。`--fail-on note` を付けないかぎり、実行は失敗になりません。個人の住まいでなければ、そのままで構いません。公表に関する規則なので、
この指摘は止められません。公表する人が、もう一度目にするためです。

代わりに: 「東町の住民から…」のように、地区までを書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.traces import hints


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each address."""
    return hints(context.traces, "home")


RULE = Rule(
    code="PIA612",
    level="note",
    about="assessment",
    message={
        "ja": "公表される文章に、番地までの住所か、郵便番号があります。",
        "en": "An address down to the house, or a postal code, stands in a text that will be published.",
    },
    hint={
        "ja": "個人の住まいなら、地区までにしてください。窓口の住所は `service.contact` に書きます。",
        "en": "If somebody lives there, name the district only; a desk's address belongs under `service.contact`.",
    },
    check=check,
    since="comment",
)
