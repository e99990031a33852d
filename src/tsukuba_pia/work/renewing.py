"""The yearly review: a copy of an assessment as the next one, and what there is to do; nothing is written here."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tsukuba_pia.labels import labels
from tsukuba_pia.load.assessment import FILE
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.evidence import WEB
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import UNKNOWN
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import AnswerState, Asked, ScoreResult
from tsukuba_pia.model.text import LANGUAGES
from tsukuba_pia.score.engine import score
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.work.threshold import scope_of
from tsukuba_pia.yaml_edit import retire, set_value
from tsukuba_pia.yaml_promise import again

# What belongs to the round before: it stays as a comment, to be written anew.
ROUND = ("dates", "consultations", "opinions", "conclusion", "publication", "review")
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do: the words' key and what fills them."""

    key: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Renewed:
    """The next assessment as it would be."""

    place: Path
    name: str
    text: str
    evidence: tuple[str, ...]  # files to copy, by their paths in both folders
    to_do: tuple[ToDo, ...]


def next_name(name: str, today: str) -> str:
    """The name with this year in the place of its own; of one that has none, with the year behind it."""
    year = _YEAR.search(name)
    now = int(today[:4])
    if year is None:
        return f"{name}-{now}"
    return f"{name[: year.start()]}{max(now, int(year[0]) + 1)}{name[year.end() :]}"


def renew(opened: Opened, place: Path, name: str, title: str) -> Renewed:
    """The next assessment after a `usable` one.

    Args:
        opened: the one before.
        place: the new folder.
        name: the new name.
        title: another title, or nothing.

    """
    old = opened.assessment
    assert old is not None  # noqa: S101 - it is usable
    own = labels(old.language if old.language in LANGUAGES else "en")["new_from"]
    why = own["before"].format(name=old.assessment)
    source = again(opened.source, set_value(opened.source, ("supersedes",), old.assessment))
    for part in ROUND:
        if part in source.data:
            source = again(source, retire(source, (part,), why))
    source = again(source, set_value(source, ("assessment",), name))
    if title:
        source = again(source, set_value(source, ("title",), title))
    listed = dict.fromkeys(item for answer in old.answers.values() for item in answer.evidence)
    files = [item for item in listed if not item.startswith(WEB) and item not in opened.loaded.missing_evidence]
    copied = open_assessment(place / FILE, opened.as_of, raw=source.text.encode("utf-8", "surrogatepass"), rules=False)
    kept = () if title else (ToDo("title", {}),)
    return Renewed(place, name, source.text, tuple(files), (*_to_do(opened, copied), *kept))


def _to_do(opened: Opened, copied: Opened) -> Iterator[ToDo]:
    """What is not known first, then what is late, then what has to be looked at again."""
    assessment, questionnaire = copied.assessment, opened.questionnaire
    assert assessment is not None  # noqa: S101 - every edit was read back
    assert questionnaire is not None  # noqa: S101
    missing = opened.loaded.missing_evidence
    result = score(questionnaire, assessment, opened.as_of, missing)
    yield from _unknown(questionnaire, assessment, result)
    yield from _late(assessment, result, opened.as_of)
    for name, answer in assessment.answers.items():
        if result.standings[name].asked is Asked.NOT if name in result.standings else True:
            continue
        gone = [item for item in answer.evidence if item in missing]
        if gone:
            yield ToDo("evidence_missing", {"question": name, "files": ", ".join(gone)})
        if answer.evidence_until is not None and answer.evidence_until < opened.as_of:
            yield ToDo("evidence_lapsed", {"question": name, "until": answer.evidence_until})
    yield from (ToDo("override_lapsed", {"risk": name}) for name in result.lapsed_overrides)
    yield from _again_each_year(opened, assessment)


def _unknown(questionnaire: Questionnaire, assessment: Assessment, result: ScoreResult) -> Iterator[ToDo]:
    """Required questions first."""
    scope = scope_of(questionnaire, result, assessment)
    waiting = [name for name in scope if result.standings[name].open]
    for name in sorted(waiting, key=lambda name: not questionnaire.questions[name].required):
        key = "unknown_required" if questionnaire.questions[name].required else "unknown"
        yield ToDo(key, {"question": name, "state": result.standings[name].state.value})


def _late(assessment: Assessment, result: ScoreResult, today: str) -> Iterator[ToDo]:
    """Measures that should be there by now, the longest overdue first; then those that have no day."""
    planned = [
        (answer.due or "", name, answer.owner or "–")
        for name, answer in assessment.answers.items()
        if name in result.standings
        and answer.answer == "planned"
        and result.standings[name].state is AnswerState.ANSWERED
    ]
    for due, name, owner in sorted(planned, key=lambda one: (not one[0], one[0])):
        if not due:
            yield ToDo("no_due", {"question": name, "owner": owner})
        elif due < today:
            yield ToDo("overdue", {"question": name, "due": due, "owner": owner})
    for name, answer in assessment.answers.items():
        if answer.answer == UNKNOWN and answer.by_when is not None and answer.by_when < today:
            yield ToDo("asked_overdue", {"question": name, "due": answer.by_when, "owner": answer.asking or "–"})


def _again_each_year(opened: Opened, assessment: Assessment) -> Iterator[ToDo]:
    for name, version in assessment.banks.items():
        newest = next((one for one in reversed(Catalog(opened.catalog.workspace).versions(name))), None)
        if newest is not None and newest.version != version:
            yield ToDo("newer_bank", {"bank": name, "version": newest.version})
    if assessment.incidents or assessment.complaints:
        yield ToDo("incidents", {"count": str(len(assessment.incidents) + len(assessment.complaints))})
    listed = {item for answer in assessment.answers.values() for item in answer.evidence}
    if listed:
        yield ToDo("evidence_again", {"count": str(len(listed))})
    parts = [part for part in ROUND if part in opened.source.data]
    if parts:
        yield ToDo("anew", {"parts": " ".join(parts)})
