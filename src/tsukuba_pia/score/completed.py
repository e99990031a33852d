"""Answers as they would be with all that they need to count: what `--advise`, what-ifs and searches try out. Pure."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta

from tsukuba_pia.model.assessment import Answer, AnswerValue, Assessment
from tsukuba_pia.model.bank import IN_PLACE, NOT_APPLICABLE, Question
from tsukuba_pia.score.asked import named, same_person
from tsukuba_pia.score.safeguards import failed_on

_SOMEBODY, _ANOTHER, _FURTHER = "owner", "verifier", "reviewer"


def in_place(old: Answer, day: str, missing: AbstractSet[str], *, verified: bool) -> Answer:
    """A safeguard's answer as it would be once it is in place with all that it needs to count."""
    proof = next(name for number in range(len(missing) + 1) if (name := f"evidence-{number}") not in missing)
    done = replace(
        old, answer="implemented", by=None, owner=_somebody(old.owner), evidence=(proof,), evidence_until=None
    )
    if not verified:
        return done
    return replace(
        done, answer="verified", owner=_SOMEBODY, verified_by=_ANOTHER, verified_on=day, method=old.method or "test"
    )


def completed(question: Question, old: Answer, value: AnswerValue, day: str, missing: AbstractSet[str]) -> Answer:
    """An answer with this value: owner and due date of what is planned, evidence of what is done, another's word."""
    if value == NOT_APPLICABLE:
        agreed = next(one for one in (_ANOTHER, _FURTHER) if not same_person(one, old.by))
        return replace(old, answer=value, by=_somebody(old.by), confirmed_by=_FURTHER, agreed_by=agreed)
    if question.type != "safeguard":
        return Answer(answer=value)
    if value == "planned":
        return replace(old, answer=value, by=None, owner=_somebody(old.owner), due=old.due or day)
    if value in IN_PLACE:
        return in_place(old, day, missing, verified=value == "verified")
    return replace(old, answer=value, by=None)


def _somebody(name: str | None) -> str:
    """Whoever is named; a blank is nobody."""
    return name if name is not None and named(name) else _SOMEBODY


def day_of_proof(assessment: Assessment, as_of: str, risks: AbstractSet[str]) -> str:
    """The first day, from `as_of` on, on which verifying counts: one after every incident that touched a risk."""
    last = max((day for risk in risks if (day := failed_on(assessment, risk, as_of)) is not None), default=None)
    if last is None or last < as_of:
        return as_of
    try:
        return (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return as_of
