"""Times the toolkit against its peers and writes a table.

Whole processes take turns (A B A B …), so that a machine that warms up or is busy does so to both; medians
are compared, and only ratios of one run mean anything. What runs inside one process takes turns there.

    python benchmarks/bench.py [--rounds N] [--write docs/benchmarks.md]
"""

import argparse
import gc
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import many  # type: ignore[import-not-found]  # beside this script
import register  # type: ignore[import-not-found]
import workspace  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from tsukuba_pia.work.opening import Opened

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
WARM_UP = 3

HELLO = """\
import typer

app = typer.Typer()


@app.command()
def greet(name: str, loud: bool = False) -> None:
    print(name.upper() if loud else name)


app()
"""


class CannotRun(Exception):
    """A measurement needs something that is not there."""


@dataclass(frozen=True)
class Goal:
    """How many times the peer's time we may take, or how many times faster we have to be; or milliseconds."""

    text: str
    holds: Callable[[float, float], bool]  # (ours, the peer's), milliseconds


def within(times: float) -> Goal:
    """At most so many times the peer's time."""
    return Goal(f"≤ {times:g} ×", lambda ours, peer: ours <= times * peer)


def faster(times: float) -> Goal:
    """At least so many times as fast as the peer."""
    return Goal(f"{times:g} × faster", lambda ours, peer: ours * times <= peer)


def under(limit: float) -> Goal:
    """At most so many milliseconds."""
    return Goal(f"≤ {limit:g} ms", lambda ours, _: ours <= limit)


NONE = Goal("–", lambda *_: True)  # shown for comparison


