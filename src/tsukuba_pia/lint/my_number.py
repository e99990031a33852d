"""My Numbers (個人番号) in a text: found by their check digit, and masked wherever a text is shown."""

import re
from collections.abc import Iterator
from datetime import datetime

_DIGITS = "[0-9０-９]"
_BETWEEN = "[ \u00a0\u3000\t]{0,2}[-‐‑–—−－ー・]?[ \u00a0\u3000\t]{0,2}"
# Twelve digits, also in groups of four; not a part of a longer number, nor of a decimal.
_TWELVE = re.compile(
    f"(?<!{_DIGITS})(?<!{_DIGITS}[.．])"
    f"{_DIGITS}{{4}}(?P<gap>{_BETWEEN}){_DIGITS}{{4}}{_BETWEEN}{_DIGITS}{{4}}"
    f"(?!{_DIGITS})(?![.．]{_DIGITS})"
)
_HEX, _HEX_BEFORE = re.compile("[0-9a-fA-F]*"), re.compile("[0-9a-fA-F]*\\Z")
_DIGEST, _LONG = 32, 128  # hexadecimal digits: of the shortest digest, and of the longest
_TIME = re.compile("20[0-9]{10}")
# What its bytes may be in UTF-8: digits become 0, what may stand between them goes, all else becomes x. The last byte
# of a wide digit is also that of other characters, which only makes a text look like more digits than it has.
_AS_DIGITS = bytes(48 if 0x30 <= one <= 0x39 or 0x90 <= one <= 0x99 else 120 for one in range(256))  # noqa: PLR2004
_BETWEEN_BYTES = bytes(set(" \u00a0\u3000\t-‐‑–—−－ー・０".encode()) - set(range(0x90, 0x9A)))
_TWELVE_DIGITS = b"0" * 12


def my_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where they begin and end. Most texts have no twelve digits at all, which their bytes show at once."""
    if _TWELVE_DIGITS not in text.encode(errors="replace").translate(_AS_DIGITS, _BETWEEN_BYTES):
        return
    for found in _TWELVE.finditer(text):
        digits = [int(one) for one in found[0] if one.isdecimal()]
        if any(digits) and digits[11] == check_digit(digits[:11]) and not _in_digest(text, found.start()):
            yield found.span()


def may_be_time(digits: str) -> bool:
    """Whether twelve digits in one piece are also a minute of this century (202611281104), as systems write it."""
    if _TIME.fullmatch(digits) is None:
        return False
    try:
        datetime.strptime(digits, "%Y%m%d%H%M")  # noqa: DTZ007 - only whether there is such a minute
    except ValueError:
        return False
    return True


def check_digit(first: list[int]) -> int:
    """The check digit of the first eleven digits (省令 2014 総務省令第85号 第5条)."""
    weighted = (digit * (n + 1 if n <= 6 else n - 5) for n, digit in enumerate(reversed(first), 1))  # noqa: PLR2004
    rest = sum(weighted) % 11
    return 0 if rest <= 1 else 11 - rest


def _in_digest(text: str, place: int) -> bool:
    """Whether it stands within a long hexadecimal number, such as a file's digest."""
    before = _HEX_BEFORE.search(text, max(0, place - _LONG), place)
    after = _HEX.match(text, place, place + _LONG)
    return sum(len(one[0]) for one in (before, after) if one is not None) >= _DIGEST


def masked(text: str) -> str:
    """The text with each of their digits as a star, as wide as it was."""
    for start, end in my_numbers(text):
        stars = re.sub("[0-9]", "*", text[start:end])
        text = text[:start] + re.sub("[０-９]", "＊", stars) + text[end:]
    return text
