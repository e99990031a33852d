"""What was decided: by whom, on which conditions, which red line was set aside; for residents without names."""

from dataclasses import replace
from typing import Any

import pytest

from tests.report.robot import on_record, plain_assessment, report_of, sign_off, variant
from tsukuba_pia.model.assessment import Withheld
from tsukuba_pia.model.sign_off import Condition, DecisionKind, Expedited, Signatory, SignOffs, Waiver
from tsukuba_pia.report.build import of_kind, texts
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.printed import shown
from tsukuba_pia.report.signed import free_texts


def words_of(report: Report) -> set[str]:
    """Every text of a report."""
    return {said.words for said in texts(report)}


def decided(**how: Any) -> Report:  # noqa: ANN401 - of `report_of`
    """A report with one decision."""
    given: dict[str, Any] = {"signed": on_record(sign_off()), "state": "approved"} | how
    return report_of(**given)


def test_all_that_was_signed_is_told() -> None:
    """Outcome, day, post, document, why, level accepted."""
    (one,) = decided().signed
    assert (one.number, one.outcome.id, one.on.iso, one.document.words) == (1, "approved", "2026-11-01", "必要です。")
    assert (one.post.words, one.because.words, one.kind.words) == ("必要です。", "必要です。", "単独の決裁")
    assert (one.accepted.label.words, one.level.label.words) == ("高い", "高い")  # type: ignore[union-attr]


def test_the_public_reads_the_post_and_colleagues_the_name() -> None:
    """A person is named to colleagues alone; an owner of the team goes by the post."""
    own = sign_off(conditions=(Condition("佐藤 明", "2027-01-31", what="見直す"),), on_behalf_of="第9号")
    public, inside = (report_of(signed=on_record(own), audience=one) for one in ("public", "internal"))
    assert (public.signed[0].name, inside.signed[0].name) == (None, "渡辺 進")
    assert (public.signed[0].entered_by, inside.signed[0].entered_by) == (None, ("第9号", "ja"))
    assert [one.signed[0].conditions[0].owner.words for one in (public, inside)] == ["主査", "佐藤 明"]  # type: ignore[union-attr]
    assert "渡辺 進" not in repr(public)


def test_a_post_is_called_as_the_city_does_else_as_everybody_does() -> None:
    """Where nothing was noted, the vocabulary's word."""
    plain = sign_off()
    plain = replace(plain, signed=replace(plain.signed, called=None))
    assert report_of(signed=on_record(plain), language="en").signed[0].post.words == "Mayor"


def test_conditions_say_how_far_they_are() -> None:
    """By whom and when; one whose day has passed and that is not in place is overdue."""
    planned, free = decided().signed[0].conditions
    assert (planned.what.words, planned.owner.words) == ("研修をします。", "運行事業者")  # type: ignore[union-attr]
    assert (planned.due.iso, planned.overdue) == ("2026-03-31", True)  # type: ignore[union-attr]
    assert (free.what.words, free.now, free.overdue) == ("必要です。", None, False)  # type: ignore[union-attr]
    done = plain_assessment()
    done["answers"]["s_training"] = {"answer": "implemented", "owner": "operator", "evidence": ["evidence/a.md"]}
    assert not decided(plain=done).signed[0].conditions[0].overdue


def test_a_condition_on_a_withheld_answer_has_no_words() -> None:
    """That there is one is told, not which, who or when; two that differ in it look alike."""

    def told(question: str, due: str) -> Report:
        own = sign_off(
            conditions=(Condition("operator", due, question=question), Condition("x", "2027-01-01", what="y"))
        )
        return report_of(signed=on_record(own))

    one = told("s_logging", "2027-01-31")
    assert [condition.what is None for condition in one.signed[0].conditions] == [False, True]
    hidden = one.signed[0].conditions[1]
    assert (hidden.owner, hidden.due, hidden.now, hidden.overdue) == (None, None, None, False)
    assert one == told("s_depots", "2028-12-31")
    inside = report_of(
        signed=on_record(sign_off(conditions=(Condition("x", "2027-01-31", question="s_logging"),))),
        audience="internal",
    )
    assert inside.signed[0].conditions[0].what is not None


