"""Signing: what stands in the way is told at once, and nothing is written then."""

from pathlib import Path
from typing import Any

import pytest

from tests.work.signed import DAY, DONE, PLANNED, TEXT, at, edit, last, room, signed, wish
from tsukuba_pia.model.sign_off import Condition, Expedited, Waiver
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.signing import in_the_way, propose

RUNS = TEXT.replace(PLANNED, DONE)


def ways(file: Path, outcome: str, day: str = DAY, **more: Any) -> list[str]:  # noqa: ANN401 - a wish's fields
    """The codes of what stands in the way."""
    opened = at(file, day)
    return sorted(one.code for one in in_the_way(opened, propose(opened, wish(outcome, **more))))


def test_may_be_built(tmp_path: Path) -> None:
    """The target counts; the planned safeguards are the conditions; the snapshot holds all that it rests on."""
    file = room(tmp_path)
    assert ways(file, "approved_with_conditions", post="owner") == []
    place = signed(file, post="owner", conditions=(Condition("総務課", "2027-02-01", what="掲示する"),))
    assert place.name == f"001-{DAY}-approved_with_conditions"
    one = last(file)
    assert [(each.question, each.owner, each.due) for each in one.conditions] == [
        ("k_masking", "都市計画課", "2027-03-01"),
        (None, "総務課", "2027-02-01"),
    ]
    assert (one.accepted, one.levels) == ("low", {"inherent": "high", "current": "high", "target": "low"})
    rooms = (tmp_path / "questionnaires/kiosk/0.1.yaml", *at(file).banks.files.values())
    copied = {f"questionnaires/{each.parent.name}/{each.name}" for each in rooms}
    assert set(one.digests.copies) == {"assessment.yaml", "city.yaml", *copied}
    assert {each.split("/")[1] for each in copied} == {"kiosk", "vocabulary", "references"}


def test_may_run(tmp_path: Path) -> None:
    """Now counts, and what is only planned does not."""
    assert ways(room(tmp_path / "a", TEXT), "approved", post="owner") == ["PIA513"]
    file = room(tmp_path / "b", RUNS)
    assert ways(file, "approved", post="owner") == []
    signed(file, "approved", post="owner")
    assert last(file).digests.evidence.keys() == {"evidence/mask.md"}


@pytest.mark.parametrize(
    ("acceptance", "post", "found"),
    [
        ("{low: department_head}", "owner", ["PIA513"]),
        ("{low: department_head}", "department_head", []),
        ("{low: nobody}", "mayor", ["PIA514"]),
        ("{high: owner}", "owner", []),
    ],
)
def test_the_city_asks_for_a_higher_post(tmp_path: Path, acceptance: str, post: str, found: list[str]) -> None:
    """It never lets a lower one sign."""
    file = room(tmp_path / "a", RUNS)
    city = tmp_path / "a" / "city.yaml"
    city.write_text(f"city: つくば市\nmethod: {{acceptance: {acceptance}}}\n", encoding="utf-8")
    assert ways(file, "approved", post=post) == found
    other = room(tmp_path / "b", TEXT)
    lower = "city: つくば市\nmethod: {acceptance: {low: owner, high: owner}}\n"
    (tmp_path / "b" / "city.yaml").write_text(lower, encoding="utf-8")
    assert ways(other, "approved", post="owner") == ["PIA513"]


def test_a_post_that_there_is_not(tmp_path: Path) -> None:
    """The profile is not half used."""
    file = room(tmp_path)
    (tmp_path / "city.yaml").write_text(
        "city: つくば市\nmethod: {acceptance: {low: boss, huge: mayor}}\n", encoding="utf-8"
    )
    opened = at(file)
    assert not opened.usable
    assert [(one.code, one.args["what"], one.args["name"]) for one in opened.diagnostics] == [
        ("PIA212", "@method_post_unknown", "boss"),
        ("PIA212", "@method_level_unknown", "huge"),
    ]


def test_level_that_nobody_accepts(tmp_path: Path) -> None:
    """No post is high enough."""
    file = room(tmp_path)
    edit(tmp_path / "questionnaires" / "kiosk" / "0.1.yaml", "high: mayor", "high: nobody")
    assert ways(file, "approved") == ["PIA514"]
    assert ways(file, "refused") == []


