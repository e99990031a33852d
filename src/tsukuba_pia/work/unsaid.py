"""Which texts of the decisions on record say what is withheld, so that the public is told in their place that it is.

What was signed cannot be reworded (`pia verify`). So a name or a sentence that somebody withholds later would keep the
assessment out of the register for ever.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import dropwhile

from tsukuba_pia.export.leaks import leaks
from tsukuba_pia.labels import labels
from tsukuba_pia.model.assessment import Assessment, Withheld
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.sign_off import SignOffs
from tsukuba_pia.model.text import Said, Text
from tsukuba_pia.report.records import Change, ChangeLog
from tsukuba_pia.report.signed import BACK, free_texts
from tsukuba_pia.report.withholding import Secret, Unsaid, secrets_of, why_withheld


def unsaid_in(signed: SignOffs, told: Iterable[tuple[Questionnaire, Assessment]]) -> Unsaid:
    """The texts that say what one of the assessments withholds, and how it is withheld there."""
    public = dropwhile(lambda one: one.outcome == BACK, signed.sound)
    texts = {(one.number, *place): _raw(text) for one in public for place, text in free_texts(one)}
    if not texts:
        return {}
    found: dict[tuple[str | int, ...], Withheld] = {}
    for questionnaire, assessment in told:
        sought = tuple(one for one in secrets_of(questionnaire, assessment) if one.nowhere)
        if not _places(b"\n".join(texts.values()), sought):  # almost always
            continue
        for place, raw in texts.items():
            for secret in _places(raw, sought)[:1]:
                found.setdefault(place, why_withheld(questionnaire, assessment, secret))
    return found


def unquoted(log: ChangeLog, sought: tuple[Secret, ...], language: str) -> ChangeLog:
    """A change log that repeats nothing that was taken out of a text because it is withheld now."""
    instead = (Said(labels(language)["register"]["not_repeated"], language),)

    def told(one: Change) -> Change:
        return replace(one, before=instead) if _places(_raw_of(one.before), sought) else one

    if not _places(_raw_of(said for part in log.parts for one in part.changes for said in one.before), sought):
        return log  # almost always
    return replace(log, parts=tuple(replace(part, changes=tuple(map(told, part.changes))) for part in log.parts))


def _raw_of(texts: Iterable[Said]) -> bytes:
    return "\n".join(one.words for one in texts).encode(errors="replace")


def _raw(text: Text) -> bytes:
    return (text if isinstance(text, str) else "\n".join(text.values())).encode(errors="replace")


def _places(raw: bytes, sought: tuple[Secret, ...]) -> list[tuple[str | int, ...]]:
    """What of it may stand nowhere else, and can be read there."""
    return [one.place for one in leaks(raw, sought, raw)]
