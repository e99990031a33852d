"""What today's file withholds leaves the register, whatever else is wrong with the file."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.work.signed import edit, signed
from tests.work.test_commenting import put_it
from tests.work.test_site import EN, another, approved, built, city, text, tree
from tests.work.test_site_sheets import NOTED
from tsukuba_pia.model.assessment import Assessment, Member, Withheld
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.site_folder import RECORD
from tsukuba_pia.work.site_withheld import MadeWith, made_with, read_withheld
from tsukuba_pia.work.site_withheld import Withheld as Said
from tsukuba_pia.yaml_source import Source, parse

__all__ = ("approved", "city")
pytestmark = pytest.mark.usefixtures("own_cache")
PURPOSE = "k_purpose: 案内"
SAID = f"k_purpose: {{answer: 案内, note: {NOTED}}}"
WITHHELD = "withheld: {reason: security, approved_by: 総務課長, until: 2029-03-31}"
OF_NOTE = WITHHELD.replace("}", ", of: [note]}")
HEARD = "consultations: [{id: k-heard, who: 住民, constituency: resident, said: 心配です。, done: 説明しました。}]\n"
BROKEN = ("organ: mayor", "organ: mayor\npurpos: x")  # a key that is not known


@pytest.fixture
def noted(city: Path, tmp_path: Path) -> Path:
    """A published assessment with a note at one answer; its file."""
    edit(city, PURPOSE, SAID)
    signed(city, "approved", "2027-02-25", post="owner")
    assert built(city, tmp_path / "out").made == ["t-1"]
    assert says(tmp_path / "out", NOTED)
    return city


def says(out: Path, secret: str) -> list[str]:
    """The files that say it."""
    return [name for name, raw in tree(out).items() if secret.encode() in raw]


@pytest.mark.parametrize("instead", [
    f"k_purpose: {{answer: 案内, note: {NOTED}, {WITHHELD}}}",
    f"k_purpose: {{answer: 案内, note: {NOTED}, {OF_NOTE}}}",
    f"k_purpose: {{answer: 案内, {WITHHELD}}}",  # the text is gone
    f"k_purpose: {{answer: 道案内, {OF_NOTE}}}",
    "k_purpose: {answer: 案内, withheld: yes}",
    "k_purpose: {answer: 案内, withheld: {of: [nott]}}",
    f"k_purpose: {{answer: 案内, {WITHHELD.replace('withheld', 'witheld')}}}",
])  # fmt: skip
def test_what_is_withheld_now_leaves_the_pages_of_a_broken_file(noted: Path, tmp_path: Path, instead: str) -> None:
    """All of them say that they are not shown; they come back once it may be read."""
    out = tmp_path / "out"
    before = {one for one in tree(out) if one.endswith(".html")}
    edit(noted, SAID, instead)
    edit(noted, *BROKEN)
    done = built(noted, out)
    assert (done.kept, list(done.withdrawn), done.unread) == ({"t-1": "withdrawn"}, ["t-1"], [])
    assert "k_purpose" in done.withdrawn["t-1"][0]
    assert says(out, NOTED) == []
    assert {one for one in tree(out) if one.endswith(".html")} == before
    assert "withholds something that it said" in text(out, EN)
    first = tree(out)
    again = built(noted, out)
    assert (again.kept, again.withdrawn, tree(out)) == ({"t-1": "withdrawn"}, {}, first)
    noted.write_text(noted.read_text("utf-8").replace(BROKEN[1], BROKEN[0]).replace(instead, PURPOSE), "utf-8")
    assert built(noted, out).kept == {}


def test_what_was_withheld_already_takes_nothing_down(city: Path, tmp_path: Path) -> None:
    """A slip in a file is no reason to hide what may be read."""
    edit(city, PURPOSE, f"k_purpose: {{answer: 案内, note: {NOTED}, {WITHHELD}}}")
    edit(city, "{role: author, name: 高橋 直}", f"{{role: author, name: 高橋 直, {WITHHELD}}}")
    edit(city, "organ: mayor", f"{HEARD}{WITHHELD.replace('withheld: ', 'withheld: {consultations: ')}}}\norgan: mayor")
    signed(city, "approved", "2027-02-25", post="owner")
    out = tmp_path / "out"
    assert built(city, out).leaking == []
    for broken in (
        BROKEN,
        ("banks: {kiosk: ", "banks: {kioskk: "),
        (NOTED, "もう一つの秘密の手順を書き足しました"),
        ("answer: 案内", "answer: 案内所"),
    ):
        edit(city, *broken)
        done = built(city, out)
        assert (done.kept, done.withdrawn) == ({"t-1": "revised"}, {})
        assert "is revising this assessment" in text(out, EN)


def test_a_choice_that_is_withheld_now_goes_with_any_finding(city: Path, tmp_path: Path) -> None:
    """A choice is no text that could be sought."""
    out = tmp_path / "out"
    file = another(city, "t-2")
    put_it(file, "2027-02-25", last="2027-03-05", shorter="急ぐため")
    built(city, out)
    edit(file, "k_level: per_person", "k_level: {answer: per_person, withheld: {reason: securty}}")
    done = built(city, out)
    assert (done.kept, done.withdrawn) == ({"t-2": "withdrawn"}, {"t-2": ("answers.k_level",)})
    assert not any("/t-2/report.json" in one for one in tree(out))
    assert done.unchanged == ["t-1"]


@pytest.mark.parametrize("name", ["team", "consultations", "k_use"])
def test_a_section_that_is_withheld_now(noted: Path, tmp_path: Path, name: str) -> None:
    """Which questions stand in it, only the bank says, which may be broken too."""
    edit(noted, "organ: mayor", f"{WITHHELD.replace('withheld: ', f'withheld: {{{name}: ')}}}\norgan: mayor")
    edit(noted, *BROKEN)
    assert built(noted, tmp_path / "out").withdrawn == {"t-1": (f"withheld.{name}",)}


AUTHOR, LAWYER = "{role: author, name: 高橋 直}", "{role: independent, post: 弁護士, constituency: legal}"
HIDDEN = AUTHOR.replace("}", f", {WITHHELD}}}")


@pytest.mark.parametrize(("lawyer", "author", "gone"), [
    (LAWYER.replace("}", f", {WITHHELD}}}"), HIDDEN, True),
    (f"{{role: independent, {WITHHELD}}}", HIDDEN, True),  # the post is gone
    (HIDDEN, LAWYER.replace("}", f", {WITHHELD}}}"), True),  # they changed places
    (HIDDEN, LAWYER, False),
    (LAWYER.replace("弁護士", "弁護士会"), HIDDEN, True),  # who is not named so any more may be the one
    (LAWYER.replace("弁護士", "弁護士会"), AUTHOR, False),  # nobody is withheld
])  # fmt: skip
def test_a_person_who_is_withheld_now(city: Path, tmp_path: Path, lawyer: str, author: str, *, gone: bool) -> None:
    """Whoever is shown still may be, wherever the line stands."""
    out = tmp_path / "out"
    edit(city, AUTHOR, HIDDEN)
    signed(city, "approved", "2027-02-25", post="owner")
    built(city, out)
    edit(city, *BROKEN)
    text_now = city.read_text("utf-8").replace(LAWYER, "@lawyer").replace(HIDDEN, author)
    city.write_text(text_now.replace("@lawyer", lawyer), encoding="utf-8")
    done = built(city, out)
    assert (done.kept, done.withdrawn) == (
        ({"t-1": "withdrawn"}, {"t-1": ("team",)}) if gone else ({"t-1": "revised"}, {})
    )
    assert bool(json.loads(tree(out)[RECORD])["assessments"]["t-1"]["people"]) != gone


def test_a_text_that_has_moved_to_a_withheld_place_is_sought(noted: Path, tmp_path: Path) -> None:
    """Also where no page can be made of the file."""
    out = tmp_path / "out"
    edit(noted, SAID, f"k_purpose: {{answer: 案内, note: 何も残しません, {OF_NOTE}}}")
    edit(noted, "顔を消してから案内します。", f"{NOTED}。")
    signed(noted, "approved", "2027-02-26", post="owner")
    built(noted, out)
    assert says(out, NOTED)
    edit(noted, f"{NOTED}。", "顔を消してから案内します。")
    edit(noted, "何も残しません", NOTED)
    edit(noted, *BROKEN)
    built(noted, out)
    assert says(out, NOTED) == []
    assert "t-1" not in json.loads((out / RECORD).read_text("utf-8"))["assessments"]  # the lists said it


@pytest.mark.parametrize("mess", ["\n  : [\n", "\nteam: &all []\n", "\nanswers:\n  - &x y\n"])
def test_a_file_that_is_no_yaml_keeps_its_pages_and_that_is_told(noted: Path, tmp_path: Path, mess: str) -> None:
    """They are not "no longer there", and nobody could look for what is withheld."""
    out = tmp_path / "out"
    with noted.open("a", encoding="utf-8") as stream:
        stream.write(mess)
    for _ in range(2):
        done = built(noted, out)
        assert (done.kept, done.unread) == ({"t-1": "revised"}, [noted])
        assert "no longer in the city's files" not in text(out, EN)
        assert "is revising this assessment" in text(out, EN)


@pytest.mark.parametrize("renamed", [False, True])
def test_an_empty_file_is_known_by_what_it_was(
    noted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, renamed: bool
) -> None:
    """By its number when it was published last; on another machine by its folder's name."""
    out, file = tmp_path / "out", noted
    if renamed:
        file = noted.parent.rename(noted.parent.parent / "kiosk") / noted.name
        built(file, out)
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    file.write_bytes(b"")
    for _ in range(2):
        done = built(file, out)
        assert (done.kept, done.unread) == ({"t-1": "revised"}, [file])


