"""The day on which the assessment was to be looked at again has passed.

A service changes slowly, and so do the people around it. A review on time finds what no single change would have shown. A day that has passed before the approval is set anew. It is an error while the published service runs (from `follow-up` on), before that a warning.

```yaml assessment
review: {due: 2027-03-31}  # PIA518 at 2027-03-31
```

Use instead: a review (`pia new --from` makes the next assessment), or a later `review.due` with a reason.

---

見直しの期限が過ぎています。

サービスも周りの状況も、少しずつ変わります。決めた日に見直すと、一つ一つの変更では分からないことに気付けます。承認のときに過ぎているなら、これからの日に改めます。公表して動かしている間(`follow-up` から)はエラー、その前は警告です。

代わりに: 見直しをします(`pia new --from` で次の評価書を作れます)。または理由を書いて `review.due` を改めます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Where the review's day is over."""
    review = context.assessment.review
    running = STAGES.index(context.stage) >= STAGES.index("follow-up")
    if review is not None and review.due is not None and review.due < context.as_of:
        yield Finding(("review", "due"), {"due": review.due}, level="error" if running else None)


RULE = Rule(
    code="PIA518",
    level="warning",
    about="assessment",
    message={
        "ja": "見直しの期限({due})が過ぎています。",
        "en": "The review was due on {due}.",
    },
    hint={
        "ja": "`pia new --from` で次の評価書を作って見直すか、理由を書いて `review.due` を改めてください。",
        "en": "Review it: `pia new --from` makes the next assessment; or set a later `review.due`, with a reason.",
    },
    check=check,
    since="approval",
    telling=False,
)
