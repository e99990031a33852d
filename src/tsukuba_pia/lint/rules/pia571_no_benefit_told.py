"""It is not told who gains what from the service.

Residents weigh what they gain against what is left of the risks, and choose. Without a benefit there is nothing on one side, and no burden can be justified: not to them, and not to the post that
approves. Whom benefits are for is looked at by PIA445 and PIA446. From approval on this is an error.

```yaml assessment
service:
  benefits: []  # PIA571 at []
  alternatives: [{what: 人が数える, why_not: 夜は数えられません。}]
```

Use instead: at least one benefit, `{for: 子ども連れの人, what: 空いている駐車場がすぐに分かります。}` for one. Where residents gain nothing, say who does, and in the conclusion why it is done all the same.

---

サービスで誰が何を得るのか(利便性)が書かれていません。

市民は、得られるものと、残るリスクとを比べて、使うかどうかを選びます。利便性がなければ比べられません。負担を求める理由も、市民にも決裁する職にも示せません。誰のための利便性かは、PIA445 と PIA446 が示します。承認の段階からはエラーです。

代わりに: 少なくとも1つ、`{for: 子ども連れの人, what: 空いている駐車場がすぐに分かります。}` のように書きます。市民の得るものがないなら、誰が得るのかを書き、それでも行う理由を結論(conclusion)に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """A service that is described, and of which nobody has anything."""
    service = context.assessment.service
    if service is not None and not service.benefits:
        said = "benefits" in context.source.data["service"]
        settled = STAGES.index(context.stage) >= STAGES.index("approval")
        path = ("service", "benefits") if said else ("service",)
        yield Finding(path, level="error" if settled else None, key=not said)


RULE = Rule(
    code="PIA571",
    level="warning",
    about="assessment",
    message={
        "ja": "サービスの利便性(benefits)が書かれていません。",
        "en": "No benefit of the service is told.",
    },
    hint={
        "ja": "誰が何を得るのかを `service.benefits` に書いてください。",
        "en": "Say under `service.benefits` who gains what.",
    },
    check=check,
    since="review",
    telling=False,
)
