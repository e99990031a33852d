"""Checks many files, each by what it is: a bank, an assessment, a profile, or what banks share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tsukuba_pia.change.released import FILE as RECORD
from tsukuba_pia.change.released import folder_of
from tsukuba_pia.diagnostics import Diagnostic, in_order
from tsukuba_pia.lint.engine import check_file
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.crosswalks import check_crosswalks
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.crosswalk import Crosswalks
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.reporters.reporter import InFile, shown
from tsukuba_pia.resources import workspace_of
from tsukuba_pia.work.against_git import Revision
from tsukuba_pia.work.bank_tests.cases import check_scenarios
from tsukuba_pia.work.opening import check_bank_file, open_assessment
from tsukuba_pia.yaml_source import Source, read

ASSESSMENT = "assessment.yaml"
UNVERSIONED = ("assessment", "city", "scenarios", "")
KINDS = ("assessment", "bank", "vocabulary", "references", "crosswalks", "city", "scenarios")
SHAPES: dict[str, Any] = {"vocabulary": Vocabulary, "references": References, "city": Profile, "crosswalks": Crosswalks}


@dataclass(slots=True)
class Checked:
    """What was found when one file was checked, with the texts of the files that were read."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)


def check_files(
    files: Sequence[Path], as_of: str, stage: Stage | None = None, since: Revision | None = None
) -> Iterator[InFile]:
    """Check each file; one that is broken never keeps the others from being checked. `since`: what they were then.

    What is found in a bank is told once, where the bank is checked, or with the first assessment that builds on it.
    """
    told: set[tuple[str, int, int, str, str]] = set()
    folders: set[Path] = set()
    for file in sorted(dict.fromkeys(files), key=_first_the_banks):
        checked = Checked()
        _check(file, as_of, stage, checked, since)
        if since is not None:
            _hold_folder(file, since, folders, checked)
        found = [one for one in in_order(checked.diagnostics) if (one.file, *_key(one)) not in told]
        told |= {(one.file, *_key(one)) for one in found if one.file != str(file) or file.name != ASSESSMENT}
        yield InFile(str(file), shown(found, checked.sources))


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


def _hold(file: Path, source: Source, since: Revision | None, checked: Checked) -> None:
    from tsukuba_pia.work.against import hold  # noqa: PLC0415 - only banks need it

    checked.diagnostics += hold(file, source, since)


def _check_record(file: Path, checked: Checked) -> None:
    from tsukuba_pia.work.released import check_record  # noqa: PLC0415 - only banks need it

    found, source = check_record(file)
    checked.diagnostics += found
    checked.sources[source.file] = source


def _check(file: Path, as_of: str, stage: Stage | None, checked: Checked, since: Revision | None) -> None:
    if file.name == RECORD:
        _check_record(file, checked)
        return
    source = read(file)
    kind = kind_of(source)
    if kind == "assessment":
        opened = open_assessment(file, as_of, raw=source.raw, stage=stage)
        checked.diagnostics += opened.diagnostics
        checked.sources |= opened.sources | opened.banks.read_sources
    elif kind == "bank":
        found, sources = check_bank_file(file, as_of)
        checked.diagnostics += found
        checked.sources |= sources
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
        _hold(file, source, since, checked)


def kind_of(source: Source) -> str:
    """What a file is, by the key that only its kind has; nothing where it could not be read or is none of them."""
    if not isinstance(source.data, dict):
        return ""
    return next((kind for kind in KINDS if kind in source.data), "")
