"""A safeguard that was a condition of the approval is no longer promised.

It was approved because this safeguard was to be put in place. Now the answer says that there is none, or says nothing.

```yaml sign-off
outcome: approved_with_conditions
conditions: [{question: c_masking, owner: 都市計画課, due: 2027-03-01}]
```

```yaml assessment
answers:
  c_masking: absent  # PIA542 at absent
```

Use instead: the safeguard, planned or in place; or a new sign-off without it.

---

承認の条件だった対策が、取りやめになっています。

この対策を行うことを条件に承認されました。今の回答では、行わないことになっているか、何も書かれていません。

代わりに: 対策を計画または実施に戻すか、この対策のない内容で改めて決裁を受けます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import last_approval
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import IN_PLACE
from tsukuba_pia.model.result import Asked


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each condition whose safeguard is asked for and neither planned nor in place."""
    approval = last_approval(context)
    places = {one.id: one.path for one in context.answered}
    for one in approval.conditions if approval is not None else ():
        standing = context.result.standings.get(one.question or "")
        if standing is None or standing.asked is Asked.NOT:
            continue
        if standing.open or standing.value not in ("planned", *IN_PLACE):
            path: Path = places.get(standing.question, ("assessment",))
            yield Finding(path, {"question": standing.question, "on": approval.on if approval is not None else ""})


RULE = Rule(
    code="PIA542",
    level="error",
    about="assessment",
    message={
        "ja": "{on} の承認の条件だった対策「{question}」が、なくなっています。",
        "en": "“{question}” was a condition of the approval of {on}, and is gone.",
    },
    hint={
        "ja": "対策を戻すか、改めて決裁を受けてください。",
        "en": "Bring it back, or sign anew.",
    },
    check=check,
    telling=False,
)
