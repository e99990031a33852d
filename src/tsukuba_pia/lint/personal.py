"""What in the texts that will be published leads to a person: hints, where `my_number` is certain.

The rules about it run on every save, so a first look at all texts at once, word by word and by the shape of their
bytes, tells nearly always that there is nothing; only where there may be are the texts gone through one by one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

from tsukuba_pia.diagnostics import Path, Position
from tsukuba_pia.lint.person_words import Look, Span, in_charge, people, places, saying
from tsukuba_pia.lint.texts import texts
from tsukuba_pia.lint.traces import Trace
from tsukuba_pia.model.assessment import WITHHOLDS, Assessment
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.text import Text
from tsukuba_pia.model.withheld_sections import OF_THE_FILE
from tsukuba_pia.yaml_source import Source, scalars

MOST = 20  # of one kind in one text are told
MOST_NAMES = 100  # of the team are looked for
SHORTEST_NAME = 3  # characters of a team member's name; a shorter one stands in other words by chance
CONTACT: Path = ("service", "contact")
# How a text looks in bytes. `joined`: digits are 0, what stands between groups of them goes. `apart`: digits of one
# byte are 0, capitals A, each character of several bytes is one x; small letters and most marks go.
_JOINED = bytes(48 if 0x30 <= one <= 0x39 or 0x90 <= one <= 0x99 else 120 for one in range(256))  # noqa: PLR2004
_BETWEEN = bytes(set(" ()（）\u3000‐‑–—−－ー-.．・０".encode()) - set(range(0x90, 0x9A)))
_APART = bytes(48 if chr(one).isdecimal() else 65 if 65 <= one <= 90 else min(one, 120) for one in range(256))  # noqa: PLR2004
_GONE = bytes(set(range(0x80, 0xC0)) | set(range(0x80)) - set(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.- \n"))
_WAYS = re.compile("[!-~０-９－]{8,}")  # a telephone, an e-mail address
_AT = ("at", "AT", "アット")
_BEFORE_NUMBER = frozenset("0123456789０１２３４５６７８９〇一二三四五六七八九十百")
_AFTER_NUMBER = _BEFORE_NUMBER | {"地"}


def traces_in(source: Source, assessment: Assessment, profile: Profile | None) -> tuple[Trace, ...]:
    """All that is found in the texts that will be published; what the city itself gives as its desk is none."""
    every = [text for _, text, _ in scalars(source)]
    desks = _desks(assessment, profile)
    whole = _without("\n".join(every), desks)
    suspects = _suspects(whole)
    if names := [name for name in _names(assessment) if whole.count(name) > every.count(name)]:
        suspects.append(("person", partial(_named, names=names)))
    found = _traces(source, assessment, desks, suspects) if suspects else ()
    return tuple({one[:3]: one for one in found}.values())  # 鈴木 恵さん of the team is one


def _suspects(whole: str) -> list[tuple[str, Look]]:
    """The kinds that are there, looked for only where there is what each cannot do without."""
    found: list[tuple[str, Look]] = [
        ("person", saying(people, "@person_addressed")),
        ("person", saying(in_charge, "@person_in_charge")),
    ]
    if kinds := tuple(might_hold(whole)):
        from tsukuba_pia.lint.personal_numbers import LOOKS  # noqa: PLC0415 - many patterns, and few texts need them

        found += [(kind, LOOKS[kind]) for kind in kinds]
    return [(kind, look) for kind, look in found if any(True for _ in look(whole))]


def might_hold(whole: str) -> Iterator[str]:
    """The kinds of numbers that a text may hold, by the shape of its bytes."""
    plain = whole.encode(errors="replace")
    joined, apart = plain.translate(_JOINED, _BETWEEN), plain.translate(_APART, _GONE)
    if b"0" * 10 in joined:
        yield "phone"
    if any(one in whole for one in "@＠☆★[") or _says_at(whole):
        yield "mail"
    wide = "－" in whole or "−" in whole or b"x-x" in apart
    groups = wide or b"x0-0" in apart or b"x00-0" in apart
    if groups or "丁" in whole or "〒" in whole or _has_number(whole):
        yield "home"
    if groups or b"x 00-0" in apart or b"x 0-00" in apart or b"0" * 7 in apart or b"0" * 10 in joined:
        yield "paper"
    if b"00.0000" in apart:
        yield "point"


def _says_at(whole: str) -> bool:
    """Whether a bracket spells out an @: (at)."""
    return any(whole.startswith(_AT, place + 1) for bracket in "(（" for place in places(whole, bracket))


def _has_number(whole: str) -> bool:
    """Whether there is a number of a house: 5番3, 五番地."""
    return any(
        whole[place - 1 : place] in _BEFORE_NUMBER and whole[place + 1 : place + 2] in _AFTER_NUMBER
        for place in places(whole, "番")
    )


def _traces(
    source: Source, assessment: Assessment, desks: Sequence[str], suspects: Sequence[tuple[str, Look]]
) -> Iterator[Trace]:
    for path, text in published(source, assessment):
        plain = _without(text, desks)
        for kind, look in suspects:
            for (start, end), what in islice(look(plain), MOST):
                yield Trace(kind, path, _place(source, path, text, start, end), what)


def published(source: Source, assessment: Assessment) -> Iterator[tuple[Path, str]]:
    """What the public page may show of what people typed, language by language; nothing that is withheld."""
    hidden: set[Path] = {("answers", name) for name, one in assessment.answers.items() if one.hidden}
    parts = ((name, one.withheld.of) for name, one in assessment.answers.items() if one.withheld is not None)
    of_answers = {("answers", name, field) for name, of in parts for part in of for field in WITHHOLDS[part]}
    hidden |= {("team", number) for number, one in enumerate(assessment.team) if one.withheld is not None}
    sections = {name for name in assessment.withheld if name in OF_THE_FILE}
    for path, text in _written(source.data, assessment):
        if path[:2] != CONTACT and path[0] not in sections and path[:2] not in hidden and path[:3] not in of_answers:
            if isinstance(text, str):
                yield path, text
            else:
                yield from (((*path, language), one) for language, one in text.items())


def _written(data: Any, assessment: Assessment) -> Iterator[tuple[Path, str | Mapping[str, str]]]:  # noqa: ANN401 - plain data
    yield from texts(Assessment, data)
    if assessment.publication is not None and assessment.publication.summaries:
        yield ("publication", "summaries"), assessment.publication.summaries
    for name, one in assessment.answers.items():
        for key in ("answer", "owner"):
            value = getattr(one, key)
            if isinstance(value, str):
                yield ("answers", name, key) if isinstance(data["answers"][name], dict) else ("answers", name), value


def _place(source: Source, path: Path, text: str, start: int, end: int) -> Position | None:
    """Where it stands in the file; None where the file writes it otherwise (escapes, ends of lines)."""
    mark, _ = source.mark(path)
    if mark is None:
        return None
    found, begin = text[start:end], mark.begin.index
    for _ in range(text.count(found, 0, start) + 1):
        at = source.text.find(found, begin, mark.end.index)
        if at < 0:
            return None
        begin = at + len(found)
    line = mark.begin.line + 1 + source.text.count("\n", mark.begin.index, at)
    return Position(line, at - source.text.rfind("\n", 0, at))


def _desks(assessment: Assessment, profile: Profile | None) -> tuple[str, ...]:
    """What the service and the city publish as the way to reach them; the city says it in one text."""
    contact = assessment.service.contact if assessment.service is not None else None
    own = (contact.phone, contact.email, contact.address, contact.url) if contact else ()
    city = (part for one in _versions(profile.contact if profile else None) for part in (one, *_WAYS.findall(one)))
    return (*(one for text in own for one in _versions(text) if one), *city)


def _versions(text: Text | None) -> Iterable[str]:
    return () if text is None else [text] if isinstance(text, str) else text.values()


def _without(text: str, desks: Iterable[str]) -> str:
    """A text with blanks where it names a desk, as long as it was."""
    for desk in desks:
        text = text.replace(desk, " " * len(desk))
    return text


def _names(assessment: Assessment) -> tuple[str, ...]:
    """The team's names, which the public page leaves out, as they are written and without blanks."""
    names = (one.name.strip() for one in assessment.team if one.name)
    both = (spelt for name in names for spelt in (name, "".join(name.split())) if len(spelt) >= SHORTEST_NAME)
    return tuple(dict.fromkeys(islice(both, MOST_NAMES)))


def _named(text: str, names: Sequence[str]) -> Iterator[tuple[Span, str]]:
    for name in names:
        yield from ((one.span(), "@person_of_the_team") for one in re.finditer(re.escape(name), text))
