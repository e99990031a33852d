"""A decision that says what is withheld later: the public is told that it is, and nothing of it is bent."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.work.signed import at, edit, signed
from tests.work.test_site import EN, LATER, PAGE, approved, built, city, text, tree
from tests.work.test_site_withheld import AUTHOR, HIDDEN, OF_NOTE, PURPOSE, WITHHELD
from tsukuba_pia.model.sign_off import Condition
from tsukuba_pia.work.rendering import Order, Rendered, Renderer

__all__ = ("approved", "city")
pytestmark = pytest.mark.usefixtures("own_cache")
NOTE = "配電盤の部屋は七番目の扉の奥にあります"
VISIBLE = "来年の四月までに見直します"


def rendered(file: Path, kind: Any = "full", audience: Any = "public", language: str = "ja") -> str:  # noqa: ANN401
    """What `pia render` makes of it."""
    made = Renderer(Order("md", kind, audience, language, draft=True), LATER)(file)
    assert isinstance(made, Rendered), made
    return made.content.decode()


@pytest.mark.parametrize("said", [
    {"because": "高橋直さんが記録を見守ります"},
    {"because": {"ja": VISIBLE, "en": "高橋 直 watches"}},
    {"document": "高橋直メモ第1号"},
    {"conditions": (Condition(owner="高橋 直", due="2027-12-01", what=VISIBLE),)},
    {"conditions": (Condition(owner="都市計画課", due="2027-12-01", what="高橋直が確かめます"),)},
])  # fmt: skip
def test_a_person_who_is_withheld_later(city: Path, tmp_path: Path, said: dict[str, Any]) -> None:
    """Stands in no public file; the register goes on, with a page for each version."""
    signed(city, "approved_with_conditions" if "conditions" in said else "approved", "2027-02-25", post="owner", **said)
    out = tmp_path / "out"
    built(city, out)
    edit(city, AUTHOR, HIDDEN)
    done = built(city, out)
    assert (done.leaking, done.unshown, done.made) == ([], {}, ["t-1"])
    for name, raw in tree(out).items():
        assert "高橋" not in raw.decode(), name
    for page in (EN, "en/assessments/t-1/versions/3/index.html"):
        assert "Withheld (reason: Security)" in text(out, page).partition('id="signed"')[2]
        assert "Also withheld, for they tell of it: 1 text(s)" in text(out, page)
    for kind in ("full", "citizen", "council", "notice"):
        assert "高橋" not in rendered(city, kind)
    assert "高橋" in rendered(city, audience="internal")
    assert at(city, LATER).signed.fits


def test_a_note_that_is_withheld_later_and_only_what_says_it(city: Path, tmp_path: Path) -> None:
    """The rest of the decision stays as it is."""
    edit(city, PURPOSE, f"k_purpose: {{answer: 案内, note: {NOTE}}}")
    signed(city, "approved", "2027-02-25", post="owner", because=f"{NOTE}。よって足ります。", document="つ第77号")
    out = tmp_path / "out"
    built(city, out)
    assert NOTE in text(out, PAGE)
    edit(city, f"note: {NOTE}", f"note: {NOTE}, {OF_NOTE}")
    done = built(city, out)
    assert (done.leaking, done.unshown, done.made) == ([], {}, ["t-1"])
    assert not [name for name, raw in tree(out).items() if NOTE.encode() in raw]
    (*_, last) = json.loads(text(out, "assessments/t-1/report.json"))["signed"]
    assert last["because"]["text"] == "非公開(理由: 安全を守るため)"
    assert last["document"]["text"] == "つ第77号"
    assert NOTE not in rendered(city)


def test_what_says_nothing_of_it_is_shown(city: Path, tmp_path: Path) -> None:
    """A phrase that both happen to have is no secret."""
    edit(city, PURPOSE, f"k_purpose: {{answer: 案内, note: 個人情報の取扱いについて職員が話しました, {OF_NOTE}}}")
    signed(city, "approved", "2027-02-25", post="owner", because="個人情報の取扱いについて確かめました")
    built(city, tmp_path / "out")
    page = text(tmp_path / "out", PAGE)
    assert "個人情報の取扱いについて確かめました" in page
    assert "決定の記録の文章" not in page


def test_a_later_decision_taken_back(city: Path, tmp_path: Path) -> None:
    """Also where the page says what was decided on last, and in the step back itself."""
    signed(city, "changes_required", "2027-02-25", post="owner", because="高橋直さんに聞きます")
    edit(city, AUTHOR, HIDDEN)
    edit(city, "  contact: {unit: 都市計画課, phone: 029-000-0000}\n", "")
    out = tmp_path / "out"
    done = built(city, out)
    assert (done.decided, done.leaking) == (["t-1"], [])
    assert not [name for name, raw in tree(out).items() if "高橋".encode() in raw]
    assert WITHHELD not in text(out, PAGE)


def test_what_was_heard_and_is_withheld_as_a_section(city: Path, tmp_path: Path) -> None:
    """A decision that repeats it says that it is withheld; so does one that names somebody of a withheld team."""
    heard = f"consultations: [{{id: k-heard, who: 住民, constituency: resident, said: {NOTE}}}]\n"
    edit(city, "organ: mayor\n", f"organ: mayor\n{heard}")
    signed(city, "approved", "2027-02-25", post="owner", because=f"{NOTE}とのこと", document="高橋 直の文書")
    sections = WITHHELD.removeprefix("withheld: ")
    edit(city, "organ: mayor\n", f"organ: mayor\nwithheld: {{consultations: {sections}, team: {sections}}}\n")
    out = tmp_path / "out"
    done = built(city, out)
    assert (done.leaking, done.unshown, done.made) == ([], {}, ["t-1"])
    for name, raw in tree(out).items():
        assert NOTE not in raw.decode(), name
        assert "高橋" not in raw.decode(), name
    assert "Also withheld, for they tell of it: 2 text(s)" in text(out, EN)
