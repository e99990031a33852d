"""It is not told when the assessment is looked at next.

What was true at launch wears out: data, vendors and law change. Residents are told the day on which the city looks again.

```yaml assessment
review: {triggers: [カメラの追加]}  # PIA609 at {triggers
```

Use instead: `review: {due: 2028-03-31, triggers: [カメラの追加]}`.

---

次に見直す日が書かれていません。

始めたときに正しかったことも、データや事業者、法令が変われば古くなります。いつ見直すかを、市民に示します。

代わりに: `review: {due: 2028-03-31, triggers: [カメラの追加]}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """No day."""
    review = context.assessment.review
    if review is None or review.due is None:
        yield Finding(("review",))


RULE = Rule(
    code="PIA609",
    level="warning",
    about="assessment",
    message={
        "ja": "次に見直す日が書かれていません。",
        "en": "It is not told when this is looked at next.",
    },
    hint={
        "ja": "`review.due` に日付を書いてください。",
        "en": "Write the day under `review.due`.",
    },
    check=check,
    since="publication",
    telling=False,
)
