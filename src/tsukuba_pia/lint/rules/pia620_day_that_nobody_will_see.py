"""A day that was promised, on which evidence ends, or on which the service starts is more than five years ahead.

A promise for the year 2099 binds nobody: whoever made it has another post by then, and until that day the assessment looks as if all were in order. From approval
on this is an error. The five years run from today, or from `dates.starts_on` where the service has not started, and on to the end of that fiscal year (31 March): a contract for five fiscal years is fine.

```yaml assessment
answers:
  c_level: {answer: unknown, asking: 運行事業者, by_when: 2099-12-15}  # PIA620 at 2099-12-15
review: {due: 2099-12-31}  # PIA620 at 2099-12-31
```

Use instead: a day on which those who promise it can be asked. What takes longer is promised step by step.

---

約束した日、根拠資料の期限、またはサービスの開始日などが、5年より先です。

2099年の約束は、誰も縛りません。約束した人はもうその職におらず、その日までは、すべて整っているように見えます。承認の段階からはエラーです。
5年は、今日(開始前なら開始日 `dates.starts_on`)から数え、その年度の末日(3月31日)まで認めます。5年度にわたる契約やリースの終わりの日は、書けます。

代わりに: 約束した人に尋ねることのできる日(5年以内)を書きます。長くかかることは、段階に分けて約束します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.far import last_day_of
from tsukuba_pia.lint.rule import STAGES, Rule

OF_AN_ANSWER = ("by_when", "due", "evidence_until")
OF_THE_SERVICE = ("tender", "contract", "starts_on")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each such day; that of what is withheld is told by another rule."""
    latest = last_day_of(context.assessment, context.as_of)
    settled = STAGES.index(context.stage) >= STAGES.index("approval")
    for path, day in _days(context):
        if day > latest:
            yield Finding(path, {"key": str(path[-1]), "day": day}, level="error" if settled else None)


def _days(context: AssessmentContext) -> Iterator[tuple[Path, str]]:
    assessment = context.assessment
    for one in context.long_forms:
        for key in OF_AN_ANSWER:
            if day := getattr(one.answer, key):
                yield one.at(key), day
    for number, request in enumerate(assessment.cooperation):
        if request.due:
            yield ("cooperation", number, "due"), request.due
    if assessment.review is not None and assessment.review.due:
        yield ("review", "due"), assessment.review.due
    for key in OF_THE_SERVICE if assessment.dates is not None else ():
        if day := getattr(assessment.dates, key):
            yield ("dates", key), day


RULE = Rule(
    code="PIA620",
    level="note",
    about="assessment",
    message={
        "ja": "`{key}` の日付({day})が、5年より先です。",
        "en": "`{key}` is {day}, more than five years ahead.",
    },
    hint={
        "ja": "5年以内の日を書いてください。長くかかることは、段階に分けて約束します。",
        "en": "Write a day within five years; what takes longer is promised step by step.",
    },
    check=check,
)
