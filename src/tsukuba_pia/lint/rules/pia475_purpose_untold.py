"""The service is described without its purpose.

Whether data is needed, and whether a less intrusive way would do, can only be judged against what it is for. The purpose is the first thing that the public page tells, and may
never be withheld. Where nothing at all is told of the service, PIA573 says so.

```yaml assessment without purpose
service: {unit: 都市計画部, alternatives: [{what: 人が数える, why_not: 夜は数えられません。}]}  # PIA475 at {unit
```

Use instead: `service: {purpose: …}`, in a sentence that a resident understands.

---

サービスの目的が書かれないまま、説明されています。

そのデータが必要か、もっと負担の少ない方法がないかは、目的があって初めて判断できます。目的は、公表するページの最初に示すもので、非公開にはできません。サービスについて何も書かれていないときは、PIA573 が示します。

代わりに: `service: {purpose: …}` に、市民に分かる一文で書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """A service that is told of, but not what it is for."""
    service = context.assessment.service
    if service is not None and not service.purpose:
        yield Finding(("service",))


RULE = Rule(
    code="PIA475",
    level="warning",
    about="assessment",
    message={
        "ja": "サービスの目的が書かれていません。",
        "en": "The purpose of the service is not told.",
    },
    hint={
        "ja": "`service` の `purpose` に、何のためのサービスかを書いてください。",
        "en": "Say under `service`, as its `purpose`, what it is for.",
    },
    check=check,
    since="review",
)
