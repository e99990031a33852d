"""`pia score --what-if` and `--advise`: what other answers would change, and what would bring every risk down."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from tsukuba_pia.cli import context
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.fold import fold
from tsukuba_pia.model.assessment import as_typed
from tsukuba_pia.model.result import NONE, Contribution, Interval, ScoreResult, Truth
from tsukuba_pia.model.text import Text, escaped, printable, words
from tsukuba_pia.problems import Problem
from tsukuba_pia.score.advise import Advice, Adviser, acceptable_level
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.what_if import WhatIf, what_if

WIDTH = 80
POST = "department_head"  # without --to: what this post may accept


def run_what_if(file: str, wanted: Sequence[str], as_of: str | None, *, as_json: bool) -> int:
    """Show what these answers would change; nothing is written."""
    opened = usable(file, as_of or context.today(), rules=True)
    found = what_if(opened, wanted)
    if as_json:
        _tell_json({"pia_score": 1, "what_if": _what_if_figures(found)})
    else:
        tell(what_if_lines(opened, found))
    return 0


def run_advise(file: str, level: str | None, as_of: str | None, *, verified: bool, as_json: bool) -> int:
    """Show the smallest sets of safeguards that bring every risk to a level; 1 where none does."""
    opened = usable(file, as_of or context.today(), rules=True)
    assert opened.questionnaire is not None  # noqa: S101 - usable
    assert opened.assessment is not None  # noqa: S101
    levels = opened.questionnaire.level_ids
    wanted = level or acceptable_level(opened.questionnaire, POST)
    if wanted not in levels:
        raise Problem("no_level", level=str(wanted), known=", ".join(levels))
    missing = opened.loaded.missing_evidence
    advice = Adviser(opened.questionnaire, opened.assessment, opened.as_of, missing, verified=verified).advise(wanted)
    if as_json:
        _tell_json({"pia_score": 1, "advice": _advice_figures(advice)})
    else:
        tell(advice_lines(opened, advice))
    return int(not advice.possible)


def tell(lines: Iterator[str]) -> None:
    """Print lines at 80 columns; what is folded keeps its depth."""
    for line in lines:
        indent = len(line) - len(line.lstrip())
        folded = fold(line.lstrip(), WIDTH, " " * indent, " " * (indent + 2)) if line else ("",)
        context.tell(printable("\n".join(folded)))


def _tell_json(whole: dict[str, Any]) -> None:
    context.tell(escaped(json.dumps(whole, ensure_ascii=False, indent=2, default=str)))


def _say(text: Text | None) -> str:
    return words(text, context.language())


def level_of(opened: Opened, name: str) -> str:
    """A level's word."""
    assert opened.questionnaire is not None  # noqa: S101 - usable
    if name == NONE:
        return context.words("score", "none")
    return next(_say(one.label) for one in opened.questionnaire.method.levels if one.id == name)


def move(opened: Opened, before: Interval, after: Interval) -> str:
    """A level before and after, in the worst case, as it is shown everywhere."""
    if before.worst == after.worst:
        return context.words("what_if", "stays", level=level_of(opened, after.worst))
    return context.words("what_if", "moves", before=level_of(opened, before.worst), after=level_of(opened, after.worst))


def what_if_lines(opened: Opened, found: WhatIf) -> Iterator[str]:
    """What other answers would move: the whole, each risk, red lines, decisions."""
    assert opened.questionnaire is not None  # noqa: S101 - usable
    questionnaire = opened.questionnaire
    for name, answer in found.answers.items():
        said = context.words("what_if", "no_answer") if answer.answer is None else as_typed(answer.answer)
        yield context.words("what_if", "answer", question=name, answer=said)
    yield ""
    for moment in ("current", "target"):
        moved = move(opened, getattr(found.before, moment), getattr(found.after, moment))
        yield f"{context.words('score', moment)}: {moved}"
    for name in found.moved_risks:
        before, after = found.before.risks[name], found.after.risks[name]
        yield f"- {_say(questionnaire.risks[name].risk.title)} ({name})"
        for moment in ("current", "target"):
            moved = move(opened, getattr(before, moment), getattr(after, moment))
            yield f"    {context.words('score', moment)}: {moved}"
    for name in found.moved_red_lines:
        state = context.words("what_if", f"line_{found.after.red_lines[name].state}")
        yield f"- {state} {_say(questionnaire.red_lines[name].red_line.text)} ({name})"
    for name in found.moved_decisions:
        decision = questionnaire.decisions[name].decision
        outcome = next(one for one in decision.outcomes if one.id == found.after.decisions[name].outcome.worst)
        yield f"- {_say(decision.title)}: {_say(outcome.label)} ({name})"
    if not (found.moved_risks or found.moved_red_lines or found.moved_decisions):
        yield context.words("what_if", "nothing")
    yield ""
    yield context.words("what_if", "not_written")


