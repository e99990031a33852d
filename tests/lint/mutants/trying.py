"""Tries a change: is it found at some stage, or what does it do to what is read of the file?"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tests.lint.mutants.operators import Mutant, mutants
from tests.lint.mutants.town import TODAY, Town
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.comment_window import PutToComment
from tsukuba_pia.model.minutes import Minutes
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.scenario import Scenarios
from tsukuba_pia.model.sign_off import SignOff
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.report.build import build_report
from tsukuba_pia.work.bank_tests.running import run_tests
from tsukuba_pia.work.check_one import Checker, Demand
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.shelf import Shelf
from tsukuba_pia.yaml_source import parse, read

Key = tuple[str, str]  # place, operator
Fate = Literal["the same", "told", "unseen"]

STAGES: tuple[Stage | None, ...] = (None, "follow-up")  # what the files say, and where all rules bind
SHAPES: dict[str, Any] = {
    "city": Profile, "bank": Bank, "sector bank": Bank, "scenarios": Scenarios, "assessment": Assessment,
    "comment window": PutToComment, "minutes": Minutes, "first sign-off": SignOff, "last sign-off": SignOff,
    "vocabulary": Vocabulary, "references": References,
}  # fmt: skip
# With which files a change of one is looked at; what lies beside an assessment is looked at with it.
CHECKED = {
    "bank": ("bank", "scenarios"), "sector bank": ("sector bank",), "scenarios": ("scenarios",),
    "vocabulary": ("vocabulary",), "references": ("references",), "city": ("city", "assessment"),
}  # fmt: skip
ALONE = ("bank", "sector bank", "scenarios", "vocabulary", "references")
READERS: tuple[tuple[str, Literal["internal", "public"]], ...] = (("ja", "internal"), ("en", "public"))
ANY_CHANGE = ("PIA516",)  # says only that it is not what was signed


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a change: the codes that found it, else what it does."""

    mutant: Mutant
    codes: tuple[str, ...]
    fate: Fate | None = None

    @property
    def key(self) -> Key:
        """Its place and operator, as the list of survivors has them."""
        return self.mutant.place, self.mutant.operator


class Bench:
    """Tries changes in one town, one after the other; what they do not touch is read once."""

    def __init__(self, town: Town) -> None:
        """See what is found before anything is changed."""
        self.town = town
        self.shelf = Shelf()
        self.before = {
            kind: frozenset(_said(one) for found in self._looks(kind, Shelf()) for one in found) for kind in SHAPES
        }
        self.told = self._told(Shelf())
        self.sound = {kind: read_shape(shape, read(town.file(kind))) for kind, shape in SHAPES.items()}

    def tried(self, mutant: Mutant) -> Tried:
        """Put the change there, look, and take it back."""
        file = self.town.file(mutant.kind)
        whole = file.read_bytes()
        file.write_bytes(mutant.text)
        try:
            shelf = Shelf() if mutant.kind in CHECKED else self.shelf
            found = self._new(mutant.kind, shelf)
            return Tried(mutant, found, None if found else self._fate(mutant, shelf))
        finally:
            file.write_bytes(whole)

    def _new(self, kind: str, shelf: Shelf) -> tuple[str, ...]:
        """The codes that were not found before; who looks stops where something is."""
        for found in self._looks(kind, shelf):
            new = {one.code for one in found if _said(one) not in self.before[kind]}.difference(ANY_CHANGE)
            if new:
                return tuple(sorted(new))
        return ()

    def _looks(self, kind: str, shelf: Shelf) -> Iterator[Iterable[Diagnostic]]:
        """What `pia check` finds, stage by stage, and of a bank what `pia bank test` does."""
        for stage in STAGES if kind not in ALONE else (None,):
            checker = Checker(Demand(TODAY, stage))
            checker.shelf = shelf
            for name in CHECKED.get(kind, ("assessment",)):
                yield [one.diagnostic for one in checker(self.town.file(name)).found.findings]
        if kind in ("bank", "scenarios"):
            yield run_tests(self.town.file("bank"), Catalog(self.town.folder), with_strength=False).diagnostics

    def _fate(self, mutant: Mutant, shelf: Shelf) -> Fate:
        value = read_shape(SHAPES[mutant.kind], parse(mutant.text, "x.yaml"))
        if value == self.sound[mutant.kind]:
            return "the same"
        return "told" if mutant.kind not in ALONE and self._told(shelf) != self.told else "unseen"

    def _told(self, shelf: Shelf) -> tuple[object, ...]:
        """What people are told: the score, and both reports."""
        opened = open_assessment(self.town.file("assessment"), TODAY, rules=False, shelf=shelf)
        if opened.questionnaire is None or opened.assessment is None:
            return ()
        result = opened.score()
        reports = [
            build_report(
                opened.questionnaire, opened.assessment, result, language=language, audience=audience,
                profile=opened.profile, state="published",
            ) for language, audience in READERS
        ]  # fmt: skip
        return (result, *(repr(one) for one in reports))


def _said(one: Diagnostic) -> tuple[str, str]:
    return one.code, repr(sorted((name, value) for name, value in one.args.items() if not value.isdecimal()))


def sample(kinds: Iterable[str], town: Town, each: int, seed: int) -> list[Mutant]:
    """At most so many changes of each place by each operator, chosen by chance from a seed."""
    chosen: list[Mutant] = []
    for kind in kinds:
        by_key: dict[Key, list[Mutant]] = defaultdict(list)
        for one in mutants(kind, read(town.file(kind)).data):
            by_key[one.place, one.operator].append(one)
        for key in sorted(by_key):
            alike = by_key[key]
            chance = random.Random(f"{seed} {key}")  # noqa: S311 - a sample, the same whatever else is there
            chosen += alike if each >= len(alike) else chance.sample(alike, each)
    return chosen


def survivors(tried: Sequence[Tried]) -> dict[Key, list[Tried]]:
    """What nothing found and what does not read the same, by place and operator."""
    found: dict[Key, list[Tried]] = defaultdict(list)
    for one in tried:
        if not one.codes and one.fate != "the same":
            found[one.key].append(one)
    return found
