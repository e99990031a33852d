"""The register: what stands in it, what stays, what is built anew, and what never shows."""

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.golden import ROOT
from tests.work.signed import DONE, PLANNED, SERVICE, TEXT, approved_room, at, copied, edit, signed
from tests.work.test_commenting import put_it
from tsukuba_pia.files import SaveFailed
from tsukuba_pia.model.assessment import Withheld
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.rendering import Order as Form
from tsukuba_pia.work.rendering import Rendered, Renderer
from tsukuba_pia.work.site import Built, Demand, build_site
from tsukuba_pia.work.site_folder import BUILDING, RECORD
from tsukuba_pia.work.site_sources import Refusal, as_withheld_today

LATER = "2027-03-01"
TOLD = """\
service:
  purpose: 駅で道を案内するため
  benefits: [{for: 夜に着く人, what: 案内所が閉まっていても道が分かります。}]
  contact: {unit: 都市計画課, phone: 029-000-0000}
publication: {summaries: {ja: 顔を消してから案内します。}}
"""
PUBLIC = TEXT.replace(SERVICE, TOLD)
PAGE = "assessments/t-1/index.html"
EN = f"en/{PAGE}"


pytestmark = pytest.mark.usefixtures("own_cache")  # what was built is remembered


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one assessment that was approved on conditions, and then approved; to be copied."""
    return approved_room(tmp_path_factory.mktemp("approved") / "city", PUBLIC)


@pytest.fixture
def city(approved: Path, tmp_path: Path) -> Path:
    """A copy of it; its assessment's file."""
    return copied(approved, tmp_path)


def built(file: Path, out: Path, day: str = LATER, **more: object) -> Built:
    """The register of all assessments of a file's workspace."""
    rooms = file.parent.parent
    files = sorted(rooms.glob("*/assessment.yaml"))
    for one in rooms.rglob("*"):
        os.utime(one, ns=(1, os.stat(one).st_mtime_ns - 10**10))  # noqa: PTH116 - not just written
    demand = Demand(out, day, started=time.time_ns(), **more)  # type: ignore[arg-type]
    return build_site(files, demand)


def text(out: Path, name: str) -> str:
    """A file of the register."""
    return unescape((out / name).read_text(encoding="utf-8-sig"))


def listed(out: Path) -> list[dict[str, object]]:
    """The register for programs."""
    found: list[dict[str, object]] = json.loads(text(out, "register.json"))["assessments"]
    return found


def versions(entry: dict[str, object]) -> list[dict[str, object]]:
    """The versions of an assessment, as the register for programs has them."""
    found = entry["versions"]
    assert isinstance(found, list)
    return found


def notice(out: Path, name: str) -> str:
    """What is said above a page."""
    return text(out, name).partition("<!--register-->")[2].partition("<!--/register-->")[0]


def tree(out: Path) -> dict[str, bytes]:
    """Every file that lies there."""
    return {str(one.relative_to(out)): one.read_bytes() for one in out.rglob("*") if one.is_file()}


def another(file: Path, name: str, old: str = "", new: str = "") -> Path:
    """One more assessment in the workspace, in preparation unless something is signed."""
    place = file.parent.parent / name
    shutil.copytree(file.parent, place, ignore=shutil.ignore_patterns("approvals"))
    edit(place / "assessment.yaml", "assessment: t-1", f"assessment: {name}")
    if old:
        edit(place / "assessment.yaml", old, new)
    return place / "assessment.yaml"


# --------------------------------------------------------------------------------------------------- what stands in it


def test_an_approved_assessment_has_a_page_for_itself_and_each_version(city: Path, tmp_path: Path) -> None:
    """In both languages, each leading to the others."""
    out = tmp_path / "out"
    assert built(city, out).made == ["t-1"]
    for language in ("", "en/"):
        for name in ("index.html", "versions/1/index.html", "versions/2/index.html"):
            assert (out / language / "assessments/t-1" / name).is_file()
    (one,) = listed(out)
    assert (one["id"], one["state"]) == ("t-1", "approved")
    assert [version["outcome"] for version in versions(one)] == ["approved_with_conditions", "approved"]
    assert [name for name in tree(out) if Path(name).name.startswith(".")] == []
    assert 'hreflang="en" href="../../en/assessments/t-1/index.html"' in text(out, PAGE)
    assert 'href="../../../assessments/t-1/index.html"' in text(out, EN)


