"""Checks many files, each by what it is: a bank, an assessment, a profile, or what banks share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tsukuba_pia.change.released import FILE as RECORD
from tsukuba_pia.change.released import folder_of
from tsukuba_pia.diagnostics import Diagnostic, in_order
from tsukuba_pia.lint.engine import check_file, check_minutes, rule_of
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.lint.settings import Settings
from tsukuba_pia.lint.silencing import silenced as silence
from tsukuba_pia.lint.silencing import silences
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.crosswalks import check_crosswalks
from tsukuba_pia.load.minutes import minutes_files
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.crosswalk import Crosswalks
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.reporters.reporter import InFile, shown
from tsukuba_pia.resources import workspace_of
from tsukuba_pia.work.against_git import Revision
from tsukuba_pia.work.bank_tests.cases import check_scenarios
from tsukuba_pia.work.opening import Opened, check_bank_file, open_assessment
from tsukuba_pia.yaml_source import Source, parse, read

ASSESSMENT = "assessment.yaml"
UNVERSIONED = ("assessment", "city", "scenarios", "minutes", "")
KINDS = ("minutes", "assessment", "bank", "vocabulary", "references", "crosswalks", "city", "scenarios")
SHAPES: dict[str, Any] = {"vocabulary": Vocabulary, "references": References, "city": Profile, "crosswalks": Crosswalks}


@dataclass(slots=True)
class Checked:
    """What was found when one file was checked, with the texts of the files that were read."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    stage: Stage | None = None  # up to which rules were asked


class Demand(NamedTuple):
    """What files are held to: a day, the stage up to which rules bind, what they were at a revision of git."""

    as_of: str
    stage: Stage | None
    at_least: Stage
    since: Revision | None
    raw: bytes | None  # what stands in the file, where it is not read


def check_files(  # noqa: PLR0913, PLR0917 - each may be left out
    files: Iterable[Path],
    as_of: str,
    stage: Stage | None = None,
    since: Revision | None = None,
    settings: Settings | None = None,
    given: Mapping[Path, bytes] | None = None,
) -> Iterator[InFile]:
    """Check each file; one that is broken never keeps the others from being checked.

    What is found in a bank is told once, where the bank is checked, or with the first assessment that builds on it.

    Args:
        files: of any kind that pia knows.
        as_of: the day.
        stage: from which rules bind, whatever settings and files say.
        since: a revision of git; banks are also held to what they were then.
        settings: what is told, and the earliest stage of some files.
        given: what stands in some of the files, where that is not yet saved.

    """
    settings = settings or Settings()
    told: set[tuple[str, int, int, str, str]] = set()
    folders: set[Path] = set()
    for file in sorted(dict.fromkeys(files), key=_first_the_banks):
        checked = Checked()
        _check(file, Demand(as_of, stage, settings.stage(file) or "draft", since, (given or {}).get(file)), checked)
        if since is not None:
            _hold_folder(file, since, folders, checked)
        found, silenced = _not_silenced(checked, compared=since is not None)
        found = [one for one in in_order(found) if (one.file, *_key(one)) not in told]
        told |= {(one.file, *_key(one)) for one in found if one.file != str(file) or file.name != ASSESSMENT}
        found = [one for one in found if settings.wants(one.code, Path(one.file))]
        yield InFile(str(file), shown(found, checked.sources), silenced)


def _not_silenced(checked: Checked, *, compared: bool) -> tuple[list[Diagnostic], int]:
    """What comments in the files leave of the findings, and how many they silence."""
    if not any(silences(source) for source in checked.sources.values()):
        return checked.diagnostics, 0
    bound = partial(_bound, checked=checked, compared=compared)
    kept: list[Diagnostic] = []
    count = 0
    for file, source in checked.sources.items():
        here = [one for one in checked.diagnostics if one.file == file]
        broken = any(one.code.startswith(("PIA0", "PIA1")) and one.level == "error" for one in here)
        left, silenced = silence(here, source, (lambda _: False) if broken else bound)
        kept, count = [*kept, *left], count + silenced
    return [*kept, *(one for one in checked.diagnostics if one.file not in checked.sources)], count


