"""Decisions on record in every format: each of their words is told, none breaks a page, residents read no name."""

from dataclasses import fields, replace
from typing import Any

import pytest

from tests.export.documents import Page, blocks, payloads
from tests.report.robot import on_record, plain_assessment, report_of, sign_off, variant
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.export.leaks import leaks
from tsukuba_pia.labels import labels
from tsukuba_pia.model.sign_off import Condition, Expedited, Signatory, SignOff, Waiver
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import KINDS, Kind
from tsukuba_pia.report.withholding import Secret

TEXT_FORMS = [name for name, one in exporters().items() if one.press is None]
MARK = "カナリア{}番は夜に鳴く"
FOR_RESIDENTS = ("document", "because", "called", "owner", "what", "waiver_document", "why", "authority", "event")
FOR_COLLEAGUES = ("name", "on_behalf_of")


def canaries() -> dict[str, str]:
    """A text for each field in which somebody writes freely."""
    return {name: MARK.format(f"{number:03}") for number, name in enumerate((*FOR_RESIDENTS, *FOR_COLLEAGUES))}


def decision(texts: dict[str, str]) -> SignOff:
    """A decision with a text in each field; a condition that rests on a withheld answer has the names' texts."""
    return sign_off(
        "expedited",
        document=texts["document"],
        because=texts["because"],
        signed=Signatory(texts["name"], "mayor", texts["called"]),
        conditions=(
            Condition(texts["owner"], "2027-01-31", what=texts["what"]),
            Condition(texts["name"], "2027-01-31", question="s_logging", what=texts["on_behalf_of"]),
        ),
        waivers=(Waiver("s_red", "ordinance", texts["waiver_document"], "2027-01-31", texts["why"]),),
        expedited=Expedited(texts["authority"], texts["event"], "2027-01-31"),
        on_behalf_of=texts["on_behalf_of"],
    )


def page(texts: dict[str, str], audience: Any = "public", kind: Kind = "full") -> Report:  # noqa: ANN401 - an audience
    """A report with that decision."""
    return of_kind(report_of(signed=on_record(decision(texts)), audience=audience, state="approved"), kind)


def made(report: Report, form: str) -> str:
    """Its file."""
    return exporters()[form].content(report, labels(report.language)).decode()


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("kind", ["full", "council"])
def test_every_word_of_a_decision_is_told(form: str, kind: Kind) -> None:
    """To residents all but who signed; to colleagues that as well."""
    if form == "json" and kind != "full":
        pytest.skip("the whole report is the only kind that JSON has")
    texts = canaries()
    public, inside = made(page(texts, kind=kind), form), made(page(texts, "internal", kind), form)
    assert {name for name in FOR_RESIDENTS if texts[name] not in public} == set()
    assert {name for name in FOR_COLLEAGUES if texts[name] in public} == set()
    if kind == "full":
        assert {name for name in texts if texts[name] not in inside} == set()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", exporters())
def test_nobody_is_named_to_residents(form: str, kind: Kind) -> None:
    """Unpacked and spelt out, in any format."""
    if form == "json" and kind != "full":
        pytest.skip("the whole report is the only kind that JSON has")
    if form == "pdf":
        if kind != "council":
            pytest.skip("slow, and made of the same pages")
        pytest.importorskip("weasyprint", reason="PDF needs the extra [pdf]", exc_type=ImportError)
    texts = canaries()
    secrets = [Secret((name,), texts[name]) for name in FOR_COLLEAGUES]
    written = exporters()[form].content(page(texts, kind=kind), labels("ja"))
    assert leaks(written, secrets) == ()


def test_every_field_of_a_decision_is_thought_of() -> None:
    """What the format grows is told, or said here not to be free text."""
    chosen = {"sign_off", "format", "number", "outcome", "on", "kind", "levels", "digests", "tool", "accepted", "seal"}
    written = {"signed", "document", "because", "conditions", "waivers", "expedited", "on_behalf_of"}
    assert {one.name for one in fields(SignOff)} == chosen | written
    assert {one.name for one in fields(Condition)} == {"owner", "due", "question", "what"}
    assert {one.name for one in fields(Waiver)} == {"red_line", "authority", "document", "until", "because"}
    assert {one.name for one in fields(Expedited)} == {"authority", "event", "until"}
    assert {one.name for one in fields(Signatory)} == {"name", "post", "called"}


