"""`pia score`: reads, scores, shows."""

import json
import shutil
import sys

from tsukuba_pia.cli import context
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.fold import fold
from tsukuba_pia.load.shape import nearest
from tsukuba_pia.model.result import NONE, RiskResult, ScoreResult
from tsukuba_pia.model.text import escaped, printable
from tsukuba_pia.problems import Problem
from tsukuba_pia.report.figures import Figures, unknowns_figures
from tsukuba_pia.report.places import Places
from tsukuba_pia.work.opening import Opened

WIDEST = 100


def run(  # noqa: PLR0913 - one per option
    file: str,
    *,
    risk: str | None = None,
    as_json: bool = False,
    fail_on: str | None = None,
    as_of: str | None = None,
    lang: str | None = None,
) -> int:
    """Score an assessment; 1 where the worst current level is above `fail_on`."""
    del lang  # the language was chosen before
    opened = usable(file, as_of or context.today(), rules=True)
    if fail_on is not None:
        _known_level(opened, fail_on)
    result = opened.score()
    chosen = _chosen(result, risk) if risk else None
    if as_json:
        context.tell(_json(opened, result, chosen))
    else:
        _show(opened, result, chosen)
    return int(fail_on is not None and _above(opened, (chosen or result).current.worst, fail_on))


def run_unknowns(file: str, as_of: str | None) -> int:
    """Show all that open questions can move, with the answers that the verdicts rest on."""
    from tsukuba_pia.cli.unknowns_view import UnknownsView  # noqa: PLC0415 - only when asked for

    opened = usable(file, as_of or context.today(), rules=True)
    assert opened.questionnaire is not None  # noqa: S101 - `usable`
    result = opened.score()
    view = UnknownsView(opened.questionnaire, result, opened.unknowns(result), context.language())
    width = min(WIDEST, shutil.get_terminal_size().columns)
    context.tell(context.words("score", "open", n=len(result.open_questions)))
    for line in (*view.could(whole=True), *view.ranked(whole=True)):
        folded = fold(line.text, width, " " * line.indent, " " * (line.indent + line.hang))
        context.tell(printable("\n".join(folded)))
    return 0


def _chosen(result: ScoreResult, risk: str) -> RiskResult:
    if risk not in result.risks:
        close = nearest(risk, list(result.risks))
        raise Problem("no_risk", risk=risk, meant=context.words("refusal", "meant", meant=close) if close else "")
    return result.risks[risk]


def _json(opened: Opened, result: ScoreResult, chosen: RiskResult | None) -> str:
    assert opened.assessment is not None  # noqa: S101 - `usable`
    assert opened.questionnaire is not None  # noqa: S101
    places = Places(opened.source, opened.banks.line)
    figures = Figures(opened.questionnaire, opened.assessment, places, context.language())
    if chosen:
        whole = {"pia_score": 1, "risk": figures.risk(chosen)}
    else:
        whole = figures.all(result) | unknowns_figures(opened.unknowns(result))
    return escaped(json.dumps(whole, ensure_ascii=False, indent=2, default=str))


def _show(opened: Opened, result: ScoreResult, chosen: RiskResult | None) -> None:
    from tsukuba_pia.cli.score_view import Room, ScoreView  # noqa: PLC0415 - heavy

    width = min(WIDEST, shutil.get_terminal_size().columns)
    console = Room(
        file=sys.stdout, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False,
        no_color=not context.colour(), force_terminal=context.colour() or None,
    )  # fmt: skip
    view = ScoreView(opened, result, console, context.language())
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
