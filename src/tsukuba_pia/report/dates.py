"""Dates as the reader's language says them; in Japanese with the era, and beside it the year of the calendar."""

from collections.abc import Mapping, Sequence
from typing import Any

from tsukuba_pia.report.model import Day


def day(iso: str, words: Mapping[str, Any]) -> Day:
    """A date in words. `words` is the section `report.dates` of the labels: a pattern, month names, eras."""
    year, month, number = (int(part) for part in iso.split("-"))
    era, in_era = _era(iso, year, words["eras"])
    pattern = words["pattern"] if era or not words["eras"] else words["before_eras"]
    shown = pattern.format(
        era=era,
        era_year=words["first_year"] if in_era == 1 else in_era,
        year=year,
        month=words["months"][month - 1],
        day=number,
    )
    return Day(iso, shown)


def year(iso: str, words: Mapping[str, Any]) -> str:
    """The year of a date in words; its era is the one of the last day of the year."""
    number = int(iso[:4])
    era, in_era = _era(f"{number:04}-12-31", number, words["eras"])
    shown: str = words["year"].format(era=era, era_year=words["first_year"] if in_era == 1 else in_era, year=number)
    return shown


def _era(iso: str, year: int, eras: Sequence[Sequence[str]]) -> tuple[str, int]:
    """The era of a date and the year in it; eras stand from the newest, each with its first day."""
    for name, first in eras:
        if iso >= first:
            return name, year - int(first[:4]) + 1
    return "", year
