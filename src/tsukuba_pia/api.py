"""The Python API: what the command line does, as functions. Files are read, nothing is written."""

from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path

from tsukuba_pia.diagnostics import Diagnostic, has_errors
from tsukuba_pia.load.bank import load_bank_file
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.report.build import build_report
from tsukuba_pia.resources import workspace_of
from tsukuba_pia.score.engine import score as _score
from tsukuba_pia.score.unknowns import Unknowns
from tsukuba_pia.score.unknowns import unknowns as _unknowns
from tsukuba_pia.work.opening import Opened, open_assessment, sound_banks

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
    questionnaire: Questionnaire,
    assessment: Assessment,
    as_of: date | str,
    missing_evidence: AbstractSet[str] = frozenset(),
) -> ScoreResult:
    """Score answers against banks on a day. Pure: the same input gives the same result (formats.md §2.5).

    Args:
        questionnaire: from `load_bank`, or an opened assessment's `questionnaire`.
        assessment: an opened assessment's `assessment`.
        as_of: the day on which evidence counts as lapsed or not.
        missing_evidence: the listed evidence files that do not exist.

    """
    return _score(questionnaire, assessment, as_of if isinstance(as_of, str) else as_of.isoformat(), missing_evidence)


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
