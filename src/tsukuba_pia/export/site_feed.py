"""The register as a feed (Atom, RFC 4287): what happened to which assessment, the latest first."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from tsukuba_pia.export import site_addresses as places
from tsukuba_pia.report.register import Entry, Event, Register

ATOM = "http://www.w3.org/2005/Atom"
LANG = "xml:lang"
MOST = 100  # entries of the feed; the register holds the rest
NOON = "T12:00:00+09:00"  # a date is a day in Japan, and stays that day for readers elsewhere
MAKER = "urn:tsukuba-pia:"


def feed(register: Register, labels: Mapping[str, Any]) -> str:
    """The feed of one language."""
    words = labels["register"]
    root = ET.Element("feed", {"xmlns": ATOM, LANG: register.language})
    happened = sorted(_happened(register), key=lambda one: one[1].on.iso, reverse=True)[:MOST]
    path = places.room(register.language, register.languages) + places.FEED
    _put(root, "id", identity(register, path))
    _put(root, "title", title_of(register, words))
    _put(root, "updated", (happened[0][1].on.iso if happened else register.as_of.iso) + NOON)
    _put(_put(root, "author"), "name", register.imprint.city.words if register.imprint.city else words["title"])
    _put(root, "rights", register.imprint.licence)
    address = register.imprint.address
    if address:
        _put(root, "link", rel="self", type="application/atom+xml", href=address + path)
    index = places.room(register.language, register.languages) + places.INDEX
    _put(root, "link", rel="alternate", type="text/html", href=_href(index, path, address))
    for entry, event in happened:
        _entry(root, entry, event, register, words)
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def title_of(register: Register, words: Mapping[str, Any]) -> str:
    """What the register is called."""
    title: str = words["title"]
    if register.imprint.city is None:
        return title
    whole: str = words["of_city"].format(city=register.imprint.city.words, title=title)
    return whole


def identity(register: Register, what: str) -> str:
    """A name that never changes: the address, where the register has one, else one made of the city's name."""
    if register.imprint.address:
        return register.imprint.address + what
    city = register.imprint.city.words if register.imprint.city else ""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{MAKER}{city}:{what}')}"


def _happened(register: Register) -> Iterator[tuple[Entry, Event]]:
    for entry in register.entries:
        yield from ((entry, event) for event in entry.events)


def _entry(root: ET.Element, entry: Entry, event: Event, register: Register, words: Mapping[str, Any]) -> None:
    room = places.room(register.language, register.languages)
    version = int(event.key) if event.kind == "version" else None
    unshown = version in entry.unshown  # it says what is withheld today: the newest page is left
    path = room + places.home(entry.id, None if unshown else version) + places.INDEX
    outcome = words["outcomes"].get(event.outcome, "")
    one = _put(root, "entry")
    _put(one, "id", identity(register, f"{room}{places.home(entry.id)}#{event.kind}-{event.key}"))
    kind = "version_unshown" if unshown else "ended_after" if event.kind == "ended" and outcome else event.kind
    pattern = words["events"][kind]
    _put(one, "title", pattern.format(title=entry.title.words, outcome=outcome))
    _put(one, "updated", event.on.iso + NOON)
    feed_path = room + places.FEED
    _put(one, "link", rel="alternate", type="text/html", href=_href(path, feed_path, register.imprint.address))
    if entry.summary is not None:
        _put(one, "summary", entry.summary.words).set(LANG, entry.summary.language)


def _href(path: str, page: str, address: str) -> str:
    return places.permanent(path, address) if address else places.relative(path, page)


def _put(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    one = ET.SubElement(parent, name, attributes)
    one.text = text
    return one