@dataclass(frozen=True)
class Row:
    """One line of the table; without times where it could not be run."""

    ours: str
    peer: str
    goal: Goal
    times: tuple[float, float] | None = None
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the goal was met."""
        return self.times is not None and self.goal.holds(*self.times)

    def cells(self) -> tuple[str, ...]:
        """What the table shows."""
        if self.times is None:
            return (self.ours, "–", self.peer, "–", "–", self.goal.text, f"not run: {self.note}")
        ours, peer = self.times
        met = "–" if self.goal is NONE else "yes" if self.holds else "**no**"
        ratio = f"{ours / peer:.3f}" if peer else "–"
        return (
            self.ours,
            f"{ours:.2f}",
            self.peer,
            f"{peer:.2f}" if peer else "–",
            ratio,
            self.goal.text,
            met,
        )


# ---------------------------------------------------------------------------------------- taking times


def process(*command: str | Path) -> Callable[[], float]:
    """A whole process, from its start to its end, in milliseconds."""
    words = [str(part) for part in command]

    def once() -> float:
        begin = time.perf_counter()
        done = subprocess.run(words, capture_output=True, check=False, stdin=subprocess.DEVNULL)
        took = time.perf_counter() - begin
        if done.returncode:
            raise CannotRun(f"`{Path(words[0]).name} {' '.join(words[1:])}` ended with {done.returncode}")
        return took * 1000

    return once


def inside(call: Callable[[], object], times: int = 1) -> Callable[[], float]:
    """A call in this process, in milliseconds; several times over where one is too short to time."""

    def once() -> float:
        gc.disable()  # as `pia` does, and as timeit does
        begin = time.perf_counter()
        for _ in range(times):
            call()
        took = time.perf_counter() - begin
        gc.enable()
        return took * 1000 / times

    return once


def in_turns(rounds: int, *samplers: Callable[[], float]) -> tuple[float, ...]:
    """The medians of samplers that take turns."""
    for _ in range(WARM_UP):
        for sampler in samplers:
            sampler()
    taken = [tuple(sampler() for sampler in samplers) for _ in range(rounds)]
    return tuple(median(column) for column in zip(*taken, strict=True))


# --------------------------------------------------------------------------------------- what is timed


LARGEST = workspace.ROOT / "examples" / "city-twin"


@dataclass(frozen=True)
class Subject:
    """What the measurements work on."""

    assessment: Path
    schema: Path
    hello: Path
    rounds: int


def start_of_version(subject: Subject) -> tuple[float, ...]:
    """What it costs to be a Python program at all, and what we add."""
    return in_turns(subject.rounds, process(BIN / "pia", "--version"), process(BIN / "python", "-c", "pass"))


def start_of_help(subject: Subject) -> tuple[float, ...]:
    """Against the smallest program with the same command line library."""
    return in_turns(subject.rounds, process(BIN / "pia", "--help"), process(BIN / "python", subject.hello, "--help"))


def checking(subject: Subject) -> tuple[float, ...]:
    """All rules with lines, against shape alone."""
    peer = process(BIN / "check-jsonschema", "--schemafile", subject.schema, subject.assessment)
    return in_turns(subject.rounds, process(BIN / "pia", "check", subject.assessment), peer)


def reading(subject: Subject) -> tuple[float, ...]:
    """With the line and column of every key and value, against without."""
    import yaml  # noqa: PLC0415 - only this measurement

    from tsukuba_pia.yaml_source import read  # noqa: PLC0415

    def peer() -> object:
        with subject.assessment.open("rb") as stream:
            return yaml.load(stream, yaml.CSafeLoader)

    if read(subject.assessment).diagnostics:
        raise CannotRun(f"{subject.assessment.name} cannot be read")
    return in_turns(subject.rounds, inside(lambda: read(subject.assessment), 5), inside(peer, 5))


def scoring(subject: Subject) -> tuple[float, ...]:
    """The engine alone, on the example."""
    from tsukuba_pia.score.engine import score  # noqa: PLC0415

    opened = _example()
    assert opened.questionnaire is not None  # noqa: S101 - `_example` asked
    assert opened.assessment is not None  # noqa: S101
    call = partial(score, opened.questionnaire, opened.assessment, opened.as_of, opened.loaded.missing_evidence)
    return (*in_turns(subject.rounds, inside(call)), 0.0)


def opening(subject: Subject) -> tuple[float, ...]:
    """From the files to the result: banks from the warm cache, the assessment read and scored."""
    return (*in_turns(subject.rounds, inside(lambda: _example().score())), 0.0)


def _example() -> "Opened":
    from tsukuba_pia.work.opening import open_assessment  # noqa: PLC0415

    opened = open_assessment(workspace.ROOT / "examples" / "sidewalk-robot", workspace.DAY, rules=False)
    if not opened.usable:
        raise CannotRun("the example cannot be scored")
    return opened


SCORE = (BIN / "pia", "score", LARGEST, "--as-of", workspace.DAY)


def whole_score(subject: Subject) -> tuple[float, ...]:
    """The process that a program waits for: the largest example with every reason, its line and what is not known."""
    return (*in_turns(subject.rounds, process(*SCORE, "--json")), 0.0)


def first_score(subject: Subject) -> tuple[float, ...]:
    """The same where nothing is kept from run to run: banks are read and held to their rules each time."""
    return (*in_turns(max(3, subject.rounds // 3), process("env", "XDG_CACHE_HOME=/dev/null", *SCORE, "--json")), 0.0)


def advice(subject: Subject) -> tuple[float, ...]:
    """The exact search for the smallest sets of safeguards, as a panel waits for it."""
    return (*in_turns(max(3, subject.rounds // 3), process(*SCORE, "--advise")), 0.0)


def redrawing(subject: Subject) -> tuple[float, ...]:
    """What a save of the largest example costs a screen that watches it: read, held to the rules, scored, laid out."""
    from tsukuba_pia.cli.watching import Watch  # noqa: PLC0415 - only this measurement
    from tsukuba_pia.work.watching import again  # noqa: PLC0415

    watch = Watch(LARGEST / "assessment.yaml", risk=None, guests=False, big=False, as_of=workspace.DAY)

    def redraw() -> object:
        watch.take(again(watch.looking.opened, workspace.DAY))
        return watch.screen(80, 40)

    return (*in_turns(subject.rounds, inside(redraw)), 0.0)


Measure = Callable[[Subject], tuple[float, ...]]
TABLE: Sequence[tuple[str, str, Goal, Measure]] = (
    ("`pia --version`", "`python -c pass`", within(1.5), start_of_version),
    ("`pia --help`", "`--help` of a one-command Typer program", within(1.1), start_of_help),
    ("`pia check`, all rules", "`check-jsonschema`, shape alone", faster(3.5), checking),
    ("read YAML 1.2 with all places", "PyYAML `CSafeLoader`, without places", within(1.0), reading),
    ("score the example", "", under(20), scoring),
    ("read the example, take banks from the cache, score", "", under(40), opening),
    ("`pia score --json`, the largest example", "", under(300), whole_score),
    ("the same without a cache", "", under(3000), first_score),
    ("`pia score --advise`, the largest example", "", under(3000), advice),
    ("`pia score --watch`, a redraw of the largest example", "", under(100), redrawing),
    ("`pia site`, 1,000 assessments", "", under(60_000), register.first),
    ("the same again, nothing changed", "", under(3000), register.again),
)
CROWD: Sequence[tuple[str, str, Goal, Callable[["many.Crowd"], many.Times]]] = (
    ("`pia check`, 1 assessment", "`check-jsonschema`", NONE, many.versus("check-jsonschema", 1)),
    ("`pia check`, 100 assessments", "`check-jsonschema`", NONE, many.versus("check-jsonschema", 100)),
    ("`pia check`, 1,000 assessments", "`check-jsonschema`", faster(30), many.versus("check-jsonschema", 1000)),
    ("`pia check`, 1 assessment", "`yamllint`", NONE, many.versus("yamllint", 1)),
    ("`pia check`, 100 assessments", "`yamllint`", NONE, many.versus("yamllint", 100)),
    ("`pia check`, 1,000 assessments", "`yamllint`", faster(30), many.versus("yamllint", 1000)),
    ("`pia check` again, nothing changed: what each of 1,000 adds", "", under(0.1), many.remembered),
    ("`pia check`, MB for 1,000 assessments", "MB for 100", within(1.15), many.memory),
)


def measure(subject: Subject) -> Iterator[Row]:
    """All rows, each with its times or with what it lacked."""
    for ours, peer, goal, timed in TABLE:
        yield _row(ours, peer, goal, partial(timed, subject))
    with tempfile.TemporaryDirectory() as folder:
        crowd = many.Crowd(Path(folder))
        for ours, peer, goal, together in CROWD:
            yield _row(ours, peer, goal, partial(together, crowd))


def _row(ours: str, peer: str, goal: Goal, timed: Callable[[], tuple[float, ...]]) -> Row:
    print(f"… {ours} {peer}", file=sys.stderr, flush=True)
    try:
        times = timed()
    except (CannotRun, ImportError, FileNotFoundError) as lack:
        return Row(ours, peer, goal, note=str(lack))
    return Row(ours, peer, goal, (times[0], times[1]))


# ------------------------------------------------------------------------------------------- the table


def processor() -> str:
    """The processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")),
        platform.machine(),
    )