def test_what_changed_between_versions_is_told_in_words(city: Path, tmp_path: Path) -> None:
    """The level that fell, with the answer that it rests on, and the measure."""
    out = tmp_path / "out"
    built(city, out)
    page = text(out, "en/assessments/t-1/versions/2/index.html")
    told = page.partition('id="history"')[2].partition('id="')[0]
    assert "<dt>Leak</dt>" in told
    assert "<del>High</del>" in told
    assert "<ins>Low</ins>" in told
    assert "Faces are masked." in told.partition("Safeguards")[2]
    assert "This is the first version." in told
    first = text(out, "en/assessments/t-1/versions/1/index.html").partition('id="history"')[2]
    assert "<del>" not in first
    second = json.loads(text(out, "en/assessments/t-1/versions/2/report.json"))["changes"]
    assert second["number"] == 1
    assert "Faces are masked." in json.dumps(second)
    assert json.loads(text(out, "en/assessments/t-1/versions/1/report.json"))["changes"] is None


def test_what_is_not_what_was_decided_on_is_told(city: Path, tmp_path: Path) -> None:
    """At the head of its page and its sheet, and in the list; on no page of a version, which was decided on."""
    out, sheet = tmp_path / "out", "assessments/t-1/citizen.html"
    say, listed = "か所変わっています。", "の決定の後に、内容が変わっています。"
    built(city, out)
    assert not any(one in text(out, name) for name in (PAGE, sheet, "index.html") for one in (say, listed))
    edit(city, "顔を消してから案内します。", "何も集めません。")
    built(city, out)
    assert "何も集めません。" in text(out, "index.html")
    assert say in text(out, PAGE).partition("<main")[0]
    assert say in text(out, sheet).partition("<main")[0]
    assert listed in text(out, "index.html")
    assert not any(say in text(out, f"assessments/t-1/versions/{number}/index.html") for number in (1, 2))


def test_what_nobody_decided_on_is_not_listed(city: Path, tmp_path: Path) -> None:
    """It is named to the person who builds."""
    another(city, "t-2")
    done = built(city, tmp_path / "out")
    assert [(file.parent.name, one) for file, one in done.refused] == [("t-2", Refusal("undecided"))]
    assert "t-2" not in "".join(name for name in tree(tmp_path / "out"))
    assert b"t-2" not in b"".join(tree(tmp_path / "out").values())


def test_what_residents_are_asked_about_stands_first(city: Path, tmp_path: Path) -> None:
    """While its window is open; afterwards it stays listed, as not decided yet."""
    put_it(another(city, "t-2"), "2027-02-25", last="2027-03-05", shorter="急ぐため")
    out = tmp_path / "out"
    built(city, out)
    index = text(out, "index.html")
    assert index.index('id="open"') < index.index("assessments/t-2/index.html") < index.index("assessments/t-1/")
    assert index.count('class="entry" data-state="comment"') == 1
    for page in ("assessments/t-2/index.html", "assessments/t-2/citizen.html"):
        told = re.sub("<[^>]+>", "", text(out, page))
        assert "意見募集中(決定前の案)" in told
        assert (
            told.count("令和9年(2027年)3月5日まで、意見を募集しています。 意見の出し方: 都市計画課 029-000-0000") == 1
        )
    said = notice(out, "assessments/t-2/index.html")
    assert "2027-03-05" in said
    assert "029-000-0000" in said
    assert {one["id"]: one["state"] for one in listed(out)} == {"t-1": "approved", "t-2": "comment"}
    built(city, out, "2027-03-06")
    assert 'id="open"' not in text(out, "index.html")
    assert {one["id"]: one["state"] for one in listed(out)} == {"t-1": "approved", "t-2": "review"}
    assert notice(out, "assessments/t-2/index.html") == ""


