"""Checks one file by what it is: a bank, an assessment, minutes, a profile, or what banks share."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from tsukuba_pia.change.released import FILE as RECORD
from tsukuba_pia.change.released import folder_of
from tsukuba_pia.diagnostics import START, Diagnostic, in_order, stopping
from tsukuba_pia.lint.context import Then
from tsukuba_pia.lint.engine import check_file, check_minutes, rule_of
from tsukuba_pia.lint.failing import failed_file
from tsukuba_pia.lint.portfolio_context import packed
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.lint.settings import Settings
from tsukuba_pia.lint.silencing import binds, silences
from tsukuba_pia.lint.silencing import silenced as silence
from tsukuba_pia.lint.told_once import told_once
from tsukuba_pia.lint.traits import traits_of
from tsukuba_pia.load.assessment import FILE as ASSESSMENT
from tsukuba_pia.load.inside import leads_out, read_inside
from tsukuba_pia.load.minutes import ROOM, minutes_files
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.problems import Problem, reason_of
from tsukuba_pia.reporters.reporter import InFile, shown
from tsukuba_pia.work.against_git import Revision
from tsukuba_pia.work.beside import numbers_beside
from tsukuba_pia.work.opening import Opened, check_bank_file, open_assessment
from tsukuba_pia.work.shelf import Shelf
from tsukuba_pia.yaml_source import Source, parse

CROSSWALKS = "crosswalks"
BEFORE = ("PIA442", "PIA443")  # hold an assessment also to what it was at a revision
UNVERSIONED = ("assessment", "city", "scenarios", "minutes", "")
KINDS = ("minutes", "assessment", "bank", "vocabulary", "references", CROSSWALKS, "city", "scenarios")
SHAPES: dict[str, Any] = {"vocabulary": Vocabulary, "references": References, "city": Profile}


@dataclass(frozen=True, slots=True)
class Demand:
    """What files are held to.

    `as_of` is the day, `stage` up to which rules bind whatever settings and files say, `settings` what is told and the
    earliest stage of some files, `since` a revision of git (banks are also held to what they were then), `given` what
    stands in some of the files where that is not yet saved.
    """

    as_of: str
    stage: Stage | None = None
    settings: Settings = field(default_factory=Settings)
    since: Revision | None = None
    given: Mapping[Path, bytes] = field(default_factory=dict)


class Outcome(NamedTuple):
    """What checking one file gave, and what of it concerns other assessments (`lint.portfolio_context.packed`)."""

    found: InFile
    traits: bytes | None = None


@dataclass(slots=True)
class Checked:
    """What was found when one file was checked, with the texts of the files that were read."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    stage: Stage | None = None  # up to which rules were asked
    traits: bytes | None = None


