"""The state is worked out from what the files hold and the day."""

from pathlib import Path

import pytest

from tests.work.signed import DAY, DONE, PLANNED, TEXT, at, edit, room, signed
from tsukuba_pia.model.sign_off import Expedited, Waiver
from tsukuba_pia.work.opening import state_now

RUNS = TEXT.replace(PLANNED, DONE)
AFTER = "2027-04-02"


def state(file: Path, day: str = DAY) -> str:
    """Today's."""
    opened = at(file, day)
    return state_now(opened, opened.score())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", "review"),
        ("k_level: per_person", "k_level:", "draft"),
        ("  - {role: reviewer, name: 伊藤 文}\n", "", "draft"),
        ("data: []", "publication: {window: {from: 2027-01-10, to: 2027-02-10}}\ndata: []", "comment"),
        ("data: []", "publication: {window: {from: 2027-02-10, to: 2027-03-10}}\ndata: []", "review"),
        ("dates: {", "dates: {ended: {on: 2027-01-15, why: 終了}, ", "ended"),
        ("data: []", "publication: {published_on: 2027-01-10}\ndata: []", "review"),
    ],
)
def test_before_any_sign_off(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """On its way to a decision."""
    assert state(room(tmp_path, TEXT.replace(old, new))) == expected


def test_no_assessment_needed(tmp_path: Path) -> None:
    """A second person and publication make it so."""
    none = TEXT.replace("k_personal: yes", "k_personal: no").partition("  k_kinds")[0]
    shown = none.replace("data: []", "publication: {published_on: 2027-01-10}\ndata: []")
    assert state(room(tmp_path / "a", none)) == "review"
    assert state(room(tmp_path / "b", shown)) == "no_pia"
    alone = shown.replace("name: 伊藤 文", "name: 高橋直")
    assert state(room(tmp_path / "c", alone)) == "review"


def test_a_bank_that_decides_nothing_of_the_kind(tmp_path: Path) -> None:
    """Only what has the role of the threshold says that none is needed."""
    none = TEXT.replace("k_personal: yes", "k_personal: no").partition("  k_kinds")[0]
    shown = none.replace("data: []", "publication: {published_on: 2027-01-10}\ndata: []")
    for name, change in (("a", "    role: threshold\n"), ("b", "    role: my_number\n")):
        file = room(tmp_path / name, shown)
        bank = tmp_path / name / "questionnaires" / "kiosk" / "0.1.yaml"
        edit(bank, "    role: threshold\n", change if name == "b" else "")
        assert state(file) == "review"


def test_from_approval_to_the_end(tmp_path: Path) -> None:
    """Built, run, published, watched, ended."""
    file = room(tmp_path)
    signed(file)
    assert state(file) == "approved_with_conditions"
    edit(file, PLANNED, DONE)
    signed(file, "approved")
    assert state(file) == "approved"
    edit(file, "data: []", "publication: {published_on: 2027-01-15}\ndata: []")
    assert state(file) == "published"
    assert state(file, AFTER) == "monitoring"
    edit(file, "dates: {", "dates: {ended: {on: 2027-05-01, why: 終了}, ")
    assert (state(file, AFTER), state(file, "2027-05-01")) == ("monitoring", "ended")


def test_refused_and_changes_required(tmp_path: Path) -> None:
    """A refusal stands; what is to be changed is under review again."""
    file = room(tmp_path)
    signed(file, "refused")
    assert state(file) == "refused"
    signed(file, "changes_required")
    assert state(file) == "review"


def test_suspended(tmp_path: Path) -> None:
    """After launch: an open red line, refused cooperation, an approval that was withdrawn or does not fit."""
    for number, (old, new) in enumerate([
        ("k_sold: no", "k_sold: yes"),
        ("data: []", "cooperation: [{request: 図面, to: 事業者, state: refused}]\ndata: []"),
    ]):  # fmt: skip
        file = room(tmp_path / str(number), RUNS)
        signed(file, "approved")
        edit(file, old, new)
        assert (state(file), state(file, AFTER)) == ("approved", "suspended")
    file = room(tmp_path / "x", RUNS)
    place = signed(file, "approved")
    assert state(file, AFTER) == "monitoring"
    edit(place / "city.yaml", "city", "city ")
    assert state(file, AFTER) == "suspended"


def test_waiver_and_expedited_end(tmp_path: Path) -> None:
    """Past their days they give no leave."""
    file = room(tmp_path / "a", RUNS.replace("k_sold: no", "k_sold: yes"))
    signed(file, "approved", waivers=(Waiver("k_red_sale", "ordinance", "条例", "2027-05-01"),))
    assert (state(file, AFTER), state(file, "2027-05-02")) == ("monitoring", "suspended")
    file = room(tmp_path / "b", RUNS)
    signed(file, "expedited", expedited=Expedited("本部", "水害", "2027-04-10"))
    assert (state(file), state(file, AFTER), state(file, "2027-04-11")) == ("approved", "monitoring", "suspended")


@pytest.mark.parametrize(
    ("team", "expected"),
    [
        ([("author", "高橋 直"), ("reviewer", "伊藤 文")], "no_pia"),
        ([("author", "高橋 直"), ("author", "伊藤 文"), ("reviewer", "伊藤文")], "review"),
        ([("author", "高橋 直"), ("reviewer", "高橋直"), ("reviewer", "伊藤 文")], "no_pia"),
        ([("reviewer", "伊藤 文")], "review"),
        ([("author", "高橋 直")], "draft"),
    ],
)
def test_a_second_person(tmp_path: Path, team: list[tuple[str, str]], expected: str) -> None:
    """One who has not written it, and somebody has."""
    none = TEXT.replace("k_personal: yes", "k_personal: no").partition("  k_kinds")[0]
    said = "".join(f"  - {{role: {role}, name: {name}}}\n" for role, name in team)
    start, end = none.index("  - {role"), none.index("data: []")
    shown = f"{none[:start]}{said}publication: {{published_on: 2027-01-10}}\n{none[end:]}"
    assert state(room(tmp_path, shown)) == expected


def test_a_refusal_after_a_sign_off_that_does_not_fit(tmp_path: Path) -> None:
    """It stands: it gives leave to nothing. Where it does not fit itself, it is none."""
    file = room(tmp_path)
    first = signed(file)
    second = signed(file, "refused")
    assert state(file) == "refused"
    edit(first / "sign-off.yaml", "山田", "川田")
    assert not at(file).signed.fits
    assert state(file) == "refused"
    edit(second / "city.yaml", "city", "city ")
    assert state(file) == "review"


def test_a_sign_off_that_cannot_be_read(tmp_path: Path) -> None:
    """It says neither that it was refused, nor that it may run."""
    file = room(tmp_path, RUNS)
    place = signed(file, "refused")
    (place / "sign-off.yaml").write_text("sign_off: [\n", encoding="utf-8")
    assert (state(file), state(file, AFTER)) == ("review", "review")


def test_the_first_day(tmp_path: Path) -> None:
    """From that day on it runs, by a leave that holds or by none; what was never allowed to run, does not."""
    first = "2027-04-01"
    file = room(tmp_path / "a", RUNS)
    signed(file, "approved")
    assert (state(file, "2027-03-31"), state(file, first)) == ("approved", "monitoring")
    signed(file, "changes_required")
    assert (state(file, "2027-03-31"), state(file, first)) == ("review", "suspended")
    file = room(tmp_path / "b")
    signed(file)
    assert state(file, first) == "approved_with_conditions"
    file = room(tmp_path / "c", RUNS.replace("dates: {starts_on: 2027-04-01}\n", ""))
    signed(file, "approved")
    assert state(file, first) == "approved"


def test_the_last_day_of_an_expedited_approval(tmp_path: Path) -> None:
    """It holds to the end of that day."""
    file = room(tmp_path, RUNS)
    signed(file, "expedited", expedited=Expedited("本部", "水害", "2027-04-10"))
    assert (state(file, "2027-04-10"), state(file, "2027-04-11")) == ("monitoring", "suspended")


@pytest.mark.parametrize(
    ("day", "expected"), [("2027-01-09", "review"), ("2027-01-10", "comment"), ("2027-02-11", "review")]
)
def test_a_window_that_is_only_announced(tmp_path: Path, day: str, expected: str) -> None:
    """By its two days; one of them alone is none."""
    window = "publication: {window: {from: 2027-01-10, to: 2027-02-10}}\ndata: []"
    assert state(room(tmp_path / "a", TEXT.replace("data: []", window)), day) == expected
    half = window.replace(", to: 2027-02-10", "")
    assert state(room(tmp_path / "b", TEXT.replace("data: []", half)), day) == "review"
