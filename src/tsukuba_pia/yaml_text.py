"""What a file's bytes and text show before the parser sees them: encoding, forbidden characters, tabs, wide colons."""

import contextlib
import re
from collections.abc import Iterable

from tsukuba_pia.diagnostics import START, Position

MAX_BYTES = 5_000_000

# What YAML forbids, what only YAML 1.1 takes for a line break, and what reorders text behind a reader's back.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_PLAIN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
_LONE_RETURN = re.compile(r"\r(?!\n)")  # Macs ended lines like this until 2001: places would be counted apart
_TAB = re.compile(r"^ *\t[ \t]*(?![ \t#\r\n]|\Z)", re.MULTILINE)
_WIDE_COMMA = re.compile("[、，､]")
_WIDE_COMMA_AND_KEY = re.compile("[、，､][ \u3000]*[A-Za-z_][A-Za-z0-9_-]* *$")
_WIDE_COLON = re.compile(r"\s*(?:- +)?[\w-]+：")
_MERGE = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_MARKS = (
    (b"\xef\xbb\xbf", "UTF-8 BOM"),
    (b"\xff\xfe\x00\x00", "UTF-32 LE"),
    (b"\x00\x00\xfe\xff", "UTF-32 BE"),
    (b"\xff\xfe", "UTF-16 LE"),
    (b"\xfe\xff", "UTF-16 BE"),
)
# EUC-JP first: its bytes often pass for Shift_JIS, hardly ever the other way round.
_GUESSES = (("euc_jp", "EUC-JP"), ("cp932", "Shift_JIS (CP932)"))


class Refused(Exception):
    """Stops the reading of a file; carries why. Never leaves the reading door."""

    def __init__(self, code: str, position: Position, **args: str) -> None:
        """Remember code, place and the words' arguments."""
        super().__init__(code)
        self.code, self.position, self.args_of_words = code, position, args


def decode(raw: bytes) -> str:
    """The text of a file's bytes. Raises Refused where they are too many, or no UTF-8."""
    if len(raw) > MAX_BYTES:
        raise Refused("PIA008", START, limit=f"{MAX_BYTES:,}", what="@bytes")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            raise Refused("PIA003" if encoding == "UTF-8 BOM" else "PIA002", START, encoding=encoding)
    if wide := _wide(raw[:4]):
        raise Refused("PIA002", START, encoding=wide)
    escape = re.search(rb"\x1b[$(]", raw)
    if escape:
        raise Refused("PIA002", end_of(raw[: escape.start()].decode("utf-8", "replace")), encoding="ISO-2022-JP")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused("PIA002", end_of(raw[: error.start].decode("utf-8")), encoding=_guess(raw)) from None


def _wide(first: bytes) -> str:
    """The name of UTF-16 without a mark, or nothing: every other byte of a plain key is empty."""
    empty = [byte == 0 for byte in first]
    if empty == [False, True, False, True]:
        return "UTF-16 LE"
    return "UTF-16 BE" if empty == [True, False, True, False] else ""


def _guess(raw: bytes) -> str:
    """Name the encoding that the bytes are probably in; nothing where none fits."""
    with contextlib.suppress(UnicodeDecodeError):
        raw.decode("utf-8", "surrogatepass")  # halves of a character: no encoding of its own
        return ""
    for encoding, name in _GUESSES:
        try:
            raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return name
    return ""


def end_of(text: str) -> Position:
    """The place behind a text's last character."""
    return Position(text.count("\n") + 1, len(text) - text.rfind("\n"))


def beyond_ascii(raw: bytes) -> str:
    """What these bytes say beyond plain ASCII: who looks for rare characters looks here, and most often finds none."""
    return raw.translate(None, _PLAIN).decode()


def forbid_characters(text: str, beyond: str) -> None:
    """Raise Refused at the first character that must not stand in a text; `beyond` is what it has `beyond_ascii`."""
    bad = FORBIDDEN.search(beyond) is not None
    found = (bad and FORBIDDEN.search(text)) or ("\r" in text and _LONE_RETURN.search(text))
    if found:
        raise Refused("PIA013", end_of(text[: found.start()]), character=f"U+{ord(found[0]):04X}")


def tabs(text: str) -> list[Position]:
    """The tabs at the heads of lines that hold more than a comment; those inside a text are no indentation."""
    if "\t" not in text:
        return []
    found = []
    line, at = 1, 0
    for match in _TAB.finditer(text):
        line, at = line + text.count("\n", at, match.start()), match.start()
        found.append(Position(line, text.index("\t", at) - at + 1))
    return found


def tab_outside(places: Iterable[Position], texts: Iterable[tuple[int, int]]) -> Position | None:
    """The first of some tabs that stands on no line of a text that goes over several lines (first line, last line)."""
    inside = {line for first, last in texts for line in range(first + 1, last + 1)}
    return next((place for place in places if place.line not in inside), None)


def merge_mark(text: str) -> Position | None:
    """The first mark of a merge that nobody has decided yet."""
    found = _MERGE.search(text)
    return Position(text.count("\n", 0, found.start()) + 1, 1) if found else None


def wide_colon(text: str, line: int) -> Position | None:
    """The full-width colon of this line, or the one above, that begins as a key does."""
    lines = text.split("\n")
    for number in (line, line - 1):
        if 1 <= number <= len(lines) and (found := _WIDE_COLON.match(lines[number - 1])):
            return Position(number, found.end())
    return None


def wide_comma(line: str, column: int) -> int | None:
    """The column of a comma of another width at which, or at the key behind which, the parser stopped."""
    found = _WIDE_COMMA_AND_KEY.search(line[: column - 1]) or _WIDE_COMMA.match(line, column - 1)
    return found.start() + 1 if found else None
