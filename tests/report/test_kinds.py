"""The short pages: what the sheet, the summary and the sign say comes from the report itself."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.golden import ROOT
from tests.report.robot import on_record, plain_assessment, report_of, sign_off, variant
from tests.worked import opened
from tsukuba_pia.export import site_addresses
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import KINDS, file_name
from tsukuba_pia.report.model import Audience
from tsukuba_pia.report.pages import Notice
from tsukuba_pia.work.reporting import Reporting

URL = "https://city.example.jp/p/12"


def told(plain: dict[str, Any] | None = None, **more: Any) -> Report:  # noqa: ANN401 - as `report_of`
    """A report that is published somewhere."""
    changed = plain or plain_assessment()
    changed["publication"] = {"url": URL, **changed.get("publication", {})}
    return report_of(changed, **more)


def sign(report: Report) -> Notice:
    """Its sign."""
    assert report.notice is not None
    return report.notice


@pytest.mark.parametrize(
    ("kind", "audience", "name"),
    [
        ("full", "public", "public.ja.html"), ("full", "internal", "internal.ja.html"),
        ("citizen", "public", "citizen.ja.html"), ("council", "internal", "council.internal.ja.html"),
    ],
)  # fmt: skip
def test_names_of_files(kind: Any, audience: Audience, name: str) -> None:  # noqa: ANN401 - a table
    """No two of them are the same, so that none is written over another."""
    assert file_name(kind, audience, "ja", ".html") == name
    names = {file_name(one, who, "ja", ".html") for one in KINDS for who in ("public", "internal")}
    assert len(names) == 2 * len(KINDS)


# ------------------------------------------------------------------------------------------------------------ the sign


def lines(report: Report, language: str) -> dict[str, list[str]]:
    """What a face says, by line."""
    face = next(one for one in sign(report).faces if one.language == language)
    return {line.id: [said.words for said in line.texts] for line in face.lines}


def kinds(report: Report, language: str) -> dict[str, dict[str, str]]:
    """What a face says of each kind of information, by its name."""
    face = next(one for one in sign(report).faces if one.language == language)
    items = (item for line in face.lines for item in line.items)
    return {item.name.words: {fact.id: fact.said.words for fact in item.facts} for item in items}


@pytest.mark.parametrize(("language", "other"), [("ja", "en"), ("en", "ja"), ("ja-x-easy", "en")])
def test_a_sign_speaks_two_languages(language: str, other: str) -> None:
    """The reader's first."""
    assert [face.language for face in sign(told(language=language)).faces] == [language, other]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_sign_says_what_the_report_says(language: str) -> None:
    """Purpose, period, recipients, ways out, desk: each face has the words that the report has in its language."""
    own, faces = told(language=language), lines(told(), language)
    (item,) = own.data or ()
    assert (item.kept, item.shared, own.service.purpose) != (None, None, None)
    of_item = kinds(told(), language)[item.name.words]
    assert of_item["kept"] == (item.kept.words if item.kept else "")
    assert of_item["shared"] == (item.shared.words if item.shared else "")
    assert faces["why"] == [own.service.purpose.words if own.service.purpose else ""]
    assert any(one.alternative and one.alternative.words in "".join(faces["decline"]) for one in own.provision or ())
    assert sign(own).phone == (own.service.contact.phone if own.service.contact else "")


def test_a_sign_follows_the_assessment() -> None:
    """A longer period, another number: the sign changes with them, in both languages."""
    changed = plain_assessment()
    changed["data"][0]["lifecycle"]["retain"]["length"] = {"ja": "1年", "en": "One year"}
    changed["service"]["contact"]["phone"] = "111-111-1111"
    report = told(changed)
    kept = [of_item["kept"] for language in ("ja", "en") for of_item in kinds(report, language).values()]
    assert kept == ["1年", "One year"]
    assert sign(report).phone == "111-111-1111"


def test_only_what_is_captured_stands_on_a_sign() -> None:
    """Where something is; several items go by their names."""
    changed = plain_assessment()
    changed["data"] += [changed["data"][0] | {"id": "list", "name": "名簿", "captures": []}]
    assert list(kinds(told(changed), "ja")) == ["映像"]
    changed["data"][1]["captures"] = ["vehicle_camera"]
    both = {name: of_item["kept"] for name, of_item in kinds(told(changed), "ja").items()}
    assert both == {"映像": "72時間", "名簿": "72時間"}


