"""What is said to somebody who wrote a text where another kind of value belongs, and which number a text is."""

import unicodedata

from tsukuba_pia.late import late

_NUMBERS = ("@number", "@integer", "@number_or_unknown")
_COUNTED = late(
    r"(?P<digits>[0-9]{1,3}(?:,?[0-9]{3})*|[0-9]+)(?P<part>\.[0-9]+)?(?P<myriads>万?)(?:人|名|件|台|回|時間|分|日|か月|ヶ月|年|円|世帯|世帯分|%)?"
)
_MYRIAD = 10_000
_YES, _NO = frozenset(("true", "on", "yes", "はい")), frozenset(("false", "off", "no", "いいえ"))


def advice(expected: str, data: object) -> str:
    """A word for how it is written; nothing where that goes without saying."""
    if not isinstance(data, str):
        return ""
    return "@write_list" if expected == "@list" else "@write_number" if expected in _NUMBERS else ""


def spelled_yes_no(data: object) -> str:
    """What a yes/no in another spelling means, or nothing."""
    word = str(data).lower()
    return "yes" if word in _YES else "no" if word in _NO else ""


def counted(text: str) -> str:
    """The number of a text with a unit, as it is written here: ７２時間 is 72; nothing where that is not certain."""
    found = _COUNTED.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    if found is None:
        return ""
    digits = found["digits"].replace(",", "")
    if not found["myriads"]:
        return digits + (found["part"] or "")
    return "" if found["part"] else str(int(digits) * _MYRIAD)