def test_a_waiver_is_never_left_out() -> None:
    """Its red line in words, its authority, its document, until when and why; and that it is over."""
    for audience in ("public", "internal"):
        (waiver,) = decided(audience=audience).signed[0].waivers
        assert waiver.red_line.label.words == "学習に使ってはなりません。"
        assert (waiver.authority.words, waiver.document.words, waiver.holds) == ("条例", "必要です。", False)
        assert waiver.because is not None


def test_what_todays_banks_no_longer_know_stands_by_its_id() -> None:
    """A red line or a level that is gone stops no page."""
    gone = sign_off(
        accepted="very_high", levels={"current": "gone"}, conditions=(Condition("x", "2027-01-01", question="s_gone"),)
    )
    gone = replace(gone, waivers=tuple(replace(one, red_line="s_old") for one in gone.waivers))
    (one,) = report_of(signed=on_record(gone)).signed
    assert (one.accepted, one.level) == (None, None)
    assert one.waivers[0].red_line.label.words == "s_old"
    assert one.conditions[0].what.words == "s_gone"  # type: ignore[union-attr]


def test_an_expedited_approval_says_until_when() -> None:
    """And that its time is over."""
    hurried = sign_off("expedited", expedited=Expedited("佐藤 明", "大雨", "2026-11-20"))
    one = report_of(signed=on_record(hurried)).signed[0].expedited
    assert one is not None
    assert (one.authority.words, one.event.words, one.until.iso, one.lapsed) == ("主査", "大雨", "2026-11-20", True)


@pytest.mark.parametrize(
    ("state", "outcome", "told"),
    [
        ("ended", "refused", "refused"), ("suspended", "approved", "approved"), ("approved", "expedited", "expedited"),
        ("published", "approved", None), ("refused", "refused", None), ("monitoring", "approved", None),
        ("approved_with_conditions", "approved_with_conditions", None),
    ],
)  # fmt: skip
def test_the_outcome_stands_beside_a_state_that_does_not_tell_it(state: str, outcome: Any, told: str | None) -> None:  # noqa: ANN401
    """A plan that was refused and has ended says both."""
    found = report_of(signed=on_record(sign_off(outcome)), state=state).outcome
    assert (found.id if found else None) == told


def test_what_was_sent_back_is_no_decision_for_residents() -> None:
    """A step on the way; colleagues read it."""
    signed = on_record(sign_off("changes_required"))
    assert report_of(signed=signed).signed == ()
    assert report_of(signed=signed).outcome is None
    inside = report_of(signed=signed, audience="internal")
    assert [one.outcome.id for one in inside.signed] == ["changes_required"]
    assert inside.state == "changes_required"


def test_an_approval_that_was_taken_back_is_not_told_as_the_last_word() -> None:
    """Where something had been decided, that changes are required is told to everybody."""
    report = report_of(signed=on_record(sign_off(), sign_off("changes_required", 2)))
    assert [one.outcome.id for one in report.signed] == ["approved", "changes_required"]
    assert (report.state, report.outcome) == ("changes_required", None)  # the state says it
    assert report.council.decided is not None
    assert report.council.decided.number == 2


def test_where_residents_are_asked_again_that_is_told() -> None:
    """What was decided last stands beside it."""
    report = report_of(signed=on_record(sign_off(), sign_off("changes_required", 2)), state="comment")
    assert (report.state, report.outcome and report.outcome.id) == ("comment", "changes_required")


def test_records_that_do_not_fit_are_not_told_as_decisions() -> None:
    """From the first one on; that there is something wrong is said."""
    first, second = on_record(sign_off(), sign_off("refused", 2)).all
    broken = SignOffs((first, replace(second, problems=(("@sign_off_chain", "x"),))))
    report = report_of(signed=broken)
    assert ([one.number for one in report.signed], report.signed_fits) == ([1], False)