def advice_lines(opened: Opened, advice: Advice) -> Iterator[str]:
    """The smallest sets of safeguards, or what stays above the level; and that red lines stand beside it."""
    assert opened.questionnaire is not None  # noqa: S101 - usable
    level = level_of(opened, advice.level)
    if advice.stuck:
        yield context.words("advise", "none_does", level=level, n=len(advice.candidates))
        for risk in advice.stuck:
            title = _say(opened.questionnaire.risks[risk.id].risk.title)
            yield f"- {title} ({risk.id}): {level_of(opened, risk.current.worst)}"
            yield from (f"    {_say(one.because)}" for one in _why(risk.contributions))
    elif not advice.above:
        yield context.words("advise", "there", level=level)
    else:
        state = context.words("advise", "verified" if advice.verified else "implemented")
        yield context.words("advise", "head", level=level, state=state)
        for number, names in enumerate(advice.alternatives, 1):
            yield context.words("advise", "way", number=number, n=len(names))
            for name in names:
                text = _say(opened.questionnaire.questions[name].question.text)
                yield f"    - {text} ({name}){_planned(opened, name)}"
    yield ""
    yield from _not_clear(opened.score())


def _planned(opened: Opened, name: str) -> str:
    assert opened.assessment is not None  # noqa: S101 - usable
    answer = opened.assessment.answers.get(name)
    return f" {context.words('advise', 'planned')}" if answer is not None and answer.answer == "planned" else ""


def _why(contributions: Sequence[Contribution]) -> list[Contribution]:
    """The rows that hold it up."""
    return [one for one in contributions if one.cause == "row" and one.truth is not Truth.FALSE and one.because]


def _not_clear(result: ScoreResult) -> Iterator[str]:
    """Advice weighs levels only: what else stands in the way is said beside it."""
    lines = [name for name, one in result.red_lines.items() if one.state != "clear"]
    key = "red_lines" if lines else "no_red_lines"
    yield context.words("advise", key, n=len(lines), names=", ".join(lines))


def _what_if_figures(found: WhatIf) -> dict[str, Any]:
    def both(before: Any, after: Any) -> dict[str, Any]:  # noqa: ANN401 - anything with levels
        return {
            moment: {"before": getattr(before, moment)._asdict(), "after": getattr(after, moment)._asdict()}
            for moment in ("inherent", "current", "target")
        }

    return {
        "answers": {name: one.answer for name, one in found.answers.items()},
        "level": both(found.before, found.after),
        "risks": {name: both(found.before.risks[name], found.after.risks[name]) for name in found.moved_risks},
        "red_lines": {
            name: {"before": found.before.red_lines[name].state, "after": found.after.red_lines[name].state}
            for name in found.moved_red_lines
        },
        "decisions": {
            name: {
                "before": found.before.decisions[name].outcome._asdict(),
                "after": found.after.decisions[name].outcome._asdict(),
            }
            for name in found.moved_decisions
        },
    }


def _advice_figures(advice: Advice) -> dict[str, Any]:
    return {
        "level": advice.level,
        "verified": advice.verified,
        "possible": advice.possible,
        "candidates": list(advice.candidates),
        "above_now": list(advice.above),
        "alternatives": [list(one) for one in advice.alternatives],
        "stuck": {one.id: one.current._asdict() for one in advice.stuck},
    }
