"""Every example is a test: it checks clean, and its score and its reports are what a person last read."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from tests.golden import ROOT
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.labels import labels
from tsukuba_pia.report.build import build_report
from tsukuba_pia.report.figures import Figures
from tsukuba_pia.report.model import Audience
from tsukuba_pia.report.places import Places
from tsukuba_pia.work.opening import Opened, open_assessment

EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/assessment.yaml"))
DAY = "2026-11-24"
FORMS = ("html", "md", "json")
REPORTS: list[tuple[str, Audience, str]] = [
    *((form, "public", language) for form in ("html", "md") for language in ("ja", "en")),
    ("html", "internal", "ja"),
    ("json", "public", "en"),
]


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.name)
def example(request: pytest.FixtureRequest) -> Opened:
    """An example, opened as of its day. By a relative name, as a person at the top of the checkout would."""
    folder: Path = request.param
    return open_assessment(folder, DAY)


def rendered(opened: Opened, form: str, audience: Audience, language: str) -> str:
    """A report as `pia render` writes it."""
    assert opened.questionnaire is not None
    assert opened.assessment is not None
    report = build_report(
        opened.questionnaire,
        opened.assessment,
        opened.score(),
        language=language,
        audience=audience,
        profile=opened.profile,
        places=Places(opened.source, opened.banks.source),
    )
    return exporters()[form].export(report, labels(language))


def figures(opened: Opened, language: str = "en") -> str:
    """The score as `pia score --json` tells it."""
    assert opened.questionnaire is not None
    assert opened.assessment is not None
    places = Places(opened.source, opened.banks.source)
    whole = Figures(opened.questionnaire, opened.assessment, places, language).all(opened.score())
    return json.dumps(whole, ensure_ascii=False, indent=2, default=str) + "\n"


def test_there_are_examples() -> None:
    """The fixtures below would otherwise test nothing."""
    assert EXAMPLES


def test_example_has_no_error_and_no_warning(example: Opened) -> None:
    """What it shows is what we would sign."""
    assert [one for one in example.diagnostics if one.level != "note"] == []


def test_score_is_as_expected(example: Opened, golden: Callable[[Path, str], None]) -> None:
    """Every figure with its reasons and places."""
    golden(example.path.parent / "expected" / "score.json", figures(example))


@pytest.mark.parametrize(("form", "audience", "language"), REPORTS)
def test_report_is_as_expected(
    example: Opened, form: str, audience: Audience, language: str, golden: Callable[[Path, str], None]
) -> None:
    """Each format, for residents in both languages and for colleagues in Japanese."""
    text = rendered(example, form, audience, language)
    golden(example.path.parent / "expected" / f"{audience}.{language}.{form}", text)


@pytest.mark.parametrize("form", FORMS)
def test_withheld_answers_are_in_no_public_report(example: Opened, form: str) -> None:
    """Neither their notes nor their evidence, in any language."""
    assert example.assessment is not None
    withheld = [one for one in example.assessment.answers.values() if one.withheld is not None]
    secrets = [str(one.note) for one in withheld if one.note] + [item for one in withheld for item in one.evidence]
    for language in ("ja", "en"):
        text = unescape(rendered(example, form, "public", language))
        assert [secret for secret in secrets if secret in text] == []


def test_levels_on_the_page_are_those_of_the_score(example: Opened) -> None:
    """Read back out of the JSON report, and the words out of the page."""
    report = json.loads(rendered(example, "json", "public", "en"))
    score = json.loads(figures(example))
    told = {risk["id"]: risk["current"]["worst"] for risk in score["risks"]}
    assert {risk["id"]: risk["levels"]["current"]["worst"]["id"] for risk in report["risks"]} == told
    page = re.sub(r"<[^>]+>", " ", rendered(example, "html", "public", "en"))
    for risk in score["risks"]:
        assert risk["title"] in unescape(page)
