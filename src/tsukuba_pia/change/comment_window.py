"""What a comment window is about, and what of it has changed so that residents have to be asked again. Pure.

They are where something is worse than what was put to comment: a higher level of a risk, a new recipient, purpose or
country, a safeguard that is less than was said. What got better, was answered or proven, is no reason.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from tsukuba_pia.change.canonical import canonical_json
from tsukuba_pia.change.tree import tree
from tsukuba_pia.model.assessment import Assessment, Consultation
from tsukuba_pia.model.comment_window import PROMISES, Promise, PutToComment, Recipient, RiskLevels, Window
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import NONE, AnswerState, Asked, ScoreResult
from tsukuba_pia.model.text import Text
from tsukuba_pia.model.withheld_sections import spread
from tsukuba_pia.score.asked import named, same_words
from tsukuba_pia.score.safeguards import is_verified

Kind = Literal["level", "recipient", "purpose", "country", "safeguard"]
MOMENTS = ("inherent", "current", "target")
NOTHING = "none"  # the standing of a safeguard that is neither there nor promised
Named = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why residents have to be asked again. `was` and `now` of levels and safeguards; `moment` of levels."""

    kind: Kind
    name: str  # of the risk, the recipient, the purpose, the country, the safeguard
    was: str = ""
    now: str = ""
    moment: str = ""


def put_to_comment(
    assessment: Assessment,
    questionnaire: Questionnaire,
    result: ScoreResult,
    window: str,
    document: str | None = None,
) -> PutToComment:
    """What residents are asked about when a window opens on the score's day. `window`: the consultation's id."""
    promises = _promises(assessment, questionnaire, result)
    answers = spread(questionnaire, assessment).answers
    shown = {name: one for name, one in promises.items() if not answers[name].hidden}
    return PutToComment(
        window,
        1,
        assessment.assessment,
        result.as_of,
        {name: RiskLevels(*(getattr(one, moment).worst for moment in MOMENTS)) for name, one in result.risks.items()},
        _recipients(assessment),
        _purposes(assessment),
        _countries(assessment),
        shown,
        document,
        {name: one for name, one in promises.items() if name not in shown},
    )


def shown_of(record: PutToComment) -> PutToComment:
    """What of a record may be published."""
    return replace(record, withheld={})


def window_digest(record: PutToComment) -> str:
    """The SHA-256 of what residents saw, in hexadecimal digits."""
    return hashlib.sha256(canonical_json(tree(shown_of(record)).plain)).hexdigest()


def problem_of(window: Window, assessment: Assessment) -> str:
    """What of a window does not fit (a word of the rules), or nothing."""
    record, said = window.record, window.consultation
    if record is None:
        return window.problem
    if window_digest(record) != said.digest:
        return "@window_changed"
    if (record.comment_window, record.assessment) != (said.id, assessment.assessment):
        return "@window_of_another"
    if said.from_ is None or said.to is None or said.to < said.from_:
        return "@window_no_days"
    return "@window_backdated" if said.from_ < record.on else ""


def newest(windows: Sequence[Window]) -> Window | None:
    """The window that counts: the one that opened last."""
    return max(windows, key=lambda one: (one.consultation.from_ or "", one.number), default=None)


def must_reopen(
    record: PutToComment, assessment: Assessment, questionnaire: Questionnaire, result: ScoreResult
) -> tuple[Reason, ...]:
    """All that residents were not asked about. Empty: nothing is worse than what was put to comment."""
    own = assessment.language
    return (
        *_levels(record, questionnaire, result),
        *(
            Reason("recipient", _said(one.names, own))
            for one in _recipients(assessment)
            if _new(one, record.recipients)
        ),
        *(Reason("purpose", _said(one, own)) for one in _purposes(assessment) if not _among(one, record.purposes)),
        *(Reason("country", one) for one in _countries(assessment) if one not in record.countries),
        *_lost(record, assessment, questionnaire, result),
    )


def holds(window: Window, assessment: Assessment, questionnaire: Questionnaire, result: ScoreResult) -> bool:
    """Whether a window is about what the assessment says today."""
    if window.record is None or problem_of(window, assessment):
        return False
    return not must_reopen(window.record, assessment, questionnaire, result)


def days_of(consultation: Consultation) -> int | None:
    """How many days a consultation is open, the first and the last one counted; None where it does not say."""
    try:
        first, last = date.fromisoformat(consultation.from_ or ""), date.fromisoformat(consultation.to or "")
    except ValueError:
        return None
    return (last - first).days + 1


