"""A score as plain data, versioned: the figures of `pia score --json` and of every report."""

from typing import Any

from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import Band
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import (
    Contribution,
    DecisionResult,
    Interval,
    Pair,
    Points,
    RiskResult,
    ScoreResult,
    Standing,
    Truth,
)
from tsukuba_pia.model.text import words
from tsukuba_pia.report.indices import Deduction, ToldIndex, plain, told_indices
from tsukuba_pia.report.places import Places
from tsukuba_pia.score.search import Verdict
from tsukuba_pia.score.unknowns import Move, Moves, Unknown, Unknowns

VERSION = 1
POINTS = ("so_far", "lowest", "highest", "maximum")
_TRUTH = {Truth.TRUE: "yes", Truth.UNKNOWN: "perhaps", Truth.FALSE: "no"}


class Figures:
    """Turns a result into plain data, in the reader's language."""

    def __init__(self, questionnaire: Questionnaire, assessment: Assessment, places: Places, language: str) -> None:
        """Take what words and places are looked up in."""
        self.questionnaire = questionnaire
        self.assessment = assessment
        self.places = places
        self.language = language

    def all(self, result: ScoreResult) -> dict[str, Any]:
        """`{"pia_score": 1, …}`; intervals are `{"best": …, "worst": …}`, lists are in bank order or worst first."""
        order = self.questionnaire.level_ids
        return {
            "pia_score": VERSION,
            "assessment": self.assessment.assessment,
            "title": words(self.assessment.title, self.language),
            "as_of": result.as_of,
            "banks": dict(self.assessment.banks),
            "modified_method": self.questionnaire.modified_method,
            "level": {
                "inherent": _interval(result.inherent),
                "current": _interval(result.current),
                "target": _interval(result.target),
            },
            "decisions": [self._decision(one) for one in result.decisions.values()],
            "red_lines": [
                {
                    "id": line.id,
                    "text": words(self.questionnaire.red_lines[line.id].red_line.text, self.language),
                    "state": line.state,
                    "questions": list(line.questions),
                    "bank_row": self.places.row(line.place),
                }
                for line in result.red_lines.values()
            ],
            "indices": [self._index(one) for one in told_indices(self.questionnaire, result)],
            "risks": [self.risk(risk) for risk in result.worst_first(order)],
            "risks_that_do_not_apply": [risk.id for risk in result.risks.values() if not risk.counts],
            "open_questions": [self._open(result.standings[name]) for name in result.open_questions],
            "lapsed_overrides": list(result.lapsed_overrides),
        }

    def risk(self, risk: RiskResult) -> dict[str, Any]:
        """One risk with its groups and contributions."""
        rule = self.questionnaire.risks[risk.id]
        return {
            "id": risk.id,
            "title": words(rule.risk.title, self.language),
            "applies": _TRUTH[risk.applies],
            "inherent": _interval(risk.inherent),
            "current": _interval(risk.current),
            "target": _interval(risk.target),
            "worst_group": risk.worst_group,
            "groups": [
                {"group": one.group, **{name: _pair(getattr(one, name)) for name in ("inherent", "current", "target")}}
                for one in risk.groups
            ],
            "contributions": [self._contribution(one) for one in risk.contributions],
            "bank_row": self.places.row(rule.place),
        }

    def _contribution(self, one: Contribution) -> dict[str, Any]:
        return {
            "axis": one.axis,
            "cause": one.cause,
            "from": one.before,
            "to": one.after,
            "certain": one.truth is Truth.TRUE,
            "group": one.group,
            "because": words(one.because, self.language),
            "answers": [{"question": name, "at": self.places.answer(name)} for name in one.questions],
            "facts": list(one.facts),
            "refs": list(one.refs),
            "lowers": dict(one.counted) if one.counted is not None else None,
            "bank_row": self.places.row(one.place) if one.place else None,
        }

    def _index(self, one: ToldIndex) -> dict[str, Any]:
        """Points are decimals, so they are told as texts: a program's binary fractions would not add up."""
        return {
            "id": one.id,
            "title": words(one.title, self.language),
            **(dict.fromkeys(POINTS) if one.withheld else _points(one.points)),
            "over": one.over,
            "sections": [
                {"id": name, "title": words(title, self.language), **_points(points)}
                for name, title, points in one.sections
            ],
            "deduction": None if one.deduction is None else _deduction(one.deduction),
            "band": None if one.band is None else self._band(one.band),
            "possible_bands": [self._band(band) for band in one.bands],
        }

    def _band(self, band: Band) -> dict[str, Any]:
        label, obligations = words(band.label, self.language), [words(one, self.language) for one in band.obligations]
        return {"id": band.id, "label": label, "obligations": obligations}

    def _decision(self, one: DecisionResult) -> dict[str, Any]:
        rule = self.questionnaire.decisions[one.id].decision
        outcome = next(known for known in rule.outcomes if known.id == one.outcome.worst)
        return {
            "id": one.id,
            "role": one.role,
            "title": words(rule.title, self.language),
            "applies": _TRUTH[one.applies],
            "outcome": _interval(one.outcome),
            "label": words(outcome.label, self.language),
            "meaning": words(outcome.meaning, self.language),
            "reasons": [
                {
                    "outcome": reason.outcome,
                    "certain": reason.truth is Truth.TRUE,
                    "because": words(reason.because, self.language),
                    "answers": [{"question": name, "at": self.places.answer(name)} for name in reason.questions],
                    "facts": list(reason.facts),
                    "refs": list(reason.refs),
                    "bank_row": self.places.row(reason.place),
                }
                for reason in one.reasons
            ],
        }

    def _open(self, standing: Standing) -> dict[str, Any]:
        asked = self.questionnaire.questions[standing.question]
        return {
            "id": standing.question,
            "text": words(asked.question.text, self.language),
            "asked": standing.asked.value,
            "state": standing.state.value,
            "required": asked.required,
            "at": self.places.answer(standing.question),
        }


