"""Somebody who is to give an independent opinion belongs to a firm that takes part in the service.

Who sells, runs or receives something may well be heard, and their view is worth having; but it is not an opinion from outside. Readers of the report take `independent` at its word.

```yaml assessment
team:
  - {role: author, name: 高橋 直}
  - {role: reviewer, name: 伊藤 文}
  - {role: independent, post: 研究員, organisation: 架空運行株式会社, constituency: legal}  # PIA568 at {role: independent, post: 研究員
  - {role: independent, post: 市民, constituency: resident}
actors:
  - {id: operator, name: 架空運行株式会社(受託者), kind: contractor_of_city}
```

Use instead: somebody who has no part in the service; what the firm says stands under `consultations`.

---

第三者として意見を述べる人が、このサービスに関わる事業者の人です。

売る側、動かす側、受け取る側の意見を聴くのはよいことですが、外からの意見にはなりません。報告書を読む人は、`independent`(第三者)をその言葉どおりに受け取ります。

代わりに: サービスに関わりのない人にします。事業者の意見は `consultations` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import firm_in, versions

INDEPENDENT = "independent"


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each independent member whose organisation, post or name is that of a firm among the actors."""
    for number, one in enumerate(context.assessment.team if context.assessment.actors else ()):
        said = (*versions(one.organisation), *versions(one.post), *versions(one.name))
        firm = next((actor for each in said if (actor := firm_in(each, context))), None)
        if one.role == INDEPENDENT and firm is not None:
            yield Finding(("team", number), {"who": said[-1], "actor": firm.id})


RULE = Rule(
    code="PIA568",
    level="warning",
    about="assessment",
    message={
        "ja": "第三者のはずの「{who}」が、サービスに関わる「{actor}」の人です。",
        "en": "“{who}” is to be independent, and belongs to “{actor}”, which takes part in the service.",
    },
    hint={
        "ja": "サービスに関わりのない人にするか、事業者の意見として `consultations` に書いてください。",
        "en": "Name somebody without a part in it, or write what the firm says under `consultations`.",
    },
    check=check,
    since="review",
    telling=False,
)