def test_a_key_that_stands_twice_is_told(noted: Path, tmp_path: Path) -> None:
    """Only the first was read: the second one may withhold more."""
    edit(noted, SAID, f"{SAID}\n  k_purpose: {{answer: 案内, {WITHHELD}}}")
    done = built(noted, tmp_path / "out")
    assert (done.kept, done.unread) == ({"t-1": "revised"}, [noted])


def test_a_page_whose_source_is_gone_says_so_beside_a_file_that_cannot_be_read(noted: Path, tmp_path: Path) -> None:
    """One is not taken for the other."""
    out = tmp_path / "out"
    other = another(noted, "t-2")
    signed(other, "refused", "2027-02-25")
    built(noted, out)
    shutil.rmtree(noted.parent)
    other.write_text("assessment: t-2\n[", encoding="utf-8")
    assert built(other, out).kept == {"t-1": "gone", "t-2": "revised"}


def test_another_number_hides_nothing_that_was_published_by_the_first(noted: Path, tmp_path: Path) -> None:
    """The page of the first one stays as gone, unless it says what is withheld now."""
    out = tmp_path / "out"
    edit(noted, "assessment: t-1", "assessment: t-9")
    edit(noted, SAID, f"k_purpose: {{answer: 案内, {WITHHELD}}}")
    shutil.rmtree(noted.parent / "approvals")
    signed(noted, "refused", "2027-02-26", post="owner")
    done = built(noted, out)
    assert (done.made, done.kept) == (["t-9"], {"t-1": "withdrawn"})
    assert says(out, NOTED) == []