def unknowns_figures(found: Unknowns) -> dict[str, Any]:
    """`{"unknowns": [first to be answered first], "pairs": …, "could": …}`; a witness is `{question: answer}`."""
    return {
        "unknowns": [_unknown(one) for one in found.ranked],
        "unknown_pairs": None if found.pairs is None else [list(pair) for pair in found.pairs],
        "could": {name: _verdict(one) for name, one in found.could._asdict().items()},
    }


def _unknown(one: Unknown) -> dict[str, Any]:
    return {
        "id": one.question,
        "alone": one.alone,
        "level": _moves(one.whole),
        "risks": {name: _moves(moves) for name, moves in one.risks.items()},
        "red_lines": {name: list(states) for name, states in one.red_lines.items()},
        "decisions": {name: _move(move) for name, move in one.decisions.items()},
        "opens": list(one.opens),
        "needs_evidence": one.proof,
        "exact": one.exact,
        **({"withheld": True} if one.withheld else {}),
    }


def _moves(moves: Moves) -> dict[str, Any]:
    return {"current": _move(moves.current), "target": _move(moves.target)}


def _move(move: Move) -> dict[str, Any]:
    return {"now": _interval(move.now), "lowest_worst": move.lowest, "highest_best": move.highest}


def _verdict(one: Verdict) -> dict[str, Any]:
    answers = {name: answer.answer for name, answer in one.witness.items()}
    return {"answer": one.could, "witness": answers, "deciding": list(one.deciding), "steps": one.steps}


def _interval(interval: Interval) -> dict[str, str]:
    return {"best": interval.best, "worst": interval.worst}


def _deduction(one: Deduction) -> dict[str, Any]:
    when = None if one.when_share is None else {"index": one.when_id, "at_least_share": plain(one.when_share / 100)}
    return {"factor": plain(one.factor), "from": one.from_id, "when": when, "holds": _TRUTH[one.holds]}


def _points(points: Points) -> dict[str, str]:
    return {name: plain(getattr(points, name)) for name in POINTS}


def _pair(pair: Pair) -> dict[str, dict[str, str]]:
    return {name: _interval(getattr(pair, name)) for name in ("severity", "likelihood", "level")}
