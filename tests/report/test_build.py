"""What a report says: every part worked out, for two audiences, in two languages."""

from dataclasses import replace

import pytest

from tests.report.robot import AS_OF, CANARY, PEOPLE, plain_assessment, questionnaire, report_of, variant
from tsukuba_pia.export.json import plain
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.build import build_report, texts
from tsukuba_pia.report.model import Audience
from tsukuba_pia.score.engine import score


def said(text: Said | None) -> str:
    """The words of a text that must be there."""
    assert text is not None
    return text.words


def test_levels_are_those_of_the_score() -> None:
    """A report never works a level out for itself."""
    result = score(questionnaire(), build(Assessment, plain_assessment()), AS_OF)
    report = report_of()
    assert report.citizen.levels.current.worst.id == result.current.worst
    assert report.citizen.levels.target.best.id == result.target.best
    assert {risk.id: risk.levels.inherent.worst.id for risk in report.risks} == {
        "s_leak": result.risks["s_leak"].inherent.worst
    }


def test_a_level_knows_its_rank() -> None:
    """So that a template can draw it without colour."""
    level = report_of().risks[0].levels.inherent.worst
    assert (level.id, level.rank, level.of, level.label) == ("high", 3, 3, Said("高い", "ja"))


def test_the_map_holds_each_risk_once_at_each_moment() -> None:
    """Before, now and later; the heaviest severity on top."""
    maps = report_of().maps
    assert [one.moment for one in maps] == ["inherent", "current", "target"]
    assert [row.severity.id for row in maps[0].rows] == ["significant", "limited"]
    for one in maps:
        assert [number for row in one.rows for cell in row.cells for number in cell.risks] == [1]
    assert maps[0].rows[0].cells[1].risks == (1,)  # significant and likely, before safeguards
    assert maps[1].rows[0].cells[0].risks == (1,)


def test_answers_in_words() -> None:
    """Labels of options, thousands, units, eras."""
    answers = {answer.id: answer for one in report_of(audience="internal").principles for answer in one.answers}
    assert answers["s_camera"].value == (Said("はい", "ja"),)
    assert answers["s_depots"].value == (Said("数か所", "ja"),)
    assert answers["s_people"].value == (Said("1,200人", "ja"),)
    assert answers["s_since"].value == (Said("令和9年(2027年)5月1日", "ja"),)
    assert answers["s_uses"].value == ()
    assert "s_later" not in answers  # not asked


def test_answers_stand_under_their_principles() -> None:
    """In the vocabulary's order; questions without one come last."""
    assert [one.id for one in report_of().principles] == ["data-minimization", "information-security", "other"]


def test_nothing_chosen_is_an_answer() -> None:
    """An empty list says: none of these."""
    changed = plain_assessment()
    changed["answers"]["s_uses"] = []
    answers = {answer.id: answer for one in report_of(changed).principles for answer in one.answers}
    assert said(answers["s_uses"].value[0]) == "どれも当てはまらない"
    assert answers["s_uses"].state == "answered"


def test_what_is_unknown_is_told() -> None:
    """With who is asked, and by when."""
    (one,) = report_of(audience="internal").open
    assert (one.id, one.state, said(one.asking), one.by_when and one.by_when.iso) == (
        "s_uses", "unknown", "鈴木 次郎", "2027-01-31",
    )  # fmt: skip


def test_red_lines_wait_for_their_answers() -> None:
    """An unknown red line says what it waits for."""
    (line,) = report_of().red_lines
    assert line.state == "unknown"
    assert [one.question for one in line.waits_for] == ["s_uses"]
    assert report_of().citizen.red_unknown == 1


def test_measures_by_state() -> None:
    """In place counts only with evidence; the withheld one is counted apart."""
    counts = report_of(missing=frozenset({"evidence/mask.md"})).measure_counts
    assert (counts.implemented, counts.unproven, counts.planned, counts.withheld) == (0, 1, 1, 1)
    internal = report_of(audience="internal").measure_counts
    assert (internal.implemented, internal.unproven, internal.withheld) == (2, 0, 0)