def test_a_sign_never_shows_a_dash() -> None:
    """What nobody has written yet is told as not known; an address and a number that are not there are left out."""
    changed = plain_assessment()
    changed["data"][0]["lifecycle"] = {}
    changed["service"]["contact"] = {"unit": "課"}
    found = report_of(changed)
    assert [of_item["kept"] for of_item in kinds(found, "ja").values()] == ["まだ分かっていません"]
    assert (sign(found).url, sign(found).address, sign(found).phone) == (None, None, None)
    assert [face.more for face in sign(found).faces] == [None, None]


def test_the_address_of_a_sign() -> None:
    """The one that is told, to scan and to type; else the page in the city's register; never one that is no web's."""
    assert (sign(told()).url, sign(told()).address) == (URL, "city.example.jp/p/12")
    profile = build(Profile, {"city": "見本市", "register": {"address": "https://pia.city.example.jp/"}})
    page = "https://pia.city.example.jp/" + site_addresses.home("small-robot")
    assert sign(report_of(profile=profile)).url == page
    assert sign(told(profile=profile)).url == URL
    assert sign(told(plain_assessment() | {"publication": {"url": "javascript:alert(1)"}})).url is None


# --------------------------------------------------------------------------------------------------------- the summary


@pytest.mark.parametrize(
    ("name", "asks"), [("usual", "unsettled"), ("crossed", "crossed"), ("needless", "nothing"), ("ended", "ended")]
)
def test_what_a_council_is_asked(name: str, asks: str) -> None:
    """An open red line stops it as a crossed one does; which of them it is, is told."""
    assert report_of(variant(name)).council.asks == asks


def test_a_plan_that_never_might_run_was_refused() -> None:
    """Its end says less than the decision; what was allowed to run before has ended."""
    refused, allowed = on_record(sign_off("refused")), on_record(sign_off(), sign_off("refused", 2))
    ended = variant("ended")
    states = [report_of(ended, signed=one).state for one in (refused, allowed, on_record())]
    assert states == ["refused", "ended", "ended"]
    assert report_of(ended, signed=refused).council.asks == "decided"


def test_conditions_and_approval() -> None:
    """Once the red line is clear: on the condition of what is planned, or as it is."""
    changed = plain_assessment()
    changed["answers"]["s_uses"] = ["safety"]
    assert report_of(changed).council.asks == "conditions"
    assert report_of(changed, nobody_accepts="medium").council.asks == "unacceptable"
    changed["answers"]["s_training"] = "absent"
    assert report_of(changed).council.asks == "approval"
    changed["answers"] |= {
        "s_masking": {"answer": "planned", "owner": "operator", "due": "2027-03-31"},
        "s_logging": "absent",
    }
    assert report_of(changed).council.asks == "conditions"


def test_a_council_sees_the_worst_with_what_is_done_and_still_to_do() -> None:
    """What is in place, then what is planned; apart from them what is missing; the red line; the dissent."""
    council = report_of().council
    (worst,) = council.risks
    assert [one.id for one in worst.measures] == ["s_masking", "s_training"]
    assert [one.id for one in worst.missing] == []
    assert worst.more == 1, "the one that is withheld is only counted"
    assert [one.id for one in council.conditions] == ["s_training"]
    assert [(line.id, line.state) for line in council.red_lines] == [("s_red", "unknown")]
    assert [one.id for one in council.open] == ["s_uses"]
    assert ([one.says.words for one in council.overruled], council.other_opinions) == (["短くしてほしい。"], 1)


# ---------------------------------------------------------------------------------------------------- in easy Japanese


def all_kinds() -> Iterator[Any]:
    """Each kind of page in easy Japanese."""
    for kind in KINDS:
        yield of_kind(told(language="ja-x-easy"), kind)


def test_what_falls_back_is_counted_page_by_page() -> None:
    """The small assessment has no easy texts: the sheet lacks fewer than the whole report, the sign fewer still."""
    full, citizen, _, notice = (one.untranslated for one in all_kinds())
    assert 0 < notice < citizen < full


def test_a_text_in_easy_japanese_counts_no_more() -> None:
    """One text less that falls back."""
    before = of_kind(told(language="ja-x-easy"), "citizen")
    changed = plain_assessment()
    changed["service"]["problem"] = {"ja": "店が遠くなりました。", "ja-x-easy": "店(みせ)が遠(とお)いです。"}
    after = of_kind(told(changed, language="ja-x-easy"), "citizen")
    assert after.service.problem is not None
    assert after.service.problem.language == "ja-x-easy"
    assert after.untranslated == before.untranslated - 1


def test_years_in_easy_japanese_are_those_of_the_calendar() -> None:
    """Who learns Japanese need not know the eras."""
    assert told(language="ja-x-easy").as_of.shown == "2026年11月24日"


