"""What stays although nothing is made of it: by another number, beside the folder, changed by hand, asked nowhere."""

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.own import face_of
from tests.golden import ROOT
from tests.work.signed import edit, signed
from tests.work.test_site import EN, LATER, PAGE, another, approved, built, city, text, tree
from tests.work.test_site_sheets import NOTED
from tests.work.test_site_withheld import BROKEN, PURPOSE, SAID, WITHHELD, noted, says
from tsukuba_pia.resources import with_own
from tsukuba_pia.work.site import Demand, build_site
from tsukuba_pia.work.site_folder import RECORD

__all__ = ("approved", "city", "noted")
pytestmark = pytest.mark.usefixtures("own_cache")
HIDDEN = f"k_purpose: {{answer: 案内, note: {NOTED}, {WITHHELD}}}"
LEVEL = "k_level: per_person"
NUMBER, OTHER = "assessment: t-1", "assessment: t-9"
Forget = Callable[[], None]


@pytest.fixture
def forget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forget:
    """Build on another machine from now on: nothing is remembered."""
    return lambda: monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))


def record(out: Path, name: str = "t-1") -> dict[str, object]:
    """What the record holds of an assessment."""
    found: dict[str, object] = json.loads((out / RECORD).read_text("utf-8"))["assessments"][name]
    return found


def renumbered(file: Path, *more: tuple[str, str]) -> Path:
    """The same file by another number, moved, and decided on anew."""
    edit(file, NUMBER, OTHER)
    for old, new in more:
        edit(file, old, new)
    file = file.parent.rename(file.parent.parent / "moved") / file.name
    shutil.rmtree(file.parent / "approvals")
    signed(file, "refused", "2027-02-26", post="owner")
    return file


# ------------------------------------------------------------------------------------------- what is not asked


@pytest.fixture
def unasked(city: Path, tmp_path: Path) -> Path:
    """A draft that withholds an answer to a question that is not asked; its register lies in `out`."""
    edit(city, PURPOSE, HIDDEN)
    edit(city, "k_personal: yes", "k_personal: no")
    shutil.rmtree(city.parent / "approvals")
    built(city, tmp_path / "out", drafts=True)
    return city


def test_no_question_is_named_that_no_page_names(unasked: Path, tmp_path: Path) -> None:
    """The pages tell how many answers are withheld, and so does the record; which one, neither tells."""
    found = record(tmp_path / "out")
    assert (found["withheld"], found["others"]) == ([], 1)
    assert says(tmp_path / "out", "k_purpose") == []
    edit(unasked, "k_personal: no", "k_personal: yes")
    built(unasked, tmp_path / "out", drafts=True)
    found = record(tmp_path / "out")
    assert (found["withheld"], found["others"]) == (
        ["answers.k_purpose", "answers.k_purpose.evidence", "answers.k_purpose.note"],
        0,
    )


def test_no_section_is_named_of_which_no_page_asks(city: Path, tmp_path: Path) -> None:
    """Nor people and those who were heard, where there are none."""
    whole = WITHHELD.replace("withheld: ", "")
    edit(city, "organ: mayor", f"withheld: {{k_use: {whole}, consultations: {whole}, team: {whole}}}\norgan: mayor")
    shutil.rmtree(city.parent / "approvals")
    built(city, tmp_path / "out", drafts=True)
    assert record(tmp_path / "out")["withheld"] == ["withheld.k_use", "withheld.team"]
    edit(city, "k_personal: yes", "k_personal: no")
    built(city, tmp_path / "out", drafts=True)
    assert record(tmp_path / "out")["withheld"] == ["withheld.team"]


def test_a_slip_hides_nothing_for_what_is_not_asked(unasked: Path, tmp_path: Path) -> None:
    """As many as before are nothing new; one that a page names is, and so are more than before."""
    out = tmp_path / "out"
    edit(unasked, *BROKEN)
    assert built(unasked, out, drafts=True).kept == {"t-1": "revised"}
    before = unasked.read_text("utf-8")
    edit(unasked, "k_personal: no", f"k_personal: {{answer: no, {WITHHELD}}}")
    edit(unasked, HIDDEN, PURPOSE)
    unasked.write_text(before.replace("  k_purpose", f"  k_new: {{answer: 1, {WITHHELD}}}\n  k_purpose"), "utf-8")
    done = built(unasked, out, drafts=True)
    assert (done.kept, set(done.withdrawn["t-1"])) == ({"t-1": "withdrawn"}, {"answers.k_new", "answers.k_purpose"})


