"""The words that banks and assessments share, and the law they point to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tsukuba_pia.model.condition import Condition
from tsukuba_pia.model.kinds import Date, Language, Name, Status, Version
from tsukuba_pia.model.text import Text

Side = Literal["public", "private"]  # of the law on personal information: its chapter 5, its chapter 4
YEARS_BETWEEN_LOOKS = 2


@dataclass(frozen=True)
class Term:
    """A word of the vocabulary. The keys after `meaning` belong to some lists only."""

    id: Name
    label: Text
    meaning: Text | None = None
    iso_29100: str | None = None
    dpv: str | None = None
    sensitive: bool = False  # data categories
    stays_when: Condition | None = None  # groups: cannot be taken out while this holds
    regimes: tuple[Name, ...] = ()  # kinds of actors: which law they may fall under
    covers: tuple[Side, ...] = ()  # regimes: whose provisions are among their rules
    needs_law: bool = False  # consequences: only a statute or an ordinance may lay them down
    every_bank: bool = False  # stages, principles: every bank has a question about it


Terms = tuple[Term, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Lists of terms, versioned like a bank."""

    vocabulary: Name
    version: Version
    status: Status
    languages: tuple[Language, ...]
    stages: Terms = ()
    principles: Terms = ()
    threats: Terms = ()
    harms: Terms = ()
    events: Terms = ()
    groups: Terms = ()
    constituencies: Terms = ()
    roles: Terms = ()
    posts: Terms = ()
    actor_kinds: Terms = ()
    regimes: Terms = ()
    categories: Terms = ()
    identifiers: Terms = ()
    captures: Terms = ()
    provision_natures: Terms = ()
    consequences: Terms = ()
    red_line_authorities: Terms = ()
    safeguard_states: Terms = ()
    safeguard_kinds: Terms = ()
    answer_states: Terms = ()
    withholding_reasons: Terms = ()
    legal_forms: Terms = ()
    yes_no: Terms = ()

    def find(self, terms: str, name: str) -> Term | None:
        """The term `name` of the list `terms`."""
        return self._by_id(terms).get(name)

    def _by_id(self, terms: str) -> Mapping[str, Term]:
        """The terms of a list by their ids; of one id the first."""
        if terms not in self._known:
            self._known[terms] = {term.id: term for term in reversed(getattr(self, terms))}
        return self._known[terms]

    @cached_property
    def _known(self) -> dict[str, Mapping[str, Term]]:
        return {}


@dataclass(frozen=True)
class Reference:
    """A law, a guidance or a standard, and how far its text was checked."""

    id: Name
    law: Text
    title: Text
    kind: Literal["statute", "cabinet_order", "rule", "ordinance", "guidance", "policy", "standard"]
    regime: Literal["public", "private", "my_number", "sector", "any"]
    class_: Literal["law", "guidance", "city_policy", "proposal"]
    status: Literal["in_force", "enacted_not_in_force", "repealed", "draft"]
    checked: bool
    law_id: str | None = None
    article: str | None = None
    effective_from: Date | None = None
    repealed_on: Date | None = None
    duty_of: Literal["giver", "receiver"] | None = None  # who of the two bears it when information is passed on
    checked_how: Text | None = None
    checked_on: Date | None = None
    look_again_on: Date | None = None
    note: Text | None = None
    source: str | None = None

    def in_force(self, day: str) -> bool:
        """Whether it holds on a day, as far as is known; a date that is not known counts as not come."""
        if self.status == "draft":
            return False
        begun = (self.effective_from or "") <= day
        if self.status == "enacted_not_in_force":
            return self.effective_from is not None and begun
        return begun and not self.ended(day)

    def ended(self, day: str) -> bool:
        """Whether it has been repealed by a day."""
        return self.status == "repealed" if self.repealed_on is None else self.repealed_on <= day

    @property
    def due_on(self) -> str | None:
        """The day from which somebody should look at it again: as it says, else two years after it was checked."""
        if self.look_again_on is not None or self.checked_on is None:
            return self.look_again_on
        return f"{int(self.checked_on[:4]) + YEARS_BETWEEN_LOOKS:04}{self.checked_on[4:]}"


@dataclass(frozen=True)
class References:
    """The list of references, versioned like a bank."""

    references: Name
    version: Version
    status: Status
    languages: tuple[Language, ...]
    items: tuple[Reference, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Reference]:
        """Each reference by its id."""
        return {item.id: item for item in self.items}
