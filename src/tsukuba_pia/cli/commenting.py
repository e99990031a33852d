"""`pia comment`: tells what residents would be asked about, asks a person, writes only after a yes."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tsukuba_pia.cli import context
from tsukuba_pia.cli.approving import NO
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.fold import fold
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.words import WORDS
from tsukuba_pia.load.comment_windows import ROOM
from tsukuba_pia.model.result import NONE
from tsukuba_pia.model.text import LANGUAGES, printable, say
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.commenting import Proposed, Wish, in_the_way, propose_window, put
from tsukuba_pia.work.opening import Opened

WIDEST = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What the flags say."""

    first: str
    last: str
    who: str
    how: str
    shorter: str
    on_behalf_of: str | None
    dry: bool


def run(file: str, asked: Asked) -> int:
    """Put it to comment; 1 where something stands in the way, and nothing was written then."""
    if not asked.dry:
        _a_person_is_there(asked)
    opened = usable(file, context.today())
    proposed = propose_window(opened, _wish(opened, asked))
    wrong = in_the_way(opened)
    if wrong:
        say_findings(wrong, opened.sources | opened.banks.read_sources)
        context.say(context.words("comment", "in_the_way", count=len(wrong)))
        return 1
    columns = min(WIDEST, shutil.get_terminal_size().columns)
    for depth, text in _lines(opened, proposed):
        for line in fold(printable(text), columns, "  " * depth, "  " * depth + "  "):
            context.tell(line)
    if asked.dry:
        context.tell(context.words("comment", "dry"))
        return 0
    if asked.on_behalf_of is None and not _confirmed(opened):
        context.say(context.words("comment", "not_put"))
        return 1
    put(opened, proposed)
    folder = f"{opened.path.parent / ROOM}/"
    said = context.words("comment", "put", window=proposed.consultation.id, folder=folder, file=opened.path)
    context.tell(printable(said))
    return 0


def _a_person_is_there(asked: Asked) -> None:
    """No program asks residents: a person sits at the terminal, or names the document that decided it."""
    if os.environ.get("CI", "").lower() not in NO:
        raise Problem("comment_in_ci")
    if asked.on_behalf_of is not None and not asked.on_behalf_of.strip():
        raise Problem("approve_no_document")
    if asked.on_behalf_of is None and not context.interactive():
        raise Problem("comment_needs_person")


def _wish(opened: Opened, asked: Asked) -> Wish:
    assert opened.assessment is not None  # noqa: S101 - it is usable
    own = opened.assessment.language if opened.assessment.language in LANGUAGES else "en"
    first, last = (context.day(one) if one else "" for one in (asked.first, asked.last))
    who = asked.who.strip() or labels(own)["comment"]["residents"]
    how, shorter = asked.how.strip() or None, asked.shorter.strip() or None
    return Wish(who, first, last, how, shorter, asked.on_behalf_of)


def _confirmed(opened: Opened) -> bool:
    """The person types the assessment's name: no key pressed by habit opens anything."""
    from tsukuba_pia.cli.prompts import write  # noqa: PLC0415 - only a person needs it

    assert opened.assessment is not None  # noqa: S101 - it is usable
    name = opened.assessment.assessment
    return write(context.words("comment", "ask_confirm", assessment=name)) == name


def _country(code: str, language: str) -> str:
    """A country by its name, with its code."""
    name = labels(language)["report"]["countries"].get(code)
    return context.words("comment", "country", name=name, code=code) if name else code


def _lines(opened: Opened, proposed: Proposed) -> Iterator[tuple[int, str]]:
    """What residents would be asked about, and what of it is worse than the last time; each with its depth."""
    words, language, assessment = context.words, context.language(), opened.assessment
    assert assessment is not None  # noqa: S101 - it is usable
    record, said = proposed.record, proposed.consultation
    yield 0, f"{say(assessment.title, language, assessment.language).words} ({assessment.assessment})"
    yield 0, words("comment", "days", first=said.from_, last=said.to, days=proposed.days)
    told: Mapping[str, Iterable[str]] = {
        "recipients": (say(one.names, language).words for one in record.recipients),
        "purposes": (say(one, language).words for one in record.purposes),
        "countries": (_country(one, language) for one in record.countries),
    }
    for key, found in told.items():
        yield 0, words("comment", key)
        yield from ((1, one) for one in (*found,) or (words("status", "none"),))
    applying = sum(
        one.inherent != NONE for one in record.risks.values()
    )  # the record has the others, lest one comes up
    counts = {"risks": applying, "safeguards": len(record.safeguards), "withheld": len(record.withheld)}
    yield 0, words("comment", "counts", **counts)
    if proposed.since:
        yield 0, words("comment", "since" if proposed.reasons else "since_same", window=proposed.since)
    for one in proposed.reasons:
        what = WORDS[f"@reopen_{one.kind}" + (f"_{one.moment}" if one.moment else "")][language]
        moved = words("comment", "moved", was=one.was, now=one.now) if one.was else ""
        yield 1, words("comment", "reason", what=what, name=one.name) + moved