def page(rows: Sequence[Row], subject: Subject) -> str:
    """The whole page, in Markdown."""
    head = ("what", "ms", "against", "ms", "ratio", "goal", "met")
    data = subject.assessment
    peers = ", ".join(f"{name} {version(name)}" for name in ("typer", "check-jsonschema", "PyYAML"))
    machine = f"{os.cpu_count()} cores ({processor()}), {platform.system()}, Python {platform.python_version()}"
    lines = [
        "# Benchmarks",
        "",
        f"Written by `make bench` on {datetime.now(UTC):%Y-%m-%d}: {machine}.",
        f"Medians of {subject.rounds} rounds in which both sides took turns, warm file cache.",
        "Ratios of one run can be compared with each other; milliseconds of another machine cannot.",
        "",
        *(f"| {' | '.join(cells)} |" for cells in (head, ("---", "--:", "---", "--:", "--:", "---", "---"))),
        *(f"| {' | '.join(row.cells())} |" for row in rows),
        "",
        f"The assessment has {answers_in(data)} answers in {data.stat().st_size:,} bytes. Peers: {peers}.",
    ]
    return "\n".join(lines) + "\n"


def answers_in(assessment: Path) -> int:
    """How many questions the assessment answers."""
    from tsukuba_pia.yaml_source import read  # noqa: PLC0415 - after the times were taken

    data: Any = read(assessment).data
    return len(data.get("answers", ())) if isinstance(data, dict) else 0


@contextmanager
def subject_of(rounds: int) -> Iterator[Subject]:
    """The assessment, its schema and the smallest Typer program, in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        assessment, schema = workspace.make(Path(folder))
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, encoding="utf-8")
        yield Subject(assessment, schema, hello, rounds)


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--write", type=Path, help="the page to write; without it, to stdout")
    return parser.parse_args()


def main() -> int:
    """Measure, write, and end with 1 where a goal was missed or a row could not be run."""
    asked = options()
    with subject_of(asked.rounds) as subject:
        rows = tuple(measure(subject))
        text = page(rows, subject)
    if asked.write:
        asked.write.parent.mkdir(parents=True, exist_ok=True)
        asked.write.write_text(text, encoding="utf-8", newline="\n")
    print(text)
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
