"""The short pages as documents: whole, harmless, the same figures as the report, a sign that a telephone can read."""

import json
import re
from itertools import pairwise
from typing import Any

import pytest
import zxingcpp
from markupsafe import Markup
from PIL import Image, ImageDraw

from tests.export.documents import Page, blocks, exported, filled, payloads
from tests.report.robot import CANARY, VARIANTS, on_record, plain_assessment, report_of, sign_off, variant
from tests.worked import EXAMPLES, figures, opened, rendered
from tsukuba_pia.export._qr import qr
from tsukuba_pia.export._ruby import bare, ruby
from tsukuba_pia.labels import labels
from tsukuba_pia.model.sign_off import Signatory, SignOff
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import KINDS, Kind

SHORT: tuple[Kind, ...] = KINDS[1:]
LANGUAGES = ("ja", "en", "ja-x-easy")
WITHHELD = {"reason": "security", "exemption": "第7条第4号", "approved_by": "総務課長", "until": "2028-03-31"}
URL = "https://city.example.jp/p/12"


def report(kind: Kind, plain: dict[str, Any] | None = None, language: str = "ja") -> Report:
    """A report that is published somewhere, as a page of a kind."""
    changed = plain or plain_assessment()
    changed["publication"] = {"url": URL} | changed.get("publication", {})
    return of_kind(report_of(changed, language=language), kind)


@pytest.fixture(
    params=[(kind, language, name) for kind in SHORT for language in LANGUAGES for name in VARIANTS], ids="-".join
)
def made(request: pytest.FixtureRequest) -> Report:
    """Each page in each language, whatever came of the plan."""
    kind, language, name = request.param
    return report(kind, variant(name), language)


def test_a_short_page_is_whole(made: Report) -> None:
    """One heading, one main part, no level left out, ids once, links and labels that lead somewhere, no script."""
    page = Page(exported("html", made))
    assert len(page.all("h1")) == len(page.all("main")) == 1
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-4]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [one["id"] for _, one in page.elements if "id" in one]
    assert len(ids) == len(set(ids))
    inner = {one["href"][1:] for one in page.all("a") if one["href"].startswith("#")}
    labels = {name for _, one in page.elements for name in one.get("aria-labelledby", "").split()}
    assert inner | labels <= set(ids)
    assert not page.all("script") + page.all("img") + page.all("iframe")
    assert len(page.all("table")) == len(page.all("caption"))


def test_nothing_but_readings_stands_in_ruby(made: Report) -> None:
    """No markup within an attribute or a title, which would be read out as it stands."""
    text = exported("html", made)
    assert ("<ruby>" in text) == (made.language == "ja-x-easy")
    assert not re.search(r"<title>[^<]*<ruby|=\"[^\"]*<ruby", text)
    assert not re.search(r"<title>[^<]*[(][\u3041-\u3096]+[)]|=\"[^\"]*[\u4e00-\u9fff][(][\u3041-\u3096]+[)]", text)


def test_levels_are_those_of_the_report(made: Report) -> None:
    """Read back out of the page: the level as it is now stands in words, with its squares."""
    if made.kind == "notice" or made.no_assessment:
        return
    now = made.citizen.levels.current.worst
    words = "".join(Page(exported("html", made)).words)
    assert f"{'■' * now.rank}{'□' * (now.of - now.rank)}{now.label.words}" in words
    assert f"{'■' * now.rank}{'□' * (now.of - now.rank)} {now.label.words}" in exported("md", made)


def test_nothing_withheld_is_on_a_short_page(made: Report) -> None:
    """Nor a dash where something is missing on a sign."""
    for form in ("html", "md"):
        text = exported(form, made)
        assert CANARY not in text
        assert made.kind != "notice" or not re.search(r"[>:] *[-\u2014\u2015] *[<\n]", text)


