"""What a sign-off is held to, at its edges."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.signed import DAY, PLANNED, TEXT, at, edit, room
from tsukuba_pia.change.approval import (
    APPROVER,
    AUTHOR,
    acceptable,
    chain_of,
    conditions_of,
    may_accept,
    names_of,
    organ_of,
    planned,
    post_rank,
    too_long,
    waives,
)
from tsukuba_pia.model.assessment import Answer, Assessment, Member
from tsukuba_pia.model.profile import Organ, Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.model.sign_off import POSTS, Waiver

WAIVER = Waiver("k_red_sale", "ordinance", "条例第1号", "2027-06-30")


def parts(folder: Path, text: str = TEXT) -> tuple[Assessment, Questionnaire, ScoreResult]:
    """An assessment, its bank, its score."""
    opened = at(room(folder, text))
    assert opened.assessment is not None
    assert opened.questionnaire is not None
    return opened.assessment, opened.questionnaire, opened.score()


def test_the_chain_is_that_of_the_organ_that_decides(tmp_path: Path) -> None:
    """From the lowest post; another organ's posts are none of it; where nothing is listed, the method's."""
    assessment, _, _ = parts(tmp_path)
    board = Organ("board_of_education", "教育委員会", {"owner": "課長"})
    mayor = Organ("mayor", "市長", {"mayor": "市長", "owner": "課長"})
    profile = Profile("つくば市", organs=(board, mayor))
    assert organ_of(assessment, profile) is mayor
    assert list(chain_of(assessment, profile).items()) == [("owner", "課長"), ("mayor", "市長")]
    assert organ_of(replace(assessment, organ="fire"), profile) is None
    assert organ_of(assessment, None) is None
    bare = Profile("つくば市", organs=(Organ("mayor", "市長"),))
    assert tuple(chain_of(assessment, bare)) == tuple(chain_of(assessment, None)) == POSTS


def test_posts_in_their_order() -> None:
    """What is no post is below all."""
    assert [post_rank(one) for one in ("clerk", *POSTS)] == [-1, 0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("post", "level", "chain", "may"),
    [
        ("owner", "low", POSTS, True),
        ("section_head", "low", POSTS, True),
        ("deputy_mayor", "high", POSTS, False),
        ("mayor", "high", POSTS, True),
        ("mayor", "high", ("owner",), False),
        ("mayor", "huge", POSTS, False),
        ("owner", "none", POSTS, True),
        ("clerk", "none", ("clerk",), False),
    ],
)
def test_who_may_accept(tmp_path: Path, post: str, level: str, chain: tuple[str, ...], *, may: bool) -> None:
    """The post that the method names or a higher one, of the organ's own chain; no risk takes any post."""
    _, questionnaire, _ = parts(tmp_path)
    assert may_accept(post, level, questionnaire, dict.fromkeys(chain)) is may


@pytest.mark.parametrize("needed", ["nobody", "clerk"])
def test_a_level_that_no_post_may_accept(tmp_path: Path, needed: str) -> None:
    """Nobody, also where a chain has a post of that name; a word that is no post opens no door."""
    file = room(tmp_path)
    edit(tmp_path / "questionnaires" / "kiosk" / "0.1.yaml", "high: mayor", "high: nobody")
    questionnaire = at(file).questionnaire
    assert questionnaire is not None
    method = replace(questionnaire.method, acceptance={"low": "owner", "high": needed})
    held = replace(questionnaire, method=method)
    assert not may_accept("mayor", "high", held, dict.fromkeys((*POSTS, needed)))
    assert not may_accept(needed, "high", held, dict.fromkeys((*POSTS, needed)))
    assert [acceptable(level, questionnaire) for level in ("none", "low", "high", "huge")] == [True, True, False, False]


def test_waivers(tmp_path: Path) -> None:
    """As the line allows, by a document, to the end of its day; what nobody may waive, nobody waives."""
    _, questionnaire, _ = parts(tmp_path)
    assert [waives(WAIVER, questionnaire, day) for day in ("2027-06-30", "2027-07-01")] == [True, False]
    assert not waives(replace(WAIVER, document=" "), questionnaire, DAY)
    assert not waives(replace(WAIVER, red_line="k_other"), questionnaire, DAY)
    assert not waives(replace(WAIVER, authority="mayor_with_report_to_assembly"), questionnaire, DAY)
    rule = questionnaire.red_lines["k_red_sale"]
    line = replace(rule.red_line, waivable_by="nobody")
    closed = replace(questionnaire, red_lines={line.id: replace(rule, red_line=line)})
    for authority in ("ordinance", "nobody"):
        assert not waives(replace(WAIVER, authority=authority), closed, DAY)


def test_what_is_planned(tmp_path: Path) -> None:
    """Safeguards alone, and what the city says itself."""
    assert tuple(planned(*parts(tmp_path / "a"))) == ("k_masking",)
    word = TEXT.replace("k_purpose: 案内", "k_purpose: planned")
    assert tuple(planned(*parts(tmp_path / "b", word))) == ("k_masking",)
    vendor = TEXT.replace("{answer: planned,", "{answer: planned, by: vendor,")
    assert tuple(planned(*parts(tmp_path / "c", vendor))) == ()


@pytest.mark.parametrize("left_out", ["owner: 都市計画課, ", ", due: 2027-03-01"])
def test_a_promise_without_owner_or_day_is_no_condition(tmp_path: Path, left_out: str) -> None:
    """It is planned all the same: a finding tells what it lacks."""
    whole = PLANNED.replace(left_out, "")
    assert whole != PLANNED
    assessment, questionnaire, result = parts(tmp_path, TEXT.replace(PLANNED, whole))
    assert isinstance(assessment.answers["k_masking"], Answer)
    assert conditions_of(assessment, questionnaire, result) == ()
    assert tuple(planned(assessment, questionnaire, result)) == ("k_masking",)


def test_names_of_a_role(tmp_path: Path) -> None:
    """A role without a name names nobody."""
    assessment, _, _ = parts(tmp_path)
    team = (Member(AUTHOR), Member(AUTHOR, "高橋 直"), Member("reviewer", "伊藤 文"))
    assert names_of(replace(assessment, team=team), AUTHOR) == ("高橋 直",)
    approver = (Member("approver", "山田 一"),)
    assert names_of(replace(assessment, team=approver), APPROVER) == ("山田 一",)


@pytest.mark.parametrize(
    ("until", "long"),
    [("2027-01-14", True), (DAY, False), ("2027-04-15", False), ("2027-04-16", True), ("2027-02-30", True), ("", True)],
)
def test_days_of_an_expedited_approval(until: str, *, long: bool) -> None:
    """From its own day, which counts, to ninety days later."""
    assert too_long(DAY, until) is long
