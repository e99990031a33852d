"""A comment window is shorter than the city promises.

The city's profile says for how many days residents may comment (`comment_window_days`, 30 unless it says otherwise; the first and the last day count).
A shorter window takes a reason that residents can read.

```yaml assessment
consultations:
  - id: c1
    who: 市民
    from: 2027-03-01
    to: 2027-03-29  # PIA525 at 2027-03-29
    digest: 0d7c6e0b1a0f5e5e8a6c1f4f1d1a0a5a7a4d8f3b6c9e2d1f0a3b5c7d9e1f2a4b
```

Use instead: a later `to`, or the reason under `shorter`.

---

意見募集の期間が、市の定める日数より短くなっています。

募集の日数は、市の設定(city.yaml の `comment_window_days`、書かなければ30日)が定めます。初日と最終日を含めて数えます。短くするときは、市民が読める理由が要ります。

代わりに: `to` を延ばすか、`shorter` に理由を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.change.comment_window import days_of
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.profile import WINDOW_DAYS
from tsukuba_pia.model.text import words
from tsukuba_pia.score.asked import named


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each window that is bound to a digest, and too short without a reason."""
    wanted = context.profile.comment_window_days if context.profile is not None else WINDOW_DAYS
    for number, one in enumerate(context.assessment.consultations):
        days = days_of(one) if one.digest is not None else None
        if days is not None and days < wanted and not named(words(one.shorter, context.assessment.language)):
            args = {"window": one.id, "days": str(max(days, 0)), "wanted": str(wanted)}
            yield Finding(("consultations", number, "to"), args)


RULE = Rule(
    code="PIA525",
    level="error",
    about="assessment",
    message={
        "ja": "意見募集「{window}」は{days}日間で、市の定める{wanted}日に足りません。",
        "en": "The comment window “{window}” has {days} days; the city promises {wanted}.",
    },
    hint={
        "ja": "`to` を延ばすか、短くする理由を `shorter` に書いてください。",
        "en": "Put a later day under `to`, or say under `shorter` why it is shorter.",
    },
    check=check,
    since="review",
    telling=False,
)
