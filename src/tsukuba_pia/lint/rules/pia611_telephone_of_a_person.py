"""A telephone number stands in a text that will be published.

The desk under `service.contact` and the city's own `contact` are meant to be published, and so are numbers that only organisations have (0120, 0570, 0800). All others may be a person's: mobile
numbers, and numbers in groups, also after +81, with dots and in full width.

This is a hint, so a note: it fails no run unless one asks for that with `--fail-on note`. Where it is wrong, leave it; like all rules about publication it cannot be silenced, so that
whoever publishes sees it once more.

```yaml assessment
conclusion: 発見者(090-1234-5678)に確認しました。  # PIA611 at 090
```

Use instead: `発見者に電話で確認しました。`

---

公表される文章に、電話番号があります。

`service.contact` と市の設定の `contact` にある窓口の番号と、団体だけが使う番号(0120、0570、0800)は示しません。それ以外は、個人の番号かもしれません。携帯電話の番号と、
区切って書かれた番号を、+81 や点で区切ったもの、全角も含めて示します。

手がかりにすぎないので、注記(note)として示します。`--fail-on note` を付けないかぎり、実行は失敗になりません。個人の電話番号でなければ、そのままで構いません。公表に関する規則なので、
この指摘は止められません。公表する人が、もう一度目にするためです。

代わりに: 「発見者に電話で確認しました。」
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.traces import hints


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each number."""
    return hints(context.traces, "phone")


RULE = Rule(
    code="PIA611",
    level="note",
    about="assessment",
    message={
        "ja": "公表される文章に、電話番号があります。",
        "en": "A telephone number stands in a text that will be published.",
    },
    hint={
        "ja": "個人の番号なら消してください。窓口の番号は `service.contact` に書きます。",
        "en": "Delete it if it is a person's; a desk's belongs under `service.contact`.",
    },
    check=check,
    since="comment",
)