def test_the_council_reads_the_last_one() -> None:
    """And how many went before; its texts count where they stand in another language."""
    report = report_of(signed=on_record(sign_off(), sign_off("refused", 2)), state="refused", language="en")
    assert report.council.decided is not None
    assert (report.council.decided.number, report.council.more_decided) == (2, 1)
    printed = {said for part in shown(report, "council") for said in texts(part)}
    assert report.council.decided.because in printed
    assert of_kind(report, "council").untranslated > 0


def test_what_the_city_added_is_told_as_it_was_said() -> None:
    """Level and state by the method's words, who does it by post, no level of it in the score."""
    report = report_of()
    (risk,), (measure,) = report.own_risks, report.own_safeguards
    assert (risk.title.words, risk.level.words) == ("自転車とぶつかる", "高い")  # type: ignore[union-attr]
    assert (measure.level.words, measure.owner.words, measure.due.iso) == ("予定している", "主査", "2027-03-01")  # type: ignore[union-attr]
    assert "自転車とぶつかる" not in {one.title.words for one in report.risks}


@pytest.mark.parametrize("value", [7, ["x"], {"ja": ["x"]}, None, {"level": {}}])
def test_what_the_city_added_may_have_any_shape(value: Any) -> None:  # noqa: ANN401
    """Nothing holds these parts to a shape; what is no text is not told, and stops nothing."""
    keys = ("title", "scenario", "level", "answer", "owner", "due", "on", "what", "done")
    odd = {"id": "own_x"} | dict.fromkeys(keys, value)
    report = report_of(plain_assessment() | {key: [odd] for key in ("own_risks", "own_safeguards", "complaints")})
    assert {report.own_risks[0].title.words, report.own_safeguards[0].title.words} == {"own_x"}
    assert (report.complaints[0].on, report.complaints[0].what.words) == (None, "まだ分かっていません")
    nameless = report_of(plain_assessment() | {"own_risks": [{"title": value}]})
    assert nameless.own_risks[0].title.words == "まだ分かっていません"


def test_what_happened_names_the_risks_that_it_touches() -> None:
    """By their titles, those that the city added too."""
    report = report_of()
    assert [one.label.words for one in report.incidents[0].touches] == ["当てはまらないリスク"]
    assert [one.label.words for one in report.complaints[0].touches] == ["自転車とぶつかる"]
    assert report.complaints[0].done.words == "小さくしました。"  # type: ignore[union-attr]


def test_why_a_window_was_shorter_is_told() -> None:
    """Unless who was heard is withheld."""
    plain = plain_assessment()
    plain["consultations"][0]["shorter"] = "祭りの前に始めるため"
    assert "祭りの前に始めるため" in words_of(report_of(plain))
    plain["withheld"] = {"consultations": {"reason": "security"}}
    assert "祭りの前に始めるため" not in words_of(report_of(plain))


# ---------------------------------------------------------------------------------------------------- since a decision


def changed(**answers: Any) -> Report:  # noqa: ANN401 - plain data
    """Today's report with other answers than those that were decided on."""
    signed = on_record(sign_off())
    plain = plain_assessment()
    plain["answers"] |= answers
    return report_of(plain, signed=signed, earlier=report_of(signed=signed))


def test_what_changed_since_the_decision_is_told() -> None:
    """Part by part; of a decision on the same text, that nothing did."""
    same = changed().changes
    assert same is not None
    assert (same.number, same.on.iso, same.parts) == (1, "2026-11-01", ())
    log = changed(s_people=5000, s_depots="one").changes
    assert log is not None
    told = {one.subject.words: one for part in log.parts for one in part.changes}
    assert {part.label.words for part in log.parts} >= {"回答"}
    assert [said.words for said in told["何人ですか。"].after] == ["5,000人"]


def test_without_a_decision_there_is_nothing_to_compare() -> None:
    """Neither where it was not given nor where none is on record."""
    assert report_of().changes is None
    assert report_of(earlier=report_of()).changes is None


