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
