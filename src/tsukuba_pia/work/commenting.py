"""Puts an assessment to comment: what residents are asked about is recorded, and the consultation is bound to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tsukuba_pia.change.comment_window import (
    Reason,
    days_of,
    last_day,
    must_reopen,
    newest,
    problem_of,
    put_to_comment,
    window_digest,
)
from tsukuba_pia.diagnostics import Diagnostic, in_order
from tsukuba_pia.files import SaveError, save
from tsukuba_pia.lint.engine import check_assessment, check_file
from tsukuba_pia.load.comment_windows import ROOM, record_of
from tsukuba_pia.model.assessment import Consultation
from tsukuba_pia.model.comment_window import PutToComment
from tsukuba_pia.model.profile import WINDOW_DAYS
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.opening import Opened, context_of, open_assessment
from tsukuba_pia.work.snapshot import plain_of
from tsukuba_pia.yaml_edit import append_item, as_data
from tsukuba_pia.yaml_fragment import mapping_lines

HEAD = "# Written by pia comment. A record: a change of it is found. Not to be published as it is: see `withheld`.\n"
ABOUT_WINDOWS = ("PIA523", "PIA524", "PIA525", "PIA526", "PIA527")  # a new window is the way out of these


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to put to comment, from when, until when."""

    who: str
    first: str = ""  # else the day of `opened`
    last: str = ""  # else as many days as the city promises
    how: str | None = None
    shorter: str | None = None
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """A window that is about to be opened."""

    record: PutToComment
    consultation: Consultation
    days: int
    since: str  # the window before, empty where there is none
    reasons: tuple[Reason, ...]  # why that one does not do


def propose_window(opened: Opened, wish: Wish) -> Proposed:
    """The window that a wish comes to, on the day of `opened`. Only where `usable`.

    Raises:
        Problem: it would begin in the past, end before it begins, or be too short without a reason.

    """
    assessment, questionnaire = opened.assessment, opened.questionnaire
    assert assessment is not None  # noqa: S101 - it is usable
    assert questionnaire is not None  # noqa: S101
    wanted = opened.profile.comment_window_days if opened.profile is not None else WINDOW_DAYS
    first = wish.first or opened.as_of
    if first < opened.as_of:
        raise Problem("comment_past", first=first, today=opened.as_of)
    last = wish.last or last_day(first, wanted)
    result, before = opened.score(), newest(opened.windows)
    record = put_to_comment(assessment, questionnaire, result, _free_name(opened), wish.on_behalf_of)
    consultation = Consultation(
        record.comment_window,
        wish.who,
        how=wish.how,
        constituency="resident",
        from_=first,
        to=last,
        digest=window_digest(record),
        shorter=wish.shorter,
    )
    days = days_of(consultation) or 0
    if days < 1:
        raise Problem("comment_turned", first=first, last=last)
    if days < wanted and not wish.shorter:
        raise Problem("comment_short", days=days, wanted=wanted)
    held = before is not None and before.record is not None and not problem_of(before, assessment)
    reasons = must_reopen(before.record, assessment, questionnaire, result) if held and before and before.record else ()
    return Proposed(record, consultation, days, before.consultation.id if before is not None else "", reasons)


def in_the_way(opened: Opened) -> tuple[Diagnostic, ...]:
    """What keeps an assessment from being put to comment: all errors but those about windows."""
    found = check_assessment(context_of(opened, "comment"))
    plain = open_assessment(opened.path, opened.as_of, raw=opened.source.raw, rules=False)
    whole = in_order([*plain.diagnostics, *check_file(opened.source), *found])
    return tuple(one for one in whole if one.level == "error" and one.code not in ABOUT_WINDOWS)


def put(opened: Opened, proposed: Proposed) -> None:
    """Write the record, then the consultation. The caller has asked a person, and nothing stands in the way.

    Killed in between, a record is left that no consultation names; it counts for nothing.

    Raises:
        SaveError: a file changed meanwhile, or the system refused; nothing is left then.

    """
    text = append_item(opened.source, ("consultations",), as_data(proposed.consultation))
    place = record_of(opened.path.parent, proposed.record.comment_window)
    place.parent.mkdir(exist_ok=True)
    save(place, text_of(proposed.record).encode(), None)
    try:
        save(opened.path, text.encode("utf-8", "surrogatepass"), opened.source.raw)
    except SaveError:
        place.unlink(missing_ok=True)
        raise


def text_of(record: PutToComment) -> str:
    """The record as its file holds it."""
    return HEAD + "".join(f"{line}\n" for line in mapping_lines(plain_of(record), 2))


def _free_name(opened: Opened) -> str:
    """The next number that neither a consultation nor a record has."""
    taken = set(_taken(opened))
    return next(name for number in range(1, len(taken) + 2) if (name := f"w{number}") not in taken)


def _taken(opened: Opened) -> Iterator[str]:
    assert opened.assessment is not None  # noqa: S101 - it is usable
    yield from (one.id for one in opened.assessment.consultations)
    room = opened.path.parent / ROOM
    yield from (one.stem for one in room.glob("*.yaml")) if room.is_dir() else ()