def test_verified_by_nobody_else_is_shown_as_it_counts() -> None:
    """`verified` without another person, a date and a method counts as implemented."""
    changed = plain_assessment()
    changed["answers"]["s_masking"] |= {"answer": "verified", "verified_by": "佐藤　明", "verified_on": "2026-11-01"}
    masking = next(one for one in report_of(changed).measures if one.id == "s_masking")
    assert masking.state == "implemented"


def test_the_legal_annex_holds_what_is_cited() -> None:
    """By class, and honestly: what no list knows is told apart."""
    report = report_of()
    cited = {group.id: [one.id for one in group.references] for group in report.laws}
    assert cited == {"law": ["appi-61", "appi-69-2-1"], "guidance": ["guide"]}
    assert report.unknown_references == ("own-rule",)
    assert report.laws[0].references[1].article == "第69条第2項第1号"


def test_a_second_article_of_one_law_goes_by_its_number() -> None:
    """So that a list of articles stays short."""
    camera = report_of().principles[0].answers[0]
    assert [said(law.label) for law in camera.refs] == ["個人情報の保護に関する法律第61条", "第69条第2項第1号"]


def test_another_language_is_marked_and_counted() -> None:
    """A text that is not translated stands there as it is, with its language."""
    report = report_of(language="en")
    assert report.service.problem == Said("店が遠くなりました。", "ja")
    told = replace(report, notice=None)  # the sign is in two languages on purpose
    assert report.untranslated == len({one for one in texts(told) if one.language == "ja" and one.words})
    assert report_of(language="ja").untranslated == 0


def test_a_profile_names_city_organ_and_posts() -> None:
    """The city's own words win over the method's."""
    organ = {
        "id": "mayor",
        "name": {"ja": "市長部局", "en": "Mayor's office"},
        "posts": {"deputy_mayor": "副市長(第一)"},
    }
    profile = build(Profile, {"city": {"ja": "見本市", "en": "Sample City"}, "organs": [organ]})
    report = report_of(profile=profile)
    assert said(report.city) == "見本市"
    assert said(report.organ) == "市長部局"
    post = report.method.levels[0].accepted_by
    assert post is not None
    assert said(post.label) == "副市長(第一)"


def test_a_modified_method_is_said() -> None:
    """On page one."""
    banks = replace(questionnaire(), modified_method=True)
    assessment = build(Assessment, plain_assessment())
    result = score(banks, assessment, AS_OF)
    assert build_report(banks, assessment, result, language="ja", audience="public").modified_method


def test_an_empty_assessment_has_a_report() -> None:
    """Nothing answered, nothing described: all that is missing is told, nothing breaks."""
    empty = {"assessment": "x", "format": 1, "language": "ja", "title": "題", "banks": {"small": "1.0"}}
    report = report_of(empty)
    assert report.data is None
    assert len(report.open) == len(questionnaire().questions)  # all are asked, or may be
    assert not report.data_complete


# ------------------------------------------------------------------------------------------------------ two audiences


def everything(audience: Audience) -> str:
    """All texts of a report in one."""
    return str(plain(report_of(audience=audience)))


def test_the_public_reads_nothing_withheld() -> None:
    """No note, owner, evidence, name, exemption; the internal report has the notes."""
    assert CANARY not in everything("public")
    assert "CANARY-NOTE" in everything("internal")
    assert "CANARY-EVIDENCE.md" in everything("internal")


def test_the_public_reads_no_private_names_and_no_places() -> None:
    """A team member goes by the post, whoever has not answered by no name at all."""
    public = everything("public")
    assert [name for name in PEOPLE[:3] if name in public] == []
    assert "assessment.yaml" not in public
    assert "主査" in public


def test_a_reason_that_rests_on_a_withheld_answer_is_told_without_words() -> None:
    """The level stays true; the row's text, its answers and its steps are not shown."""
    public, internal = report_of(), report_of(audience="internal")
    because = "車庫が数か所にあり目が届かないからです。"
    assert because in str(internal)
    assert because not in str(public)
    assert [step.cause for step in public.risks[0].steps].count("withheld") == 1
    assert public.risks[0].levels == internal.risks[0].levels
    assert [reason.withheld for reason in public.decisions[0].reasons] == [False, True]