def test_a_refusal_is_told(city: Path, tmp_path: Path) -> None:
    """It is a version like an approval."""
    file = another(city, "t-2")
    signed(file, "refused", "2027-02-25")
    built(city, tmp_path / "out")
    assert {one["id"]: one["state"] for one in listed(tmp_path / "out")} == {"t-1": "approved", "t-2": "refused"}
    assert "refused" in text(tmp_path / "out", "en/feed.atom").lower()


def test_what_was_sent_back_is_no_version(city: Path, tmp_path: Path) -> None:
    """It is a step on the way, which residents were never shown."""
    file = another(city, "t-2")
    signed(file, "changes_required", "2027-02-01")
    signed(file, "refused", "2027-02-25")
    built(city, tmp_path / "out")
    (one,) = (one for one in listed(tmp_path / "out") if one["id"] == "t-2")
    assert [version["number"] for version in versions(one)] == [2]


def test_what_was_decided_on_is_shown_while_todays_text_may_not_be(city: Path, tmp_path: Path) -> None:
    """The page says so; what is being written is on no page."""
    edit(city, "  contact: {unit: 都市計画課, phone: 029-000-0000}\n", "")
    edit(city, "駅で道を案内するため", "書きかけの目的")
    out = tmp_path / "out"
    done = built(city, out)
    assert done.decided == ["t-1"]
    assert "書きかけの目的" not in "".join(one.decode() for one in tree(out).values())
    assert "A newer text is being prepared" in text(out, EN)


def test_what_cannot_be_published_keeps_nothing_else_from_it(city: Path, tmp_path: Path) -> None:
    """It is told with how much stands in its way."""
    file = another(city, "t-2")
    put_it(file, "2027-02-25", last="2027-03-05", shorter="急ぐため")
    edit(file, DONE, "k_masking: absent")
    broken = another(city, "t-3")
    broken.write_text("assessment: [\n", encoding="utf-8")
    done = built(city, tmp_path / "out")
    why = {file.parent.name: refused.why for file, refused in done.refused}
    assert why == {"t-2": "findings", "t-3": "unusable"}
    assert done.made == ["t-1"]


def test_drafts_only_where_they_are_asked_for(city: Path, tmp_path: Path) -> None:
    """Marked on every page, and in a folder of their own."""
    another(city, "t-2")
    out = tmp_path / "drafts"
    assert built(city, out, drafts=True).made == ["t-1", "t-2"]
    assert 'class="watermark"' in text(out, "assessments/t-2/index.html")
    assert 'class="watermark"' not in text(out, PAGE)
    with pytest.raises(Problem) as caught:
        built(city, out)
    assert caught.value.code == "site_drafts"
    built(city, tmp_path / "out")
    with pytest.raises(Problem) as caught:
        built(city, tmp_path / "out", drafts=True)
    assert caught.value.code == "site_no_drafts"


def test_two_of_one_number_are_refused(city: Path, tmp_path: Path) -> None:
    """Nothing is written: one of the pages would vanish."""
    shutil.copytree(city.parent, city.parent.parent / "copy")
    with pytest.raises(Problem) as caught:
        built(city, tmp_path / "out")
    assert caught.value.code == "site_same_number"
    assert not (tmp_path / "out" / "index.html").exists()


def test_who_is_replaced_says_so(city: Path, tmp_path: Path) -> None:
    """The later assessment is named above the page of the earlier one."""
    file = another(city, "t-2", "organ: mayor", "supersedes: t-1\norgan: mayor")
    edit(file, "title: 案内端末", "title: 新しい案内端末")
    signed(file, "refused", "2027-02-25")
    built(city, tmp_path / "out")
    assert '<a href="../t-2/index.html">新しい案内端末</a>' in notice(tmp_path / "out", PAGE)


# ----------------------------------------------------------------------------------------------------------- what stays


def test_addresses_do_not_follow_titles_or_folders(city: Path, tmp_path: Path) -> None:
    """A page is found again whatever people reword."""
    out = tmp_path / "out"
    built(city, out)
    names = set(tree(out))
    city.parent.rename(city.parent.parent / "renamed")
    moved = city.parent.parent / "renamed" / "assessment.yaml"
    edit(moved, "title: 案内端末", "title: 道案内")
    done = built(moved, out)
    assert (done.made, done.kept) == (["t-1"], {})
    assert set(tree(out)) == names


