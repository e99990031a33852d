"""My Numbers (個人番号) in a text: found by their check digit, and masked wherever a text is shown."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import lru_cache

from tsukuba_pia.late import late
from tsukuba_pia.lint.digit_marks import BETWEEN_GROUPS, BLANKS, HYPHENS, LINE_STARTS, MIDDLE_DOTS, SLASHES, UNSEEN

_DIGIT = "[0-9０-９]"
_KANJI = "〇一二三四五六七八九"
_ROUND = "⓪①②③④⑤⑥⑦⑧⑨⓿❶❷❸❹❺❻❼❽❾"
_STRAIGHT = {ord(one): str(place % 10) for place, one in enumerate(_ROUND)}
_ROUND_BYTES = re.compile(b"\xe2(?:\x91[\xa0-\xa8]|\x93[\xaa\xbf]|\x9d[\xb6-\xbe])")
_UNSEEN = f"[{UNSEEN}]{{0,3}}"
_MORE = f"{_DIGIT}{_UNSEEN}"
_FOUR = f"(?:{_MORE}){{4}}"
_BLANKS = f"[{BLANKS}]{{0,2}}"
_HYPHEN = f"[{HYPHENS}]"
_BETWEEN = f"{_BLANKS}[{HYPHENS}{MIDDLE_DOTS}]?{_BLANKS}"
_MARK = f"{_BLANKS}[/／._．＿、,，:：~〜=＝|｜]{_BLANKS}|{_BLANKS}\r?\n[ \t]{{0,40}}"  # twice the same one
# Looked behind from the first digit: to begin with one is what makes a pattern quick.
_FIRST = f"{_DIGIT}(?<!{_DIGIT}{{2}})(?<!{_DIGIT}[.．]{_DIGIT})"
_END = f"(?!{_DIGIT})(?![.．](?!0{{1,2}}(?![0-9])){_DIGIT})"  # 123456789018.0 is how tables are exported
_FORMS = (
    # Twelve digits, also in groups of four; not a part of a longer number, nor of a decimal.
    late(
        f"{_FIRST}{_UNSEEN}(?:{_MORE}){{3}}"
        f"(?:{_BETWEEN}{_FOUR}{_BETWEEN}|[(（]{_FOUR}[)）]|(?P<mark>{_MARK}){_FOUR}(?P=mark)){_FOUR}{_END}"
    ),
    # In pairs and in threes, joined by the same hyphen.
    *(
        late(
            f"{_FIRST}(?<!{_DIGIT}{_HYPHEN}{_DIGIT}){_DIGIT}{{{size - 1}}}(?P<hyphen>{_HYPHEN})"
            f"(?:{_DIGIT}{{{size}}}(?P=hyphen)){{{12 // size - 2}}}{_DIGIT}{{{size}}}(?!(?P=hyphen){_DIGIT}){_END}"
        )
        for size in (2, 3)
    ),
    # Each in a box of a form.
    late(
        f"{_FIRST}(?<!{_DIGIT}[ \u3000|｜]{_DIGIT})(?P<box>[ \u3000|｜]){_DIGIT}(?:(?P=box){_DIGIT}){{10}}"
        f"(?!(?P=box){_DIGIT}){_END}"
    ),
    late(f"[{_KANJI}](?<![{_KANJI}]{{2}})[{_KANJI}]{{11}}(?![{_KANJI}])"),
)
_LISTED = frozenset("、,，|｜")
_TWO, _ROW = frozenset(f"{SLASHES}\t\n"), frozenset(f"{BLANKS}\r\n{LINE_STARTS}")
_YEARS = late(r"(?:[\W_]*(?:19|20)[0-9]{2}){3}")
_HEX, _HEX_BEFORE = late("[0-9a-fA-F]*"), late("[0-9a-fA-F]*\\Z")
_DIGEST, _LONG = 32, 128  # hexadecimal digits: of the shortest digest, and of the longest
_TIME = late("20[0-9]{10}")
_UUID = late("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_BEFORE_ITS_END = 36  # characters that a UUID has
# What its bytes may be in UTF-8: digits become 0, what may stand between them goes, all else becomes x. The last byte
# of a wide digit is also that of other characters, which only makes a text look like more digits than it has.
_AS_DIGITS = bytes(48 if 0x30 <= one <= 0x39 or 0x90 <= one <= 0x99 else 120 for one in range(256))  # noqa: PLR2004
_SEPARATORS = f"{BETWEEN_GROUPS}０_＿、,，:：~〜=＝|｜()（）"
_BETWEEN_BYTES = bytes(set(_SEPARATORS.encode()) - set(range(0x90, 0x9A)))
_TWELVE_DIGITS = b"0" * 12
_WHOLE_FILE = 4096  # characters: a longer text is one, or nearly
_SIX, _TWO_KANJI = 6, re.compile(f"[{_KANJI}]{{2}}")  # of twelve in a row, two are seen by who looks at each sixth
_AS_KANJI = bytes(48 if one in _KANJI.encode() else 120 for one in range(256))
_TWELVE_KANJI = b"0" * len((_KANJI[0] * 12).encode())


def my_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where they begin and end."""
    forms, straight = _looked_for(text)
    read = (text, straight) if straight else (text,)
    found = {span for one in read for form in forms for span in _in_form(form, one)}
    if len(forms) > 1:
        found |= {span for one in read for span in _in_other_groups(one, found)}
    yield from sorted(found)


