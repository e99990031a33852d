"""`pia check`: reads, holds to the rules, tells. Without Typer, so that the straight way is short."""

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext, redirect_stdout
from dataclasses import replace
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import cast

from tsukuba_pia import reporters
from tsukuba_pia.cli import context
from tsukuba_pia.cli.of_settings import NAMED, of_settings
from tsukuba_pia.cli.walking import not_checked, walk_through
from tsukuba_pia.diagnostics import LEVELS, Level, in_order
from tsukuba_pia.discovery import names_in
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.failing import FAILED
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.lint.settings import CheckSettings, Settings, said, settings_near
from tsukuba_pia.load.shape import LONGEST, nearest
from tsukuba_pia.model.text import printable
from tsukuba_pia.problems import Problem
from tsukuba_pia.reporters.reporter import Findings, InFile, Reporter, Tally, by_file, counted, one_line, summary
from tsukuba_pia.resources import Workspaces, own_of
from tsukuba_pia.work.affected import affected
from tsukuba_pia.work.against_git import Revision, changed_files, revision, whole
from tsukuba_pia.work.baseline import Baseline
from tsukuba_pia.work.baseline import write_baseline as write_baseline_file
from tsukuba_pia.work.beside import numbers_elsewhere
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.checking import check_files
from tsukuba_pia.work.results import Results
from tsukuba_pia.work.workers import processors

STDIN = "-"
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


def settings_here() -> Settings:
    """The settings that hold where somebody stands; a format that there is not is an error in them like any other."""
    settings = settings_near(Path())
    source = settings.source
    named = said(source.data, "check", "output_format") if source is not None else None
    if source is None or not isinstance(named, str) or named in formats():
        return settings
    there, meant = ", ".join(formats()), nearest(named, formats())
    place = ("check", "output_format")
    wrong = source.diagnostic("PIA104", place, found=named[:LONGEST], known=there, meant=meant)
    source.diagnostics[:] = in_order([*source.diagnostics, wrong])
    return replace(settings, check=CheckSettings())


def known(given: dict[str, object]) -> bool:
    """Whether the values are ones that `run` takes."""
    fits = given.get("output_format") in (None, *formats()) and given.get("fail_on") in (None, *LEVELS)
    jobs = str(given.get("jobs", 1))
    return fits and given.get("stage") in (None, *STAGES) and jobs.isascii() and jobs.isdigit() and int(jobs) > 0