def test_a_page_stays_when_its_source_is_gone(city: Path, tmp_path: Path) -> None:
    """And says so, also in the list; it comes back when the source does."""
    another(city, "t-2")
    signed(city.parent.parent / "t-2" / "assessment.yaml", "refused", "2027-02-25")
    out = tmp_path / "out"
    built(city, out)
    before = text(out, PAGE)
    shutil.move(city.parent, tmp_path / "away")
    other = city.parent.parent / "t-2" / "assessment.yaml"
    assert built(other, out).kept == {"t-1": "gone"}
    gone = text(out, PAGE)
    assert gone != before
    assert "no longer in the city's files" in text(out, EN)
    assert "no longer in the city's files" in text(out, "en/index.html")
    assert built(other, out).kept == {"t-1": "gone"}
    assert text(out, PAGE) == gone
    shutil.move(tmp_path / "away", city.parent)
    assert built(city, out).kept == {}
    assert text(out, PAGE) == before


def test_what_may_not_be_published_any_more_stays_as_it_was(city: Path, tmp_path: Path) -> None:
    """A page that people refer to does not vanish because a file has an error today."""
    out = tmp_path / "out"
    built(city, out)
    city.write_text("assessment: [\n", encoding="utf-8")
    done = built(city, out)
    assert (out / PAGE).is_file()
    assert list(done.kept) == ["t-1"]


def test_an_ended_service_stays_and_is_marked(city: Path, tmp_path: Path) -> None:
    """With the day on which it ended."""
    out = tmp_path / "out"
    built(city, out)
    edit(city, "{starts_on: 2027-04-01}", "{starts_on: 2027-04-01, ended: {on: 2027-02-28, why: 終了}}")
    built(city, out)
    (one,) = listed(out)
    assert (one["state"], one["outcome"], one["ended"]) == ("ended", "approved", "2027-02-28")
    assert "終了しました(最後の決定は承認)" in text(out, "feed.atom")


# ------------------------------------------------------------------------------------------------- what is built anew


def test_what_has_not_changed_is_not_built_again(city: Path, tmp_path: Path) -> None:
    """Not a byte, and no file is touched."""
    out = tmp_path / "out"
    built(city, out)
    before = tree(out)
    times = {one: one.stat().st_mtime_ns for one in out.rglob("*") if one.is_file() and not one.name.startswith(".")}
    done = built(city, out)
    assert (done.made, done.unchanged, done.files) == ([], ["t-1"], 0)
    assert tree(out) == before
    assert {one: one.stat().st_mtime_ns for one in times} == times


def test_another_day_builds_only_the_lists(city: Path, tmp_path: Path) -> None:
    """Unless it is a day that a file names, or such a day has passed."""
    out = tmp_path / "out"
    built(city, out, "2027-03-02")
    done = built(city, out, "2027-03-20")
    assert (done.made, done.unchanged) == ([], ["t-1"])
    assert "2027-03-20" in text(out, "en/index.html")
    assert built(city, out, "2027-04-02").made == ["t-1"]
    assert listed(out)[0]["state"] == "monitoring"


@pytest.mark.parametrize("what", ["assessment", "evidence", "bank", "city", "page", "record", "address"])
def test_what_a_page_rests_on_builds_it_again(city: Path, tmp_path: Path, what: str) -> None:
    """The file, what lies beside it, what it is scored by, the city's name, and the page itself."""
    out, home = tmp_path / "out", city.parent.parent.parent
    built(city, out)
    more: dict[str, str] = {}
    if what == "assessment":
        edit(city, "decided on Monday", "decided on Tuesday")
    elif what == "evidence":
        (city.parent / "evidence" / "mask.md").write_text("tested again\n", encoding="utf-8")
    elif what == "bank":
        edit(home / "questionnaires/kiosk/0.1.yaml", "en: Kiosk", "en: Terminal")
    elif what == "city":
        edit(home / "city.yaml", "つくば市", "筑波市")
    elif what == "page":
        (out / PAGE).write_text("broken", encoding="utf-8")
    elif what == "record":
        edit(out / RECORD, '"state":"approved"', '"state":"refused"')
    else:
        more = {"address": "https://example.jp/pia"}
    assert built(city, out, **more).made == ["t-1"]
    assert (out / PAGE).stat().st_size > 1000


