"""`pia check`: reads, holds to the rules, tells. Without Typer, so that the straight way is short."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from tsukuba_pia import reporters
from tsukuba_pia.change.released import FILE as RECORD
from tsukuba_pia.cli import context
from tsukuba_pia.diagnostics import LEVELS
from tsukuba_pia.discovery import names_in
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.model.text import printable
from tsukuba_pia.problems import Problem
from tsukuba_pia.reporters.reporter import Findings, InFile, Reporter, Tally, summary
from tsukuba_pia.work.against_git import Revision, revision
from tsukuba_pia.work.checking import check_files

IGNORED_FOLDERS = {".git", ".venv", "node_modules", "__pycache__", "approvals", ".pia", "expected"}
GATES = ("PIA5", "PIA6")  # what nothing silences
SUMMARY = "GITHUB_STEP_SUMMARY"  # the file in which GitHub takes a job's summary


def formats() -> list[str]:
    """The ways to show findings that there are: one file each."""
    return [name.replace("_", "-") for name in names_in(reporters) if name != "reporter"]


def reporter_of(output_format: str) -> Reporter:
    """The reporter of a format; what there is not is a Problem that names those that there are."""
    if output_format not in formats():
        raise Problem("no_format", found=output_format, known=", ".join(formats()))
    found: Reporter = import_module(f"{reporters.__name__}.{output_format.replace('-', '_')}").REPORTER
    return found


def known(given: dict[str, object]) -> bool:
    """Whether the values are ones that `run` takes."""
    fits = given.get("output_format", "text") in formats() and given.get("fail_on", "error") in LEVELS
    return fits and given.get("stage") in (None, *STAGES)


def run(  # noqa: PLR0913, PLR0917 - one per option
    paths: Sequence[str],
    output_format: str = "text",
    output_file: str | None = None,
    fail_on: str = "error",
    stage: Stage | None = None,
    against: str | None = None,
    lang: str | None = None,
    *,
    statistics: bool = False,
    exit_zero: bool = False,
) -> int:
    """Check files and folders; 1 where something at or above `fail_on` was found."""
    del lang  # the language was chosen before
    reporter = reporter_of(output_format)
    files = [file for path in paths or ["."] for file in files_in(Path(path))]
    if not files:
        context.say(context.words("check", "nothing", paths=", ".join(paths) or "."))
        return 2
    tally = Tally()
    found = tally.counting(check_files(files, context.today(), stage, _since(files[0], against)))
    _write(reporter, found, output_file)
    if output_file is not None:
        context.say(summary(tally, context.language()))
    if statistics:
        context.say("\n".join(_statistics(tally)))
    return int(_fails(tally, LEVELS[LEVELS.index(fail_on) :], exit_zero=exit_zero))


def _since(file: Path, against: str | None) -> Revision | None:
    return revision(file.parent, against) if against is not None else None


def _write(reporter: Reporter, found: Iterable[InFile], output_file: str | None) -> None:
    """Tell as it is found, or into a file; GitHub also gets its summary."""
    summed: list[InFile] = []
    place = os.environ.get(SUMMARY, "") if reporter.name == "github" else ""
    files = _kept(found, summed) if place else found
    pieces = reporter.report(Findings(files, context.language(), context.colour() and output_file is None))
    if output_file is None:
        for piece in pieces:
            sys.stdout.write(piece)
    else:
        from tsukuba_pia.cli.writing import write  # noqa: PLC0415 - only where asked

        write(Path(output_file), "".join(pieces), force=True)
    if place:
        with open(place, "a", encoding="utf-8") as stream:  # noqa: PTH123 - what GitHub says
            stream.writelines(reporter_of("markdown").report(Findings(summed, context.language())))


def _kept(found: Iterable[InFile], kept: list[InFile]) -> Iterator[InFile]:
    for file in found:
        kept.append(file if file.findings else InFile(file.file, ()))
        yield file


def _statistics(tally: Tally) -> Iterator[str]:
    """How often each code was found, the most frequent first, with what it is about."""
    from tsukuba_pia.lint.pages import title_of  # noqa: PLC0415 - only where asked

    widest = len(str(max(tally.codes.values(), default=0)))
    for code, number in sorted(tally.codes.items(), key=lambda one: (-one[1], one[0])):
        yield printable(f"{number:>{widest}}  {code}  {title_of(code, context.language())}")


def _fails(tally: Tally, levels: Sequence[str], *, exit_zero: bool) -> bool:
    """Whether something of these levels was found; `exit_zero` does not reach the gates."""
    return any(level in levels and (not exit_zero or code.startswith(GATES)) for code, level in tally.kinds)


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
