"""`pia check`: reads, holds to the rules, tells. Without Typer, so that the straight way is short."""

import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from tsukuba_pia import reporters
from tsukuba_pia.change.released import FILE as RECORD
from tsukuba_pia.cli import context
from tsukuba_pia.diagnostics import LEVELS, Diagnostic, in_order
from tsukuba_pia.discovery import names_in
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.problems import Problem
from tsukuba_pia.reporters.reporter import Findings
from tsukuba_pia.work.against_git import Revision, revision
from tsukuba_pia.work.checking import Checked, check_files

IGNORED_FOLDERS = {".git", ".venv", "node_modules", "__pycache__", "approvals", ".pia", "expected"}


def formats() -> list[str]:
    """The ways to show findings that there are: one file each."""
    return [name for name in names_in(reporters) if name != "reporter"]


def known(given: dict[str, object]) -> bool:
    """Whether the values are ones that `run` takes."""
    fits = given.get("output_format", "text") in formats() and given.get("fail_on", "error") in LEVELS
    return fits and given.get("stage") in (None, *STAGES)


def run(  # noqa: PLR0913, PLR0917 - one per option
    paths: Sequence[str],
    output_format: str = "text",
    fail_on: str = "error",
    stage: Stage | None = None,
    against: str | None = None,
    lang: str | None = None,
) -> int:
    """Check files and folders; 1 where something at or above `fail_on` was found."""
    del lang  # the language was chosen before
    if output_format not in formats():
        raise Problem("no_format", found=output_format, known=", ".join(formats()))
    files = [file for path in paths or ["."] for file in files_in(Path(path))]
    if not files:
        context.say(context.words("check", "nothing", paths=", ".join(paths) or "."))
        return 2
    checked = check_files(files, context.today(), stage, _since(files[0], against))
    context.tell(_report(checked, files, output_format))
    limit = LEVELS.index(fail_on)
    return int(any(LEVELS.index(one.level) >= limit for one in checked.diagnostics))


def _since(file: Path, against: str | None) -> Revision | None:
    return revision(file.parent, against) if against is not None else None


def _report(checked: Checked, files: Sequence[Path], output_format: str) -> str:
    reporter = import_module(f"tsukuba_pia.reporters.{output_format}").REPORTER
    names = [str(file) for file in files]
    found: tuple[Diagnostic, ...] = in_order(checked.diagnostics)
    text: str = reporter.report(Findings(found, names, checked.sources, context.language(), context.colour()))
    return text


def files_in(path: Path) -> Iterator[Path]:
    """A file stands for itself (also one that is not there: reading it says so); a folder for what pia knows in it."""
    if not path.is_dir():
        yield path
        return
    closed: list[OSError] = []
    for folder, inner, files in os.walk(path, onerror=closed.append):
        inner[:] = sorted(name for name in inner if name not in IGNORED_FOLDERS)
        here = Path(folder)
        for file in sorted(files):
            if file in ("assessment.yaml", "city.yaml") or _is_bank(here, file) or _is_record(here, file):
                yield here / file
    yield from (Path(one.filename) for one in closed)  # reading it says why it cannot be read


def _is_record(folder: Path, file: str) -> bool:
    return file == RECORD and folder.name == "questionnaires"


def _is_bank(folder: Path, file: str) -> bool:
    """A bank, or the scenarios beside it."""
    room = folder.parent if folder.name == "tests" else folder
    return room.parent.name == "questionnaires" and file.endswith(".yaml")