def test_a_copy_publishes_nothing_that_the_broken_original_withholds(noted: Path, tmp_path: Path) -> None:
    """Which of two with one number is right, a person has to say; one that withholds nothing more is passed over."""
    out = tmp_path / "out"
    shutil.copytree(noted.parent, noted.parent.parent / "copy")
    edit(noted, *BROKEN)
    assert built(noted, out).kept == {}
    edit(noted, SAID, f"k_purpose: {{answer: 案内, {WITHHELD}}}")
    before = tree(out)
    with pytest.raises(Problem) as caught:
        built(noted, out)
    assert caught.value.code == "site_same_number"
    assert tree(out) == before


def test_the_record_tells_no_withheld_word(city: Path, tmp_path: Path) -> None:
    """Places, and digests of what the public reads of people: whom it does not read of leaves no trace."""
    edit(city, PURPOSE, f"k_purpose: {{answer: 案内, note: {NOTED}, {OF_NOTE}}}")
    edit(city, "{role: author, name: 高橋 直}", f"{{role: author, name: 高橋 直, post: 秘密の課長, {WITHHELD}}}")
    for name, post in (("one", "秘密の課長"), ("two", "別の秘密の係長")):
        edit(city, "秘密の課長" if name == "two" else post, post)
        built(city, tmp_path / name)
    record = tree(tmp_path / "one")[RECORD]
    assert record == tree(tmp_path / "two")[RECORD]
    assert json.loads(record)["assessments"]["t-1"]["withheld"] == ["answers.k_purpose.note", "team.0"]
    assert "課長".encode() not in record


def test_the_record_tells_nothing_of_what_is_in_preparation(city: Path, tmp_path: Path) -> None:
    """While the page shows what was decided on."""
    out = tmp_path / "out"
    built(city, out)
    before = json.loads(tree(out)[RECORD])["assessments"]["t-1"]
    edit(city, "  contact: {unit: 都市計画課, phone: 029-000-0000}\n", "")
    edit(city, f"  - {LAWYER}\n", f"  - {HIDDEN}\n  - {LAWYER}\n  - {{role: author, post: 新しい課長}}\n")
    edit(city, f"  {PURPOSE}\n", f"  {PURPOSE}\n  k_new: {{answer: yes, {WITHHELD}}}\n")
    assert built(city, out).decided == ["t-1"]
    after = json.loads(tree(out)[RECORD])["assessments"]["t-1"]
    assert (after["withheld"], after["people"]) == (before["withheld"], before["people"])
    assert before["people"]