def test_the_same_sources_give_the_same_bytes(city: Path, tmp_path: Path) -> None:
    """Whether built at once or step by step, by one process or by several."""
    for number in range(2, 18):
        signed(another(city, f"t-{number}"), "refused", "2027-02-25")
    built(city, tmp_path / "one", jobs=1)
    built(city, tmp_path / "two", jobs=2)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


# -------------------------------------------------------------------------------------------------------- whose folder


def test_a_folder_that_is_not_ours_is_left_alone(city: Path, tmp_path: Path) -> None:
    """Neither emptied nor written into."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "holiday.jpg").write_bytes(b"sea")
    with pytest.raises(Problem) as caught:
        built(city, out)
    assert caught.value.code == "site_not_ours"
    assert tree(out) == {"holiday.jpg": b"sea"}


def test_a_file_of_others_in_our_folder_is_left_alone(city: Path, tmp_path: Path) -> None:
    """It is not written over, and stays."""
    out = tmp_path / "out"
    built(city, out)
    (out / "robots.txt").write_text("mine", encoding="utf-8")
    signed(another(city, "t-2"), "refused", "2027-02-25")
    (out / "assessments/t-2").mkdir()
    (out / "assessments/t-2/index.html").write_text("mine", encoding="utf-8")
    before = tree(out)
    with pytest.raises(Problem) as caught:
        built(city, out)
    assert caught.value.code == "not_ours"
    assert tree(out) == before


@pytest.mark.parametrize("raw", ["", "[]", "{}", '{"pia_site": 2}', '{"pia_site": 1, "assessments": 3}', "\0"])
def test_a_record_that_cannot_be_read_is_no_reason_to_begin_anew(city: Path, tmp_path: Path, raw: str) -> None:
    """Published pages would be forgotten."""
    out = tmp_path / "out"
    built(city, out)
    (out / RECORD).write_text(raw, encoding="utf-8")
    with pytest.raises(Problem) as caught:
        built(city, out)
    assert caught.value.code == "site_record"


def test_nothing_is_written_through_a_link(city: Path, tmp_path: Path) -> None:
    """A folder of the register that leads elsewhere."""
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    built(city, out)
    shutil.move(out / "assessments", elsewhere)
    (out / "assessments").symlink_to(elsewhere)
    before = tree(elsewhere)
    edit(city, "title: 案内端末", "title: 道案内")
    with pytest.raises(Problem) as caught:
        built(city, out)
    assert caught.value.code == "not_ours"
    assert tree(elsewhere) == before


def test_a_killed_run_leaves_the_old_register_whole(city: Path, tmp_path: Path) -> None:
    """And the next run makes the new one."""
    out = tmp_path / "out"
    built(city, out)
    before = tree(out)
    edit(city, "title: 案内端末", "title: 道案内")
    script = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom tsukuba_pia.work import site_folder, site\n"
        "site_folder.Folder.move = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"site.build_site([Path(sys.argv[1])], site.Demand(Path(sys.argv[2]), {LATER!r}, 0))\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(city), str(out)], check=False)
    assert killed.returncode == -signal.SIGKILL
    left = tree(out)
    assert {name: one for name, one in left.items() if not name.startswith(".pia-")} == {
        name: one for name, one in before.items() if not name.startswith(".pia-")
    }
    assert (out / BUILDING).is_dir()
    assert built(city, out).made == ["t-1"]
    built(city, tmp_path / "fresh")
    assert tree(out) == tree(tmp_path / "fresh")


def test_a_run_killed_while_moving_is_ended_by_the_next(city: Path, tmp_path: Path) -> None:
    """What it had moved already is known as ours."""
    out = tmp_path / "out"
    built(city, out)
    signed(another(city, "t-2"), "refused", "2027-02-25")
    script = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom tsukuba_pia.work import site_folder, site\n"
        "real, moved = os.replace, []\n"
        "def replace(old, new):\n"
        "    real(old, new)\n"
        "    moved.append(new)\n"
        "    if len([one for one in moved if '.pia-building' in str(old)]) and 'pia-site' not in str(new):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "site_folder.os.replace = replace\n"
        f"files = [Path(one) for one in sys.argv[2:]]\n"
        f"site.build_site(files, site.Demand(Path(sys.argv[1]), {LATER!r}, 0))\n"
    )
    files = [str(city), str(city.parent.parent / "t-2" / "assessment.yaml")]
    killed = subprocess.run([sys.executable, "-c", script, str(out), *files], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert "t-2" in json.loads(text(out, RECORD))["assessments"]
    built(city, out)
    assert {one["id"] for one in listed(out)} == {"t-1", "t-2"}
    assert json.loads(text(out, RECORD))["moving"] == []
    assert (out / "assessments/t-2/index.html").is_file()


# ----------------------------------------------------------------------------------------------------- what never shows

WITHHELD = "withheld: {reason: security, exemption: 第7条第4号, approved_by: 総務部長, until: 2029-03-31}"


def hide(file: Path, note: str) -> None:
    """Withhold the answer about masking, with a note."""
    edit(file, DONE, DONE.replace("}", f", note: {note}, {WITHHELD}}}"))


def test_what_is_withheld_today_is_withheld_in_every_version(city: Path, tmp_path: Path) -> None:
    """Also in those that were signed before anybody withheld it; and no change of it is told."""
    hide(city, "CANARY-カメラの場所")
    out = tmp_path / "out"
    done = built(city, out)
    assert done.leaking == []
    for name, raw in tree(out).items():
        assert "CANARY" not in raw.decode(), name
        assert "evidence/mask.md" not in raw.decode(), name
    page = text(out, "en/assessments/t-1/versions/2/index.html").partition('id="history"')[2]
    assert "Faces are masked." not in page
    assert "都市計画課, 2027" not in text(out, "assessments/t-1/versions/1/index.html")


def test_two_that_differ_only_in_what_is_withheld_are_published_alike(city: Path, tmp_path: Path) -> None:
    """To the byte, the record included: no digest of a source stands in it."""
    hide(city, "一つの秘密の言葉")
    built(city, tmp_path / "one")
    edit(city, "一つの秘密の言葉", "まったく別の長い長い秘密")
    built(city, tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


OPENED = "note: 改札の上にカメラを一台だけ置きます"


def test_what_was_withheld_once_may_be_said_today(city: Path, tmp_path: Path) -> None:
    """The city opens it; the page of the version that withheld it goes on withholding it."""
    hide(city, OPENED.removeprefix("note: "))
    signed(city, "approved", "2027-02-25", post="owner")
    edit(city, f", {WITHHELD}", "")
    made = Renderer(Form("html", "full", "public", "ja", draft=True), LATER)(city)
    assert isinstance(made, Rendered)  # `pia render`, whose change log speaks of what was decided on, says it too
    assert "改札の上" in made.content.decode()
    signed(city, "approved", "2027-02-26", post="owner")
    out = tmp_path / "out"
    done = built(city, out)
    assert (done.made, done.leaking, done.unshown) == (["t-1"], [], {})
    assert "改札の上" in text(out, PAGE)
    assert "改札の上" in text(out, "assessments/t-1/versions/4/index.html")
    for name in tree(out):
        assert "改札の上" not in text(out, name) or "versions/3" not in name, name


def test_a_person_who_was_withheld_once_may_be_named_today(city: Path, tmp_path: Path) -> None:
    """Where the answer that names the unit is no secret any more."""
    edit(city, "{role: author, name: 高橋 直}", f"{{role: author, name: 高橋 直, {WITHHELD}}}")
    signed(city, "approved", "2027-02-25", post="owner")
    edit(city, f"{{role: author, name: 高橋 直, {WITHHELD}}}", "{role: author, name: 高橋 直}")
    edit(city, "  purpose: 駅で道を案内するため", "  purpose: 駅で道を案内するため(担当は高橋直です)")
    signed(city, "approved", "2027-02-26", post="owner")
    out = tmp_path / "out"
    done = built(city, out)
    assert (done.made, done.leaking, done.unshown) == (["t-1"], [], {})
    assert "高橋直" in text(out, PAGE)
    assert all("高橋" not in text(out, name).replace("担当は高橋直", "") for name in tree(out) if "versions/3" in name)


def test_a_version_that_says_what_is_withheld_today_has_no_page(city: Path, tmp_path: Path) -> None:
    """A snapshot is not reworded, and the rest is published all the same; people are told of both."""
    edit(city, "駅で道を案内するため", "駅で道を案内するため。鈴木一郎太が見守ります")
    signed(city, "approved", "2027-02-25", post="owner")
    out = tmp_path / "out"
    assert built(city, out).unshown == {}
    assert "鈴木" in text(out, "assessments/t-1/versions/3/index.html")
    edit(city, "。鈴木一郎太が見守ります", "")
    edit(city, "{role: author, name: 高橋 直}", f"{{role: author, name: 鈴木一郎太, {WITHHELD}}}")
    signed(city, "approved", "2027-02-26", post="owner")
    done = built(city, out)
    assert (done.made, done.leaking, done.unshown) == (["t-1"], [], {"t-1": (3,)})
    for name in tree(out):
        assert "鈴木" not in text(out, name), name
    assert "Version 3 has no page here" in text(out, EN)
    told = {one["number"]: (one["pages"] is None, one["level"] is None) for one in versions(listed(out)[0])}
    assert told == {1: (False, False), 2: (False, False), 3: (True, True), 4: (False, False)}
    feed = text(out, "en/feed.atom")
    assert "(this version has no page: it says what has been withheld since)" in feed
    assert "versions/3" not in feed
    schema = json.loads((ROOT / "schemas" / "register.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(json.loads(text(out, "register.json")))) == []


def test_a_version_without_a_page_is_compared_with_nothing(city: Path, tmp_path: Path) -> None:
    """What was decided on with it is not told as what nobody decided on."""
    edit(city, "conclusion: 案内が", "conclusion: 鈴木一郎太が見守ります。案内が")
    edit(city, DONE, PLANNED)
    signed(city, day="2027-02-25", post="owner")
    edit(city, "conclusion: 鈴木一郎太が見守ります。案内が", "conclusion: 案内が")
    edit(city, "{role: author, name: 高橋 直}", f"{{role: author, name: 鈴木一郎太, {WITHHELD}}}")
    out = tmp_path / "out"
    assert built(city, out).unshown == {"t-1": (3,)}
    assert "か所変わっています。" not in text(out, PAGE)
    assert "の決定の後に、内容が変わっています。" not in text(out, "index.html")


def test_a_renamed_question_that_is_withheld_today_hides_the_earlier_one(city: Path, tmp_path: Path) -> None:
    """Which of those that are gone it was, nobody knows here: none of them is shown."""
    edit(city, DONE, DONE.replace("}", ", note: カメラの場所}"))
    then, today = at(city, LATER).assessment, at(city, LATER).assessment
    assert then is not None
    assert today is not None
    why = Withheld("security")
    renamed = {("k_mask2" if name == "k_masking" else name): one for name, one in today.answers.items()}
    renamed["k_mask2"] = replace(renamed["k_mask2"], withheld=why)
    seen = as_withheld_today(then, replace(today, answers=renamed))
    assert {name for name, one in seen.answers.items() if one.withheld} == {"k_masking"}


def test_an_approval_that_was_taken_back_is_not_told_as_one(city: Path, tmp_path: Path) -> None:
    """Neither with today's text nor where that cannot be shown; the feed says so."""
    out = tmp_path / "out"
    signed(city, "changes_required", "2027-02-25", post="owner")
    built(city, out)
    assert (listed(out)[0]["state"], listed(out)[0]["outcome"]) == ("changes_required", "changes_required")
    assert "差し戻しました" in text(out, "feed.atom")
    assert "決定前の案" not in text(out, PAGE)
    city.write_text(city.read_text("utf-8").replace("answers:", "answers:\n  k_nobody: yes", 1), encoding="utf-8")
    built(city, out)
    assert listed(out)[0]["outcome"] == "changes_required"
    assert listed(out)[0]["kept"] == "sent_back"
    assert "差戻しの前に決定した内容です" in text(out, "index.html")
    assert "差戻しの前に決定した内容です" in text(out, PAGE)
    assert '<p class="warning">決定した内容です' not in text(out, PAGE)
    assert "修正を求める" in text(out, PAGE)


