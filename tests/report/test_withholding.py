"""Two assessments that differ only in withheld words look alike to the public, byte for byte.

What somebody with the banks in hand may try, to learn what is withheld, and what is held against it here:
compare two versions of a page (equal bytes); measure its length, its count of items, blanks or lines (equal bytes);
read ids, anchors, addresses, file names, alternative texts, comments, metadata (searched: tests/export/test_canaries);
compare digests and timestamps (equal bytes, and the only day told is the score's); look for a post or a role beside a
name, which would tell that somebody withheld is of the team (nobody withheld is looked for); read the order in which
answers were typed (the banks' order is told). A level stays true, and whoever knows the rows of a bank may reason from
it: that is the contract's price, not an oversight.
"""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.report.robot import AS_OF, plain_assessment, questionnaire, report_of
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.labels import labels
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.withheld_sections import is_always_told
from tsukuba_pia.report.build import build_report
from tsukuba_pia.report.kinds import KINDS
from tsukuba_pia.report.withholding import secrets_of, without_secrets
from tsukuba_pia.score.engine import score

TEXT_FORMS = [name for name, one in exporters().items() if one.press is None]
WITHHELD = {"reason": "security", "exemption": "第7条第4号", "approved_by": "総務課長", "until": "2028-03-31"}
EVIDENCE = ["evidence/a.md"]
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip() != "")
some = words.filter(lambda text: text not in ("unknown", "not_applicable", "vendor"))


def withheld(**texts: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """The small assessment with words in every field of withheld answers and people."""
    plain = plain_assessment()
    given_ = {name: texts.get(name, name) for name in ("note", "owner", "method", "asking")}
    long = {"by": texts.get("by", "職員"), "confirmed_by": texts.get("confirmed", "係長"), **given_}
    for name in ("s_depots", "s_logging"):
        chosen = {"s_depots": "many", "s_logging": "implemented"}[name]
        plain["answers"][name] = {
            "answer": chosen,
            "evidence": EVIDENCE,
            "withheld": WITHHELD | texts.get("how", {}),
            **long,
        }
    plain["answers"]["s_words"] = {"answer": texts.get("answer", "答え"), "withheld": WITHHELD, **long}
    member = {
        name: texts.get(f"their_{name}", name) for name in ("name", "post", "organisation", "interest", "conflict")
    }
    plain["team"][1] = {"role": "reviewer", "withheld": WITHHELD, **member}
    return plain


def written(plain: dict[str, Any], form: str, kind: str = "full", language: str = "ja") -> bytes:
    """A public page."""
    report = replace(report_of(plain, language=language), kind=kind)  # type: ignore[arg-type]
    return exporters()[form].content(report, labels(language))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.fixed_dictionaries({
    "note": some | st.dictionaries(st.sampled_from(["ja", "en"]), some, min_size=1), "owner": some, "method": some,
    "asking": some, "by": some, "confirmed": some, "answer": some, "their_name": some, "their_post": some,
    "their_organisation": some, "their_interest": some, "their_conflict": some,
    "how": st.fixed_dictionaries({"exemption": some, "approved_by": some}),
}))  # fmt: skip
def test_the_report_is_the_same_whatever_is_withheld(texts: dict[str, Any]) -> None:
    """Every format sees the report alone; so where it is the same, all that is made of it is."""
    assert report_of(withheld(**texts)) == report_of(withheld())


@pytest.mark.parametrize("name", ["佐藤 明", "鈴木 次郎", "田中 花子", "山田 太郎"])
def test_a_name_that_others_use_changes_nothing(name: str) -> None:
    """Whoever is withheld is not looked for among owners, speakers and those who are asked."""
    assert report_of(withheld(their_name=name, their_post=name)) == report_of(withheld())


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", TEXT_FORMS)
def test_byte_for_byte(form: str, kind: str, language: str) -> None:
    """The bytes of each format and kind; lengths, line breaks and marks among them."""
    if form == "json" and kind != "full":
        pytest.skip("the whole report is the only kind that JSON has")
    other = withheld(note={"ja": "x" * 5000, "en": "\n\n# y"}, owner="<script>", answer="長い\n\n答え", their_name="|")
    assert written(other, form, kind, language) == written(withheld(), form, kind, language)


