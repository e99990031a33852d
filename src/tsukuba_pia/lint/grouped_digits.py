"""Twelve digits in any groups, one line end among them, that are no date, telephone number, address, version or list.

Where they stand in one piece or in fours, nothing else is asked (`my_number.py`). In other groups, what reads as
something else is something else.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tsukuba_pia.lint.digit_marks import BETWEEN_GROUPS, BLANKS, HYPHENS, MIDDLE_DOTS, POINTS, SLASHES, UNSEEN

_PLAIN = {"-": HYPHENS, " ": f"{BLANKS}\r", "/": SLASHES, ".": POINTS, "·": MIDDLE_DOTS, "\u200b": UNSEEN}
_FOLDED = {ord(one): plain for plain, ones in _PLAIN.items() for one in ones}
_FOLDED |= {0xFF10 + digit: str(digit) for digit in range(10)}
_FOLDED |= dict(zip(map(ord, "：，＋）～〜￥＄％"), ":,+)~~¥$%", strict=True))
_UNSEEN = "\u200b{0,3}"
_DENSE = re.compile(f"[0-9０-９](?:[{BETWEEN_GROUPS}]{{0,60}}[0-9０-９]){{11,}}+")
_AROUND = 40  # characters that show what it is a part of

_RUN = re.compile(f"[0-9](?:{_UNSEEN} {{0,2}}[-/.·]{{0,2}} {{0,2}}{_UNSEEN}[0-9])*+")
_TIGHT = re.compile(f"[0-9](?:{_UNSEEN}[-/.·]{{0,2}}{_UNSEEN}[0-9])*+")  # 123456-789018 2027-04-01
_LINE_END = re.compile(
    f"{_UNSEEN} {{0,2}}[-/.·]{{0,2}} {{0,3}}\n[ >#]{{0,40}}(?![0-9]{{1,2}}[.)]|[0-9]+:)"
)  # 2. or 7: heads a line
_DIGITS = re.compile("[0-9]+")
_TWELVE, _MOST = 12, 200  # digits; characters that they take up

# Within a longer run they end it: 2027-01-15 1234 is a day, and four digits.
_DAY = "(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = "(?:0?[1-9]|1[0-2])"
_YEAR = "(?:19|20)[0-9]{2}"
_OTHERS = re.compile(
    f"(?<![0-9])(?:{_YEAR}(?P<a>[-/.]){_MONTH}(?P=a){_DAY}|{_DAY}(?P<b>[-/.]){_DAY}(?P=b){_YEAR}"
    f"|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    r"|0[5-9]0[-. ]?[0-9]{4}[-. ]?[0-9]{4}|0[0-9]{9}|81[-. ][0-9]{1,4}[-. ][0-9]{1,4}[-. ][0-9]{4}"
    r"|0(?=(?:[-. ]?[0-9]){9}(?![0-9]))[0-9]{1,4}[-. ][0-9]{1,4}[-. ][0-9]{3,4}"
    ")(?![0-9])"
)
_BEFORE = re.compile("(?:[0-9][,:_~+*=^]|[+¥$][ (]?|[A-Za-z\0][-/_]|(?<![A-Za-z])[A-Za-z])\\Z")
_BEHIND = re.compile("[,:_~][0-9]|[-/_]?[A-Za-z\0]| ?[円万億兆%]")
_A_DAY = f"(?:{_YEAR}(?:[-/.][0-9]{{1,2}})?|{_MONTH}[/.]{_DAY})"
_DAYS = re.compile(f"(?:{_A_DAY}[-/. ·\n])+(?:{_A_DAY}|[0-9]{{1,3}})|{_YEAR} {_MONTH} {_DAY} [0-9 ]+")
_RANGES = re.compile("[0-9]+[-/][0-9]+(?:[ ·\n][0-9]+[-/][0-9]+)+(?:[ ·\n][0-9]+)?")
_OF_A_VERSION = re.compile("(?:[Vv]|[Vv]er|[Vv]ersion|バージョン)[. :]{0,2}\\Z")
_OCTET, _STEP = 255, 9


def grouped(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such digits begin and end in a text, and which they are."""
    for dense in _DENSE.finditer(text):
        first = max(0, dense.start() - _AROUND)
        plain = text[first : dense.end() + _AROUND].translate(_FOLDED)
        plain = _OTHERS.sub(lambda other: "\0" * len(other[0]), plain)
        for start, end in _places(plain, dense.start() - first, dense.end() - first):
            digits = "".join(_DIGITS.findall(plain, start, end)) if end - start < _MOST else ""
            if len(digits) == _TWELVE and not _reads_otherwise(plain, start, end):
                yield first + start, first + end, digits


def _places(plain: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Digits kept apart by no more than stands between groups: on a line, in it without blanks, over one line end."""
    runs = [one.span() for one in _RUN.finditer(plain, begin, end)]
    ends = ((_LINE_END.match(plain, one[1]), other[0]) for one, other in pairwise(runs))
    linked = [False, *(found is not None and found.end() == at for found, at in ends), False]
    yield from {*runs, *(one.span() for one in _TIGHT.finditer(plain, begin, end))}
    for place, (one, other) in enumerate(pairwise(runs)):
        if linked[place : place + 3] == [False, True, False]:
            yield one[0], other[1]


def _reads_otherwise(plain: str, start: int, end: int) -> bool:
    """Whether it is a part of something else, or is something else itself, or in one piece."""
    if _BEFORE.search(plain, max(0, start - 3), start) or _BEHIND.match(plain, end):
        return True
    said = plain[start:end].replace("\u200b", "")
    groups = _DIGITS.findall(said)
    if len(groups) == 1:
        return True
    marks = [_mark(one) for one in _DIGITS.split(said)[1:-1]]
    whole = groups[0] + "".join(mark + group for mark, group in zip(marks, groups[1:], strict=True))
    if "." in marks and not _stands_for_a_hyphen(marks, groups):
        return True
    if "." in marks and _OF_A_VERSION.search(plain, max(0, start - 12), start):
        return True
    return _DAYS.fullmatch(whole) is not None or _counts(whole, groups)


def _mark(between: str) -> str:
    """What keeps two groups apart: a mark, else a line end, else a blank."""
    return between.strip(" \n>#")[:1] or ("\n" if "\n" in between else " ")


def _stands_for_a_hyphen(marks: Sequence[str], groups: Sequence[str]) -> bool:
    """Whether points do: more than one, with nothing else, in no version and no address of the Internet."""
    address = len(groups) == 4 and all(int(one) <= _OCTET for one in groups)  # noqa: PLR2004 - octets
    return set(marks) == {"."} and len(marks) > 1 and min(map(len, groups)) > 1 and not address


def _counts(whole: str, groups: Sequence[str]) -> bool:
    """Whether they are numbers: in a row (101・102・103・104), ranges (10-19 20-29), round or small ones."""
    steps = [int(other) - int(one) for one, other in pairwise(groups)]
    sizes = [len(one) for one in groups]
    small = sizes.count(1) > 1 and max(sizes) > 1
    if small or (min(steps) >= 1 and max(steps) <= _STEP) or all(one.endswith("00") for one in groups):
        return True
    pairs = list(zip(groups[::2], groups[1::2], strict=False))
    rising = all(int(one) < int(other) and len(other) - len(one) <= 1 for one, other in pairs)
    return rising and _RANGES.fullmatch(whole) is not None
