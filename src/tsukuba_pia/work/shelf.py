"""What the files of one run share: each workspace's catalog and city, and the banks, each read and held to rules once.

Whoever opens a thousand assessments keeps one shelf for them; files that lie on it are taken not to change meanwhile.
"""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from tsukuba_pia.diagnostics import Diagnostic, has_errors
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.engine import check_bank
from tsukuba_pia.load.assessment import load_profile
from tsukuba_pia.load.bank import Loaded, load_banks
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.compose import falls, misfits, tighten
from tsukuba_pia.load.other_banks import OtherBank, other_banks
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.resources import Workspaces
from tsukuba_pia.yaml_source import Source

City = tuple[Profile | None, Source | None]
Tightened = tuple[Questionnaire | None, tuple[Diagnostic, ...]]


class Shelf:
    """Fills as it is asked."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._workspaces = Workspaces()
        self._catalogs: dict[Path | None, Catalog] = {}
        self._cities: dict[Path | None, City] = {}
        self._banks: dict[tuple[Catalog, tuple[tuple[str, str], ...]], Loaded] = {}
        self._others: dict[tuple[Catalog, frozenset[str]], tuple[OtherBank, ...]] = {}
        self._tightened: dict[tuple[int, int], tuple[Loaded, Source, Tightened]] = {}

    def catalog(self, folder: Path) -> Catalog:
        """Which banks there are for what lies in a folder."""
        workspace = self._workspaces.of(folder)
        if workspace not in self._catalogs:
            self._catalogs[workspace] = Catalog(workspace)
        return self._catalogs[workspace]

    def city(self, workspace: Path | None) -> City:
        """The city's profile with its source, where there is a workspace."""
        if workspace not in self._cities:
            self._cities[workspace] = load_profile(workspace)
        return self._cities[workspace]

    def around(self, workspace: Path | None) -> tuple[tuple[Catalog, City], ...]:
        """The cities that a workspace lies within, the nearest first: what each has, and its profile."""
        rooms = self._workspaces.around(workspace)
        return tuple((self.catalog(room), self.city(room)) for room in rooms)

    def banks(self, assessment: Assessment, catalog: Catalog, asker: Source) -> Loaded:
        """The banks of an assessment, held to their rules. Those with findings are read again: they point into it."""
        key = (catalog, tuple(assessment.banks.items()))
        kept = self._banks.get(key)
        if kept is not None:
            return replace(kept, diagnostics=[])
        loaded = sound_banks(load_banks(assessment.banks, catalog, asker))
        if not loaded.diagnostics:
            self._banks[key] = loaded
        return loaded

    def others(self, catalog: Catalog, chosen: Collection[str]) -> tuple[OtherBank, ...]:
        """The banks that were not chosen."""
        key = (catalog, frozenset(chosen))
        if key not in self._others:
            self._others[key] = other_banks(catalog, chosen)
        return self._others[key]

    def tightened(self, banks: Loaded, city: City) -> Tightened:
        """The questionnaire under the city's stricter method. A profile with an error is never half used."""
        profile, source = city
        if profile is None or source is None or banks.questionnaire is None:
            return (banks.questionnaire if source is None else None), ()
        key = (id(banks.questionnaire), id(source))
        if key not in self._tightened:
            self._tightened[key] = (banks, source, _tighten(banks.questionnaire, profile, source))
        return self._tightened[key][2]


def _tighten(questionnaire: Questionnaire, profile: Profile, source: Source) -> Tightened:
    stricter = None
    wrong = list(misfits(questionnaire.method, profile.method))
    if not wrong:
        stricter = tighten(questionnaire, profile.method)
        wrong = list(falls(stricter.method)) if stricter.modified_method else []
    found = tuple(source.diagnostic("PIA212", ("method", *path), what=what, name=name) for path, what, name in wrong)
    return (None if wrong else stricter), found


def sound_banks(loaded: Loaded) -> Loaded:
    """Hold fresh banks to the rules; what passes is remembered, so that it is checked once."""
    if loaded.sound or loaded.questionnaire is None:
        return loaded
    for number in range(len(loaded.banks)):
        loaded.diagnostics += [one for one in check_bank(bank_context(loaded, number)) if one.level == "error"]
    if not has_errors(loaded.diagnostics):
        loaded.remember()
    return loaded


def bank_context(loaded: Loaded, number: int, as_of: str = "") -> BankContext:
    """One of the loaded banks, with those it may refer to: what it extends, and itself."""
    bank = loaded.banks[number]
    extended = (bank.extends or "").partition("@")[0]
    base = tuple(one for one in loaded.banks if one.bank == extended and one is not bank)
    assert loaded.vocabulary is not None  # noqa: S101 - the banks could be read
    assert loaded.references is not None  # noqa: S101
    return BankContext(bank, loaded.source(bank.bank), (*base, bank), loaded.vocabulary, loaded.references, as_of)