def _shape(report: Report) -> tuple[list[str], list[str]]:
    """Elements and blocks, but for what people's own Markdown may make."""
    own = {"p", "em", "strong", "a", "code", "br", "s", "ul", "ol", "li", "blockquote", "pre", "div"}
    tags = [tag for tag, _ in Page(made(report, "html")).elements if tag not in own]
    return tags, [one for one in blocks(made(report, "md")) if not one.startswith("  ")]


@pytest.mark.parametrize("kind", ["full", "council"])
def test_hostile_texts_stay_texts(kind: Kind) -> None:
    """The same elements and the same blocks, whatever somebody signed."""
    names = canaries()
    plain = _shape(page(dict.fromkeys(names, "言葉"), "internal", kind))
    for one in [*payloads()[::60], "# 見出し", "- x\n- y", "| a | b |", "\x1b[31m\u202e", "<b>&"]:
        line = " ".join(one.split())
        assert _shape(page(dict.fromkeys(names, line), "internal", kind)) == plain, one


def test_what_the_city_added_is_told_on_each_page() -> None:
    """Residents and the council read that there is something which no level includes."""
    for kind in ("full", "citizen", "council"):
        for form in ("html", "md"):
            assert "市が書き加えたリスクが1件" in made(page(canaries(), kind=kind), form)
    whole = made(page(canaries()), "md")
    for said in (
        "自転車とぶつかる",
        "夕方に自転車とぶつかります。",
        "近づくと音を出す",
        "試験中に止まった。",
        "音が大きい。",
    ):
        assert said in whole


def test_the_parts_stand_in_the_order_of_the_guidance() -> None:
    """What was decided first, annexes last; the contents name each part once, in the same order."""
    order = [
        "citizen", "contents", "decision", "service", "threshold", "life", "law", "answers", "risks", "measures",
        "decline", "people", "comments", "method", "publication", "monitoring", "changes", "my-number", "glossary",
    ]  # fmt: skip
    found = Page(made(report_of(), "html"))
    assert [one["id"] for one in found.all("h2")] == order
    links = [one["href"][1:] for one in found.all("a")]
    start = links.index("decision")
    assert links[start : start + len(order) - 2] == order[2:]
    parts = labels("ja")["report"]["parts"]
    headings = [line[3:] for line in made(report_of(), "md").splitlines() if line.startswith("## ")]
    assert headings[1:] == [parts[name.replace("-", "_")] for name in order[2:]]


def test_a_change_log_stands_on_the_page() -> None:
    """In words, with what it was before."""
    plain = plain_assessment()
    plain["answers"]["s_people"] = 5000
    signed = on_record(sign_off())
    report = report_of(plain, signed=signed, earlier=report_of(signed=signed), state="approved")
    for form in ("html", "md"):
        log = made(report, form).partition("変更の記録")[2]
        assert "1,200人" in log
        assert "5,000人" in log
    same = replace(report, changes=report_of(signed=signed, earlier=report_of(signed=signed)).changes)
    assert "変わったことはありません" in made(same, "html")


def test_conditions_stand_below_their_heading() -> None:
    """In Markdown, as a list within the list; in the summary for the council on their own."""
    assert "\n- 条件\n  - 研修をします。" in made(report_of(signed=on_record(sign_off())), "md")
    council = of_kind(report_of(signed=on_record(sign_off())), "council")
    assert "\n条件\n\n- 研修をします。" in made(council, "md")


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_red_line_that_is_set_aside_says_until_when(form: str) -> None:
    """Crossed all the same; the page does not say that nothing may start."""
    waiver = Waiver("s_red", "ordinance", "第1号", "2027-01-31", "必要です。")
    signed = on_record(sign_off(waivers=(waiver,)))
    held = report_of(variant("crossed"), signed=signed, waivable_by="ordinance", state="approved")
    text = "".join(Page(made(held, form)).words)
    assert "例外承認中(令和9年(2027年)1月31日まで)" in text
    assert "例外承認中のものは" in text
    assert labels("ja")["report"]["glance"]["red_crossed"].format(n=1) not in text
    assert "例外承認中" not in made(report_of(variant("crossed")), form)