@pytest.mark.parametrize(
    ("name", "found"), [("高橋　直", ["PIA510"]), ("伊藤文", ["PIA510"]), (" ", ["PIA520"]), ("山田", [])]
)
def test_three_people(tmp_path: Path, name: str, found: list[str]) -> None:
    """Names are the same whatever their blanks."""
    assert ways(room(tmp_path), "approved_with_conditions", name=name) == found


def test_nobody_reviewed(tmp_path: Path) -> None:
    """A reviewer has to be named."""
    file = room(tmp_path, TEXT.replace("  - {role: reviewer, name: 伊藤 文}\n", ""))
    assert ways(file, "approved_with_conditions") == ["PIA510"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("due: 2027-03-01", "due: 2027-04-02"),
        (", due: 2027-03-01", ""),
        ("dates: {starts_on: 2027-04-01}\n", ""),
    ],
)
def test_conditions_are_promised_in_time(tmp_path: Path, old: str, new: str) -> None:
    """Each with owner and day, on or before the first day."""
    assert "PIA515" in ways(room(tmp_path, TEXT.replace(old, new)), "approved_with_conditions")


def test_red_lines(tmp_path: Path) -> None:
    """Crossed and unknown block; a waiver as the line allows helps, and nothing helps an expedited approval."""
    waiver = Waiver("k_red_sale", "ordinance", "条例第1号", "2027-12-31")
    file = room(tmp_path, RUNS.replace("k_sold: no", "k_sold: yes"))
    assert ways(file, "approved") == ["PIA501"]
    assert ways(file, "approved", waivers=(waiver,)) == []
    past = Waiver("k_red_sale", "ordinance", "条例第1号", "2027-01-14")
    assert ways(file, "approved", waivers=(past,)) == ["PIA501", "PIA512"]
    other = Waiver("k_red_sale", "mayor_with_report_to_assembly", "第1号", "2027-12-31")
    assert ways(file, "approved", waivers=(other,)) == ["PIA501", "PIA512"]
    hurry = Expedited("災害対策本部", "水害", "2027-02-01")
    assert ways(file, "expedited", waivers=(waiver,), expedited=hurry) == ["PIA501", "PIA512"]
    assert ways(file, "refused") == []


@pytest.mark.parametrize(
    ("authority", "until", "found"),
    [
        ("災害対策本部", "2027-04-15", []),
        ("災害対策本部", "2027-04-16", ["PIA519"]),
        ("災害対策本部", "2027-01-14", ["PIA519"]),
        ("災害対策本部", "soon", ["PIA519"]),
        (" ", "2027-02-01", ["PIA519"]),
    ],
)
def test_expedited(tmp_path: Path, authority: str, until: str, found: list[str]) -> None:
    """At most 90 days, on somebody's authority."""
    hurry = Expedited(authority, "水害", until)
    assert ways(room(tmp_path, RUNS), "expedited", expedited=hurry) == found


def test_draft_bank(tmp_path: Path) -> None:
    """An error from approval on; a refusal rests on it all the same."""
    file = room(tmp_path)
    edit(tmp_path / "questionnaires" / "kiosk" / "0.1.yaml", "status: published", "status: draft")
    assert ways(file, "approved_with_conditions") == ["PIA429"]
    assert ways(file, "changes_required") == []


def test_all_is_told_at_once_and_a_refusal_needs_a_reason(tmp_path: Path) -> None:
    """One list."""
    file = room(tmp_path, TEXT.replace("k_sold: no", "k_sold: unknown"))
    assert ways(file, "approved", post="owner", because="", name="高橋直") == ["PIA501", "PIA510", "PIA513", "PIA520"]
    assert ways(file, "refused", because=" ", document="") == ["PIA520", "PIA520"]


def test_post_by_the_citys_name(tmp_path: Path) -> None:
    """Of the organ that decides; another organ's post is none."""
    file = room(tmp_path)
    posts = "posts: {owner: 課長, mayor: {ja: 市長, en: Mayor}}"
    (tmp_path / "city.yaml").write_text(
        f"city: 架空市\norgans: [{{id: mayor, name: 市長, {posts}}}]\n", encoding="utf-8"
    )
    opened = at(file)
    assert propose(opened, wish(post="Mayor")).signed.post == "mayor"
    with pytest.raises(Problem) as why:
        propose(opened, wish(post="教育長"))
    assert (why.value.code, why.value.values["known"]) == ("no_post", "owner, mayor")
