"""What residents were asked about has become worse, so they have to be asked again.

A comment window is bound to what residents saw. It is to be opened again where a risk has a higher level, data goes to a new recipient, for a new purpose
or to a new country, or a safeguard is less than was said. What got better, was reworded, answered or proven does not open it again. The name of a recipient
and the words of a purpose are what residents judged by: other words are new ones; a translation is not.

Use instead: `pia comment` once more, or the assessment as it was put to comment.

---

意見を求めた内容より悪くなった点があるため、改めて意見を聞く必要があります。

意見募集は、そのとき示した内容についてのものです。リスクが大きくなった、提供先・目的・国が増えた、対策が示したものより弱くなった場合は、改めて募集します。良くなった点、言い回し、意見への回答、根拠の追加では、やり直しになりません。提供先の名前と目的の文は、市民が判断の拠り所にしたものなので、変えると新しいものとみなします(翻訳を足すだけなら変わりません)。

代わりに: もう一度 `pia comment` で募集するか、示した内容に戻します。
"""

from collections.abc import Iterator

from tsukuba_pia.change.comment_window import Reason, must_reopen, newest, problem_of
from tsukuba_pia.diagnostics import Finding, Level, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.sign_off import APPROVING

LONGEST = 60


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each reason, held against the window that opened last."""
    window = newest(context.windows)
    if window is None or window.record is None or problem_of(window, context.assessment) or _settled(context):
        return
    found = must_reopen(window.record, context.assessment, context.questionnaire, context.result)
    for one in found:
        path = _where(context, one, ("consultations", window.number, "digest"))
        name = one.name if len(one.name) <= LONGEST else f"{one.name[:LONGEST]}…"
        what = f"@reopen_{one.kind}" + (f"_{one.moment}" if one.moment else "")
        args = {"window": window.consultation.id, "what": what, "name": name, "was": one.was, "now": one.now}
        yield Finding(path, args, level=_level(context))


def _settled(context: AssessmentContext) -> bool:
    """What was approved as it stands is settled, and nobody waits for comments on what is needed at once."""
    if context.proposed is not None:
        return context.proposed.outcome == "expedited"
    last = context.sign_offs.last
    return last is not None and last.outcome in APPROVING and not context.changed


def _level(context: AssessmentContext) -> Level | None:
    """Between an approval and the next one the work goes on."""
    last = context.sign_offs.last
    return "warning" if context.proposed is None and last is not None and last.outcome in APPROVING else None


def _where(context: AssessmentContext, reason: Reason, window: Path) -> Path:
    answered = reason.kind == "safeguard" and reason.name in context.assessment.answers
    return next((one.path for one in context.answered if one.id == reason.name), window) if answered else window


RULE = Rule(
    code="PIA524",
    level="error",
    about="assessment",
    message={
        "ja": "意見募集「{window}」の後に悪くなりました: {what}「{name}」[({was} → {now})]。",
        "en": "Worse than what was put to comment in “{window}”: {what} “{name}”[ ({was} → {now})].",
    },
    hint={
        "ja": "`pia comment` で改めて意見を募るか、示した内容に戻してください。",
        "en": "Put it to comment again with `pia comment`, or go back to what was shown.",
    },
    check=check,
    since="review",
    telling=False,
)
