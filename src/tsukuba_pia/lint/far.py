"""Days that are so far ahead that nobody who set them will be there to see them."""

from tsukuba_pia.model.assessment import Assessment

FAR = 5  # years; posts change hands sooner, and law, contracts and systems change too
NEW_YEAR = "04-01"  # of a city's budget; contracts and leases run to the day before


def last_day_of(assessment: Assessment, as_of: str) -> str:
    """The last day that is near enough: five years from now, and on to the end of that fiscal year.

    They run from the day on which the service starts, where that is still to come: contracts begin then. A start that
    is itself further ahead than five years moves nothing.
    """
    starts_on = assessment.dates.starts_on if assessment.dates is not None else None
    later = max(as_of, starts_on or as_of)
    day = _years_after(later if later <= _years_after(as_of, FAR) else as_of, FAR)
    return max(day, f"{int(day[:4]) + (day[5:] > NEW_YEAR):04}-03-31")


def _years_after(day: str, years: int) -> str:
    """The same day so many years later; days are compared as texts, so 29 February needs no care."""
    return f"{int(day[:4]) + years:04}{day[4:]}"
