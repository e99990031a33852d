"""What may be prepared is approved on conditions, and one of them is not promised in time.

The conditions are the planned safeguards. Each says who does it and by which day, and that day is not after the first day of the service.

Use instead: `owner`, and `due` on or before `dates.starts_on`.

---

条件付きの承認ですが、条件の一つが間に合う形で約束されていません。

条件は、計画した(planned)対策です。それぞれに担当と期限を書き、期限はサービスの開始日までにします。

代わりに: `owner` と、`dates.starts_on` までの `due` を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import planned
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.score.asked import named


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each planned safeguard without owner or day, or due after the start; and a start that nobody has set."""
    sign_off, assessment = context.sign_off, context.assessment
    if sign_off is None or sign_off.outcome != "approved_with_conditions":
        return
    starts = assessment.dates.starts_on if assessment.dates else None
    if starts is None:
        yield Finding(("dates",), {"problem": "@condition_no_start", "question": "dates.starts_on"}, key=True)
    places = {one.id: one.path for one in context.answered}
    for name in planned(assessment, context.questionnaire, context.result):
        answer = assessment.answers[name]
        if not named(answer.owner) or answer.due is None:
            yield Finding(places[name], {"problem": "@condition_open", "question": name})
        elif starts is not None and answer.due > starts:
            yield Finding(places[name], {"problem": "@condition_late", "question": name})


RULE = Rule(
    code="PIA515",
    level="error",
    about="assessment",
    message={
        "ja": "条件付きの承認の条件「{question}」: {problem}。",
        "en": "Condition “{question}”: {problem}.",
    },
    hint={
        "ja": "`owner` と、開始日までの `due` を書いてください。",
        "en": "Write `owner`, and `due` on or before the first day.",
    },
    check=check,
    since="approval",
    telling=False,
)