@given(some, some)
def test_only_a_part_of_an_answer(note: str, method: str) -> None:
    """The answer is told, that its note and its evidence are withheld and why as well; they are not."""

    def one(note: str, method: str, files: list[str]) -> Any:  # noqa: ANN401 - a report
        plain = plain_assessment()
        plain["answers"]["s_masking"] |= {
            "note": note, "method": method, "evidence": files, "withheld": WITHHELD | {"of": ["note", "evidence"]},
        }  # fmt: skip
        return report_of(plain)

    report = one(note, method, ["x"])
    assert report == one("a", "b", ["evidence/c.md"])
    answer = next(found for group in report.principles for found in group.answers if found.id == "s_masking")
    assert (answer.state, answer.note, answer.evidence_count) == ("answered", None, 0)
    assert answer.withheld is not None
    assert "補足 / 根拠資料" in answer.withheld.words
    assert next(found.method for found in report.measures if found.id == "s_masking") is None
    assert report.withholding.answers == report_of().withholding.answers + 1


def test_a_withheld_note_leaves_the_evidence() -> None:
    """Each part for itself."""
    plain = plain_assessment()
    plain["answers"]["s_masking"] |= {"note": "夜の番号", "withheld": WITHHELD | {"of": ["note"]}}
    report = report_of(plain)
    answer = next(found for group in report.principles for found in group.answers if found.id == "s_masking")
    assert (answer.note, answer.evidence_count) == (None, 1)
    found = secrets_of(questionnaire(), build(Assessment, plain))
    assert [one.place[2] for one in found if one.place[1] == "s_masking" and one.place[2] != "withheld"] == ["note"]


def by_section(*names: str, said: str = "夜の入口の話") -> dict[str, Any]:
    """The small assessment with whole sections withheld; who was heard said so."""
    plain = plain_assessment() | {"withheld": dict.fromkeys(names, WITHHELD)}
    for name, answer in plain["answers"].items():
        long = answer if isinstance(answer, dict) else {"answer": answer}
        plain["answers"][name] = long | {"note": said}
    for one in plain["consultations"]:
        one |= {"who": said, "said": said, "done": said, "how": said}
    return plain


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=20)
@given(some)
def test_a_whole_section(said: str) -> None:
    """Of a bank, and who was heard: why is told, what stands there is not; that something is unknown still is."""
    sections = [section.id for bank in questionnaire().banks for section in bank.sections]
    report = report_of(by_section(*sections, "consultations", said=said))
    assert report == report_of(by_section(*sections, "consultations"))
    answers = [one for group in report.principles for one in group.answers]
    states = {one.state for one in answers}
    assert "withheld" in states
    asked = questionnaire().questions
    told = {one.id for one in answers if one.state == "answered"}
    assert told
    assert all(is_always_told(asked[name].question) for name in told)
    assert "unknown" in states
    assert not any(one.note for one in answers)
    assert [one.who.words for one in report.consultations] == ["非公開(理由: 安全を守るため)"]
    assert report.provision
    assert report.data


def test_what_is_always_told() -> None:
    """Where an answer is withheld that may not be, the page shows it; what was noted beside it stays withheld."""
    plain = plain_assessment()
    told = next(name for name, one in questionnaire().questions.items() if is_always_told(one.question))
    kept = next(name for name, one in questionnaire().questions.items() if one.question.type == "safeguard")
    for name in (told, kept):
        value = plain["answers"][name]
        long = value if isinstance(value, dict) else {"answer": value}
        plain["answers"][name] = long | {"note": "秘密", "withheld": WITHHELD}
    shown = {one.id: one for group in report_of(plain).principles for one in group.answers}
    assert (shown[told].state, shown[told].note) == ("answered", None)
    assert (shown[kept].state, shown[kept].note) == ("withheld", None)
    texts = {(one.place[1], one.place[2]) for one in secrets_of(questionnaire(), build(Assessment, plain))}
    assert {(told, "note"), (kept, "note")} <= texts


