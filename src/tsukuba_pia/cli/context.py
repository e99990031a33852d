"""What every command shares: the reader's language, the day, and the two ways to speak (answer and talk)."""

import os
import sys
import time
from collections.abc import Sequence
from itertools import pairwise

from tsukuba_pia.labels import labels
from tsukuba_pia.model.text import LANGUAGES, printable

_state = {"language": ""}


def begin(arguments: Sequence[str]) -> None:
    """Choose the language before anything is said: help and errors need it too."""
    _state["language"] = choose_language(arguments, os.environ)


def choose_language(arguments: Sequence[str], environment: "os._Environ[str] | dict[str, str]") -> str:
    """`--lang`, else PIA_LANG, else the locale; English where none of them is a language that there is."""
    asked = asked_for(arguments)
    asked += [environment.get(name, "") for name in ("PIA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    return next((one[:2] for one in asked if one[:2] in LANGUAGES), "en")


def asked_for(arguments: Sequence[str]) -> list[str]:
    """What stands behind `--lang`."""
    behind = [two for one, two in pairwise(arguments) if one == "--lang"]
    return behind + [one.partition("=")[2] for one in arguments if one.startswith("--lang=")]


def language() -> str:
    """The reader's language."""
    return _state["language"] or choose_language((), os.environ)


def today() -> str:
    """The day, ISO 8601. `PIA_TODAY` sets it, so that a report can be made again as of its day."""
    return os.environ.get("PIA_TODAY") or time.strftime("%Y-%m-%d")


def words(section: str, key: str, **values: object) -> str:
    """The program's own words."""
    template: str = labels(language())[section][key]
    return template.format(**values)


def tell(text: str) -> None:
    """The answer: to stdout."""
    sys.stdout.write(f"{text}\n")


def say(text: str) -> None:
    """The talk: to stderr."""
    sys.stderr.write(f"{printable(text)}\n")


def interactive() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def colour() -> bool:
    """Whether colours may be used: NO_COLOR and FORCE_COLOR win over what the terminal is."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