def last_day(first: str, days: int) -> str:
    """The last day of a window of so many days, the first one counted."""
    return (date.fromisoformat(first) + timedelta(days=days - 1)).isoformat()


def _levels(record: PutToComment, questionnaire: Questionnaire, result: ScoreResult) -> Iterator[Reason]:
    """A level that the method no longer has cannot be held against one it has: whatever is not none is then higher."""
    ranks = {level: rank for rank, level in enumerate((NONE, *questionnaire.level_ids))}
    for name, risk in result.risks.items():
        before = record.risks.get(name, RiskLevels(NONE, NONE, NONE))
        for moment in MOMENTS:
            was, now = getattr(before, moment), getattr(risk, moment).worst
            if ranks[now] > ranks.get(was, 0):
                yield Reason("level", name, was, now, moment)


def _lost(
    record: PutToComment, assessment: Assessment, questionnaire: Questionnaire, result: ScoreResult
) -> Iterator[Reason]:
    """A safeguard that is no longer asked for is not lost: what it guarded against is gone, or a level tells."""
    ranks = {one: rank for rank, one in enumerate((NOTHING, *PROMISES))}
    today = _promises(assessment, questionnaire, result)
    for name, was in {**record.safeguards, **record.withheld}.items():
        standing, now = result.standings.get(name), today.get(name, NOTHING)
        needless = standing is not None and standing.asked is Asked.NOT
        if ranks[now] < ranks[was] and not needless:
            yield Reason("safeguard", name, was, now)


def _promises(assessment: Assessment, questionnaire: Questionnaire, result: ScoreResult) -> dict[str, Promise]:
    """What each safeguard counts as in the worst case: what nobody promised or proved is left out."""
    found: dict[str, Promise] = {}
    for name, asked in questionnaire.questions.items():
        standing, answer = result.standings[name], assessment.answers.get(name)
        given = standing.asked is Asked.ASKED and standing.state is AnswerState.ANSWERED
        if answer is None or not given or asked.question.type != "safeguard":
            continue
        if standing.value == "planned" and named(answer.owner) and answer.due is not None:
            found[name] = "planned"
        elif standing.value in ("implemented", "verified") and standing.evidence:
            found[name] = "verified" if is_verified(standing, answer) else "implemented"
    return dict(sorted(found.items()))


def _recipients(assessment: Assessment) -> tuple[Recipient, ...]:
    """Whom flows go to. One that is no actor, or has no name, is known by its own word alone."""
    actors = {one.id: one for one in assessment.actors or ()}
    found = []
    for name in dict.fromkeys(flow.to for flow in assessment.flows or () if flow.to.strip()):
        actor = actors.get(name)
        names = _named(actor.name if actor is not None else name, assessment.language) or {assessment.language: name}
        found.append(Recipient(names, actor.kind if actor is not None else ""))
    return tuple(sorted(found, key=lambda one: canonical_json([one.kind, dict(one.names)])))


def _purposes(assessment: Assessment) -> tuple[Named, ...]:
    service = assessment.service.purpose if assessment.service else None
    said = (service, *(flow.purpose for flow in assessment.flows or ()))
    found = (_named(text, assessment.language) for text in said if text is not None)
    return tuple(one for _, one in sorted({canonical_json(one): one for one in found if one}.items()))


def _countries(assessment: Assessment) -> tuple[str, ...]:
    places = (one.location for one in assessment.data or ())
    return tuple(sorted({place.country for place in places if place is not None and place.country is not None}))


def _named(text: Text, language: str) -> Named:
    """A text by its languages."""
    by_language = {language: text} if isinstance(text, str) else text
    return {name: " ".join(words.split()) for name, words in sorted(by_language.items()) if words.strip()}


def _same(one: Named, other: Named) -> bool:
    """The same in every language that both have, whatever its blanks, width and case. A translation adds nothing."""
    both = [name for name in one if name in other]
    return bool(both) and all(same_words(one[name], other[name]) for name in both)


def _among(one: Named, known: Sequence[Named]) -> bool:
    return any(_same(one, other) for other in known)


def _new(one: Recipient, known: Sequence[Recipient]) -> bool:
    return not _among(one.names, [other.names for other in known if other.kind == one.kind])


def _said(names: Named, language: str) -> str:
    return names[language] if language in names else next(iter(names.values()))
