"""What every command shares: the reader's language, the day, and the two ways to speak (answer and talk)."""

import io
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from itertools import zip_longest
from typing import TextIO

from tsukuba_pia.labels import labels
from tsukuba_pia.model.text import LANGUAGES, Text, printable
from tsukuba_pia.model.text import words as in_language
from tsukuba_pia.problems import Problem

_state = {"language": "", "reading": ""}


def begin(arguments: Sequence[str]) -> None:
    """Choose the language before anything is said: help and errors need it too."""
    _state["language"] = choose_language(arguments, os.environ)
    _state["reading"] = next(iter(asked_for(arguments)[::-1]), "")


def choose_language(arguments: Sequence[str], environment: "os._Environ[str] | dict[str, str]") -> str:
    """The last `--lang`, else PIA_LANG, else the locale; English where none of them is a language that there is."""
    asked = asked_for(arguments)[::-1]
    asked += [environment.get(name, "").lower() for name in ("PIA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    return next((one[:2] for one in asked if one[:2] in LANGUAGES), "en")


def asked_for(arguments: Sequence[str]) -> list[str]:
    """What stands behind each `--lang`, in order."""
    found = []
    for one, after in zip_longest(arguments, arguments[1:]):
        if one == "--lang" and after is not None:
            found.append(after)
        elif one.startswith("--lang="):
            found.append(one.partition("=")[2])
    return found


def open_streams() -> None:
    """Make both streams take everything: one that is closed swallows it, what an encoding does not have is escaped.

    Where nothing can be read from, nothing is read.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - until the process ends
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - until the process ends
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def language() -> str:
    """The reader's language."""
    return _state["language"] or choose_language((), os.environ)


def reading(place: str) -> str:
    """The language of a document that is written for others: it may be one that the program itself does not speak.

    The last `--lang`, else PIA_LANG, else that of the city where the place is in a workspace, else the locale.
    """
    own = os.environ.get("PIA_LANG", "").lower()[:2]
    return _state["reading"] or (own if own in LANGUAGES else _of_the_city(place)) or language()


def _of_the_city(place: str) -> str:
    """The language that `city.yaml` names; empty where it names none."""
    from pathlib import Path  # noqa: PLC0415 - only who writes documents asks

    from tsukuba_pia.load.assessment import load_profile  # noqa: PLC0415
    from tsukuba_pia.resources import workspace_of  # noqa: PLC0415

    profile, source = load_profile(workspace_of(Path(place)))
    return profile.language if profile and source and "language" in source.data else ""


def today() -> str:
    """The day, ISO 8601. `PIA_TODAY` sets it, so that a report can be made again as of its day."""
    asked = os.environ.get("PIA_TODAY")
    return day(asked) if asked else time.strftime("%Y-%m-%d")


def say_day() -> None:
    """Say for which day gates are asked where it is not the clock's: no day may pass for today without a word."""
    if os.environ.get("PIA_TODAY"):
        say(words("cli", "as_of", day=today()))


def moment() -> int:
    """This moment in nanoseconds, for what asks whether a file has been written since."""
    return time.time_ns()


def day(asked: str) -> str:
    """A day that somebody names; what is none would be compared letter by letter, and nothing would ever lapse."""
    from datetime import date  # noqa: PLC0415 - seldom asked for

    with suppress(ValueError):
        if date.fromisoformat(asked).isoformat() == asked:
            return asked
    raise Problem("no_day", found=asked)


def words(section: str, key: str, **values: object) -> str:
    """The program's own words."""
    template: str = labels(language())[section][key]
    return template.format(**values)


def in_line(text: Text | None) -> str:
    """A text of a file in the reader's language, in one line."""
    return printable(" ".join(in_language(text, language()).split()))


def why(problem: Problem) -> str:
    """What stands in the way, in one line."""
    kind = getattr(problem, "kind", "other")  # of a file that could not be saved
    reason = {} if kind == "other" else {"reason": words("refusal", f"reason_{kind}")}
    near = problem.values.get("near")  # the name that was perhaps meant
    hint = {} if near is None else {"meant": words("refusal", "meant", meant=near) if near else ""}
    own = {name: problem.values.get(f"{name}@{language()}", value) for name, value in problem.values.items()}
    return words("refusal", problem.code, **own | reason | hint)


def tell(text: str) -> None:
    """The answer: to stdout."""
    sys.stdout.write(f"{text}\n")


def say(text: str) -> None:
    """The talk: to stderr. That nobody listens changes nothing."""
    try:
        sys.stderr.write(f"{printable(text)}\n")
    except BrokenPipeError:
        unheard(sys.stderr)


def unheard(stream: TextIO) -> None:
    """Let a stream that nobody reads take the rest without a word, also when it is closed."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def given() -> bytes:
    """What stands at standard input. Raises Problem where that is more than any file may hold."""
    from tsukuba_pia.yaml_text import MAX_BYTES  # noqa: PLC0415 - seldom asked for

    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise Problem("too_much_given", limit=f"{MAX_BYTES:,}")
    return raw


def interactive() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def colour() -> bool:
    """Whether colours may be used: NO_COLOR and FORCE_COLOR win over what the terminal is."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