def test_the_team_as_a_whole() -> None:
    """Roles stay, nobody is told by name or post."""
    report = report_of(by_section("team"))
    assert {(one.name, one.post, one.withheld is None) for one in report.members} == {(None, None, False)}
    assert report.withholding.people == len(report.members)
    inside = report_of(by_section("team"), audience="internal")
    assert {one.withheld is None for one in inside.members} == {False}
    assert any(one.name for one in inside.members)


def test_every_text_of_a_section_is_sought() -> None:
    """In public files: also of those who were heard."""
    assessment = build(Assessment, by_section("consultations", "team"))
    places = {one.place for one in secrets_of(questionnaire(), assessment)}
    assert {("consultations", 0, "said"), ("consultations", 0, "who"), ("team", 0, "name")} <= places
    banks, result = questionnaire(), score(questionnaire(), assessment, AS_OF)
    other, its = without_secrets(banks, assessment, result)
    made = build_report(banks, other, its, language="en", audience="public")
    assert made == build_report(banks, assessment, result, language="en", audience="public")


def test_what_is_never_withheld_is_shown() -> None:
    """Whatever a file says of it (PIA617)."""
    plain = plain_assessment()
    report = report_of(plain | {"withheld": dict.fromkeys(["service", "data", "provision", "opinions"], WITHHELD)})
    assert report == report_of(plain)


def test_order_of_answers_is_the_banks() -> None:
    """In which order they were typed is not told, nor the reasons for withholding in it."""
    one, other = withheld(), withheld()
    one["answers"]["s_logging"]["withheld"] = WITHHELD | {"reason": "privacy"}
    other["answers"]["s_logging"]["withheld"] = WITHHELD | {"reason": "privacy"}
    other["answers"] = dict(reversed(other["answers"].items()))
    assert report_of(one) == report_of(other)


def test_every_withheld_text_is_known_by_its_place() -> None:
    """What is looked for in public files: nothing that was chosen from a list, all that was typed."""
    plain = withheld(note={"ja": "メモ", "en": "A note"}, by="vendor")
    found = {".".join(map(str, one.place)): one.text for one in secrets_of(questionnaire(), build(Assessment, plain))}
    assert found["answers.s_depots.note.en"] == "A note"
    assert found["answers.s_depots.evidence.0"] == "evidence/a.md"
    assert found["answers.s_words.answer"] == "答え"
    assert found["team.1.conflict"] == "conflict"
    assert "answers.s_depots.answer" not in found
    assert "answers.s_depots.by" not in found
    assert not any(place.startswith(("answers.s_camera", "team.0")) for place in found)


@pytest.mark.parametrize(
    ("name", "sought"),
    [
        ("Takahashi Nao", {"Takahashi Nao", "Nao Takahashi"}),
        ("Ōno  Yū", {"Ōno Yū", "Yū Ōno"}),
        ("Maria da Silva", {"Maria da Silva", "Silva Maria da", "da Silva Maria"}),
        ("高橋 直", {"高橋 直"}),
        ("Takahashi", {"Takahashi"}),
    ],
)
def test_a_name_is_sought_in_either_order(name: str, sought: set[str]) -> None:
    """In Latin letters the family's name stands first, or last; in Japanese ones it stands first."""
    plain = withheld()
    plain["team"][1]["name"] = name
    found = secrets_of(questionnaire(), build(Assessment, plain))
    assert {one.text for one in found if one.place[-1] == "name"} == sought


def test_with_other_words_it_is_the_same_report() -> None:
    """The assessment without its secrets holds none of them, and makes the same public report."""
    banks, assessment = questionnaire(), build(Assessment, withheld())
    result = score(banks, assessment, AS_OF)
    other, its = without_secrets(banks, assessment, result)
    assert {one.text for one in secrets_of(banks, other)}.isdisjoint(one.text for one in secrets_of(banks, assessment))
    made = build_report(banks, other, its, language="ja", audience="public")
    assert made == build_report(banks, assessment, result, language="ja", audience="public")
    assert made != build_report(banks, assessment, result, language="ja", audience="internal")
