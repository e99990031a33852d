"""The short pages on paper: one sheet for residents, two pages for the council, one for each language of a sign."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from tests.report.robot import on_record
from tests.worked import EXAMPLES, WHOLE, opened
from tsukuba_pia.change.approval import conditions_of
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.labels import labels
from tsukuba_pia.model.sign_off import Condition, Digests, Signatory, SignOff, Waiver
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import Kind
from tsukuba_pia.work.reporting import Reporting

pytest.importorskip("weasyprint", reason="PDF needs the extra [pdf]", exc_type=ImportError)
pdfium = pytest.importorskip("pypdfium2")
# Those with the most to say; `make test-long` presses all.
LONGEST = sorted(EXAMPLES, key=lambda path: path.joinpath("assessment.yaml").stat().st_size)[-3:]
PRESSED = EXAMPLES if settings.get_current_profile_name() == "long" else LONGEST
SIDES: dict[Kind, int] = {"citizen": 2, "council": 2, "notice": 2}  # of A4


@cache
def whole(example: Path, language: str) -> Report:
    """What residents read of an example."""
    return Reporting(opened(example), language, "public")(opened(example))


def sides(report: Report, kind: Kind) -> int:
    """How many pages a kind of page takes."""
    return len(pdfium.PdfDocument(exporters()["pdf"].content(of_kind(report, kind), labels(report.language))))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", SIDES)
@pytest.mark.parametrize("example", PRESSED, ids=lambda path: path.name)
def test_every_example_keeps_to_its_sheet(example: Path, kind: Kind, language: str) -> None:
    """However rich it is."""
    assert sides(whole(example, language), kind) <= SIDES[kind]


@pytest.mark.parametrize(("kind", "language"), [("council", "ja"), ("citizen", "en")])
def test_a_decision_with_conditions_keeps_to_the_sheet(kind: Kind, language: str) -> None:
    """What was decided stands on top, and the rest still fits."""
    one = opened(next(path for path in EXAMPLES if path.name == WHOLE))
    assert one.assessment is not None
    assert one.questionnaire is not None
    red_line = next(iter(one.questionnaire.red_lines))
    own = Condition("交通政策課", "2027-03-31", what="始めてから3か月後に、集計の結果を市議会に報告する。")
    one.signed = on_record(
        SignOff(
            sign_off=one.assessment.assessment,
            format=1,
            number=1,
            outcome="approved_with_conditions",
            on="2026-11-20",
            signed=Signatory("山田 一", "deputy_mayor"),
            kind="single",
            document="つ政第45号",
            because="対策がすべて終われば受け入れられる段階になり、買い物に困る人を助けるため。",
            levels={"current": "high"},
            digests=Digests("", ""),
            tool="",
            accepted="medium",
            conditions=(*conditions_of(one.assessment, one.questionnaire, one.score()), own),
            waivers=(Waiver(red_line, "ordinance", "つ政第46号", "2027-06-30", "条例の改正を待つ間に限るため。"),),
        )
    )
    report = Reporting(one, language, "public")
    report.__dict__["_decided"] = None  # there is no snapshot of it
    made = report(one)
    assert len(made.signed[0].conditions) > 1
    assert sides(made, kind) <= SIDES[kind]
