"""A day on which something is promised is more than five years ahead.

A promise for the year 2099 binds nobody: whoever made it has another post by then, and until that day the assessment looks as if all were in order. From approval
on this is an error.

```yaml assessment
answers:
  c_level: {answer: unknown, asking: 運行事業者, by_when: 2099-12-15}  # PIA620 at 2099-12-15
review: {due: 2099-12-31}  # PIA620 at 2099-12-31
```

Use instead: a day on which those who promise it can be asked. What takes longer is promised step by step.

---

約束した日が、5年より先です。

2099年の約束は、誰も縛りません。約束した人はもうその職におらず、その日までは、すべて整っているように見えます。承認の段階からはエラーです。

代わりに: 約束した人に尋ねることのできる日を書きます。長くかかることは、段階に分けて約束します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.far import FAR, years_after
from tsukuba_pia.lint.rule import STAGES, Rule

OF_AN_ANSWER = ("by_when", "due", "evidence_until")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each such day; that of what is withheld is told by another rule."""
    latest = years_after(context.as_of, FAR)
    settled = STAGES.index(context.stage) >= STAGES.index("approval")
    for path, day in _days(context):
        if day is not None and day > latest:
            yield Finding(path, {"key": str(path[-1]), "day": day}, level="error" if settled else None)


def _days(context: AssessmentContext) -> Iterator[tuple[Path, str | None]]:
    for one in context.answered:
        for key in OF_AN_ANSWER:
            yield one.at(key), getattr(one.answer, key)
    for number, request in enumerate(context.assessment.cooperation):
        yield ("cooperation", number, "due"), request.due
    if context.assessment.review is not None:
        yield ("review", "due"), context.assessment.review.due


RULE = Rule(
    code="PIA620",
    level="note",
    about="assessment",
    message={
        "ja": "`{key}` の日付({day})が、5年より先です。",
        "en": "`{key}` is {day}, more than five years ahead.",
    },
    hint={
        "ja": "約束した人に尋ねることのできる日を書いてください。",
        "en": "Write a day on which those who promise it can still be asked.",
    },
    check=check,
)