def forms_in(text: str) -> Sequence[re.Pattern[str]]:
    """The forms that one may have here; most texts have no twelve digits at all, which their bytes show at once.

    Blanks and ends of lines count for nothing: what holds none may be folded otherwise, and holds none then.
    """
    return _looked_for(text)[0]


def _looked_for(text: str) -> tuple[Sequence[re.Pattern[str]], str]:
    return _kept(text) if len(text) > _WHOLE_FILE else _looked(text)


def _looked(text: str) -> tuple[Sequence[re.Pattern[str]], str]:
    """The forms; and the text once more where digits stand in circles: ① may be one, or a mark before what follows."""
    plain = text.encode(errors="replace")
    straight = text.translate(_STRAIGHT) if _ROUND_BYTES.search(plain) is not None else ""
    if straight or _TWELVE_DIGITS in plain.translate(_AS_DIGITS, _BETWEEN_BYTES):
        return _FORMS, straight
    may_be_kanji = _TWO_KANJI.search(text[::_SIX]) and _TWELVE_KANJI in plain.translate(_AS_KANJI)
    return _FORMS[-1:] if may_be_kanji else (), ""


_kept = lru_cache(maxsize=2)(_looked)  # a file is looked through by its rule, and again where findings are shown


def _in_form(form: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for found in form.finditer(text):
        digits = [_value(one) for one in found[0] if one.isdecimal() or one in _KANJI]
        if _is_valid(digits) and not _is_other(text, found):
            yield found.span()


def _in_other_groups(text: str, found: AbstractSet[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those that stand in no form, nor in a place where one was found."""
    from tsukuba_pia.lint.grouped_digits import grouped  # noqa: PLC0415 - many patterns, and few texts need them

    ends = sorted(found)
    for start, end, digits in grouped(text):
        if _is_valid([int(one) for one in digits]) and not _in_digest(text, start):
            place = bisect_left(ends, (end, 0))
            if place == 0 or ends[place - 1][1] <= start:
                yield start, end


def _is_valid(digits: list[int]) -> bool:
    return any(digits) and digits[11] == check_digit(digits[:11])


def _value(digit: str) -> int:
    return int(digit) if digit.isdecimal() else _KANJI.index(digit)


def _is_other(text: str, found: re.Match[str]) -> bool:
    """Whether it stands within a digest, or is three years, or three of a longer list of numbers."""
    mark = found.groupdict().get("mark")
    if mark is None:
        return _in_digest(text, found.start())
    between = f"\\s*{re.escape(mark.strip()) or chr(10)}\\s*"
    before, behind = text[max(0, found.start() - _LONG) : found.start()], text[found.end() : found.end() + _LONG]
    longer = re.search(f"{_DIGIT}{between}\\Z", before) or re.match(f"{between}{_DIGIT}", behind)
    return longer is not None or _YEARS.fullmatch(found[0]) is not None


def may_also_be(text: str, start: int, end: int) -> str:
    """A word for what else the digits at a place may be; none where there is no doubt."""
    digits = text[start:end]
    if may_be_time(digits):
        return "@perhaps_a_time"
    if may_be_list(digits):
        return "@perhaps_a_list"
    return "@perhaps_a_uuid" if _in_uuid(text, start, end) else ""


def _in_uuid(text: str, start: int, end: int) -> bool:
    """Whether it is a part of a UUID (RFC 9562), most often the last one."""
    begin = max(0, start - _BEFORE_ITS_END)
    around = _UUID.finditer(text, begin, end + _BEFORE_ITS_END)
    return any(one.start() <= start and end <= one.end() for one in around)


def may_be_list(digits: str) -> bool:
    """Whether they may as well be several numbers: as a sentence or the row of a table lists them, or as two lines end.

    Blanks between groups of as many digits from behind as from before are somebody's way to write one number.
    """
    sizes = [len(group) for group in re.findall(f"{_DIGIT}+", digits)]
    marks = set(re.sub(_DIGIT, "", digits))
    two = len(sizes) == 2 and not _TWO.isdisjoint(marks) and marks <= _TWO | _ROW  # noqa: PLR2004 - numbers
    row = len(sizes) > 2 and sizes != sizes[::-1] and marks <= _ROW  # noqa: PLR2004
    return two or row or not _LISTED.isdisjoint(marks)


def may_be_time(digits: str) -> bool:
    """Whether twelve digits are also a minute of this century (202611281104, 20261128-1104), as systems write it."""
    digits = re.sub("[/._]|(?<=^[0-9]{8})[- ]", "", digits)
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
    pieces, told = [], 0
    for start, end in my_numbers(text):
        stars = re.sub("[0-9]", "*", text[max(start, told) : end])
        pieces += [text[told:start], re.sub(f"[０-９{_KANJI}{_ROUND}]", "＊", stars)]
        told = max(end, told)
    return "".join((*pieces, text[told:])) if pieces else text