def _bound(code: str, *, checked: Checked, compared: bool) -> bool:
    """Whether a rule was asked at all; an unknown one never was, which is as good as nothing found."""
    try:
        rule = rule_of(code)
    except KeyError:
        return True
    late = checked.stage is not None and STAGES.index(rule.since) > STAGES.index(checked.stage)
    return not late and (compared or rule.about != "change")


def diagnostics_of(found: Iterable[InFile]) -> tuple[Diagnostic, ...]:
    """All findings of many files, in order."""
    return in_order(one for file in found for one, _ in file.findings)


def _first_the_banks(file: Path) -> tuple[bool, str]:
    return file.name == ASSESSMENT, str(file)


def _key(one: Diagnostic) -> tuple[int, int, str, str]:
    return one.line, one.column, one.code, repr(sorted(one.args.items()))


def _hold_folder(file: Path, since: Revision, folders: set[Path], checked: Checked) -> None:
    from tsukuba_pia.work.against import hold_folder  # noqa: PLC0415 - only banks need it

    folder = file.parent if file.name == RECORD else folder_of(file)
    if folder is not None and folder not in folders:
        folders.add(folder)
        checked.diagnostics += hold_folder(folder, since)


def _check_minutes(source: Source, opened: Opened, checked: Checked) -> None:
    """Minutes are held to the rules about meetings, with the assessment that they lie beside."""
    from tsukuba_pia.model.minutes import Minutes  # noqa: PLC0415 - few files are minutes
    from tsukuba_pia.work.minutes import context_of  # noqa: PLC0415

    checked.sources[source.file] = source
    minutes = read_shape(Minutes, source)
    checked.diagnostics += [*source.diagnostics, *check_file(source)]
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


def _check_assessment(file: Path, source: Source, demand: Demand, checked: Checked) -> None:
    """An assessment with its banks, its city and the minutes beside it."""
    opened = open_assessment(file, demand.as_of, raw=source.raw, stage=demand.stage, at_least=demand.at_least)
    checked.stage = opened.stage
    checked.diagnostics += opened.diagnostics
    checked.sources |= opened.sources | opened.banks.read_sources
    for minutes in minutes_files(opened.path.parent):
        _check_minutes(read(minutes), opened, checked)


def _check(file: Path, demand: Demand, checked: Checked) -> None:
    if file.name == RECORD:
        _check_record(file, checked)
        return
    source = read(file) if demand.raw is None else parse(demand.raw, str(file))
    kind = kind_of(source)
    if kind == "assessment":
        _check_assessment(file, source, demand, checked)
    elif kind == "bank":
        found, sources = check_bank_file(file, demand.as_of, demand.raw)
        checked.diagnostics += found
        checked.sources |= sources
    elif kind == "minutes":
        beside = open_assessment(file.parent.parent, demand.as_of, rules=False)
        _check_minutes(source, beside, checked)
    elif kind == "scenarios":
        checked.sources[source.file] = source
        checked.diagnostics += [*check_scenarios(source, Catalog(workspace_of(file.parent))), *check_file(source)]
    else:
        checked.sources[source.file] = source
        if kind in SHAPES:
            value = read_shape(SHAPES[kind], source)
            checked.diagnostics += check_file(source)
            if isinstance(value, Crosswalks):
                checked.diagnostics += check_crosswalks(value, source, Catalog(workspace_of(file.parent)))
        elif source.data is not None:
            checked.diagnostics.append(source.diagnostic("PIA017", ()))
        checked.diagnostics += source.diagnostics
    if kind not in UNVERSIONED:
        _hold(file, source, demand.since, checked)


def kind_of(source: Source) -> str:
    """What a file is, by the key that only its kind has; nothing where it could not be read or is none of them."""
    if not isinstance(source.data, dict):
        return ""
    return next((kind for kind in KINDS if kind in source.data), "")
