"""Every example is a test: it checks clean, and its score and its reports are what a person last read."""

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.export.documents import Page
from tests.golden import ROOT
from tests.worked import EXAMPLES, WHOLE, figures, opened, rendered
from tsukuba_pia.report.kinds import KINDS, Kind, file_name
from tsukuba_pia.report.model import Audience
from tsukuba_pia.work.opening import Opened

FORMS = ("html", "md", "json")
LANGUAGES = ("ja", "en")
Report = tuple[str, Audience, str]
READ: list[Report] = [("md", "public", "ja"), ("md", "public", "en")]
REST: list[Report] = [
    ("html", "public", "ja"),
    ("html", "public", "en"),
    ("html", "internal", "ja"),
    ("json", "public", "en"),
]
OF_KINDS = (WHOLE, "internet-vote")
SHORT: list[tuple[Kind, str, str]] = [
    *((kind, language, "md") for kind in KINDS[1:] for language in LANGUAGES),
    ("citizen", "ja-x-easy", "md"),
]
EASY = ("bus-od-data", "checkup-portal", "evacuation-guidance", WHOLE)  # a whole sheet in easy Japanese
KEPT = [(folder, one) for folder in EXAMPLES for one in (*READ, *(REST if folder.name == WHOLE else ()))]


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.name)
def example(request: pytest.FixtureRequest) -> Opened:
    """An example, opened as of its day."""
    return opened(request.param)


def test_there_are_examples() -> None:
    """The fixtures below would otherwise test nothing."""
    assert WHOLE in {folder.name for folder in EXAMPLES}


def test_example_has_no_error_and_no_warning(example: Opened) -> None:
    """What it shows is what we would sign."""
    assert [one for one in example.diagnostics if one.level != "note"] == []


def test_score_is_as_expected(example: Opened, golden: Callable[[Path, str], None]) -> None:
    """Every figure with its reasons and places."""
    golden(example.path.parent / "expected" / "score.json", figures(example))


@pytest.mark.parametrize(
    ("folder", "report"), KEPT, ids=[f"{folder.name}-{'.'.join(report)}" for folder, report in KEPT]
)
def test_report_is_as_expected(folder: Path, report: Report, golden: Callable[[Path, str], None]) -> None:
    """The text that residents read, in both languages; of one example each format, and what colleagues read."""
    form, audience, language = report
    golden(folder / "expected" / f"{audience}.{language}.{form}", rendered(opened(folder), *report))


@pytest.mark.parametrize("example_of_kinds", OF_KINDS)
@pytest.mark.parametrize(("kind", "language", "form"), SHORT, ids=[".".join(one) for one in SHORT])
def test_short_page_is_as_expected(
    example_of_kinds: str, kind: Kind, language: str, form: str, golden: Callable[[Path, str], None]
) -> None:
    """What residents, the council and passers-by read, of a plan that is open and of one that may go on."""
    folder = ROOT / "examples" / example_of_kinds
    name = file_name(kind, "public", language, f".{form}")
    golden(folder / "expected" / name, rendered(opened(folder), form, "public", language, kind))


@pytest.mark.parametrize("name", EASY)
def test_easy_sheet_leaves_only_the_banks_words_hard(name: str) -> None:
    """Whatever an assessment itself says on it, it says in easy Japanese."""
    found = opened(ROOT / "examples" / name)
    page = rendered(found, "html", "public", "ja-x-easy", "citizen")
    hard = {unescape(one) for one in re.findall(r'<(?:span|div) lang="ja">(?:<p>)?([^<]*)<', page)}
    assert hard
    assert not hard & set(plain_japanese(found.source.data))


def plain_japanese(value: object) -> Iterator[str]:
    """All Japanese texts of an assessment's file."""
    if isinstance(value, dict):
        yield from (one for key, one in value.items() if key == "ja")
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from plain_japanese(one)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_withheld_answers_are_in_no_public_report(example: Opened, form: str, language: str) -> None:
    """Neither their notes nor their evidence; every example has every public report."""
    assert example.assessment is not None
    withheld = [one for one in example.assessment.answers.values() if one.withheld is not None]
    secrets = [str(one.note) for one in withheld if one.note] + [item for one in withheld for item in one.evidence]
    text = unescape(rendered(example, form, "public", language))
    assert [secret for secret in secrets if secret in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_of_every_page_lead_somewhere(example: Opened, language: str) -> None:
    """For colleagues: that page holds all that the public one does."""
    page = Page(rendered(example, "html", "internal", language))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {one["href"][1:] for one in page.all("a") if one["href"].startswith("#")} <= set(ids)


def test_levels_on_the_page_are_those_of_the_score(example: Opened) -> None:
    """Read back out of the JSON report, and the words out of the page."""
    report = json.loads(rendered(example, "json", "public", "en"))
    score = json.loads(figures(example))
    told = {risk["id"]: risk["current"]["worst"] for risk in score["risks"]}
    assert {risk["id"]: risk["levels"]["current"]["worst"]["id"] for risk in report["risks"]} == told
    page = re.sub(r"<[^>]+>", " ", rendered(example, "html", "public", "en"))
    for risk in score["risks"]:
        assert risk["title"] in unescape(page)


def test_decisions_on_the_page_are_those_of_the_score(example: Opened) -> None:
    """Each that applies, whatever its sector, with its outcome in the bank's words and every reason."""
    page = unescape(rendered(example, "md", "internal", "en")).replace("\\", "")
    for one in json.loads(figures(example))["decisions"]:
        told = page.partition(f"### {one['title']}\n")[2].partition("\n### ")[0]
        if one["applies"] == "no":
            assert one["label"] not in told
        else:
            assert {one["label"], one["meaning"]} <= {*re.split(r"\n+|\*\*", told), ""}
            assert [reason["because"] for reason in one["reasons"] if reason["because"] not in told] == []


def test_a_map_is_shown_where_there_are_risks(example: Opened) -> None:
    """An empty one tells nothing."""
    applies = json.loads(figures(example))["risks"] != []
    for form in ("html", "md"):
        assert ("Risk map: " in rendered(example, form, "public", "en")) == applies


def test_every_example_is_told_of() -> None:
    """In the list that a reader begins with, in both languages."""
    listed = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    for folder in sorted((ROOT / "examples").iterdir()):
        if folder.is_dir():
            assert f"[{folder.name}]({folder.name}/assessment.yaml)" in listed
