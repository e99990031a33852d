"""Both sides in the same words: what the tables say, and what `score()` says."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from tests.cases import assessment_of, bank_of, labelled
from tests.score.oracle.flatten import Laying, Plain
from tests.score.oracle.making import ACTOR_KINDS, Maker
from tsukuba_pia.load.compose import compose
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.result import AnswerState, IndexResult, Interval, RiskResult, ScoreResult, Truth
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.score.engine import score

Told = dict[str, Any]
FOLDER = Path(__file__).parent
MOMENTS = ("inherent", "current", "target")
TRUTH = {Truth.TRUE: True, Truth.UNKNOWN: None, Truth.FALSE: False}
STATES = {"asked": True, "perhaps_asked": None, "not_asked": False}
LINES = {"crossed": True, "unknown": None, "clear": False}


class Oracle:
    """The cases of one batch, worked out in SQL."""

    def __init__(self, cases: Mapping[int, Plain]) -> None:
        """Lay the cases into tables and let the statements follow from each other."""
        laying = Laying()
        for number, case in cases.items():
            laying.lay(number, case)
        self.tables = duckdb.connect(config={"threads": 1})
        self.run("schema")
        for table, rows in laying.rows.items():
            self.fill(table, rows)
        self.run("facts")
        last = max(
            [0, *(row[3] for row in laying.rows.get("nodes", ())), *(row[2] for row in laying.rows["questions"])]
        )
        for turn in range(last + 1):
            self.run("turn_nodes", turn)
            self.run("turn_questions", turn)
        for part in ("risks", "outcomes", "points"):
            self.run(part)
        for turn in range(3):
            self.run("turn_indices", turn)

    def run(self, part: str, turn: int | None = None) -> None:
        """The statements of one file."""
        text = (FOLDER / f"{part}.sql").read_text(encoding="utf-8")
        self.tables.execute(text if turn is None else text.replace("$turn", str(turn)))

    def fill(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """Put rows in, a column at a time."""
        kinds = [row[1] for row in self.rows(f"DESCRIBE {table}")]  # the names are ours
        columns = [[None if one is None else str(one) for one in column] for column in zip(*rows, strict=True)]
        each = ", ".join(f"unnest(?::VARCHAR[])::{kind}" for kind in kinds)
        self.tables.execute(f"INSERT INTO {table} SELECT {each}", columns)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return self.tables.execute(query).fetchall()

    def told(self) -> dict[int, Told]:
        """All that follows, by case."""
        found: dict[int, Told] = defaultdict(dict)
        for part in FOLDER.glob("told/*.sql"):
            for case, *key, value in self.rows(part.read_text(encoding="utf-8")):
                found[case][" ".join([part.stem, *map(str, key)])] = value
        return dict(found)


def questionnaire_of(bank: Plain) -> Any:  # noqa: ANN401
    """A bank with a vocabulary that has groups which may not be taken out, and kinds of actors."""
    kinds = [{"id": kind, "label": kind, "regimes": list(regimes)} for kind, regimes in ACTOR_KINDS.items()]
    words: dict[str, Any] = {"vocabulary": "v", "version": "1.0", "status": "draft", "languages": ["ja"]}
    words |= {
        "groups": labelled(bank.get("groups", [])),
        "actor_kinds": kinds,
        "constituencies": labelled(["resident"]),
    }
    references = build(References, {"references": "r", "version": "1.0", "status": "draft", "languages": ["ja"]})
    return compose([bank_of(bank)], build(Vocabulary, words), references)


def scored(case: Plain) -> ScoreResult:
    """A case by the engine."""
    missing = frozenset(case.get("missing", ()))
    return score(questionnaire_of(case["bank"]), assessment_of(case["assessment"]), case["as_of"], missing)


def told(result: ScoreResult) -> Told:
    """The engine's result in the oracle's words."""
    found: Told = {}
    for name, one in result.standings.items():
        found[f"asked {name}"] = STATES[one.asked.value]
        found[f"open {name}"] = one.open and one.asked.value == "asked"
        found[f"counts {name}"] = one.asked.value == "asked" and one.state is AnswerState.ANSWERED
    for risk in result.risks.values():
        found |= told_risk(risk)
    for moment in MOMENTS:
        found |= ends(f"whole {moment}", getattr(result, moment))
    found |= {f"line {name}": LINES[one.state] for name, one in result.red_lines.items()}
    for name, decision in result.decisions.items():
        found |= {f"decides {name}": TRUTH[decision.applies]} | ends(f"outcome {name}", decision.outcome)
    found |= {f"lapsed {name}": True for name in result.lapsed_overrides}
    for index in result.indices.values():
        found |= told_index(index)
    return found


def ends(name: str, interval: Interval) -> Told:
    """Both ends of an interval; whether it is the worst stands behind the name."""
    return {f"{name} False": interval.best, f"{name} True": interval.worst}


def told_risk(risk: RiskResult) -> Told:
    """A risk and its groups in the oracle's words."""
    found: Told = {f"applies {risk.id}": TRUTH[risk.applies]}
    for moment in MOMENTS:
        found |= ends(f"risk {risk.id} {moment}", getattr(risk, moment))
        for group in risk.groups:
            for axis in ("severity", "likelihood", "level"):
                name = f"group {risk.id} {group.group} {moment} {axis}"
                found |= ends(name, getattr(getattr(group, moment), axis))
    return found


def told_index(index: IndexResult) -> Told:
    """An index in the oracle's words."""
    found: Told = {f"points {index.id} {key}": value for key, value in index.points._asdict().items()}
    for section, points in index.sections.items():
        found |= {f"section {index.id} {section} {key}": value for key, value in points._asdict().items()}
    found |= {f"over {index.id}": index.over}
    bands = {"so_far": index.band, "lowest": index.lowest_band, "highest": index.highest_band}
    return found | {f"band {index.id} {key}": value for key, value in bands.items() if value is not None}


def differences(expected: Told, actual: Told) -> list[str]:
    """Where both do not say the same, in words."""

    def shown(side: Told, key: str) -> object:
        value = side.get(key, "nothing")
        return value.normalize() if isinstance(value, Decimal) else value

    keys = sorted(expected.keys() | actual.keys())
    pairs = [(key, shown(expected, key), shown(actual, key)) for key in keys]
    return [f"{key}: tables {one}, engine {other}" for key, one, other in pairs if one != other]


@dataclass(frozen=True)
class Batch:
    """What came of some cases."""

    cases: int
    differences: dict[int, list[str]]
    constructs: list[str]


def compared(first: int, end: int) -> Batch:
    """The cases of these numbers by both sides."""
    cases = {number: Maker(number).case() for number in range(first, end)}
    oracle = Oracle(cases)
    expected = oracle.told()
    found = {number: differences(expected[number], told(scored(case))) for number, case in cases.items()}
    constructs = [name for _, name in oracle.rows((FOLDER / "shares.sql").read_text(encoding="utf-8"))]
    return Batch(len(cases), {number: lines for number, lines in found.items() if lines}, constructs)
