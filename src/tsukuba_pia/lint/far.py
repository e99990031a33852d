"""Days that are so far ahead that nobody who set them will be there to see them."""

FAR = 5  # years; posts change hands sooner, and law, contracts and systems change too


def years_after(day: str, years: int) -> str:
    """The same day so many years later; days are compared as texts, so 29 February needs no care."""
    return f"{int(day[:4]) + years:04}{day[4:]}"
