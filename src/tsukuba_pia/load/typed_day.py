"""A day in one of the ways in which people write it, as it is written here: 令和9年7月1日 is 2027-07-01."""

import re
import unicodedata
from datetime import date

from tsukuba_pia.late import late

_ERAS = {
    "令和": (2018, "2019-05-01"),
    "r": (2018, "2019-05-01"),
    "平成": (1988, "1989-01-08"),
    "h": (1988, "1989-01-08"),
}
_HEISEI_ENDED = "2019-04-30"
_YEAR = r"(?:(?P<era>令和|平成|[rh])\.?(?P<of_era>元|[0-9]{1,2})|(?P<year>[0-9]{4}))"
_DAY = late(
    rf"{_YEAR}(?:年(?P<m>[0-9]{{1,2}})月(?P<d>[0-9]{{1,2}})日|(?P<by>[-/.])(?P<m2>[0-9]{{1,2}})(?P=by)(?P<d2>[0-9]{{1,2}}))"
)
_WEEKDAY = late(r"\([月火水木金土日]\)$")
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2012\u2013\u2014\u2015\u2212\u30fc", "-"))
_OPEN = late(
    r"未定|未確定|検討中|調整中|不明|分からない|わからない|来月|来年度?|今年度|年度(内|末)|そのうち|早め|なるべく|後日"
    r"|tb[da]|unknown|undecided|next (month|year)|soon|later|n/?a|[?-]+",
)


def typed_day(text: str) -> str:
    """The day that a text beyond doubt is, as `2027-07-01`; nothing where it is none or could be two."""
    narrow = _WEEKDAY.sub("", "".join(unicodedata.normalize("NFKC", text).translate(_HYPHENS).lower().split()))
    found = _DAY.fullmatch(narrow)
    if found is None:
        return ""
    first, begun = _ERAS.get(found["era"] or "", (0, "0001-01-01"))
    year = first + (1 if found["of_era"] == "元" else int(found["of_era"] or found["year"]))
    try:
        day = date(year, int(found["m"] or found["m2"]), int(found["d"] or found["d2"])).isoformat()
    except ValueError:  # no such day
        return ""
    return "" if day < begun or (first and first < _ERAS["r"][0] and day > _HEISEI_ENDED) else day


def is_open(text: str) -> bool:
    """Whether somebody wrote in place of a day that it is not settled."""
    narrow = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    return _OPEN.search(narrow) is not None and not any(letter.isdigit() for letter in narrow)


def guess(form: str, typed: str, pattern: re.Pattern[str]) -> dict[str, str]:
    """What PIA105 tells of a text of another form than what belongs there; of ids `lint/by_label.py` knows more."""
    narrow = unicodedata.normalize("NFKC", typed.translate(_HYPHENS)).strip()
    meant = typed_day(typed) if form == "date" else narrow
    meant = meant if pattern.fullmatch(meant) else ""
    advice = "@date_open" if form == "date" and is_open(typed) else ""
    return {"problem": "@wrong_form", "meant": meant, "sure": meant, "advice": advice, "known": ""}
