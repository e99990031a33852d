"""How a meeting begins, and how one that was left is gone on with."""

import os
from collections.abc import Sequence
from contextlib import suppress
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

from tsukuba_pia.change.assessment_content import assessment_digest
from tsukuba_pia.load.evidence import evidence_digests
from tsukuba_pia.load.minutes import load_minutes, name_of, next_number
from tsukuba_pia.model.minutes import Attendant, Minutes
from tsukuba_pia.model.profile import Panel
from tsukuba_pia.problems import Problem
from tsukuba_pia.version import VERSION
from tsukuba_pia.work.meeting import Meeting
from tsukuba_pia.work.meeting_items import entries_of
from tsukuba_pia.work.minutes import attendants, panels_of, room_of
from tsukuba_pia.work.opening import Opened

if TYPE_CHECKING:
    from filelock import FileLock

LOCK = ".meeting.lock"


def begin(opened: Opened, present: Sequence[int], chair: int | None = None, panel: str | None = None) -> Meeting:
    """Begin a meeting on an assessment that is `usable`, on the day of `opened`; its minutes lie there at once.

    Args:
        opened: the assessment.
        present: who of its team is there, by number (from 1).
        chair: who of them leads.
        panel: the id of a panel of the city's profile; none: the city's own people.

    Raises:
        Problem: nobody is there, there is no such panel or member, or another process holds a meeting on it.
        SaveError: the minutes cannot be written.

    """
    held = next((one for one in panels_of(opened) if one.id == panel), None)
    if panel and held is None:
        raise Problem("no_panel", panel=panel, known=", ".join(one.id for one in panels_of(opened)))
    there = attendants(opened, tuple(present), chair)
    if not there or len(there) != len(set(present)) or (chair is not None and chair not in present):
        count = len(opened.assessment.team) if opened.assessment else 0
        raise Problem("nobody_present", n=count)
    lock = _locked(opened)
    try:
        minutes, file = _new(opened, there, held)
        meeting = Meeting(opened, minutes, file, None, lock)
        meeting.keep()
    except BaseException:
        lock.release()
        raise
    return meeting


def unfinished(opened: Opened) -> Meeting | None:
    """The last meeting on an assessment that was not ended, with what it still had to change carried on.

    Raises:
        Problem: its minutes cannot be read, or another process holds it.
        SaveError: what is missing in the assessment cannot be saved.

    """
    loaded = load_minutes(opened.path.parent)
    if not loaded:
        return None
    last = loaded[-1]
    if last.minutes is None:
        raise Problem("minutes_unreadable", path=last.file)
    if last.minutes.ended:
        return None
    lock = _locked(opened)
    try:
        meeting = Meeting(opened, last.minutes, last.file, last.source.raw, lock)
        meeting.carry()
        meeting.bring_up()
    except BaseException:
        lock.release()
        raise
    return meeting


def _locked(opened: Opened) -> "FileLock":
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only a meeting pays for it

    room = room_of(opened)
    try:
        room.mkdir(exist_ok=True)
    except FileExistsError:
        raise Problem("no_room_for_minutes", path=room) from None
    lock = FileLock(room / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Problem("meeting_elsewhere", path=opened.path, who=_holder(room / LOCK)) from None
    with suppress(OSError):  # so that the next one can ask
        (room / LOCK).write_text(f"{getuser()}, {os.getpid()}\n", encoding="utf-8")
    return lock


def _holder(lock: Path) -> str:
    """Who holds a lock, as far as they said."""
    try:
        return " ".join(lock.read_text(encoding="utf-8", errors="replace").split())
    except OSError:
        return ""


def _new(opened: Opened, there: tuple[Attendant, ...], panel: Panel | None) -> tuple[Minutes, Path]:
    assessment, result = opened.assessment, opened.score()
    assert assessment is not None  # noqa: S101 - usable
    room = room_of(opened)
    number = next_number(opened.path.parent, opened.as_of)
    minutes = Minutes(
        assessment.assessment,
        1,
        opened.as_of,
        assessment.language,
        assessment.title,
        f"tsukuba-pia {VERSION}",
        assessment_digest(assessment, evidence_digests(assessment, opened.path.parent), opened.as_of),
        dict(assessment.banks),
        {one: getattr(result, one).worst for one in ("inherent", "current", "target")},
        there,
        number,
        panel,
        entries_of(opened),
    )
    return minutes, room / name_of(opened.as_of, number)
