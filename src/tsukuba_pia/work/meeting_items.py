"""The items of a meeting: the agenda as it is worked out now, in the form that minutes keep."""

from collections.abc import Mapping

from tsukuba_pia.model.minutes import Entry
from tsukuba_pia.model.text import LANGUAGES, Text
from tsukuba_pia.work.agenda import Item, agenda_of
from tsukuba_pia.work.opening import Opened


def entries_of(opened: Opened) -> tuple[Entry, ...]:
    """The items of the agenda as it is worked out now."""
    return tuple(_entry(item) for item in agenda_of(opened).items)


def _entry(item: Item) -> Entry:
    reasons = tuple(kept_text(one) for one in item.reasons)
    what, who, levels = kept_text(item.what), kept_text(item.who), item.levels or ()
    return Entry(item.kind, what, item.id, who, item.due, levels, reasons, item.questions, item.place)


def kept_text(text: Text) -> Text:
    """A text in the languages that minutes are kept in."""
    kept = {one: text[one] for one in LANGUAGES if one in text} if isinstance(text, Mapping) else {}
    return kept or text