def test_a_record_of_old_says_nothing_of_what_was_withheld(noted: Path, tmp_path: Path) -> None:
    """So whatever a broken file withholds may be said there."""
    out = tmp_path / "out"
    record = json.loads((out / RECORD).read_text("utf-8"))
    for one in record["assessments"].values():
        del one["withheld"], one["people"]
    (out / RECORD).write_text(json.dumps(record), encoding="utf-8")
    edit(noted, SAID, f"k_purpose: {{answer: 案内, {WITHHELD}}}")
    edit(noted, *BROKEN)
    assert built(noted, out).kept == {"t-1": "withdrawn"}


@pytest.mark.parametrize(("file", "places"), [
    ("withheld: [team, lib_x]", ["withheld.team", "withheld.lib_x"]),
    ("withheld: team", ["withheld.team"]),
    ("Withheld: {team: {}}", ["withheld.team"]),
    ("answers: [{id: a, withheld: yes}]", ["answers.0", "answers.0.note", "answers.0.evidence"]),
    ("answers: {a: {note: {ja: {withheld: yes}}}}",
     ["answers.a.note.ja", "answers.a.note.ja.note", "answers.a.note.ja.evidence"]),
    ("answers: {a: {withheld: {of: [note]}, withhold: {of: [evidence]}}}", ["answers.a.note", "answers.a.evidence"]),
    ("answers: {a_withheld: {answer: 1}}", []),
    ("answers: 3", []),
    ("[1, 2]", []),
    ("team: {withheld: yes}", ["team.0"]),
])  # fmt: skip
def test_whatever_its_shape_a_file_is_read(file: str, places: list[str]) -> None:
    """Whoever writes that something is withheld means it, wherever it stands."""
    found = read_withheld(parse(file.encode(), "assessment.yaml"))
    assert list(found.withheld) == places
    assert found.whole == (file != "[1, 2]")


KEYS = st.sampled_from(
    [
        "withheld",
        "witheld",
        "of",
        "answers",
        "team",
        "name",
        "post",
        "note",
        "answer",
        "ja",
        "consultations",
        "assessment",
    ]
)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | st.text(max_size=3) | KEYS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
)


@given(st.dictionaries(KEYS, PLAIN, max_size=4))
def test_no_shape_stops_the_reading(data: dict[str, object]) -> None:
    """Whoever breaks one file keeps none of the others from being read; what is withheld is found each time."""
    found = read_withheld(Source("assessment.yaml", data=data))
    assert found.since(MadeWith(found.withheld, found.people)) == ()
    switched = isinstance(data.get("answers"), dict) and "withheld" in data["answers"]  # type: ignore[operator]
    assert not switched or found.since(MadeWith())


def test_people_are_known_by_what_the_public_reads_of_them() -> None:
    """As a file has them and as it was read, in two languages too; nothing but that is told of them."""
    said = "team: [{role: author, name: x, post: {ja: 係長, en: Clerk}, interest: 1.5}, {role: reviewer, withheld: {}}]"
    found = read_withheld(parse(said.encode(), "assessment.yaml"))
    member = Member("author", name="another", post={"en": "Clerk", "ja": "係長"}, interest="1.5")
    hidden = Member("reviewer", withheld=Withheld("security"))
    today = Assessment(assessment="t-1", title="t", banks={}, language="ja", format=1)
    for team, since in (
        ([member, hidden], ()),
        ([hidden, member, hidden], ()),
        ([replace(member, role="reviewer"), hidden], ("team",)),
        ([member], ("team.0",)),
        ([], ("team.0",)),
    ):
        then = replace(today, team=tuple(team))
        assert found.since(made_with(then, then, Said())) == since


def test_who_left_before_is_no_reason(city: Path, tmp_path: Path) -> None:
    """An earlier version shows somebody whom today's file has no more, and did not have when the pages were made."""
    edit(city, AUTHOR, HIDDEN)
    signed(city, "approved", "2027-02-25", post="owner")
    edit(city, f"  - {LAWYER}\n", "")
    out = tmp_path / "out"
    built(city, out)
    assert "弁護士" in text(out, "assessments/t-1/versions/3/index.html")
    edit(city, *BROKEN)
    assert built(city, out).kept == {"t-1": "revised"}
    edit(city, f"  - {HIDDEN}\n", f"  - {HIDDEN}\n  - {LAWYER.replace('}', f', {WITHHELD}}}')}\n")
    assert built(city, out).withdrawn == {"t-1": ("team.1",)}
