"""What a review meeting has to talk about, worked out from the file, the score and the day alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tsukuba_pia.model.assessment import Assessment, Member
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import NONE, RiskResult, ScoreResult, Truth
from tsukuba_pia.model.text import Text
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.plan import plan_of

Kind = Literal["crossed", "red_line_unknown", "risk", "unknown", "overdue", "dissent", "override", "comment"]

OPINION = "opinion-"  # and the number of the opinion in the file: its name on the agenda


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to talk about, with what is known of it."""

    kind: Kind
    id: str  # of the red line, the risk, the question, the comment or the opinion; empty where there is none
    what: Text
    who: Text = ""  # who has to answer for it, or who said it
    due: str = ""
    levels: tuple[str, str, str] | None = None  # of a risk: before, now, when all is done
    reasons: tuple[Text, ...] = ()
    questions: tuple[str, ...] = ()  # whose answers it rests on
    place: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The items in the order in which they are taken, and the members with a conflict of interest."""

    conflicts: tuple[Member, ...]
    items: tuple[Item, ...]


def agenda_of(opened: Opened) -> Agenda:
    """The agenda. Only where `usable`."""
    assert opened.assessment is not None  # noqa: S101 - the caller asked `usable`
    assert opened.questionnaire is not None  # noqa: S101
    assessment, questionnaire, result = opened.assessment, opened.questionnaire, opened.score()
    worst = _worst(questionnaire, result)
    items = (
        *_red_lines(questionnaire, result),
        *(_risk(questionnaire, one) for one in worst),
        *_unknowns(opened, result, worst),
        *_overdue(opened),
        *_disagreements(assessment, questionnaire, result),
        *_comments(assessment),
    )
    return Agenda(tuple(one for one in assessment.team if one.conflict), items)


def _worst(questionnaire: Questionnaire, result: ScoreResult) -> tuple[RiskResult, ...]:
    """The risks that set the level of the whole, the heaviest first."""
    top = result.current.worst
    order = questionnaire.level_ids
    return tuple(one for one in result.worst_first(order) if top != NONE and one.current.worst == top)


def _red_lines(questionnaire: Questionnaire, result: ScoreResult) -> Iterator[Item]:
    """Those that are crossed before those that may be."""
    kinds: tuple[tuple[str, Kind], ...] = (("crossed", "crossed"), ("unknown", "red_line_unknown"))
    for state, kind in kinds:
        for line in result.red_lines.values():
            if line.state == state:
                yield Item(kind, line.id, questionnaire.red_lines[line.id].red_line.text, questions=line.questions)


def _risk(questionnaire: Questionnaire, risk: RiskResult) -> Item:
    raised = [one for one in risk.contributions if one.cause in ("row", "irreversible", "override") and one.because]
    return Item(
        "risk",
        risk.id,
        questionnaire.risks[risk.id].risk.title,
        levels=(risk.inherent.worst, risk.current.worst, risk.target.worst),
        reasons=tuple(one.because for one in raised),
        questions=tuple(dict.fromkeys(name for one in raised for name in one.questions)),
    )


def _unknowns(opened: Opened, result: ScoreResult, worst: tuple[RiskResult, ...]) -> Iterator[Item]:
    """Open questions on which a red line or one of the worst risks rests, those to be answered first in front."""
    assert opened.questionnaire is not None  # noqa: S101 - the caller asked `usable`
    lines = (name for line in result.red_lines.values() if line.state == "unknown" for name in line.questions)
    rows = (
        name
        for risk in worst
        for one in risk.contributions
        if one.truth is Truth.UNKNOWN or one.cause == "safeguard"
        for name in one.questions
    )
    wanted = {name for name in (*lines, *rows) if result.standings[name].open}
    for one in opened.unknowns(result).ranked if wanted else ():
        if one.question in wanted:
            yield Item("unknown", one.question, opened.questionnaire.questions[one.question].question.text)


def _overdue(opened: Opened) -> Iterator[Item]:
    for task in plan_of(opened):
        if task.overdue:
            yield Item("overdue", task.id, task.what, who=task.owner, due=task.due, place=task.place)


def _disagreements(assessment: Assessment, questionnaire: Questionnaire, result: ScoreResult) -> Iterator[Item]:
    """Dissent that nobody has answered, and levels that a person raised; members by their post, where it is given."""
    for number, opinion in enumerate(assessment.opinions, 1):
        if opinion.dissent and not opinion.answered:
            yield Item("dissent", f"{OPINION}{number}", opinion.says, who=opinion.post or opinion.by)
    for name, override in assessment.overrides.items():
        if name in result.risks:
            risk = result.risks[name]
            levels = (risk.inherent.worst, risk.current.worst, risk.target.worst)
            title = questionnaire.risks[name].risk.title
            yield Item("override", name, title, who=override.post, levels=levels, reasons=(override.because,))


def _comments(assessment: Assessment) -> Iterator[Item]:
    """What was said and has no answer, or one without a reason."""
    for one in assessment.consultations:
        if one.said and not (one.done and one.because):
            yield Item("comment", one.id, one.said, who=one.who)
    for number, opinion in enumerate(assessment.opinions, 1):
        if not opinion.dissent and not opinion.answered:
            yield Item("comment", f"{OPINION}{number}", opinion.says, who=opinion.post or opinion.by)
