"""No other way was looked at.

An intrusion is necessary only if nothing milder does. Whoever reads the assessment must see what was weighed, also what was never tried.

```yaml assessment
service: {purpose: 空いている駐車場を案内します。}  # PIA447 at service
```

Use instead: at least one way with less personal data, or none, and why it was not taken.

---

ほかの方法が検討されていません。

権利や利益を制約する方法は、もっと穏やかな方法がないときに限って必要だと言えます。何と比べたのか、何を試していないのかが、読む人に分からなければなり
ません。

代わりに: 個人情報が少ないか、要らない方法を少なくとも1つ挙げ、採らなかった理由を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """A service that is described without alternatives."""
    service = context.assessment.service
    if service is not None and not service.alternatives:
        yield Finding(("service",), key=True)


RULE = Rule(
    code="PIA447",
    level="warning",
    about="assessment",
    message={
        "ja": "個人情報への影響がより小さい、ほかの方法(alternatives)が書かれていません。",
        "en": "No milder way (`alternatives`) is told.",
    },
    hint={
        "ja": "`service.alternatives` に、ほかの方法と採らない理由を書いてください。",
        "en": "Say under `service.alternatives` what else could be done and why it is not.",
    },
    check=check,
    since="review",
    telling=False,
)
