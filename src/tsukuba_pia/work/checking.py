"""Checks many files, over the processors that there are; what was checked before and has not changed is remembered."""

import os
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

from tsukuba_pia.diagnostics import Diagnostic, in_order
from tsukuba_pia.lint.portfolio_context import unpacked
from tsukuba_pia.load.minutes import ROOM as MINUTES
from tsukuba_pia.reporters.reporter import InFile, shown
from tsukuba_pia.resources import Workspaces
from tsukuba_pia.work.check_one import Checker, Demand, Outcome
from tsukuba_pia.work.portfolio import check_together
from tsukuba_pia.work.results import Results
from tsukuba_pia.work.workers import mapped
from tsukuba_pia.yaml_source import Source, contents
from tsukuba_pia.yaml_text import Refused, decode

ASSESSMENT = "assessment.yaml"


def check_files(
    files: Iterable[Path],
    demand: Demand,
    jobs: int = 1,
    results: Results | None = None,
    whole: Iterable[Path] = (),
) -> Iterator[InFile]:
    """Check each file, then the assessments of each city together.

    One that is broken never keeps the others from being checked. What is found in a bank is told once, where the bank
    is checked, or with the first assessment that builds on it.

    Args:
        files: of any kind that pia knows.
        demand: what they are held to.
        jobs: over how many processes; what comes out does not depend on it.
        results: what was found before in files that have not changed since.
        whole: folders of which all that they hold is among the files.

    """
    together: list[tuple[Path, bytes | None]] = []
    told: set[tuple[str, int, int, str, str]] = set()
    for file, outcome in _outcomes(_once(files, demand), demand, jobs, results):
        findings = outcome.found.findings
        fresh = tuple(one for one in findings if _key(one.diagnostic) not in told)
        told |= {_key(one) for one, *_ in fresh if one.file != str(file) or file.name != ASSESSMENT}
        if outcome.traits is not None or file.name == ASSESSMENT:
            together.append((file, outcome.traits))
        yield outcome.found if len(fresh) == len(findings) else outcome.found._replace(findings=fresh)
    workspaces = Workspaces() if results is None else results.workspaces
    folders = {folder.absolute() for folder in whole}
    look = partial(_together, together, demand, folders, workspaces)
    yield from look() if results is None else results.together([file for file, _ in together], folders, look)


def _once(files: Iterable[Path], demand: Demand) -> list[Path]:
    """Each file once, by the shortest of its names, or by the one under which its text was given; banks first."""
    folders: dict[str, object] = {}
    found: dict[tuple[object, str], Path] = {}
    names = {str(file): file for file in files}
    given = set(map(str, demand.given))
    for name in sorted(names, key=lambda one: (one not in given, os.path.isabs(one), len(one), one)):  # noqa: PTH117
        folder, last = os.path.split(name)  # pathlib takes ten times as long, for each of thousands
        if folder not in folders:
            folders[folder] = _identity(folder)
        found.setdefault((folders[folder], last), names[name])
    return sorted(found.values(), key=_first_the_banks)


def _identity(folder: str) -> object:
    """What tells a folder from all others, however it is named."""
    try:
        status = os.stat(folder or os.curdir)  # noqa: PTH116 - asked for each assessment
    except OSError:
        return folder
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(folder)


def _together(
    records: Iterable[tuple[Path, bytes | None]], demand: Demand, whole: set[Path], workspaces: Workspaces
) -> Iterator[InFile]:
    """What is found in the assessments of each workspace together; what one that could not be read has is not known."""
    by_workspace: dict[Path | None, list[bytes | None]] = {}
    for file, raw in records:
        by_workspace.setdefault(workspaces.of(file.parent), []).append(raw)
    for workspace, found_in in by_workspace.items():
        known = [one for one in found_in if one is not None]
        there = workspace is not None and not whole.isdisjoint((workspace, *workspace.parents))
        complete = there and len(known) == len(found_in)
        found = check_together(unpacked(known), workspace, complete=complete)
        told = (one for one in found if demand.settings.wants(one.code, Path(one.file)))
        for name, these in groupby(told, lambda one: one.file):  # they come in order
            yield InFile(name, shown(these, {name: _lines(Path(name), demand)}), again=True)


def _lines(file: Path, demand: Demand) -> Source:
    """A file with its text alone, which was read before and is needed only where findings are shown."""
    try:
        return Source(str(file), decode(demand.given[file] if file in demand.given else contents(file)))
    except (OSError, Refused):  # it changed meanwhile
        return Source(str(file))


def _outcomes(files: list[Path], demand: Demand, jobs: int, results: Results | None) -> Iterator[tuple[Path, Outcome]]:
    """Each file with what came out of it, in the order given."""
    call = Checker(demand)
    told_elsewhere = _with_their_assessment(files, demand)
    known = {} if results is None else {file: found for file in files if (found := results.find(file)) is not None}
    fresh = [file for file in files if file not in known and file not in told_elsewhere]
    if results is None:
        checked = mapped(fresh, call, jobs)
    else:
        checked = results.keeping(fresh, mapped(fresh, results.stamping(call), jobs))
    try:
        for file in files:
            if file in told_elsewhere:
                yield file, Outcome(InFile(str(file), ()))
            elif file in known:
                yield file, known[file]
            else:
                yield file, next(checked)
    finally:
        if results is not None:
            results.save()


def _with_their_assessment(files: list[Path], demand: Demand) -> set[Path]:
    """Minutes are checked with the assessment that they lie beside, where that is checked too."""
    checked = set(files) - set(demand.given)
    beside = (file for file in checked if file.parent.name == MINUTES)
    return {file for file in beside if file.parent.parent / ASSESSMENT in checked}


def diagnostics_of(found: Iterable[InFile]) -> tuple[Diagnostic, ...]:
    """All findings of many files, in order."""
    return in_order(one for file in found for one, *_ in file.findings)


def _first_the_banks(file: Path) -> tuple[bool, str]:
    return file.name == ASSESSMENT, str(file)


def _key(one: Diagnostic) -> tuple[str, int, int, str, str]:
    return one.file, one.line, one.column, one.code, repr(sorted(one.args.items()))
