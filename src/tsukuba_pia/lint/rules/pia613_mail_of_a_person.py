"""An e-mail address stands in a text that will be published.

The desk under `service.contact`, addresses that name a desk (info, contact, privacy, …) and those of examples (example.jp) are left out. One that is written with [at], (at) or ☆ is told too.

This is a hint, so a note: it fails no run unless one asks for that with `--fail-on note`. Where it is wrong, leave it; like all rules about publication it cannot be silenced, so that
whoever publishes sees it once more.

```yaml assessment
conclusion: 詳しくは yamada.hanako@mail.test まで。  # PIA613 at yamada
```

Use instead: the desk, under `service.contact`.

---

公表される文章に、メールアドレスがあります。

`service.contact` の窓口、窓口を表すもの(info、contact、privacy など)、例示用のもの(example.jp)は示しません。「@」を [at]、(at)、☆ などに替えたものも示します。

手がかりにすぎないので、注記(note)として示します。`--fail-on note` を付けないかぎり、実行は失敗になりません。個人のアドレスでなければ、そのままで構いません。公表に関する規則なので、
この指摘は止められません。公表する人が、もう一度目にするためです。

代わりに: 窓口を `service.contact` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.traces import hints


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each address."""
    return hints(context.traces, "mail")


RULE = Rule(
    code="PIA613",
    level="note",
    about="assessment",
    message={
        "ja": "公表される文章に、メールアドレスがあります。",
        "en": "An e-mail address stands in a text that will be published.",
    },
    hint={
        "ja": "個人のものなら消してください。窓口は `service.contact` に書きます。",
        "en": "Delete it if it is a person's; a desk's belongs under `service.contact`.",
    },
    check=check,
    since="comment",
)
