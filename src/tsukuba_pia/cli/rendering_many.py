"""`pia render` of many assessments: on all processors, one bad one stops no other, and at the end it is said how many.

Below `-o OUT` each has a folder of its own, called as its folder is: the part of its path that it does not share with
all others. So no two meet, none leads out of OUT, and nothing that lies in OUT is taken away.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.cli.findings import reason
from tsukuba_pia.cli.walking import files_in, not_checked
from tsukuba_pia.cli.writing import write
from tsukuba_pia.lint.settings import settings_near
from tsukuba_pia.load.assessment import FILE
from tsukuba_pia.problems import Problem
from tsukuba_pia.reporters.reporter import one_line
from tsukuba_pia.work.rendering import Order, Refused, Rendered, Renderer
from tsukuba_pia.work.workers import mapped, processors

MOST = 5  # names that are said of those that were passed over
FEW = 3  # files that are made sooner than other processes have begun


@dataclass(frozen=True)
class Target:
    """Where files go, whether over a person's file too, and over how many processes they are made."""

    output: str | None
    force: bool = False
    jobs: int | None = None


@dataclass(frozen=True)
class Chosen:
    """The assessments that are meant, each once, in the order in which they were named."""

    files: tuple[Path, ...]
    base: Path  # the folder above all of their folders
    passed: tuple[str, ...]  # assessments in folders that were passed over
    many: bool  # also where a folder holds but one today: where its file goes does not hang on that


def chosen(named: Sequence[str]) -> Chosen:
    """A file or an assessment's own folder stands for itself, another folder for the assessments in it.

    Raises Problem where a folder holds none.
    """
    files: dict[str, Path] = {}
    bases: list[str] = []
    passed: list[Path] = []
    walked = False
    for name in named:
        path = Path(name)
        inside = _inside(path, passed)
        walked = walked or inside is not None
        found = [path / FILE if os.path.isdir(path) else path] if inside is None else inside  # noqa: PTH112 - any name
        bases.append(os.path.abspath(found[0].parent.parent if inside is None else path))  # noqa: PTH100 - as named
        for file in found:
            files.setdefault(os.path.realpath(file), file)
    over = tuple(not_checked(passed, list(files.values())))
    return Chosen(tuple(files.values()), Path(os.path.commonpath(bases)), over, many=walked or len(files) > 1)


def _inside(path: Path, passed: list[Path]) -> list[Path] | None:
    """The assessments in a folder that is not itself one's; None where it is, and where it is no folder."""
    if not os.path.isdir(path) or (path / FILE).exists():  # noqa: PTH112 - also where its name is too long
        return None
    found = [file for file in files_in(path, settings_near(path), passed) if file.name == FILE]
    if not found:
        raise Problem("render_nothing", path=path)
    return found


def render_many(found: Chosen, order: Order, target: Target, day: str) -> int:
    """Write them; 1 where one could not be."""
    places = _places(found, order, target.output)
    made = mapped(found.files, Renderer(order, day), target.jobs or processors(), few=FEW, chunk=1)
    written, untranslated, lacking, no_code = 0, 0, 0, 0
    told: list[tuple[str, str]] = []
    with _bar(len(found.files)) as (say, advance):
        for file, place, one in zip(found.files, places, made, strict=True):
            wrong = _put(place, one, force=target.force) if isinstance(one, Rendered) else one
            if wrong is not None:
                told.append(_why_not(file, place, wrong))
            elif isinstance(one, Rendered):
                say(context.words("render", "written", path=one_line(str(place))))
                written += 1
                no_code += one.no_code
                untranslated, lacking = untranslated + one.untranslated, one.lacking
            advance()
    _tell(told, found.passed)
    if no_code:
        context.say(context.words("render_many", "no_code", n=no_code))
    if untranslated:
        context.say(context.words("render", "untranslated", n=untranslated))
    if lacking:
        context.say(context.words("render", "lacking", n=lacking, language=order.language))
    context.say(context.words("render_many", "done", written=written, n=len(found.files)))
    return int(bool(told))


def _tell(told: Sequence[tuple[str, str]], passed: Sequence[str]) -> None:
    """What was not made, and the way out."""
    for _, line in told:
        context.say(line)
    if {why for why, _ in told} & {"findings", "undecided"}:
        context.say(context.words("render_many", "draft"))
    if passed:
        names = ", ".join(map(one_line, passed[:MOST])) + (" …" if len(passed) > MOST else "")
        context.say(context.words("render_many", "passed", n=len(passed), names=names))


def _places(found: Chosen, order: Order, output: str | None) -> list[Path]:
    """Where each file goes, no two to the same place. Raises Problem where they would, or where it is no folder."""
    if output is not None and (output == "-" or (Path(output).exists() and not Path(output).is_dir())):
        raise Problem("render_many_into_one", path=output)
    places: dict[Path, Path] = {}
    for file in found.files:
        if output is None:
            place = file.parent / "reports" / order.name
        else:
            folder = Path(os.path.abspath(file.parent))  # noqa: PTH100 - a link's own place counts
            place = Path(output) / folder.relative_to(found.base) / order.name
        if place in places:
            raise Problem("render_same_place", one=places[place], other=file, place=place)
        places[place] = file
    return list(places)


def _put(place: Path, made: Rendered, *, force: bool) -> Problem | OSError | None:
    """Write it; what stands in the way, or nothing."""
    try:
        write(place, made.content, force=force)
    except (Problem, OSError) as error:
        return error
    return None


def _why_not(file: Path, place: Path, wrong: Refused | Problem | OSError) -> tuple[str, str]:
    """Why there is none, in a word and in words."""
    name = one_line(str(file.parent if file.name == FILE else file))
    if isinstance(wrong, Refused):
        fields = ", ".join(one.args["field"] for one in wrong.findings) if wrong.why == "leaking" else ""
        return wrong.why, context.words("render_many", wrong.why, path=name, n=len(wrong.findings), fields=fields)
    why = f"{wrong.filename or place}: {reason(wrong)}" if isinstance(wrong, OSError) else context.why(wrong)
    return "failed", context.words("render_many", "failed", path=name, why=one_line(why))


@contextmanager
def _bar(total: int) -> Iterator[tuple[Callable[[str], None], Callable[[], None]]]:
    """How far it is: a bar where a person looks on, else a line for each."""
    if not sys.stderr.isatty():
        yield context.say, lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where somebody waits
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True, no_color=not context.colour()), transient=True) as progress:
        task = progress.add_task(context.words("render_many", "rendering"), total=total)
        yield lambda _: None, lambda: progress.advance(task)
