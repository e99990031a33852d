"""All benefits are for the city itself.

Residents bear the risk that remains. They can only weigh it against something if it says what they gain.

```yaml assessment
service:
  benefits:
    - {for: 市の職員, what: 集計の手間が減ります。}  # PIA445 at 市の職員
  alternatives: [{what: 人が数える, why_not: 夜は数えられません。}]
```

Use instead: what residents gain, and which of them; if nothing, the conclusion must say why it is done all the same.

---

利便性が、市のためのものだけです。

残るリスクを負うのは市民です。市民が何を得るかが書かれていなければ、リスクと比べて考えることができません。

代わりに: どの市民が、何を得るかを書きます。何も得ないなら、それでも行う理由を結論(conclusion)に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.benefits import for_the_city
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The first benefit, where every one is for the city, its units or its staff."""
    service = context.assessment.service
    benefits = service.benefits if service is not None else ()
    if benefits and all(for_the_city(one, context) for one in benefits):
        yield Finding(("service", "benefits", 0, "for"), {"number": str(len(benefits))})


RULE = Rule(
    code="PIA445",
    level="warning",
    about="assessment",
    message={
        "ja": "書かれている利便性({number}件)は、すべて市のためのものです。",
        "en": "Every benefit that is told ({number}) is for the city itself.",
    },
    hint={
        "ja": "市民の誰が何を得るかを `service.benefits` に書いてください。",
        "en": "Say under `service.benefits` which residents gain what.",
    },
    check=check,
    since="review",
    telling=False,
)
