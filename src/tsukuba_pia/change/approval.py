"""What a sign-off is held to: posts, waivers, conditions, and what of an assessment it has decided. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from tsukuba_pia.change.assessment_content import assessment_digest
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import IN_PLACE
from tsukuba_pia.model.profile import Organ, Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import NONE, AnswerState, Asked, ScoreResult
from tsukuba_pia.model.sign_off import EXPEDITED_DAYS, NOBODY, POSTS, Condition, SignOff, Waiver
from tsukuba_pia.model.text import Text

AUTHOR, REVIEWER, APPROVER, ACCEPTOR = "author", "reviewer", "approver", "risk_acceptor"
Evidence = Mapping[str, str | None]


def decided_digest(assessment: Assessment, evidence: Evidence, as_of: str) -> str:
    """The digest of what was decided on: without what is written down while the service runs."""
    dates = replace(assessment.dates, ended=None) if assessment.dates else None
    kept = replace(assessment, dates=dates, incidents=(), complaints=(), consultations=(), opinions=())
    return assessment_digest(kept, evidence, as_of)


def organ_of(assessment: Assessment, profile: Profile | None) -> Organ | None:
    """The organ that decides, as the city's profile has it."""
    organs = profile.organs if profile else ()
    return next((one for one in organs if one.id == assessment.organ), None)


def chain_of(assessment: Assessment, profile: Profile | None) -> Mapping[str, Text | None]:
    """The posts of the organ's chain with their names, from the lowest; those of the method where it lists none."""
    organ = organ_of(assessment, profile)
    if organ is None or not organ.posts:
        return dict.fromkeys(POSTS)
    return {post: organ.posts[post] for post in sorted(organ.posts, key=post_rank)}


def post_rank(post: str) -> int:
    """How high a post is; an unknown one is the lowest."""
    return POSTS.index(post) if post in POSTS else -1


def may_accept(post: str, level: str, questionnaire: Questionnaire, chain: Mapping[str, Text | None]) -> bool:
    """Whether a post of the chain may accept a level: the post that the method names, or a higher one."""
    needed = questionnaire.method.acceptance.get(level, NOBODY) if level != NONE else POSTS[0]
    return needed != NOBODY and post in chain and post_rank(post) >= post_rank(needed) >= 0


def deciding_post(level: str, questionnaire: Questionnaire, chain: Mapping[str, Text | None]) -> str:
    """From which post of the chain on one decides at a level, also against it.

    Where nobody may accept the level, that is the highest post that the method names; where the chain has none that is
    high enough, its own highest.
    """
    named = questionnaire.method.acceptance
    needed = post_rank(named.get(level, NOBODY) if level != NONE else POSTS[0])
    least = needed if needed >= 0 else max(map(post_rank, named.values()), default=-1)
    high = [post for post in chain if post_rank(post) >= least >= 0]
    return min(high, key=post_rank) if high else max(chain, key=post_rank)


def may_decide(post: str, level: str, questionnaire: Questionnaire, chain: Mapping[str, Text | None]) -> bool:
    """Whether a post of the chain decides at a level, also against it."""
    return post in chain and post_rank(post) >= post_rank(deciding_post(level, questionnaire, chain))


def acceptable(level: str, questionnaire: Questionnaire) -> bool:
    """Whether anybody may accept a level."""
    return level == NONE or questionnaire.method.acceptance.get(level, NOBODY) != NOBODY


def level_of(outcome: str, result: ScoreResult) -> str:
    """The level that an outcome accepts: what is to be built is judged by its target."""
    return (result.target if outcome == "approved_with_conditions" else result.current).worst


def waives(waiver: Waiver, questionnaire: Questionnaire, as_of: str) -> bool:
    """Whether a waiver holds on a day: as the red line allows, by a document, not expired."""
    rule = questionnaire.red_lines.get(waiver.red_line)
    allowed = rule is not None and rule.red_line.waivable_by != NOBODY and waiver.authority == rule.red_line.waivable_by
    return allowed and bool(waiver.document.strip()) and waiver.until >= as_of


def blocking(sign_off: SignOff | None, result: ScoreResult, questionnaire: Questionnaire) -> tuple[str, ...]:
    """The red lines that are crossed or not known, and that no waiver of the sign-off sets aside today."""
    held = () if sign_off is None or sign_off.outcome == "expedited" else sign_off.waivers
    waived = {one.red_line for one in held if waives(one, questionnaire, result.as_of)}
    return tuple(one.id for one in result.red_lines.values() if one.state != "clear" and one.id not in waived)


def planned(assessment: Assessment, questionnaire: Questionnaire, result: ScoreResult) -> Iterator[str]:
    """The safeguards that are planned, in the order of asking."""
    for name, asked in questionnaire.questions.items():
        standing = result.standings[name]
        counts = standing.state is AnswerState.ANSWERED and standing.value == "planned"
        if asked.question.type == "safeguard" and counts and name in assessment.answers:
            yield name


def conditions_of(assessment: Assessment, questionnaire: Questionnaire, result: ScoreResult) -> tuple[Condition, ...]:
    """The planned safeguards that say by whom and by when: the conditions of what may be built."""
    names = planned(assessment, questionnaire, result)
    answers = [(name, assessment.answers[name]) for name in names]
    return tuple(Condition(one.owner, one.due, question=name) for name, one in answers if one.owner and one.due)


def met(condition: Condition, result: ScoreResult) -> bool:
    """Whether the safeguard of a condition is in place, with its evidence; of one in words alone nobody can tell."""
    standing = result.standings.get(condition.question or "")
    shown = standing is not None and standing.asked is Asked.ASKED and standing.evidence
    return shown and standing is not None and standing.value in IN_PLACE


def names_of(assessment: Assessment, role: str) -> tuple[str, ...]:
    """The names of the team's people in a role."""
    return tuple(one.name for one in assessment.team if one.role == role and one.name)


def too_long(on: str, until: str) -> bool:
    """Whether an expedited approval would hold for longer than it may, or not at all."""
    try:
        days = (date.fromisoformat(until) - date.fromisoformat(on)).days
    except ValueError:
        return True
    return not 0 <= days <= EXPEDITED_DAYS