class Checker:
    """Checks files one after the other; what they share is read once."""

    def __init__(self, demand: Demand) -> None:
        """Take what they are held to."""
        self.demand = demand
        self.shelf = Shelf()
        self.folders: set[Path] = set()  # folders of banks that were held to what they were

    def __reduce__(self) -> tuple[type["Checker"], tuple[Demand]]:
        """Another process reads for itself."""
        return Checker, (self.demand,)

    def __call__(self, file: Path) -> Outcome:
        """Check a file. Whatever is wrong with it is told, whatever it is; also where we ourselves are."""
        try:
            return self._outcome(file)
        except (MemoryError, Problem):  # about the machine or the whole run
            raise
        except OSError as error:  # a file beside it, or one that changed meanwhile
            said = {"reason": reason_of(error)}
            return self._told(file, Diagnostic(str(error.filename or file), *START, "PIA001", said, stops=True))
        except Exception as error:  # noqa: BLE001 - our mistake in one file must not hide what is in the others
            return self._told(file, failed_file(error, str(file)))

    def _told(self, file: Path, why: Diagnostic) -> Outcome:
        """Why a file could not be checked to its end, with what reading it tells."""
        source = self._source(file)
        told = shown(in_order((*source.diagnostics, why)), {source.file: source})
        return Outcome(InFile(str(file), told, stopped=True))

    def _outcome(self, file: Path) -> Outcome:
        checked = Checked()
        self._check(file, checked)
        if self.demand.since is not None:
            self._hold_folder(file, self.demand.since, checked)
        found, count = _not_silenced(file, checked, compared=self.demand.since is not None)
        wants = cache(lambda code, name: self.demand.settings.wants(code, Path(name)))
        wanted = [_as_asked(one, file, checked) for one in in_order(found) if binds(one) or wants(one.code, one.file)]
        mendable = cache(partial(_mendable, file, checked))  # asked for every finding
        lines = shown(told_once(wanted), checked.sources, mendable)
        told = InFile(str(file), lines, count, stopped=_stopped(checked), stage=checked.stage)
        return Outcome(told, checked.traits)

    def _source(self, file: Path) -> Source:
        raw = self.demand.given.get(file)
        return read_inside(file) if raw is None else parse(raw, str(file))

    def _check(self, file: Path, checked: Checked) -> None:
        demand = self.demand
        if file.name == RECORD and not leads_out(file):
            _check_record(file, checked)
            return
        source = self._source(file)
        kind = kind_of(source)
        if kind == "assessment" or (kind and file.name == ASSESSMENT):  # whatever else it pretends to be
            self._check_assessment(file, source, checked)
        elif kind == "bank":
            found, sources = check_bank_file(file, demand.as_of, demand.given.get(file))
            checked.diagnostics += found
            checked.sources |= sources
        elif kind == "minutes":
            beside = open_assessment(file.parent.parent, demand.as_of, rules=False, shelf=self.shelf)
            _check_minutes(source, beside, checked)
            if not beside.usable:
                checked.diagnostics += stopping(beside.diagnostics)
                checked.sources |= beside.sources
        else:
            self._check_shared(file, kind, source, checked)
        if kind not in UNVERSIONED:
            _hold(file, source, demand.since, checked)

    def _check_assessment(self, file: Path, source: Source, checked: Checked) -> None:
        """An assessment with its banks, its city and the minutes beside it."""
        demand = self.demand
        least = demand.settings.stage(file) or "draft"
        then = self._then(file, source)
        opened = open_assessment(
            file, demand.as_of, raw=source, stage=demand.stage, at_least=least, shelf=self.shelf, then=then
        )
        checked.stage = opened.stage
        checked.diagnostics += opened.diagnostics
        checked.sources |= opened.sources | opened.banks.read_sources
        if opened.context is not None:
            checked.traits = packed(traits_of(opened.context, str(file)))
        if demand.since is not None:
            from tsukuba_pia.work.against_approvals import hold_approvals  # noqa: PLC0415 - only where asked

            checked.diagnostics += hold_approvals(file, source, demand.since)
        beside = minutes_files(opened.path.parent)
        told = frozenset({file, *(file.parent / ROOM / one.name for one in beside)})
        checked.diagnostics += numbers_beside(file.parent, told, opened.loaded.evidence)
        for minutes in beside:
            _check_minutes(read_inside(minutes, opened.path.parent), opened, checked)

    def _then(self, file: Path, source: Source) -> Then | None:
        """What an assessment said at the revision that files are held to."""
        if self.demand.since is None:
            return None
        from tsukuba_pia.work.against_assessments import then_of  # noqa: PLC0415 - only where asked

        return then_of(file, source, self.demand.since)

    def _check_shared(self, file: Path, kind: str, source: Source, checked: Checked) -> None:
        """What banks and assessments share: words, references, a city's profile, scenarios; or no file of ours."""
        checked.sources[source.file] = source
        if kind == "scenarios":
            from tsukuba_pia.work.bank_tests.cases import check_scenarios  # noqa: PLC0415 - only banks have them

            catalog = self.shelf.catalog(file.parent)
            checked.diagnostics += [*check_scenarios(source, catalog), *check_file(source)]
            return
        value: Any = None
        if (shape := _shape_of(kind)) is not None:
            value = read_shape(shape, source)
            checked.diagnostics += check_file(source)
            if value is not None and kind == CROSSWALKS:
                from tsukuba_pia.load.crosswalks import check_crosswalks  # noqa: PLC0415 - few files are crosswalks

                checked.diagnostics += check_crosswalks(value, source, self.shelf.catalog(file.parent))
        elif source.data is not None:
            source.diagnostics.append(source.diagnostic("PIA017", ()))
        checked.diagnostics += source.diagnostics if value is not None else stopping(source.diagnostics)

    def _hold_folder(self, file: Path, since: Revision, checked: Checked) -> None:
        from tsukuba_pia.work.against import hold_folder  # noqa: PLC0415 - only banks need it

        folder = file.parent if file.name == RECORD else folder_of(file)
        if folder is not None and folder not in self.folders:
            self.folders.add(folder)
            checked.diagnostics += hold_folder(folder, since)


