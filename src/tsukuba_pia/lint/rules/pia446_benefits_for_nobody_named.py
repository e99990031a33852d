"""All benefits are for everybody in general, and for nobody in particular.

Risks are judged for each affected group. Whether those who bear a risk are those who gain can only be seen if it says who gains: in words
that leave somebody out, or with the group that the risks name too.

```yaml assessment
service:
  benefits:
    - {for: 市民のみなさま, what: 便利になります。}  # PIA446 at 市民のみなさま
  alternatives: [{what: 人が数える, why_not: 夜は数えられません。}]
```

Use instead: `{for: 歩いて学校に通う子ども, group: children, what: …}`.

---

どの利便性も、「市民」のように、広く一般の人のためとしか書かれていません。

リスクは、影響を受ける人々ごとに評価します。リスクを負う人と利便性を得る人が同じかどうかは、誰が得るのかが具体的に書かれていなければ分かりません。
リスクと同じ言葉(group)でも書けます。

代わりに: `{for: 歩いて学校に通う子ども, group: children, what: …}` のように書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.benefits import for_anybody, for_the_city
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The first benefit that is for anybody, where no other is for somebody; where all are for the city, PIA445 tells."""
    service = context.assessment.service
    benefits = service.benefits if service is not None else ()
    general = [number for number, one in enumerate(benefits) if for_anybody(one)]
    if general and all(for_anybody(one) or for_the_city(one, context) for one in benefits):
        groups = ", ".join(term.id for term in context.questionnaire.vocabulary.groups)
        yield Finding(("service", "benefits", general[0], "for"), {"groups": groups})


RULE = Rule(
    code="PIA446",
    level="warning",
    about="assessment",
    message={
        "ja": "誰のための利便性かが、具体的に書かれていません。",
        "en": "The benefits do not say who in particular gains.",
    },
    hint={
        "ja": "どのような人かを書くか、`group:` に {groups} のどれかを書いてください。",
        "en": "Say what kind of people, or add `group:`, one of {groups}.",
    },
    check=check,
    since="review",
    telling=False,
)
