"""What residents, members and others said, and what became of it: gone, or other words now. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.hollow import is_filler, is_placeholder, letters
from tsukuba_pia.model.text import Text, words

Became = Literal["gone", "other"]
NAMES: Final = ("by", "to")  # a name may be one letter long
DAY, ID = "on", "id"  # no words: they are compared as they stand


class Entry(NamedTuple):
    """One of them: what it is known by, and by key each of its texts, by language. `id` is none of its words."""

    whose: str
    said: Mapping[str, Mapping[str, str]]
    dissent: bool = False


class Loss(NamedTuple):
    """What became of one: of which kind, whose, and where it is said otherwise now: the entry's number and its keys."""

    what: str
    whose: str
    became: Became = "gone"
    number: int = -1
    keys: tuple[str, ...] = ()


def losses(before: Assessment, now: Assessment) -> tuple[Loss, ...]:
    """What of all that was said before is not said any more as it was; out of nothing something may grow."""
    old, new = said_in(before), said_in(now)
    return tuple(loss for what in old for loss in _lost(what, old[what], new[what]))


def said_in(one: Assessment) -> Mapping[str, Sequence[Entry]]:
    """By kind, all that others said."""

    def entry(whose: str, *, dissent: bool = False, **said: Text | None) -> Entry:
        texts = {key: {one.language: text} if isinstance(text, str) else dict(text or {}) for key, text in said.items()}
        return Entry(whose, texts, dissent)

    return {
        "opinions": [entry(it.by, by=it.by, says=it.says, dissent=it.dissent) for it in one.opinions],
        "consultations": [entry(it.id, id=it.id, said=it.said, who=it.who) for it in one.consultations],
        "incidents": [entry(it.on, what=it.what, on=it.on) for it in one.incidents],
        "cooperation": [entry(words(it.to, one.language), request=it.request, to=it.to) for it in one.cooperation],
        "complaints": [
            entry(str(it.get("on") or ""), what=_text(it.get("what")), on=str(it.get("on") or ""))
            for it in one.complaints
        ],
    }


def _text(value: object) -> Text:
    """A text of an entry whose shape nobody looked at."""
    if isinstance(value, Mapping):
        return {str(language): str(text) for language, text in value.items()}
    return "" if value is None else str(value)


def _lost(what: str, old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Loss]:
    for number, place in _paired(old, new):
        was = old[number]
        if was.dissent and (place is None or not new[place].dissent):
            yield Loss("dissents", was.whose)
        if place is None:
            yield Loss(what, was.whose)
        elif keys := tuple(key for key in was.said if key != ID and not _holds(key, was, new[place])):
            yield Loss(what, was.whose, "other", place, keys)


def _paired(old: Sequence[Entry], new: Sequence[Entry]) -> list[tuple[int, int | None]]:
    """Which entry each has become: what says the same first, then what has something in common, then in order."""
    found: dict[int, int] = {}
    free = dict.fromkeys(range(len(new)))
    keys = tuple(old[0].said) if old else ()
    for together in (keys, *((key,) for key in keys)) if keys else ():
        places = defaultdict(list)
        for place in reversed(free):
            for mark in _marks(new[place], together):
                places[mark].append(place)
        for number in (one for one in range(len(old)) if one not in found):
            place = next((one for mark in _marks(old[number], together) if (one := _next(places[mark], free)) >= 0), -1)
            if place >= 0:
                found[number] = place
                del free[place]
    rest = iter(free)
    return [(number, found[number] if number in found else next(rest, None)) for number in range(len(old))]


def _next(places: list[int], free: Mapping[int, None]) -> int:
    """The first place that is still free; what is not is taken out."""
    while places:
        if places[-1] in free:
            return places[-1]
        places.pop()
    return -1


def _marks(entry: Entry, keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What an entry is told from others by: all its words, or each version of one of its texts."""
    if len(keys) > 1:
        texts = (f"{key} {language} {_same(text)}" for key in keys for language, text in entry.said[key].items())
        yield (*texts, str(entry.dissent))
        return
    for language, text in entry.said[keys[0]].items():
        if not _says_nothing(keys[0], text):
            yield language, _same(text)


def _holds(key: str, was: Entry, now: Entry) -> bool:
    """Whether each version of a text that said something is there as it was, but for blanks and punctuation."""
    there = now.said[key]
    told = ((language, text) for language, text in was.said[key].items() if not _says_nothing(key, text))
    return all(_same(there.get(language, "")) == _same(text) for language, text in told)


def _says_nothing(key: str, text: str) -> bool:
    if key in (DAY, ID):
        return not text
    return is_placeholder(text) if key in NAMES else is_filler(text)


def _same(text: str) -> str:
    return letters(text) or text.strip()