def run(  # noqa: PLR0913, PLR0917 - one per option
    paths: Sequence[str],
    output_format: str | None = None,
    output_file: str | None = None,
    fail_on: str | None = None,
    stage: Stage | None = None,
    against: str | None = None,
    baseline: str | None = None,
    write_baseline: str | None = None,
    stdin_filename: str | None = None,
    jobs: str | int | None = None,
    lang: str | None = None,
    *,
    no_cache: bool = False,
    changed: bool = False,
    statistics: bool = False,
    exit_zero: bool = False,
    fix: bool = False,
    diff: bool = False,
) -> int:
    """Check files and folders; 1 where something at or above `fail_on` was found. What is not given, settings say."""
    del lang  # the language was chosen before
    settings = settings_here()
    check = settings.check
    reporter = reporter_of(output_format or check.output_format or "text")
    if output_file is not None:
        from tsukuba_pia.cli.writing import spare  # noqa: PLC0415 - only where asked

        spare(Path(output_file))
    given = _stdin(paths, stdin_filename)
    walk = walk_through([Path(path) for path in paths or ["."] if path != STDIN], settings)
    files, others = [*given, *walk.files], walk.others
    missed = not_checked(walk.passed, files)
    if missed:
        context.say(_not_checked(missed))
    if not files:
        context.say(context.words("check", "nothing", paths=", ".join(paths) or "."))
        return 2
    since = revision(files[0].parent, against) if against is not None else None
    walked = files
    if changed:
        files, others = _concerned(files, others, since or revision(files[0].parent, "HEAD"))
    context.say_day()
    demand = Demand(context.today(), stage, settings, since, given)
    whole = [] if changed or check.exclude else walk.folders
    place = baseline or (check.baseline and os.path.relpath(settings.folder / check.baseline))
    known = Baseline(Path(place)) if place else None

    seen = Tally()

    def checked(demand: Demand) -> Iterator[InFile]:
        results = None if no_cache or since or given else Results(demand, context.moment())
        files_checked = check_files(files, demand, int(jobs or processors()), results, whole)
        faces = _of_faces(files, walk.folders, settings)
        past = _of_the_past([Path(path) for path in paths or ["."]] if since else [], since, walked)
        return seen.counting(chain(of_settings(settings, missed, walk), faces, files_checked, _of_others(others), past))

    if not fix and not diff:
        found = checked(demand)
    else:
        from tsukuba_pia.cli.mending import Mending  # noqa: PLC0415 - only where asked

        mending = Mending(demand, known.file if known else None)
        if diff:
            return _ended(mending.show(checked(demand)), seen)
        mending.make(checked)
        found = mending.left(checked(mending.demand))
    if write_baseline is not None:
        return _ended(_begin(found, Path(write_baseline)), seen)
    tally = Tally()
    told = tally.counting(known.new_ones(found) if known else found)
    with redirect_stdout(sys.stderr) if fix and given else nullcontext():  # what was mended is what stdout is for
        _write(reporter, told, output_file, missed)
    _talk(tally, output_file, statistics=statistics)
    if known and not given and seen.codes.keys().isdisjoint(FAILED):
        _say_unmet(known, known.unmet(demand, walk.folders))
    limit = LEVELS.index(cast("Level", fail_on or check.fail_on or "error"))
    unsaved = fix and mending.failed
    return _ended(2 if unsaved else int(_fails(tally, LEVELS[limit:], exit_zero=exit_zero)), seen)


def _concerned(files: list[Path], others: list[Path], since: Revision) -> tuple[list[Path], list[Path]]:
    """Of each what something that changed can concern.

    All where git knows of no change whatever: so it is where a machine has checked a commit out, and “nothing is wrong”
    would be said of what nobody has looked at.
    """
    concerned = set(affected([*files, *others], since))
    ours, strange = ([one for one in some if one in concerned] for some in (files, others))
    if ours or changed_files(since):
        return ours, strange
    return files, strange or others


def _of_others(files: Iterable[Path]) -> Iterator[InFile]:
    """What is found in files that are none of ours."""
    yield from by_file([*numbers_elsewhere(dict.fromkeys(files), Workspaces())], {})


def _not_checked(missed: Sequence[str]) -> str:
    """A line about the assessments that a walk passed over."""
    names = [*map(one_line, missed[:NAMED]), *("…" for _ in missed[NAMED : NAMED + 1])]
    listed = context.words("check", "comma").join(names)
    return counted("not_checked", len(missed), labels(context.language())["check"], names=listed)


def _ended(code: int, seen: Tally) -> int:
    """3 where a mistake of ours kept a rule from being asked or a file from being checked, whatever else was found."""
    return code if seen.codes.keys().isdisjoint(FAILED) else 3


def _stdin(paths: Sequence[str], name: str | None) -> dict[Path, bytes]:
    """What stands at standard input in place of a file, by that file."""
    if STDIN not in paths:
        return {}
    if not name:
        raise Problem("stdin_without_name")
    return {Path(name): context.given()}


