"""What of an assessment may stand in the register: today's text, or what was decided on last, and every version.

Public is what was decided on, what residents are or were asked about, what needs no assessment, what was refused and
what has ended (docs/decisions/0019). Whatever is withheld today is withheld in every version, also where it was not
when that version was signed.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from tsukuba_pia.change.comment_window import newest, problem_of
from tsukuba_pia.change.state import State
from tsukuba_pia.load.sign_offs import ROOM
from tsukuba_pia.model.assessment import Answer, Assessment, Member, Withheld
from tsukuba_pia.model.minutes import Minutes
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.model.sign_off import APPROVING, SignOff, SignOffs
from tsukuba_pia.report.build import build_report
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Audience
from tsukuba_pia.report.places import Places
from tsukuba_pia.report.signed import BACK
from tsukuba_pia.report.withholding import Secret, Unsaid, secrets_of, without_secrets
from tsukuba_pia.score.asked import same_name
from tsukuba_pia.work.opening import Opened, state_now
from tsukuba_pia.work.publishing import UNDECIDED, hindrances, undecided
from tsukuba_pia.work.unsaid import unsaid_in
from tsukuba_pia.work.verifying import score_again, snapshot_of

Why = Literal["unusable", "findings", "undecided"]
RUNS: dict[str, str] = {"expedited": "approved"}  # what a report calls the outcome of a sign-off


@dataclass(frozen=True, slots=True)
class Told:
    """One text of an assessment, ready to be told."""

    questionnaire: Questionnaire
    assessment: Assessment
    result: ScoreResult
    profile: Profile | None
    state: str
    draft: bool = False
    signed: SignOffs = field(default_factory=SignOffs)  # the decisions on record then
    window: tuple[str, str] | None = None  # the days from and to which residents may comment, or could
    unsaid: Unsaid = field(default_factory=dict)  # of the decisions: what its page may not say

    def report(
        self,
        language: str,
        audience: Audience = "public",
        *,
        earlier: Report | None = None,
        places: Places | None = None,
        minutes: Sequence[Minutes] = (),
    ) -> Report:
        """What a reader reads of it. `earlier`: what this reader read of the text that was decided on last."""
        return build_report(
            self.questionnaire,
            self.assessment,
            self.result,
            language=language,
            audience=audience,
            profile=self.profile,
            places=places,
            state=self.state,
            draft=self.draft,
            signed=self.signed,
            earlier=earlier,
            window=self.window,
            minutes=minutes,
            unsaid=self.unsaid,
        )

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What may not be read in it."""
        return secrets_of(self.questionnaire, self.assessment)

    def with_other_secrets(self) -> "Told":
        """The same, had each withheld text been another one."""
        assessment, result = without_secrets(self.questionnaire, self.assessment, self.result)
        return replace(self, assessment=assessment, result=result)


@dataclass(frozen=True, slots=True)
class Public:
    """An assessment as the register has it."""

    now: Told  # what its page says
    versions: tuple[tuple[SignOff, Told], ...]  # the first one first
    state: str
    published_on: str | None
    today: tuple[Secret, ...]  # what is withheld in today's text, whether or not its page says that
    unshown: tuple[SignOff, ...] = ()  # versions without a page: what is withheld today could be read there
    kept: str = ""  # decided, sent_back: its page says what was decided on, for today's text may not be published

    def without(self, versions: Collection[int]) -> "Public":
        """The same, had some versions no page; the one that its page says today keeps its own."""
        said = self.versions[-1:] if self.kept else ()
        kept = tuple(one for one in self.versions if one in said or one[0].number not in versions)
        left = {one.number for one, _ in kept}
        gone = tuple(one for one, _ in self.versions if one.number not in left)
        return replace(self, versions=kept, unshown=(*self.unshown, *gone))

    def with_other_secrets(self) -> "Public":
        """The same, had each withheld text been another one."""
        versions = tuple((sign_off, told.with_other_secrets()) for sign_off, told in self.versions)
        return replace(self, now=self.now.with_other_secrets(), versions=versions)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an assessment does not stand in the register, and how many findings say so."""

    why: Why
    findings: int = 0


def public_of(opened: Opened, *, drafts: bool) -> Public | Refusal:
    """What of an assessment may be told. `drafts`: what may not is told as a draft."""
    if not opened.usable or opened.assessment is None:
        return Refusal("unusable", sum(one.level == "error" for one in opened.diagnostics))
    assessment, result = opened.assessment, opened.score()
    state, window = state_now(opened, result), _window(opened)
    begun = state == "comment" or (window is not None and window[0] <= opened.as_of)
    decided = not undecided(opened)
    wrong = len(hindrances(opened, "publication" if decided else "comment"))
    fits = not wrong and (decided or begun)
    versions = tuple(_versions(opened, assessment))
    now = told_of(opened, state, draft=drafts and not fits)
    published_on = assessment.publication.published_on if assessment.publication else None
    if fits or drafts:
        return Public(now, versions, now.state, published_on, now.secrets)
    if versions:
        why = "sent_back" if _sent_back(now) else "decided"
        return Public(_as_decided(versions[-1][1], now), versions, now.state, published_on, now.secrets, kept=why)
    return Refusal("findings" if wrong and (decided or opened.windows) else "undecided", wrong)


def _as_decided(then: Told, now: Told) -> Told:
    """The text that was decided on last; where that decision was taken back since, it says so."""
    if not _sent_back(now):
        return then
    result = replace(then.result, as_of=now.result.as_of)
    return replace(then, signed=now.signed, state=now.state, result=result, unsaid={**then.unsaid, **now.unsaid})


def _sent_back(now: Told) -> bool:
    last = now.signed.until(now.result.as_of).last
    return last is not None and last.outcome == BACK


def told_of(opened: Opened, state: State, *, draft: bool) -> Told:
    """Today's text. Only where `usable`."""
    assert opened.questionnaire is not None  # noqa: S101 - it is usable
    assert opened.assessment is not None  # noqa: S101
    window = _window(opened)
    begun = window is not None and window[0] <= opened.as_of
    told = state if state not in UNDECIDED or state == "comment" else "review" if begun else "draft"
    return Told(
        opened.questionnaire,
        opened.assessment,
        opened.score(),
        opened.profile,
        told,
        draft,
        signed=opened.signed,
        window=window,
        unsaid=unsaid_in(opened.signed.until(opened.as_of), [(opened.questionnaire, opened.assessment)]),
    )


