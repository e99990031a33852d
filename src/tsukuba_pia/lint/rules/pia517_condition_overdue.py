"""A condition of the approval is overdue.

The approval was given because somebody promised this by a day, and that day has passed.

```yaml sign-off
outcome: approved_with_conditions
conditions: [{question: c_masking, owner: 都市計画課, due: 2027-03-01}]
```

```yaml assessment
dates: {starts_on: 2027-07-01}
answers:
  c_masking: {answer: planned, owner: 都市計画課, due: 2027-06-01}  # PIA517 at planned
```

Use instead: the safeguard in place, with evidence; then a new sign-off. A condition in words ends only with a new sign-off.

---

承認の条件の期限が過ぎています。

この日までに行う約束で承認されましたが、期限を過ぎました。

代わりに: 対策を行い、根拠資料を付けて、改めて決裁を受けます。言葉で書かれた条件は、改めて決裁を受けたときに終わります。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import met
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each condition of the last sign-off whose day has passed and that nothing shows to be met."""
    last = context.sign_offs.last if context.proposed is None else None
    places = {one.id: one.path for one in context.answered}
    for one in last.conditions if last is not None else ():
        if one.due < context.as_of and not met(one, context.result):
            path = places.get(one.question or "", ("assessment",))
            yield Finding(path, {"question": one.question or "-", "owner": one.owner, "due": one.due})


RULE = Rule(
    code="PIA517",
    level="error",
    about="assessment",
    message={
        "ja": "承認の条件「{question}」の期限({due}、{owner})が過ぎています。",
        "en": "The condition “{question}” was due on {due} ({owner}).",
    },
    hint={
        "ja": "対策を行って根拠資料を付け、改めて決裁を受けてください。",
        "en": "Put it in place with evidence, and sign anew.",
    },
    check=check,
    since="approval",
    telling=False,
)