def test_the_glossary_has_the_words_that_occur_and_no_others() -> None:
    """A word within a longer one does not count; the other language stands beside it and is no missing translation."""
    plain = plain_assessment() | {"conclusion": "条例要配慮個人情報は扱いません。再識別を防ぎます。"}
    terms = {one.id: one for one in report_of(plain).glossary}
    assert {"ordinance_sensitive", "reidentification"} <= terms.keys()
    assert not {"special_care", "platform"} & terms.keys()
    assert terms["reidentification"].other == ("re-identification", "en")
    assert report_of(plain, language="ja").untranslated == report_of(language="ja").untranslated
    english = {one.id for one in report_of(plain | {"conclusion": {"en": "No EPIAS; a PIA."}}, language="en").glossary}
    assert "pia" in english
    assert "pia" not in {one.id for one in report_of(plain | {"conclusion": {"en": "EPIAS"}}, language="en").glossary}


def test_a_red_line_that_is_set_aside_stops_nothing() -> None:
    """It is still told as crossed, with the day until which it is set aside; after that it stops everything again."""
    plain = variant("crossed")

    def told(until: str, outcome: Any = "approved", authority: Any = "ordinance") -> Report:  # noqa: ANN401
        waiver = Waiver("s_red", authority, "第1号", until, "必要です。")
        return report_of(plain, signed=on_record(sign_off(outcome, waivers=(waiver,))), waivable_by="ordinance")

    held = told("2027-01-31")
    assert (held.red_lines[0].state, held.red_lines[0].waived.iso) == ("crossed", "2027-01-31")  # type: ignore[union-attr]
    assert (held.citizen.red_crossed, held.citizen.blocked, held.signed[0].waivers[0].holds) == (0, False, True)
    for other in (told("2026-11-23"), told("2027-01-31", "expedited"), told("2027-01-31", authority="nobody")):
        assert (other.red_lines[0].waived, other.citizen.red_crossed, other.citizen.blocked) == (None, 1, True)
        assert not other.signed[0].waivers[0].holds


def test_a_waiver_holds_by_the_last_decision_alone() -> None:
    """What was set aside once is not, where a later decision does not say it again."""
    first = sign_off(waivers=(Waiver("s_red", "ordinance", "第1号", "2027-01-31"),))
    later = replace(sign_off("approved", 2), waivers=())
    report = report_of(variant("crossed"), signed=on_record(first, later), waivable_by="ordinance")
    assert (report.citizen.red_crossed, report.signed[0].waivers[0].holds) == (1, False)


def test_whatever_somebody_wrote_freely_may_be_withheld() -> None:
    """Each text of a decision that the public reads has a place, and in it stands why it is not shown."""
    free = "秘密の言葉がここに立ちます"
    own = sign_off("expedited", text=free, expedited=Expedited(free, free, "2026-11-20"))
    unsaid = {(1, *place): Withheld("security") for place, text in free_texts(own) if text == free}
    assert len(unsaid) == 9
    public, inside = (
        report_of(signed=on_record(own), audience=one, unsaid=unsaid, language="en") for one in ("public", "internal")
    )
    assert free not in repr(public)
    assert public.signed[0].because.words == "Withheld (reason: Security)"
    assert free in repr(inside)
    for one in (public, inside):
        assert (one.withholding.decisions, [why.id for why in one.withholding.reasons]) == (9, ["security"])


def test_who_signs_for_another_organ_says_by_whose_authority() -> None:
    """A head of department signs for the mayor; the mayor for nobody else."""
    plain = plain_assessment()
    plain["organ"] = "mayor"
    cases: tuple[tuple[str, DecisionKind, str], ...] = (
        ("department_head", "single", "市長の権限による単独の決裁"),
        ("department_head", "delegated", "市長の権限の専決"),
        ("department_head", "collegial", "合議による決定"),
        ("mayor", "single", "単独の決裁"),
    )
    for post, kind, said in cases:
        one = replace(sign_off(signed=Signatory("渡辺 進", post)), kind=kind)
        assert report_of(plain, signed=on_record(one)).signed[0].kind.words == said


def test_a_post_is_told_in_the_readers_language() -> None:
    """What only the Japanese is known of goes by the vocabulary elsewhere."""
    one = on_record(sign_off(signed=Signatory("渡辺 進", "mayor", "市の長")))
    posts = [report_of(signed=one, language=language).signed[0].post for language in ("ja", "en")]
    assert [said.words for said in posts] == ["市の長", "Mayor"]
