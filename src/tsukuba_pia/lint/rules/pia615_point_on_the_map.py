"""A point on the map stands in a text that will be published, so close that it shows a house.

Told are latitude and longitude in Japan with four decimals or more: four are eleven metres. A point that was taken from somebody's trip shows where they live; a lamp post shows nobody.

This is a hint, so a note: it fails no run unless one asks for that with `--fail-on note`. Where it is wrong, leave it; like all rules about publication it cannot be silenced, so that
whoever publishes sees it once more.

```yaml assessment
conclusion: 最後の位置は 36.0835, 140.0764 でした。  # PIA615 at 36
```

Use instead: the district, or two decimals (about a kilometre).

---

公表される文章に、1軒の家が分かるほど細かい緯度と経度があります。

日本の中の、小数点以下4桁以上の緯度と経度を示します。4桁は、およそ11メートルです。人の移動の記録から取った位置なら、住まいが分かります。街灯の位置なら、誰のことも分かりません。

手がかりにすぎないので、注記(note)として示します。`--fail-on note` を付けないかぎり、実行は失敗になりません。個人の住まいなどを示すものでなければ、そのままで構いません。公表に関する規則なので、
この指摘は止められません。公表する人が、もう一度目にするためです。

代わりに: 地区の名前か、小数点以下2桁(およそ1キロメートル)までにします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.traces import hints


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each point."""
    return hints(context.traces, "point")


RULE = Rule(
    code="PIA615",
    level="note",
    about="assessment",
    message={
        "ja": "公表される文章に、1軒の家が分かるほど細かい緯度と経度があります。",
        "en": "A text that will be published gives a point on the map so close that it shows a house.",
    },
    hint={
        "ja": "人の位置なら、地区の名前か、小数点以下2桁までにしてください。",
        "en": "If it is where somebody was, name the district, or give two decimals.",
    },
    check=check,
    since="comment",
)
