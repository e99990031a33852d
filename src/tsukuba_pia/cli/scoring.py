"""`pia score`: reads, scores, shows."""

import json
import shutil
import sys

from tsukuba_pia.cli import context
from tsukuba_pia.cli.big_view import big_lines
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.cli.shown import Shown, shown
from tsukuba_pia.fold import fold
from tsukuba_pia.load.shape import nearest
from tsukuba_pia.model.result import NONE, RiskResult, ScoreResult
from tsukuba_pia.model.text import escaped, printable
from tsukuba_pia.problems import Problem
from tsukuba_pia.report.figures import Figures, unknowns_figures
from tsukuba_pia.work.opening import Opened

WIDEST = 100


def run(  # noqa: PLR0913 - one per option
    file: str,
    *,
    risk: str | None = None,
    as_json: bool = False,
    fail_on: str | None = None,
    as_of: str | None = None,
    redacted: bool = False,
    big: bool = False,
    lang: str | None = None,
) -> int:
    """Score an assessment; 1 where the worst current level is above `fail_on`."""
    del lang  # the language was chosen before
    if big and as_json:
        raise Problem("not_beside", option="--big", others="--json")
    opened = usable(file, as_of or context.today(), rules=True, guests=redacted)
    if fail_on is not None:
        _known_level(opened, fail_on)
    room = shown(opened, guests=redacted)
    one = chosen(room.result, risk) if risk else None
    if as_json:
        context.tell(_json(room, one))
    elif big:
        context.tell("\n".join(big_lines(room, *shutil.get_terminal_size(), one)))
    else:
        _show(room, one)
    return int(fail_on is not None and _above(opened, (one or room.result).current.worst, fail_on))


def run_unknowns(file: str, as_of: str | None, *, redacted: bool = False) -> int:
    """Show all that open questions can move, with the answers that the verdicts rest on."""
    from tsukuba_pia.cli.unknowns_view import UnknownsView  # noqa: PLC0415 - only when asked for

    opened = usable(file, as_of or context.today(), rules=True, guests=redacted)
    assert opened.questionnaire is not None  # noqa: S101 - `usable`
    room = shown(opened, guests=redacted)
    result = room.result
    view = UnknownsView(opened.questionnaire, result, room.unknowns(), context.language())
    width = min(WIDEST, shutil.get_terminal_size().columns)
    context.tell(context.words("score", "open", n=len(result.open_questions)))
    for line in (*view.could(whole=True), *view.ranked(whole=True)):
        folded = fold(line.text, width, " " * line.indent, " " * (line.indent + line.hang))
        context.tell(printable("\n".join(folded)))
    return 0


def chosen(result: ScoreResult, risk: str) -> RiskResult:
    """The risk that was asked for; a name that there is not is a Problem that says the nearest."""
    if risk not in result.risks:
        close = nearest(risk, list(result.risks))
        raise Problem("no_risk", risk=risk, meant=context.words("refusal", "meant", meant=close) if close else "")
    return result.risks[risk]


def _json(room: Shown, chosen: RiskResult | None) -> str:
    opened = room.opened
    assert opened.assessment is not None  # noqa: S101 - `usable`
    assert opened.questionnaire is not None  # noqa: S101
    figures = Figures(opened.questionnaire, opened.assessment, room.places, context.language())
    if chosen:
        whole = {"pia_score": 1, "risk": figures.risk(chosen)}
    else:
        whole = figures.all(room.result) | unknowns_figures(room.unknowns())
    if room.guests:
        whole |= {"withheld_answers": len(room.hidden)}
    return escaped(json.dumps(whole, ensure_ascii=False, indent=2, default=str))


def _show(room: Shown, chosen: RiskResult | None) -> None:
    from tsukuba_pia.cli.score_view import Room, ScoreView  # noqa: PLC0415 - heavy

    width = min(WIDEST, shutil.get_terminal_size().columns)
    console = Room(
        file=sys.stdout, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False,
        no_color=not context.colour(), force_terminal=context.colour() or None,
    )  # fmt: skip
    view = ScoreView(room, console, context.language())
    view.one(chosen) if chosen else view.overview()


def _known_level(opened: Opened, level: str) -> None:
    assert opened.questionnaire is not None  # noqa: S101 - `usable`
    known = opened.questionnaire.level_ids
    if level not in known:
        raise Problem("no_level", level=level, known=", ".join(known))


def _above(opened: Opened, level: str, limit: str) -> bool:
    assert opened.questionnaire is not None  # noqa: S101 - `usable`
    order = (NONE, *opened.questionnaire.level_ids)
    return order.index(level) > order.index(limit)
