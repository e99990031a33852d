"""The Python API: what the command line does, as functions. Files are read, nothing is written."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path

from tsukuba_pia.diagnostics import Diagnostic, has_errors
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.engine import check_assessment
from tsukuba_pia.load.bank import load_bank_file
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.report.build import build_report
from tsukuba_pia.resources import workspace_of
from tsukuba_pia.score.engine import score as _score
from tsukuba_pia.score.unknowns import Unknowns
from tsukuba_pia.score.unknowns import unknowns as _unknowns
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.work.shelf import sound_banks
from tsukuba_pia.yaml_fragment import mapping_lines
from tsukuba_pia.yaml_source import parse

# Answers that are none: no such question, no such option, another kind of value, out of range, what excludes itself.
MISFITS = ("PIA401", "PIA402", "PIA403", "PIA404", "PIA406", "PIA413", "PIA449", "PIA601")

__all__ = ["Unusable", "build_report", "load_assessment", "load_bank", "score", "unknowns"]


class Unusable(ValueError):
    """A file has errors; `diagnostics` says which, each with file, line, column, code and arguments."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Remember what is wrong."""
        super().__init__("; ".join(f"{one.file}:{one.line}:{one.column}: {one.code}" for one in diagnostics))
        self.diagnostics = diagnostics


def load_bank(path: Path | str) -> Questionnaire:
    """A question bank with what it extends, ready to be scored.

    Raises:
        Unusable: the bank, or the one it extends, has an error.

    """
    place = Path(path)
    loaded = sound_banks(load_bank_file(place, Catalog(workspace_of(place.parent))))
    if loaded.questionnaire is None or has_errors(loaded.diagnostics):
        raise Unusable(tuple(loaded.diagnostics))
    return loaded.questionnaire


def load_assessment(path: Path | str, as_of: date | None = None) -> Opened:
    """An assessment (its folder or its file) with its banks; its `diagnostics` hold what is wrong with its answers.

    Raises:
        Unusable: it cannot be scored: its file is malformed, or one of its banks is not there or has an error.

    """
    opened = open_assessment(Path(path), (as_of or date.today()).isoformat())  # noqa: DTZ011 - a city's own day
    if not opened.usable:
        raise Unusable(opened.diagnostics)
    return opened


def score(
    bank: Questionnaire | Path | str,
    answers: Assessment | Mapping[str, object],
    as_of: date | str | None = None,
    missing_evidence: AbstractSet[str] = frozenset(),
) -> ScoreResult:
    """Score answers against banks on a day. With a day it is pure: same input, same result (formats.md §2.5, §2.6).

    Args:
        bank: from `load_bank`, an opened assessment's `questionnaire`, or the path of a bank's file.
        answers: an opened assessment's `assessment`; or, for a bank alone, answers by question id as they stand in a
            file: `{"x_level": "high", "x_masking": {"answer": "planned", "owner": "…", "due": "2027-03-01"}}`.
        as_of: the day on which evidence counts as lapsed or not; without it, today.
        missing_evidence: the listed evidence files that do not exist.

    Raises:
        Unusable: the bank has an error, or an answer does not fit its question.

    """
    day = (as_of or date.today()) if not isinstance(as_of, str) else as_of  # noqa: DTZ011 - a city's own day
    questionnaire = bank if isinstance(bank, Questionnaire) else load_bank(bank)
    assessment = answers if isinstance(answers, Assessment) else _assessment(questionnaire, answers, str(day))
    return _score(questionnaire, assessment, str(day), missing_evidence)


def unknowns(
    questionnaire: Questionnaire,
    assessment: Assessment,
    as_of: date | str,
    missing_evidence: AbstractSet[str] = frozenset(),
) -> Unknowns:
    """What each open question can still move, those to be answered first in front, and what can still come of it.

    Takes the same as `score`. `could.acceptable`, `could.built` and `could.fail` are each decided by a search over all
    completions of the open questions, with one that does it as `witness`, or `not_decided`.
    """
    result = score(questionnaire, assessment, as_of, missing_evidence)
    return _unknowns(questionnaire, assessment, result, missing_evidence)


def _assessment(questionnaire: Questionnaire, answers: Mapping[str, object], day: str) -> Assessment:
    """Answers by themselves as an assessment of nothing in particular; held to the rules about answers."""
    whole = {
        "assessment": "answers",
        "format": 1,
        "language": "en",
        "title": "answers",
        "banks": {bank.bank: bank.version for bank in questionnaire.banks},
        "answers": dict(answers),
    }
    text = "".join(f"{line}\n" for line in mapping_lines(whole, 2))
    source = parse(text.encode(), "answers")
    assessment = read_shape(Assessment, source)
    if assessment is None:
        raise Unusable(tuple(source.diagnostics))
    found = check_assessment(AssessmentContext(assessment, source, questionnaire, day))
    wrong = tuple(one for one in found if one.level == "error" and one.code.startswith(MISFITS))
    if wrong:
        raise Unusable(wrong)
    return assessment
