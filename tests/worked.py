"""The worked examples: opened on their day, scored and rendered as `pia` does it."""

import json
from pathlib import Path

from tests.golden import ROOT
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.labels import labels
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.figures import Figures
from tsukuba_pia.report.kinds import Kind
from tsukuba_pia.report.model import Audience
from tsukuba_pia.report.places import Places
from tsukuba_pia.work.opening import Opened, open_assessment, state_now
from tsukuba_pia.work.publishing import UNDECIDED
from tsukuba_pia.work.reporting import Reporting

EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/assessment.yaml"))
WHOLE = "sidewalk-robot"  # keeps a golden file of every kind; the others one of each text that people read
DAY = "2026-12-01"


def opened(folder: Path) -> Opened:
    """An example, as of its day."""
    return open_assessment(folder, DAY)


def rendered(one: Opened, form: str, audience: Audience, language: str, kind: Kind = "full") -> str:
    """A report as `pia render` writes it."""
    draft = audience == "public" and state_now(one, one.score()) in UNDECIDED
    report = Reporting(one, language, audience, draft=draft)(one)
    return exporters()[form].export(of_kind(report, kind), labels(language))


def figures(one: Opened, language: str = "en") -> str:
    """The score as `pia score --json` tells it."""
    assert one.questionnaire is not None
    assert one.assessment is not None
    places = Places(one.source, one.banks.line)
    whole = Figures(one.questionnaire, one.assessment, places, language).all(one.score())
    return json.dumps(whole, ensure_ascii=False, indent=2, default=str) + "\n"
