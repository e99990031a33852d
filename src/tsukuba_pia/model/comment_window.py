"""What was put to comment (formats.md §6): `comments/<id>.yaml`, written when a comment window opens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tsukuba_pia.model.assessment import Consultation
from tsukuba_pia.model.kinds import Country, Date, Id, Name

Promise = Literal["planned", "implemented", "verified"]
PROMISES: tuple[Promise, ...] = ("planned", "implemented", "verified")  # from the weakest


@dataclass(frozen=True)
class RiskLevels:
    """A risk's levels in the worst case, as residents saw them."""

    inherent: str
    current: str
    target: str


@dataclass(frozen=True)
class Recipient:
    """Somebody that data goes to: what kind of actor, and the name in each language that has one."""

    names: Mapping[str, str]
    kind: str = ""


@dataclass(frozen=True)
class PutToComment:
    """What residents were asked about. All but `withheld` may be published; the digest is taken over just that."""

    comment_window: Name  # the consultation's id
    format: Literal[1]
    assessment: Name
    on: Date  # the day on which it was put to comment
    risks: Mapping[Id, RiskLevels] = field(default_factory=dict)
    recipients: tuple[Recipient, ...] = ()
    purposes: tuple[Mapping[str, str], ...] = ()
    countries: tuple[Country, ...] = ()
    safeguards: Mapping[Id, Promise] = field(default_factory=dict)
    document: str | None = None  # the document by which someone else entered it
    withheld: Mapping[Id, Promise] = field(default_factory=dict)  # safeguards that residents were not shown


@dataclass(frozen=True)
class Window:
    """A consultation that names a digest or has a record. `problem`: why none can be read (a word of the rules)."""

    number: int  # its place among the consultations
    consultation: Consultation
    record: PutToComment | None
    problem: str = ""