def test_how_much_is_withheld_is_counted() -> None:
    """Answers and people, with the reasons."""
    hidden = report_of().withholding
    assert (hidden.answers, hidden.people, [said(one.label) for one in hidden.reasons]) == (2, 1, ["安全を守るため"])


@pytest.mark.parametrize("field", ["note", "owner", "method", "by", "verified_by"])
def test_reports_that_differ_in_withheld_words_only_are_alike(field: str) -> None:
    """Nothing of a withheld text shines through, not even its length."""
    changed = plain_assessment()
    changed["answers"]["s_logging"][field] = "とても長い別の言葉" * 20
    assert report_of(changed) == report_of()


def test_control_characters_never_get_in() -> None:
    """Escapes, bidi marks and lone surrogates are gone from every text."""
    changed = plain_assessment()
    changed["title"] = "a\x1b[31m\u202eb\ud800c"
    assert said(report_of(changed).title) == "a\ufffd[31mb\ufffdc"


# ----------------------------------------------------------------- what ended, what cannot start, what needs nothing


def test_what_ended_is_told_as_ended() -> None:
    """With its day and why, and the conclusion first; an end that is still to come changes nothing yet."""
    changed = variant("ended")
    report = report_of(changed)
    assert report.state == "ended"
    assert said(report.service.ended_why) == "委員会が実施しないと議決"
    assert said(report.citizen.conclusion) == "まだ決めていません。"
    changed["dates"]["ended"]["on"] = "2026-11-25"
    assert report_of(changed).state == "draft"


def test_a_crossed_red_line_blocks_the_start() -> None:
    """Then the conclusion is read first; a red line that is not decided is told, and blocks no page."""
    report = report_of(variant("crossed"))
    assert (report.citizen.red_crossed, report.citizen.blocked) == (1, True)
    assert report.citizen.conclusion is not None
    assert report_of().citizen.red_unknown == 1
    assert not report_of().citizen.blocked
    assert report_of().citizen.conclusion is None


def test_a_level_that_nobody_may_accept() -> None:
    """Blocks where it stays when all is done; as it is now it is told."""
    report = report_of(nobody_accepts="medium")
    assert report.citizen.accepted_by is None
    assert (report.citizen.nobody_accepts, report.citizen.blocked) == (True, True)
    report = report_of(nobody_accepts="high")
    assert (report.citizen.nobody_accepts, report.citizen.blocked) == (False, False)


def test_no_assessment_needed() -> None:
    """The result in the bank's words, who decides; no data is an answer once the list is complete."""
    changed = variant("needless")
    report = report_of(changed)
    assert report.no_assessment
    assert report.no_data
    assert report.citizen.result is not None
    assert said(report.citizen.result.label) == "不要"
    assert said(report.citizen.decides) == "部長"
    assert not report_of(changed | {"data_complete": "no"}).no_data
    assert not report_of().no_assessment


def test_a_start_that_is_past() -> None:
    """Nobody knows here whether it did start."""
    changed = plain_assessment()
    changed["dates"]["starts_on"] = "2026-11-01"
    assert report_of(changed).service.start_is_past
    assert not report_of().service.start_is_past


def test_earlier_and_related_assessments() -> None:
    """By their numbers."""
    report = report_of(variant("crossed"))
    assert (report.supersedes, report.related) == ("small-robot-first", ("other-robot",))


def test_what_asks_more_closely_stands_beside() -> None:
    """After the common question, of which it says that it sharpens it."""
    asked = [answer for one in report_of().principles if one.id == "information-security" for answer in one.answers]
    assert [one.id for one in asked] == ["s_depots", "s_depot_guard"]
    assert asked[1].sharpens is not None
    assert (asked[1].sharpens.id, asked[1].sharpens.shown) == ("s_depots", True)
    assert asked[0].sharpens is None


def test_who_gives_and_takes_in_words() -> None:
    """Actors by their names, the rest by what everybody calls them."""
    changed = plain_assessment()
    changed["flows"] += [{"from": "operator", "to": "public", "items": ["footage"]}]
    flows = report_of(changed, language="en").flows
    assert flows is not None
    assert [(said(one.source), said(one.target)) for one in flows] == [
        ("Residents", "Operator"), ("Operator", "everyone (published)"),
    ]  # fmt: skip