@pytest.mark.parametrize("kind", SHORT)
def test_hostile_texts_stay_texts(kind: Kind) -> None:
    """The same elements and the same blocks, whatever people write; in easy Japanese too."""
    for language in ("ja", "ja-x-easy"):
        plain = _shape(report(kind, filled("言葉"), language))
        for one in payloads()[::40]:
            assert _shape(report(kind, filled(one, lines=False), language)) == plain, one


def _shape(made: Report) -> tuple[list[str], list[str]]:
    """Elements, apart from the emphasis and the links that people may make themselves, and blocks."""
    own = {
        "p",
        "em",
        "strong",
        "a",
        "code",
        "br",
        "s",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "time",
        "ruby",
        "rt",
        "rp",
    }
    tags = [tag for tag, _ in Page(exported("html", made)).elements if tag not in own]
    return tags, [one for one in blocks(exported("md", made)) if not one.startswith("  ")]


# ------------------------------------------------------------------------------------------------------------ the sign


def drawn(svg: str) -> Image.Image:
    """The picture as a camera sees it."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])  # type: ignore[index]
    image = Image.new("L", (size * 4, size * 4), 255)
    pen = ImageDraw.Draw(image)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h", svg):
        left, top = int(x) * 4, int(y) * 4
        pen.rectangle((left, top, left + int(width) * 4 - 1, top + 3), fill=0)
    return image


@pytest.mark.parametrize(
    "address", [URL, f"{URL}?a=1&b=<2>", "https://見本市.example/評価", "https://e.example/" + "x" * 500]
)
def test_a_telephone_reads_the_code(address: str) -> None:
    """The very address, with the error correction and the white around it that the standard asks."""
    svg = str(qr(address, "name"))
    (found,) = zxingcpp.read_barcodes(drawn(svg))
    assert (found.text, found.ec_level) == (address, "M")
    assert min(int(place) for pair in re.findall(r"M(\d+) (\d+)h\d+v1", svg) for place in pair) == 4
    assert qr(address, "name") == qr(address, "name")


def test_the_code_of_a_sign_leads_where_its_address_does() -> None:
    """Scanned, clicked and typed: one place."""
    text = exported("html", report("notice"))
    (found,) = zxingcpp.read_barcodes(drawn(text))
    assert found.text == URL
    assert f'<a href="{URL}" rel="noopener noreferrer nofollow">{URL.removeprefix("https://")}</a>' in text
    assert 'role="img" aria-label="' in text


def test_a_sign_marks_its_languages() -> None:
    """Each face is read out in its own."""
    faces = [one for one in Page(exported("html", report("notice"))).all("section") if one.get("class") == "face"]
    assert [one["lang"] for one in faces] == ["ja", "en"]


# ------------------------------------------------------------------------------------------------------------ readings


def test_readings_stand_above_their_characters() -> None:
    """Kana that follow belong to the word, not to the reading; brackets of other kinds stay."""
    assert ruby(Markup("続(つづ)けます")) == "<ruby>続<rp>(</rp><rt>つづ</rt><rp>)</rp></ruby>けます"
    for text in ("会社(かいしゃ", "会社(company)", "かな(かな)", '<a href="漢字(かんじ)">', "(つづ)"):
        assert ruby(Markup(text)) == text  # noqa: S704 - a table of our own


# ------------------------------------------------------------------------------------------------- in worked examples


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_example_has_every_page(example: Any, language: str) -> None:  # noqa: ANN401 - a path
    """The same level on each of them, and who receives data where there is any."""
    one = opened(example)
    for kind in SHORT:
        for form in ("html", "md"):
            text = rendered(one, form, "public", language, kind)
            assert "{" + "{" not in text
            assert kind == "notice" or ("■" in text) == bool(json.loads(figures(one))["risks"])


def test_who_receives_data_and_who_does_not() -> None:
    """Of a list the rest does not get it; the police is asked about apart; nobody else gets it."""
    (robot,) = (path for path in EXAMPLES if path.name == "sidewalk-robot")
    text = rendered(opened(robot), "md", "public", "en", "citizen").replace("\\", "")
    asked = text.partition("### Who gets it, and who does not?")[2].partition("\n### ")[0]
    yes, no = (re.search(rf"{word}: (.*)", asked)[1] for word in ("Given to", "Not given to"))  # type: ignore[index]
    assert "Contractors" in yes
    assert "The police" in no
    assert "What happens when the police or another authority asks" in asked
    assert "Nobody else receives it." in asked


def test_a_title_holds_no_elements() -> None:
    """A browser shows them as letters: readings stay in their brackets there."""
    read = str(ruby(Markup("<title>記録(きろく)</title>")))
    assert re.sub(r"<title>.*</title>", bare, read) == "<title>記録(きろく)</title>"


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_refused_plan_is_told_as_past(form: str) -> None:
    """What it would have done to people, not what is done to them; no start that is still in the way of it."""
    changed = plain_assessment()
    changed["publication"] = {"url": URL}
    refused = report_of(changed, state="refused", signed=on_record(sign_off("refused")), nobody_accepts="medium")
    text = _said(form, of_kind(refused, "citizen"))
    assert "この案で残るリスクは" in text
    for present in ("このままでは始められません", "ふだん渡す相手です", "始められません。", "受け入れることのできない"):
        assert present not in text, present
    assert "未定" not in _said(form, of_kind(refused, "council"))


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_nobody_answered_is_told_as_not_known(form: str) -> None:
    """The worst case is told as that, in the sentence on the whole and beside each risk."""
    changed = plain_assessment()
    changed["answers"] = {}
    empty = report_of(changed)
    text = _said(form, of_kind(empty, "citizen"))
    assert f"まだ分からないことが{len(empty.open)}件あるため" in text
    assert text.count("(まだ分からないため、最も悪い場合)") == len(empty.citizen.risks)
    settled = plain_assessment()
    settled["answers"]["s_uses"] = ["safety"]
    assert "最も悪い場合の" not in _said(form, of_kind(report_of(settled), "citizen"))


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("chosen", ["planned", "absent"])
def test_of_what_is_withheld_nobody_says_that_it_is_not_planned(form: str, chosen: str) -> None:
    """Whichever choice is withheld, the page says the same, and that nothing is planned of nothing that may be."""
    changed = plain_assessment()
    for name in ("s_training", "s_logging"):
        changed["answers"][name] = {"answer": chosen, "owner": "operator", "withheld": WITHHELD}
    made = report_of(changed)
    assert (made.citizen.planned, made.citizen.untold) == ((), True)
    assert "予定の対策はありません" not in _said(form, of_kind(made, "citizen"))
    assert "非公開にしたもののほかに、予定している対策はありません。" in _said(form, of_kind(made, "council"))
    for one in changed["answers"].values():
        if isinstance(one, dict):
            one.pop("withheld", None)
    for name in ("s_training", "s_logging"):
        changed["answers"][name] = "absent"
    open_ = report_of(changed)
    assert not open_.citizen.untold
    assert "予定の対策はありません" in _said(form, of_kind(open_, "citizen"))
    assert "\n予定している対策はありません。" in _said(form, of_kind(open_, "council"))


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("language", ["ja", "en", "vi", "ja-x-easy"])
def test_an_ended_service_is_told_no_future(form: str, language: str) -> None:
    """Its last level once; nothing is still to be done, and no level is still to come."""
    words = labels(language)["report"]
    text = _said(form, of_kind(report_of(variant("ended"), language=language), "citizen"))
    assert words["glance"]["last"] in text
    assert words["citizen"]["residual_ended"].partition("{")[0] in text
    told = [
        words["glance"]["later"],
        words["glance"]["unplanned"],
        words["risks"]["still"],
        words["citizen"]["planned"],
    ]
    assert not [one for one in (*told, words["citizen"]["planned_lead"]) if one in text]
    council = _said(form, of_kind(report_of(variant("ended")), "council"))
    assert "これから行う対策" not in council


def running(language: str = "ja", *more: SignOff, **changes: Any) -> Report:  # noqa: ANN401 - a value of the plain data
    """A service from before there were assessments, as the documentation has it: the true first day, and a word."""
    plain = plain_assessment() | {"publication": {"url": URL}}
    plain["dates"] = {"starts_on": "2024-04-01"} | changes
    plain["answers"]["s_uses"] = ["training"]
    return report_of(plain, language=language, signed=on_record(sign_off("changes_required"), *more))


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("language", ["ja", "en", "vi", "ja-x-easy"])
def test_a_service_that_runs_is_not_told_as_a_plan(form: str, language: str) -> None:
    """Since when, that it was not assessed before, and what the city said, on each page; never that it cannot start."""
    made, words = running(language), labels(language)["report"]
    assert made.service.running is not None
    assert not made.service.running.leave
    for kind in KINDS:
        text = _said(form, of_kind(made, kind))
        assert made.service.running.told.words in text, kind
        planned = (words["states"]["blocked"], words["citizen"]["starts_blocked"].partition("}")[2].strip("。. "))
        assert not [one for one in planned if one in text], kind
        assert kind == "notice" or words["running"]["state"] in text
    assert words["running"]["red_crossed"].format(n=1) in _said(form, of_kind(made, "citizen"))


def test_who_says_that_a_service_runs() -> None:
    """A post that decides, as the first word, after the first day; what it wrote freely is not told."""
    told = running("en").service.running
    assert told is not None
    assert (
        told.told.words
        == "This service has run since 1 April 2024. It was not assessed before it began. On 1 November 2026 it was"
        " put on record (Mayor) that the assessment is not done yet and has to be changed."
    )
    assert running(starts_on="2026-11-02").service.running is None
    assert running(ended={"on": "2026-11-20", "why": "x"}).service.running is None
    signed = running("ja", sign_off("approved", 2)).service.running
    assert signed is not None
    assert signed.leave
    plain = plain_assessment() | {"dates": {"starts_on": "2024-04-01"}}
    low = sign_off("changes_required", signed=Signatory("森", "section_head", None))
    assert report_of(plain, signed=on_record(low)).service.running is None
    first = sign_off("approved")
    assert report_of(plain, signed=on_record(first, sign_off("changes_required", 2))).service.running is None


def test_nobody_is_asked_whether_what_runs_may_start() -> None:
    """Whether it goes on."""
    plain = plain_assessment() | {"dates": {"starts_on": "2024-04-01"}}
    plain["answers"]["s_uses"] = ["safety"]
    made = report_of(plain, signed=on_record(sign_off("changes_required")), language="en")
    assert made.council.asks == "running_conditions"
    assert "may not start" not in _said("html", of_kind(made, "council"))


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("language", ["ja", "en", "vi", "ja-x-easy"])
def test_none_is_not_the_same_as_not_said_yet(form: str, language: str) -> None:
    """`[]` says that there is none; without a word nobody knows."""
    words, found = labels(language)["report"], {}
    none = (words["glance"]["choose_nothing"], words["none_asked"], words["no_flows"])
    unsaid = (words["glance"]["choose_none"], words["not_told"], words["none_yet"])
    for name, said in (("none", []), ("unsaid", None)):
        plain = plain_assessment() | {"flows": said, "choices": said, "provision": said}
        made = report_of(plain, language=language)
        found[name] = _said(form, of_kind(made, "full")) + _said(form, of_kind(made, "citizen"))
        council = _said(form, of_kind(made, "council"))
        assert (words["none_asked"] in council) == (name == "none")
    assert not [one for one in none if one not in found["none"] or one in found["unsaid"]]
    assert not [one for one in unsaid if one not in found["unsaid"]]
    assert words["glance"]["choose_none"] not in found["none"]


def _said(form: str, made: Report) -> str:
    text = exported(form, made)
    return "".join(Page(text).words) if form == "html" else text