def test_a_withheld_person_by_another_name_is_not_read_in_an_earlier_text(city: Path) -> None:
    """Whom nobody of today's team is, may be the one."""
    then = at(city, LATER).assessment
    assert then is not None
    assert len(then.team) > 1
    hidden = replace(then.team[0], name="Someone Else", withheld=Withheld("personal_data"))
    seen = as_withheld_today(then, replace(then, team=(hidden, *then.team[1:])))
    named = [one for one in zip(then.team, seen.team, strict=True) if one[0].name]
    assert named[0][1].withheld is not None
    assert [before for before, after in named[1:] if after.withheld is not None] == []


@pytest.mark.parametrize("address", [
    "ftp://example.jp", "https://", "https://exa mple.jp", 'https://example.jp/"x', "https://example.jp/'x",
    "https://example.jp/<b>", "https://example.jp/?a=1", "https://example.jp/#a", "https://me:word@example.jp",
    "https://example.jp/\nx", "https://[example.jp", "https://example.jp/\\x", "javascript:alert(1)", "example.jp",
])  # fmt: skip
def test_what_is_no_address_is_none(city: Path, tmp_path: Path, address: str) -> None:
    """It would stand in every page, in the feed and in the data."""
    with pytest.raises(Problem) as caught:
        built(city, tmp_path / "out", address=address)
    assert caught.value.code == "site_address"