def _shape_of(kind: str) -> Any:  # noqa: ANN401 - the class of what banks and assessments share
    if kind == CROSSWALKS:
        from tsukuba_pia.model.crosswalk import Crosswalks  # noqa: PLC0415 - few files are crosswalks

        return Crosswalks
    return SHAPES.get(kind)


def _as_asked(found: Diagnostic, file: Path, checked: Checked) -> Diagnostic:
    """A finding in another file, named from the current folder where the one that is checked is, so that it is one."""
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 - the folder with its separator
    if found.file == str(file) or file.is_absolute() or not found.file.startswith(here):
        return found
    name = found.file.removeprefix(here)
    if found.file in checked.sources:
        checked.sources[name] = checked.sources[found.file]
    return replace(found, file=name)


def _not_silenced(file: Path, checked: Checked, *, compared: bool) -> tuple[list[Diagnostic], int]:
    """What comments in the files leave of the findings, and how many they silence."""
    told = {one.file for one in checked.diagnostics}
    sources = {name: one for name, one in checked.sources.items() if name == str(file) or name in told}
    if not any(silences(source) for source in sources.values()):
        return checked.diagnostics, 0
    stopped = _stopped(checked)  # rules that were not asked found nothing
    asked = partial(bound, stage=checked.stage, compared=compared)
    kept: list[Diagnostic] = []
    count = 0
    for name, source in sources.items():
        here = [one for one in checked.diagnostics if one.file == name]
        broken = stopped or any(one.code.startswith(("PIA0", "PIA1")) and one.level == "error" for one in here)
        left, silenced = silence(here, source, (lambda _: False) if broken else asked)
        kept, count = [*kept, *left], count + silenced
    return [*kept, *(one for one in checked.diagnostics if one.file not in sources)], count


def _stopped(checked: Checked) -> bool:
    """Whether an error kept rules from being asked."""
    return any(one.stops for one in checked.diagnostics)


def _mendable(file: Path, checked: Checked, name: str) -> bool:
    """Whether `--fix` may mend a file: only the one that is checked, and none that was released or signed."""
    from tsukuba_pia.work.mending import hands_off  # noqa: PLC0415 - only where something could be mended

    return name == str(file) and not hands_off(file, checked.sources[name])


def bound(code: str, *, stage: str | None, compared: bool) -> bool:
    """Whether a rule was asked at all; an unknown one never was, which is as good as nothing found."""
    try:
        rule = rule_of(code)
    except KeyError:
        return True
    late = stage in STAGES and STAGES.index(rule.since) > STAGES.index(stage)
    return not late and (compared or (rule.about != "change" and code not in BEFORE))


def _check_minutes(source: Source, opened: Opened, checked: Checked) -> None:
    """Minutes are held to the rules about meetings, with the assessment that they lie beside."""
    from tsukuba_pia.model.minutes import Minutes  # noqa: PLC0415 - few files are minutes
    from tsukuba_pia.work.minutes import context_of  # noqa: PLC0415

    checked.sources[source.file] = source
    minutes = read_shape(Minutes, source)
    found = source.diagnostics if minutes is not None else stopping(source.diagnostics)
    checked.diagnostics += [*found, *check_file(source)]
    if minutes is not None and opened.usable:
        checked.diagnostics += check_minutes(context_of(minutes, source, opened, minutes.items))


def _hold(file: Path, source: Source, since: Revision | None, checked: Checked) -> None:
    from tsukuba_pia.work.against import hold  # noqa: PLC0415 - only banks need it

    checked.diagnostics += hold(file, source, since)


def _check_record(file: Path, checked: Checked) -> None:
    from tsukuba_pia.work.released import check_record  # noqa: PLC0415 - only banks need it

    found, source = check_record(file)
    checked.diagnostics += found
    checked.sources[source.file] = source


def kind_of(source: Source) -> str:
    """What a file is, by the key that only its kind has; nothing where it could not be read or is none of them."""
    if not isinstance(source.data, dict):
        return ""
    return next((kind for kind in KINDS if kind in source.data), "")
