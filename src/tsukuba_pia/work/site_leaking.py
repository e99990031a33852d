"""All files of one assessment, read again before they are published: nothing that is withheld may be read in them.

Each is held beside what it would be with other texts in the withheld places. What a text withholds may stand nowhere
on its own page, and what is withheld today on no page at all. What only an earlier or later text withholds may stand
where a page says it of itself: a city may open what it withheld once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tsukuba_pia.export import site_addresses as places
from tsukuba_pia.export.leaks import leaks
from tsukuba_pia.report.withholding import Secret
from tsukuba_pia.work.site_sources import Public
from tsukuba_pia.work.site_withheld import Read

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True, order=True)
class Leaked:
    """A withheld field that could be read, and on the page of which version; 0: on today's."""

    version: int
    field: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is withheld in a text that may not be published, and what its pages would say with other texts there.

    Where no page can be made of it, whole texts are sought, and no pieces: a page may say these anyway.
    """

    today: Read
    secrets: tuple[Secret, ...]
    innocent: bytes | None = None

    def fields_in(self, content: bytes) -> tuple[str, ...]:
        """What of it can be read in a file that was published once."""
        innocent = content if self.innocent is None else self.innocent
        return tuple(one.field for one in leaks(content, self.secrets, innocent))


def told_in(public: Public, written: Files, others: Files) -> tuple[Leaked, ...]:
    """What of an assessment could be read in its files.

    Args:
        public: what they were made of.
        written: the files.
        others: the same with other texts in the withheld places; it may be the same object where nothing is other.

    """
    found: set[Leaked] = set()
    sought = {version: tuple(_sought(public, version)) for version in (0, *(one.number for one, _ in public.versions))}
    for path, content in written.items():
        version = places.version_of(path) or 0
        for field in _fields(path, content, others.get(path, b""), sought[version]):
            found.add(Leaked(version, field))
    for one in leaks(public.now.assessment.assessment.encode(), sought[0]):  # it stands in every name
        found.add(Leaked(0, one.field))
    return tuple(sorted(found))


def _fields(path: str, content: bytes, other: bytes, secrets: Iterable[Secret]) -> Iterator[str]:
    if content == other:
        # What is the same whatever the withheld texts say can only say them in a public field, and all public fields
        # stand in the data beside the page, where they are sooner read.
        # What is told in easy Japanese stands nowhere else.
        beside = path.endswith(".html") and not path.endswith(places.EASY_SHEET)
        secrets = () if beside else (one for one in secrets if one.nowhere)
    yield from (one.field for one in leaks(content, secrets, other))


def _sought(public: Public, version: int) -> Iterator[Secret]:
    """What may not be read on the page of a version, strictest first."""
    texts = {sign_off.number: told.secrets for sign_off, told in public.versions}
    strict = (*texts.get(version, ()), *public.today)
    others = (one for number, secrets in texts.items() if number != version for one in secrets)
    yield from dict.fromkeys(strict)
    yield from dict.fromkeys(replace(one, nowhere=0) for one in others if one not in strict)