def _of_faces(files: Iterable[Path], folders: Iterable[Path], settings: Settings) -> Iterator[InFile]:
    """What is wrong with the templates of each city all of whose folder is checked."""
    workspaces = Workspaces()
    whole = {Path(os.path.abspath(one)) for one in folders}  # noqa: PTH100 - a link's own place counts
    for workspace in dict.fromkeys(workspaces.of(file.parent) for file in (files if whole else ())):
        if workspace is None or whole.isdisjoint((workspace, *workspace.parents)):
            continue
        if (face := own_of(workspace)) is not None:
            from tsukuba_pia.work.own_face import check_own  # noqa: PLC0415 - few cities have one, and it is heavy

            yield from by_file([one for one in check_own(face) if settings.wants(one.code, Path(one.file))], {})


def _of_the_past(named: Sequence[Path], since: Revision | None, walked: Iterable[Path]) -> Iterator[InFile]:
    """What was signed or released at a revision, and no file that is checked speaks for."""
    if since is not None:
        from tsukuba_pia.work.against import unchecked_versions  # noqa: PLC0415 - only where asked
        from tsukuba_pia.work.against_approvals import unchecked_approvals  # noqa: PLC0415

        checked = {whole(one) for one in walked}
        folders = [folder for folder in named if folder.is_dir()]
        asked = (unchecked_approvals, unchecked_versions)
        found = [one for folder in folders for ask in asked for one in ask(folder, since, checked)]
        yield from by_file(in_order({repr(one): one for one in found}.values()), {})


def _begin(found: Iterable[InFile], file: Path) -> int:
    words = labels(context.language())["check"]
    context.say(counted("baseline_written", write_baseline_file(file, found), words, path=file))
    return 0


def _say_unmet(known: Baseline, number: int) -> None:
    """A line about entries of a baseline that nothing fits any more."""
    if number:
        context.say(counted("baseline_unmet", number, labels(context.language())["check"], path=known.file))


def _talk(tally: Tally, output_file: str | None, *, statistics: bool) -> None:
    if output_file is not None:
        context.say(summary(tally, context.language()))
    if statistics:
        context.say("\n".join(_statistics(tally)))


def _write(reporter: Reporter, found: Iterable[InFile], output_file: str | None, missed: Sequence[str]) -> None:
    """Tell as it is found, or into a file; GitHub also gets its summary."""
    summed: list[InFile] = []
    place = os.environ.get(SUMMARY, "") if reporter.name == "github" else ""
    files = _kept(found, summed) if place else found
    colour = context.colour() and output_file is None
    pieces = reporter.report(Findings(files, context.language(), colour, missed, context.today()))
    if output_file is None:
        _say_all(pieces)
    else:
        from tsukuba_pia.cli.writing import write  # noqa: PLC0415 - only where asked

        write(Path(output_file), "".join(pieces), force=True)
    if place:
        with open(place, "a", encoding="utf-8") as stream:  # noqa: PTH123 - what GitHub says
            stream.writelines(reporter_of("markdown").report(Findings(summed, context.language())))


def _say_all(pieces: Iterator[str]) -> None:
    """To stdout. Where nobody reads on, files are checked all the same: the exit code is about all of them."""
    try:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
    except BrokenPipeError:
        context.unheard(sys.stdout)
        deque(pieces, maxlen=0)


def _kept(found: Iterable[InFile], kept: list[InFile]) -> Iterator[InFile]:
    for file in found:
        kept.append(file if file.findings or file.stopped else InFile(file.file, ()))
        yield file


def _statistics(tally: Tally) -> Iterator[str]:
    """How often each code was found, the most frequent first, with what it is about."""
    from tsukuba_pia.lint.pages import title_of  # noqa: PLC0415 - only where asked

    widest = len(str(max(tally.codes.values(), default=0)))
    for code, number in sorted(tally.codes.items(), key=lambda one: (-one[1], one[0])):
        yield printable(f"{number:>{widest}}  {code}  {title_of(code, context.language())}")


def _fails(tally: Tally, levels: Sequence[str], *, exit_zero: bool) -> bool:
    """Whether something of these levels was found; `exit_zero` does not reach what nothing silences."""
    return any(level in levels and (not exit_zero or unsilenced) for level, unsilenced in tally.kinds)