def _window(opened: Opened) -> tuple[str, str] | None:
    """The first and the last day on which residents may comment, or could; one that nothing binds is none (PIA523)."""
    bound = newest(opened.windows)
    if bound is None or opened.assessment is None or problem_of(bound, opened.assessment):
        return None
    first, last = bound.consultation.from_, bound.consultation.to
    return (first, last) if first is not None and last is not None else None


def _versions(opened: Opened, today: Assessment) -> Iterator[tuple[SignOff, Told]]:
    """What was approved or refused; what was sent back to be changed is no version that the public has."""
    for place, sign_off in enumerate(opened.signed.until(opened.as_of).sound):
        told = _version(opened, today, place)
        if told is not None:
            yield sign_off, told


def last_decided(opened: Opened) -> Told | None:
    """The text that was approved or refused last. Only where `usable`."""
    places = reversed(range(len(opened.signed.until(opened.as_of).sound)))
    today = opened.assessment
    found = (_version(opened, today, place) for place in places if today is not None)
    return next((one for one in found if one is not None), None)


def _version(opened: Opened, today: Assessment, place: int) -> Told | None:
    """The text that a sign-off decided on, from its snapshot."""
    decided = opened.signed.until(opened.as_of).all
    signed = decided[place]
    sign_off = signed.sign_off
    if sign_off is None or sign_off.outcome not in (*APPROVING, "refused"):
        return None
    kept = snapshot_of(opened.path.parent / ROOM / signed.folder, sign_off)
    if not kept.usable or kept.assessment is None or kept.questionnaire is None:
        return None
    seen, known = as_withheld_today(kept.assessment, today), SignOffs(decided[: place + 1])
    texts = [(kept.questionnaire, seen), *([(opened.questionnaire, today)] if opened.questionnaire else ())]
    return Told(
        kept.questionnaire,
        seen,
        score_again(kept, sign_off),
        kept.profile,
        RUNS.get(sign_off.outcome, sign_off.outcome),
        signed=known,
        unsaid=unsaid_in(known, texts),
    )


def as_withheld_today(then: Assessment, today: Assessment) -> Assessment:
    """An earlier text with all that is withheld in it or today.

    Where a question is withheld today that was not there yet, it may be an earlier one by another name: all answers
    whose questions are gone are withheld, too.
    """
    come = (one.withheld for name, one in today.answers.items() if one.withheld and name not in then.answers)
    gone = Answer(withheld=next(come, None))
    answers = {name: _answer(one, today.answers.get(name, gone)) for name, one in then.answers.items()}
    team = tuple(_member(one, today.team, _unmet(then.team, today.team)) for one in then.team)
    return replace(then, answers=answers, team=team, withheld={**then.withheld, **today.withheld})


def _answer(then: Answer, today: Answer) -> Answer:
    return replace(then, withheld=_wider(then.withheld, today.withheld))


def _member(then: Member, today: tuple[Member, ...], unmet: Withheld | None) -> Member:
    met = next((one for one in today if _same(one, then)), None)
    return replace(then, withheld=_wider(then.withheld, met.withheld if met is not None else unmet))


def _unmet(then: tuple[Member, ...], today: tuple[Member, ...]) -> Withheld | None:
    """How somebody is withheld today whom the earlier text does not name so: it may name the person otherwise."""
    hidden = (one for one in today if one.withheld is not None)
    return next((one.withheld for one in hidden if not any(_same(one, other) for other in then)), None)


def _same(one: Member, other: Member) -> bool:
    return bool(one.name and other.name) and same_name(one.name, other.name)


def _wider(one: Withheld | None, other: Withheld | None) -> Withheld | None:
    """Both together: one that names no parts is all of it."""
    if one is None or other is None:
        return one or other
    parts = tuple(dict.fromkeys((*one.of, *other.of))) if one.of and other.of else ()
    return replace(other, of=parts)