def test_every_figure_is_the_same_on_every_kind() -> None:
    """A kind chooses what is shown and works nothing out."""
    report = told()
    for kind in KINDS:
        one = of_kind(report, kind)
        assert (one.citizen, one.council, one.notice, one.risks) == (
            report.citizen, report.council, report.notice, report.risks,
        )  # fmt: skip


def test_what_keeps_the_level_up_is_named() -> None:
    """Where all that is planned does not lower it: the risk that stays the worst, and how many do."""
    page = report_of().citizen
    assert (page.falls, page.holds, page.staying) == (False, report_of().risks[0].title, 1)


def test_of_several_risks_that_stay_none_is_the_only_reason() -> None:
    """They are counted."""
    one = opened(ROOT / "examples" / "bus-od-data")
    report = Reporting(one, "ja", "public")(one)
    worst = report.citizen.levels.target.worst
    assert report.citizen.staying == sum(risk.levels.target.worst == worst for risk in report.risks) > 1


def test_want_of_answers_is_no_finding() -> None:
    """Nobody may accept the worst case, but somebody may accept the best: questions have to be answered first."""
    changed = plain_assessment()
    changed["answers"] = {}
    worst = report_of(changed).citizen.levels.target.worst.id
    held = report_of(changed, nobody_accepts=worst)
    assert (held.citizen.unanswered, held.citizen.blocked, held.council.asks) == (True, True, "unanswered")
    assert not held.citizen.risks[0].sure
    settled = plain_assessment()
    settled["answers"]["s_uses"] = ["safety"]
    page = report_of(settled, nobody_accepts="medium").citizen
    assert (page.unanswered, page.blocked, page.risks[0].sure) == (False, True, True)


def test_conditions_stand_first_among_what_is_still_to_be_done() -> None:
    """Those in words only too; what rests on a withheld answer stays a number."""
    report = report_of(signed=on_record(sign_off("approved_with_conditions")))
    assert [(one.text.words, one.condition) for one in report.citizen.planned] == [
        ("必要です。", True), (next(one.text.words for one in report.measures if one.id == "s_training"), True),
    ]  # fmt: skip
    assert not any(one.condition for one in report_of().citizen.planned)


def test_whom_an_answer_lists_is_not_named_again() -> None:
    """The bus data goes to no police: the list says so."""
    one = opened(ROOT / "examples" / "bus-od-data")
    receivers = Reporting(one, "ja", "public")(one).receivers
    assert "警察" in {said.words for asked in receivers.asked for said in asked.others}
    assert [said.words for said in receivers.unchosen] == ["出入国管理", "税務署", "勤め先"]


# ------------------------------------------------------------------------------------------------------ words of lists


def test_words_of_the_lists_in_a_language_that_they_lack() -> None:
    """From the labels, by their ids; and in easy Japanese as residents say it."""
    before = {one: told(language=one).citizen.levels.inherent.worst.label for one in ("vi", "ja-x-easy", "ja")}
    assert before == {"vi": Said("Cao", "vi"), "ja-x-easy": Said("大きい", "ja-x-easy"), "ja": Said("高い", "ja")}
    assert told(language="vi").groups[0].group.label == Said("Trẻ em", "vi")


@pytest.mark.parametrize(
    ("name", "unchosen"),
    [("startup-visa-desk", ["税務署", "勤め先"]), ("evacuation-guidance", ["出入国管理", "税務署", "勤め先"])],
)
def test_who_is_named_as_a_receiver_is_not_told_to_receive_nothing(name: str, unchosen: list[str]) -> None:
    """The police do, and once immigration too."""
    one = opened(ROOT / "examples" / name)
    receivers = Reporting(one, "ja", "public")(one).receivers
    assert receivers.complete
    assert [said.words for said in receivers.unchosen] == unchosen


def test_that_nothing_of_a_list_holds_is_told_alone() -> None:
    """Without “yes” before it; what does not hold is still named."""
    one = opened(ROOT / "examples" / "checkup-portal")
    asked = Reporting(one, "en", "public")(one).receivers.asked
    alone = [found for found in asked if found.none]
    assert [found.chosen for found in alone] == [()]
    assert all(found.others for found in alone)
    assert any(found.chosen and not found.none for found in asked)


@pytest.mark.parametrize(
    ("starts", "state", "ahead"),
    [
        ("2099-01-01", "draft", True),
        ("2099-01-01", "approved", True),
        ("2020-01-01", "monitoring", False),
        (None, "draft", False),
        ("2099-01-01", "refused", False),
    ],
)
def test_what_has_not_begun_is_told_as_a_plan(starts: str | None, state: str, *, ahead: bool) -> None:
    """But for what will never begin."""
    plain = plain_assessment()
    plain["dates"] = {"starts_on": starts} if starts else {}
    assert report_of(plain, state=state).ahead is ahead
