"""iCalendar (RFC 5545): days by which something is due.

All-day events, no to-dos: the calendars that offices use leave to-dos out when they read a file.
They take no time away.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tsukuba_pia.model.text import printable

OCTETS = 75  # of a line, without its end
_SPECIAL = re.compile(r"([\\;,])")
_BREAK = re.compile(r"\r\n|\r|\n")


class Event(NamedTuple):
    """One day with what is due."""

    uid: str
    day: str  # ISO 8601
    summary: str
    description: str
    category: str


def calendar(name: str, events: Iterable[Event], as_of: str) -> str:
    """A calendar file. It is stamped with the day it tells of, so that the same plan gives the same bytes."""
    stamp = f"{as_of.replace('-', '')}T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tsukuba-pia//pia plan//EN", "CALSCALE:GREGORIAN",
             "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}"]  # fmt: skip
    for event in events:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{one}\r\n" for line in lines for one in folded(line))


def _event(event: Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{event.day.replace('-', '')}"  # without an end it is that one day (RFC 5545, 3.6.1)
    yield f"SUMMARY:{escaped(event.summary)}"
    yield f"DESCRIPTION:{escaped(event.description)}"
    yield f"CATEGORIES:{escaped(event.category)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A text as a TEXT value."""
    clean = printable(_BREAK.sub("\n", text)).replace("\t", " ")
    return _SPECIAL.sub(r"\\\1", clean).replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, never inside a character; each further piece begins with a blank."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if size + octets > OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    yield piece
