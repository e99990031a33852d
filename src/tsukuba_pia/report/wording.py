"""The texts that a part of a report says, whatever its shape: what people wrote, names as their labels, days."""

from collections.abc import Iterator

from tsukuba_pia.model.text import Said
from tsukuba_pia.report.fields import field_names
from tsukuba_pia.report.model import Day, Law, Level, Named

NO_WORDS = frozenset({"id", "state", "status"})  # fields that hold a word of the format, or of a program


def words_in(value: object, language: str) -> Iterator[Said]:
    """Every text in a part of a report, in order. `language`: of what names none, such as a telephone number."""
    if isinstance(value, Said):
        if value.words:
            yield value
    elif isinstance(value, Day):
        yield Said(value.shown, language)
    elif isinstance(value, Named | Law | Level):
        yield value.label
    elif isinstance(value, tuple):
        for one in value:
            yield from words_in(one, language) if not isinstance(one, str) else ()  # what a text beside it is called
    elif isinstance(value, str):
        yield Said(value, language)
    else:
        for name in field_names(value):
            if name not in NO_WORDS:
                yield from words_in(getattr(value, name), language)