def test_one_that_is_asked_does_not_pass_for_one_that_is_not(unasked: Path, tmp_path: Path) -> None:
    """They are as many as before, but the page shows this one."""
    edit(unasked, "k_personal: no", f"k_personal: {{answer: no, {WITHHELD}}}")
    edit(unasked, HIDDEN, PURPOSE)
    edit(unasked, *BROKEN)
    done = built(unasked, tmp_path / "out", drafts=True)
    assert (done.kept, done.withdrawn) == ({"t-1": "withdrawn"}, {"t-1": ("answers.k_personal",)})


# -------------------------------------------------------------------------------------------- by another number


@pytest.mark.parametrize("remembered", [True, False])
@pytest.mark.parametrize("more", ["", "supersedes: t-1\n"])
def test_a_new_number_leaves_no_secret_behind(
    noted: Path, tmp_path: Path, forget: Forget, more: str, *, remembered: bool
) -> None:
    """Wherever the file lies by now, and on a machine that never saw the old one."""
    out = tmp_path / "out"
    file = renumbered(noted, (SAID, HIDDEN), ("organ: mayor", f"{more}organ: mayor"))
    if not remembered:
        forget()
    done = built(file, out)
    assert (done.made, done.kept, list(done.withdrawn)) == (["t-9"], {"t-1": "withdrawn"}, ["t-1"])
    assert says(out, NOTED) == []
    assert built(file, out).withdrawn == {}


@pytest.mark.parametrize("remembered", [True, False])
@pytest.mark.parametrize("change", [(SAID, HIDDEN), (LEVEL, f"k_level: {{answer: per_person, {WITHHELD}}}")])
def test_nor_where_it_is_withheld_later(
    noted: Path, tmp_path: Path, forget: Forget, change: tuple[str, str], *, remembered: bool
) -> None:
    """The register knows by which number it goes on; a choice is no text that could be sought."""
    out = tmp_path / "out"
    file = renumbered(noted)
    if not remembered:
        forget()
    assert built(file, out).kept == {"t-1": "gone"}
    edit(file, *change)
    shutil.rmtree(file.parent / "approvals")
    signed(file, "refused", "2027-02-26", post="owner")
    done = built(file, out)
    assert (done.made, done.kept) == (["t-9"], {"t-1": "withdrawn"})
    assert "withholds something that it said" in text(out, EN)


def test_a_number_is_known_by_what_was_decided_under_it(noted: Path, tmp_path: Path, forget: Forget) -> None:
    """Under another title too."""
    edit(noted, NUMBER, OTHER)
    edit(noted, LEVEL, f"k_level: {{answer: per_person, {WITHHELD}}}")
    edit(noted, "title: ", "title: 新しい")
    signed(noted, "refused", "2027-02-26", post="owner")
    forget()
    done = built(noted, tmp_path / "out")
    assert done.made == ["t-9"]
    assert "answers.k_level" in done.withdrawn["t-1"]


def test_what_another_file_withholds_is_sought_where_no_file_is(noted: Path, tmp_path: Path) -> None:
    """Also in one that did not change; what it chose is no reason."""
    out = tmp_path / "out"
    other = another(noted, "t-2", SAID, f"k_purpose: {{answer: 案内, {WITHHELD}}}")
    edit(other, "title: ", "title: 別の")
    signed(other, "refused", "2027-02-26", post="owner")
    secret = another(noted, "t-3", SAID, HIDDEN)
    edit(secret, "title: ", "title: ほかの")
    assert built(noted, out).kept == {}
    room = tmp_path / "room"
    noted.parent.rename(room)
    moved = secret.parent.rename(tmp_path / "secret")
    done = built(other, out)
    assert (done.kept, done.unchanged) == ({"t-1": "gone"}, ["t-2"])
    moved.rename(secret.parent)
    done = built(other, out)
    assert (done.kept, done.unchanged) == ({"t-1": "withdrawn"}, ["t-2"])
    assert done.withdrawn == {"t-1": ("t-3.answers.k_purpose.note",)}
    assert says(out, NOTED) == []


