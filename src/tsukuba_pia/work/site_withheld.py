"""What today's file withholds, as far as its YAML can be read: also where its shape, banks or answers are broken.

The record of the register says where today's file withheld something when the pages were made, and which people these
show. Where a broken file withholds more than that, its pages are taken down, whatever they say: the text that was
published may not stand in the file any more, and what was chosen from a list is no text that could be sought.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from tsukuba_pia.model.assessment import WITHHOLDS, Assessment
from tsukuba_pia.model.withheld_sections import OF_THE_FILE, TEAM
from tsukuba_pia.report.withholding import Secret, forms_of
from tsukuba_pia.yaml_source import Source

Place = tuple[str | int, ...]
SWITCH, ANSWERS = "withheld", ("answers",)
TWICE = "PIA015"  # of a key that stands twice in one place, only the first was read
OF_A_PERSON = ("role", "post", "organisation", "constituency", "interest", "conflict")  # what the public reads
_NUMBER = re.compile(r"""^\ufeff?assessment[ \t]*:[ \t]*["']?([^\s"'#]+)""", re.MULTILINE)
_CHOSEN = re.compile(r"[a-z0-9_]+\Z")  # an option's id: no text of anybody's own


class MadeWith(NamedTuple):
    """Of pages, when they were made: where they said that something is withheld, and (as digests) whom they showed."""

    withheld: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    others: int = 0  # answers that are withheld to questions that the pages do not ask


class Withheld(NamedTuple):
    """Of what a page says that it is withheld: the questions, and the sections of the banks or of the file."""

    questions: Collection[str] = ()
    sections: Collection[str] = ()


class Read(NamedTuple):
    """What could be read in a file. `whole`: nothing of it was passed over."""

    number: str
    titles: tuple[str, ...]  # in all its languages
    withheld: tuple[str, ...]
    people: tuple[str, ...]  # who is not withheld
    hides_people: bool
    secrets: tuple[Secret, ...]
    whole: bool

    def since(self, made: MadeWith, told: Callable[[str], bool] = lambda _: True) -> tuple[str, ...]:
        """What is withheld that was not when the pages were made; a person may stand there by another name.

        Args:
            made: what the record says of the pages.
            told: whether a question is named on one of them. Of those that are not, as many as before are nothing new.

        """
        new = dict.fromkeys(one for one in self.withheld if one not in made.withheld)
        others = {name for one in new if (name := _question(one)) and not told(name)}
        if len(others) <= made.others:
            new = {one: None for one in new if _question(one) not in others}
        if self.hides_people and not set(made.people) <= set(self.people):
            new[TEAM] = None
        return tuple(one for one in new if one.rpartition(".")[0] not in new)


def made_with(today: Assessment, page: Assessment, told: Withheld) -> MadeWith:
    """What the record says of pages.

    Args:
        today: what the file says.
        page: the text on the newest page; of what is in preparation nothing is told.
        told: of what this page says that it is withheld; of other questions only how many there are.

    """
    places = [f"{SWITCH}.{name}" for name in today.withheld if name in told.sections]
    hides = {name: one.withheld for name, one in today.answers.items() if one.withheld and name in page.answers}
    for name, withheld in hides.items():
        if name in told.questions:
            places += _parts(f"answers.{name}", withheld.of)
    (hidden, shown), (on_page, met) = _team(today), _team(page)
    others = len(hides.keys() - set(told.questions))
    return MadeWith(tuple(sorted((*places, *_numbered(min(hidden, on_page))))), tuple(sorted(shown & met)), others)


def _team(one: Assessment) -> tuple[int, set[str]]:
    """How many are withheld by themselves, and who is shown."""
    hidden = sum(member.withheld is not None for member in one.team)
    shown = () if TEAM in one.withheld else (member for member in one.team if member.withheld is None)
    return hidden, {_person(getattr(member, name) for name in OF_A_PERSON) for member in shown}


def read_withheld(source: Source) -> Read:
    """Read a file."""
    data = source.data
    if not isinstance(data, Mapping):
        return Read(_number_of(source), (), (), (), False, (), whole=False)  # noqa: FBT003
    found = list(_switches(data, ()))
    hidden = [place[1:2] for place, _ in found if place[:1] == (TEAM,)]
    team, number = data.get(TEAM), data.get("assessment")
    members = [one for at, one in enumerate(team if isinstance(team, list) else ()) if (at,) not in hidden]
    return Read(
        number if isinstance(number, str) else _number_of(source),
        tuple(one.text for one in _texts((), data.get("title"), "title")),
        (*(one for place, switch in found for one in _places(place, switch)), *_numbered(len(set(hidden)))),
        tuple(_person(map(one.get, OF_A_PERSON)) for one in members if isinstance(one, Mapping)),
        bool(hidden),
        tuple(_secrets(data, found)),
        whole=not any(one.code == TWICE for one in source.diagnostics),
    )


def _number_of(source: Source) -> str:
    """The number of an assessment that is no YAML."""
    return number_in(source.text or source.raw.decode(errors="replace"))


def number_in(text: str) -> str:
    """The number of an assessment, from its text; empty where none is found."""
    found = _NUMBER.search(text)
    return found[1] if found else ""


@lru_cache(maxsize=1024)
def _is_switch(key: str) -> bool:
    return bool(get_close_matches(key.casefold(), (SWITCH,), cutoff=0.85))  # mistyped, it was meant all the same


def _switches(value: Any, place: Place) -> Iterator[tuple[Place, Any]]:  # noqa: ANN401 - plain data
    """All that withholds something, by the place that it withholds."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            if key == SWITCH or (place != ANSWERS and _is_switch(key)):  # an id is none
                yield place, one
            else:
                yield from _switches(one, (*place, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _switches(one, (*place, number))


def _places(place: Place, switch: Any) -> Iterator[str]:  # noqa: ANN401 - plain data
    """As the record has them; people are counted, for they may change places."""
    if not place:
        sections = switch if isinstance(switch, (Mapping, list)) else (switch,) if switch else ()
        yield from (f"{SWITCH}.{name}" for name in sections)
    elif place[0] != TEAM:
        yield from _parts(".".join(map(str, place)), switch.get("of") if isinstance(switch, Mapping) else ())


def _parts(place: str, of: Any) -> Iterator[str]:  # noqa: ANN401 - plain data
    """The parts of an answer that are withheld; all of it, where they are none that there are."""
    known = isinstance(of, (tuple, list)) and bool(of) and all(one in tuple(WITHHOLDS) for one in of)
    if not known:
        yield place
    yield from (f"{place}.{part}" for part in (of if known else WITHHOLDS))


def _question(place: str) -> str:
    """The question that a place belongs to; empty where there is none."""
    first, _, rest = place.partition(".")
    return rest.partition(".")[0] if first == ANSWERS[0] else ""


def _numbered(hidden: int) -> Iterator[str]:
    return (f"{TEAM}.{number}" for number in range(hidden))


def _person(said: Iterable[Any]) -> str:
    """The digest of what the public reads of somebody; it tells of nobody else."""
    return sha256(json.dumps([one or None for one in said], sort_keys=True, default=str).encode()).hexdigest()


def _secrets(data: Mapping[str, Any], found: Iterable[tuple[Place, Any]]) -> Iterator[Secret]:
    """The texts in withheld places."""
    for place, switch in found:
        if place:
            yield from _texts(place, _at(data, place))
        elif isinstance(switch, Mapping):
            for name in (one for one in OF_THE_FILE if one in switch):
                yield from _texts((name,), data.get(name))


def _at(value: Any, place: Place) -> Any:  # noqa: ANN401 - plain data
    for step in place:
        value = value[step]
    return value


def _texts(place: Place, value: Any, name: str = "") -> Iterator[Secret]:  # noqa: ANN401 - plain data
    """`name`: of the field that they stand in, whatever languages are below it."""
    if isinstance(value, str) and name and not (name == "answer" and _CHOSEN.match(value)):
        yield from forms_of(place, name, value)
    elif isinstance(value, Mapping):
        languages = bool(name) and all(isinstance(one, str) for one in value.values())
        for key, one in value.items():
            if not _is_switch(key):
                yield from _texts((*place, key), one, name if languages else key)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _texts((*place, number), one, name)
