"""What `city.yaml` says of a city (formats.md §2.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tsukuba_pia.model.kinds import Language, Name
from tsukuba_pia.model.text import Text

WINDOW_DAYS = 30  # for how long residents may comment where a city does not say
LegalForm = Literal["statutory_body", "advisory_meeting", "art129_council"]
BODIES: tuple[LegalForm, ...] = ("statutory_body", "art129_council")  # set up by ordinance


@dataclass(frozen=True)
class Organ:
    """An organ that decides for itself, with its chain of posts: role of the method → name of the post."""

    id: Name
    name: Text
    posts: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True)
class Panel:
    """A group of people that talks about assessments, and what it is in law.

    A body that deliberates for the city needs an ordinance (Local Autonomy Act 138-4(3)); a meeting without one hears
    what each member thinks, and resolves nothing.
    """

    id: Name
    name: Text
    legal_form: LegalForm
    established_by: Text


@dataclass(frozen=True)
class TighterMethod:
    """A method may be made stricter: cell by cell, step by step, post by post; nothing else of it can be said here."""

    acceptance: Mapping[str, str] | None = None  # level → the lowest post that may accept it, or nobody
    matrix: Mapping[str, tuple[str, ...]] | None = None
    implemented_lowers_at_most: int | None = None
    verified_lowers_at_most: int | None = None
    likelihood_steps: int | None = None
    severity_steps: int | None = None


@dataclass(frozen=True)
class Imprint:
    """What the pages of a city's register say of the register itself."""

    address: str | None = None  # where it will lie: https://…; without one its addresses are relative
    licence: str | None = None  # the address of a licence, else that of CC BY 4.0
    accessibility: str | None = None  # the address of the statement on accessibility
    about: Text | None = None


@dataclass(frozen=True)
class Profile:
    """A city: its name, its organs, its customs."""

    city: Text
    format: Literal[1] = 1
    language: Language = "ja"
    organs: tuple[Organ, ...] = ()
    panels: tuple[Panel, ...] = ()
    contact: Text | None = None
    comment_window_days: int = WINDOW_DAYS
    group_languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    disclosure_exemptions: Mapping[str, Text] = field(default_factory=dict)
    method: TighterMethod | None = None
    register: Imprint | None = None