def test_it_is_sought_in_what_did_not_change_when_a_source_goes(noted: Path, tmp_path: Path) -> None:
    """A copy that withholds it, and the first one that is taken away later."""
    out = tmp_path / "out"
    copy = another(noted, "t-2", SAID, HIDDEN)
    signed(copy, "refused", "2027-02-26", post="owner")
    built(noted, out)
    assert says(out, NOTED)
    shutil.rmtree(noted.parent)
    done = built(copy, out)
    assert (done.unchanged, done.kept) == (["t-2"], {"t-1": "withdrawn"})


# ---------------------------------------------------------------------------------------------- beside the folder


@pytest.mark.parametrize("by", ["memory", "walk"])
def test_what_lies_beside_the_folder_is_not_gone(noted: Path, tmp_path: Path, forget: Forget, by: str) -> None:
    """Its pages stay as they are, and no sentence says otherwise; what it withholds by now is taken down."""
    out = tmp_path / "out"
    other = another(noted, "t-2", SAID, PURPOSE)
    signed(other, "refused", "2027-02-26", post="owner")
    built(noted, out)
    before = {name: raw for name, raw in tree(out).items() if "/t-1/" in name}
    demand = Demand(out, LATER, started=time.time_ns())
    if by == "walk":
        forget()
        demand = replace(demand, elsewhere=lambda: [noted, other])
    assert build_site([other], demand).kept == {"t-1": "elsewhere"}
    assert {name: raw for name, raw in tree(out).items() if "/t-1/" in name} == before
    assert "no longer in the city's files" not in text(out, "en/index.html")
    edit(noted, SAID, HIDDEN)
    assert build_site([other], demand).kept == {"t-1": "withdrawn"}
    assert says(out, NOTED) == []


def test_what_is_found_again_is_gone_no_more(noted: Path, tmp_path: Path) -> None:
    """The sentence goes with it."""
    out = tmp_path / "out"
    aside = noted.parent.rename(tmp_path / "aside")
    assert built(noted, out).kept == {"t-1": "gone"}
    assert "no longer in the city's files" in text(out, EN)
    assert built(noted, out, elsewhere=lambda: [aside / "assessment.yaml"]).kept == {"t-1": "elsewhere"}
    assert "no longer in the city's files" not in text(out, EN)


# ------------------------------------------------------------------------------------------------ changed by hand


def test_a_page_that_was_changed_by_hand_is_made_anew(noted: Path, tmp_path: Path) -> None:
    """Also one that is as long as before, and a list."""
    out = tmp_path / "out"
    before = tree(out)
    for name in (PAGE, "index.html", "register.csv"):
        raw = before[name]
        (out / name).write_bytes(raw[:-2] + b"x" + raw[-1:])
        done = built(noted, out)
        assert done.made == (["t-1"] if name == PAGE else [])
        assert tree(out) == before


def test_one_that_cannot_be_made_anew_is_told(noted: Path, tmp_path: Path) -> None:
    """Its source is gone; a page that somebody took away stops nothing."""
    out = tmp_path / "out"
    shutil.rmtree(noted.parent)
    (out / PAGE).write_bytes((out / PAGE).read_bytes()[:-1])
    (out / EN).unlink()
    for _ in range(2):
        done = built(noted, out)
        assert (done.kept, done.altered) == ({"t-1": "gone"}, ["t-1"])


# ----------------------------------------------------------------------------------- in the place of another page


def test_a_page_of_the_citys_that_loses_its_sentence_stops_no_taking_down(noted: Path, tmp_path: Path) -> None:
    """The shipped one is taken instead, and that is told."""
    out = tmp_path / "out"
    edit(noted, SAID, HIDDEN)
    edit(noted, *BROKEN)
    name = "html/site_withdrawn.html.j2"
    own = (ROOT / "templates" / name).read_text("utf-8").replace("{{ r.withdrawn }}", "x")
    with with_own(face_of(tmp_path / "face", {name: own})):
        done = built(noted, out)
    assert [(one.code, Path(one.file).name) for one in done.faults] == [("PIA031", Path(name).name)]
    assert done.kept == {"t-1": "withdrawn"}
    assert says(out, NOTED) == []
    assert "withholds something that it said" in text(out, EN)