@pytest.mark.parametrize("address", ["https://example.jp/pia//", "https://例え.jp:8443/評価", "http://127.0.0.1"])
def test_an_address_ends_in_one_slash(city: Path, tmp_path: Path, address: str) -> None:
    """Names of the feed begin with it."""
    out = tmp_path / "out"
    built(city, out, address=address)
    assert f"<id>{address.rstrip('/')}/feed.atom</id>" in text(out, "feed.atom")


def test_a_full_disk_leaves_the_old_register_whole(city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is moved before everything is written."""
    out = tmp_path / "out"
    built(city, out)
    before = tree(out)
    edit(city, "title: 案内端末", "title: 道案内")
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "citizen.html":
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(SaveFailed):
        built(city, out)
    assert tree(out) == before
    monkeypatch.undo()


NAMES = ["con", "..", "a/b", "a\\b", "index.html", "-", "ﾃｽﾄ", "a" * 300, "", "t 1", "nul.html"]


@pytest.mark.parametrize("name", NAMES)
def test_a_number_leads_nowhere_else(city: Path, tmp_path: Path, name: str) -> None:
    """Whatever somebody writes as the number: its pages lie in its own folder, or it has none."""
    edit(city, "assessment: t-1", f"assessment: {json.dumps(name)}")
    out = tmp_path / "out"
    done = built(city, out)
    allowed = tuple(f"assessments/{one}/" for one in done.made)
    assert all("assessments/" not in one or one.removeprefix("en/").startswith(allowed) for one in tree(out))
    assert done.made in ([], ["t-1"], [name])


def test_a_number_that_was_changed_after_the_decision(city: Path, tmp_path: Path) -> None:
    """While today's text may not be shown, the page is that of what was decided on, under its own number."""
    edit(city, "assessment: t-1", "assessment: t-9")
    edit(city, "  contact: {unit: 都市計画課, phone: 029-000-0000}\n", "")
    out = tmp_path / "out"
    done = built(city, out)
    assert (done.made, done.decided) == (["t-1"], ["t-1"])
    assert (out / PAGE).is_file()
    assert built(city, out).unchanged == ["t-1"]
