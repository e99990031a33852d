"""`pia plan`: the treatment plan of one or many assessments, as text, Markdown, CSV or a calendar."""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tsukuba_pia.cli import context
from tsukuba_pia.cli.context import in_line
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.cli.writing import write
from tsukuba_pia.fold import fold
from tsukuba_pia.labels import labels, otherwise
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.problems import Problem
from tsukuba_pia.score.asked import is_day
from tsukuba_pia.version import VERSION
from tsukuba_pia.work.calendar import Event, calendar
from tsukuba_pia.work.plan import Lowered, Task, in_order, owned_by, plan_of
from tsukuba_pia.work.spreadsheet import table

WIDEST = 100
COLUMNS = ("state", "due", "owner", "kind", "what", "lowers", "title", "assessment", "id", "place")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~&])")


class Wanted(NamedTuple):
    """What a person asked for."""

    form: str
    owner: str | None
    overdue: bool
    bom: bool
    output: str | None


class Row(NamedTuple):
    """A task with the words of its method's levels."""

    task: Task
    lowers: tuple[str, ...]


def run(files: Sequence[str], as_of: str, wanted: Wanted) -> None:
    """Write the plan of all files; none is written where one of them cannot be used."""
    if wanted.form not in FORMATS:
        raise Problem("plan_format", found=wanted.form, known=", ".join(FORMATS))
    day = context.day(as_of)
    rows = _rows(files, day, wanted)
    text = FORMATS[wanted.form](rows, day, wanted)
    if wanted.output in (None, "-"):
        context.tell(text.rstrip("\n") if wanted.form in ("text", "md") else text.removesuffix("\n"))
        return
    write(Path(str(wanted.output)), f"{text}\ntsukuba-pia {VERSION}\n" if wanted.form == "text" else text)
    context.say(_w("written", path=wanted.output, n=len(rows)))


def _rows(files: Sequence[str], day: str, wanted: Wanted) -> list[Row]:
    found: dict[str, Row] = {}
    for file in files:
        opened = usable(file, day)
        assert opened.questionnaire is not None  # noqa: S101 - `usable`
        for task in plan_of(opened):
            lowers = tuple(_lowers(opened.questionnaire, one) for one in task.lowers)
            found.setdefault(task.uid, Row(task, lowers))
    tasks = in_order(row.task for row in found.values())
    chosen = owned_by(tasks, wanted.owner) if wanted.owner else tasks
    return [found[one.uid] for one in chosen if one.overdue or not wanted.overdue]


def _w(key: str, **values: object) -> str:
    return context.words("plan", key, **values)


def _lowers(questionnaire: Questionnaire, one: Lowered) -> str:
    """The level where it moves, else the axis that does."""
    method = questionnaire.method
    axes = (("level", one.level, method.levels), ("severity", one.severity, method.severity),
            ("likelihood", one.likelihood, method.likelihood))  # fmt: skip
    for axis, (before, after), scale in axes:
        if before != after:
            own = labels(context.language())["report"]
            rungs = {step.id: otherwise(own, axis, step.id) or in_line(step.label) for step in scale}
            moved = f"{rungs.get(before, _w('none'))} → {rungs.get(after, _w('none'))}"
            return _w(f"moves_{axis}", risk=in_line(one.title), moved=moved)
    return in_line(one.title)


def _head(rows: Sequence[Row], day: str) -> str:
    return _w("head", day=day, n=len(rows), overdue=sum(row.task.overdue for row in rows))


def _cells(row: Row) -> dict[str, str]:
    task = row.task
    return {
        "state": _w("overdue") if task.overdue else _w("open"),
        "due": task.due or _w("no_day"),
        "owner": in_line(task.owner) or _w("nobody"),
        "kind": _w(f"kind_{task.kind}"),
        "what": in_line(task.what),
        "lowers": "; ".join(row.lowers) or (_w("lowers_nothing") if _measure(task) else ""),
        "title": in_line(task.title),
        "assessment": task.assessment,
        "id": task.id,
        "place": task.place,
    }


def _measure(task: Task) -> bool:
    return task.kind == "safeguard" or (task.kind == "condition" and bool(task.id))


def _text(rows: Sequence[Row], day: str, wanted: Wanted) -> str:
    del wanted
    columns = min(WIDEST, shutil.get_terminal_size().columns)
    lines = [(_head(rows, day), ""), *(line for row in rows for line in _told(row))]
    return "\n".join(one for text, lead in lines for one in fold(text, columns, lead, f"{lead}  ")) + "\n"


def _told(row: Row) -> Iterator[tuple[str, str]]:
    """Lines with what stands before them."""
    cells = _cells(row)
    mark = f"{cells['state']}: " if row.task.overdue else ""
    yield "", ""
    yield f"{mark}{cells['due']}  {cells['owner']}", ""
    yield f"{cells['kind']}: {cells['what']}" + (f" ({cells['id']})" if cells["id"] else ""), "  "
    yield from ((one, "    ") for one in row.lowers or filter(None, [cells["lowers"]]))
    yield f"{cells['title']} · {cells['place']}", "    "


def _markdown(rows: Sequence[Row], day: str, wanted: Wanted) -> str:
    del wanted
    shown = COLUMNS[:7]
    lines = ["<!-- tsukuba-pia -->", f"# {_w('title')}", "", _head(rows, day), ""]
    if rows:
        lines += [f"| {' | '.join(_w(f'column_{one}') for one in shown)} |", "|---" * len(shown) + "|"]
    for row in rows:
        cells = _cells(row)
        lines.append("| " + " | ".join(_MARKDOWN.sub(r"\\\1", cells[one]) for one in shown) + " |")
    return "\n".join(lines) + "\n"


def _csv(rows: Sequence[Row], day: str, wanted: Wanted) -> str:
    del day
    head = [*(_w(f"column_{one}") for one in COLUMNS), "uid (tsukuba-pia)"]
    body = [[*(_cells(row)[one] for one in COLUMNS), row.task.uid] for row in rows]
    return table([head, *body], bom=wanted.bom)


def _calendar(rows: Sequence[Row], day: str, wanted: Wanted) -> str:
    del wanted
    if undated := sum(not is_day(row.task.due) for row in rows):
        context.say(_w("undated", n=undated))
    return calendar(_w("title"), [_event(row) for row in rows if is_day(row.task.due)], day)


def _event(row: Row) -> Event:
    cells = _cells(row)
    told = "\n".join(filter(None, (cells["title"], *row.lowers, cells["place"])))
    return Event(row.task.uid, row.task.due, f"{cells['what']} ({cells['owner']})", told, cells["kind"])


FORMATS: dict[str, Callable[[Sequence[Row], str, Wanted], str]] = {
    "text": _text, "md": _markdown, "csv": _csv, "ics": _calendar,
}  # fmt: skip
