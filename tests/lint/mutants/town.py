"""A small town whose files say nothing wrong: two banks, scenarios, a profile, an assessment that went all the way."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.lint.frame import FIXED
from tsukuba_pia.model.minutes import Decision, Opinion, Task
from tsukuba_pia.work.commenting import Wish as Window
from tsukuba_pia.work.commenting import propose_window, put
from tsukuba_pia.work.meeting_start import begin
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.work.signing import Wish, propose, sign

SOUND = Path(__file__).parent / "sound"
TODAY = "2027-06-01"
ASKED_ON, MET_ON, BUILT_ON, RUNS_ON = "2027-01-15", "2027-02-01", "2027-02-15", "2027-03-20"
PLACES = {
    "city": "city.yaml",
    "bank": "questionnaires/base/1.0.yaml",
    "scenarios": "questionnaires/base/tests/base.yaml",
    "sector bank": "questionnaires/kiosk/2.0.yaml",
    "assessment": "assessments/t-2027-kiosk/assessment.yaml",
    "comment window": "assessments/t-2027-kiosk/comments/w1.yaml",
    "minutes": f"assessments/t-2027-kiosk/minutes/{MET_ON}.yaml",
    "first sign-off": f"assessments/t-2027-kiosk/approvals/001-{BUILT_ON}-approved_with_conditions/sign-off.yaml",
    "last sign-off": f"assessments/t-2027-kiosk/approvals/002-{RUNS_ON}-approved/sign-off.yaml",
    "vocabulary": "shared/vocabulary/1.0.yaml",
    "references": "shared/references/1.0.yaml",
}
PLANNED = "c_logging: {answer: planned, owner: 情報政策課, due: 2027-03-01}"
DONE = "c_logging: {answer: implemented, owner: 情報政策課, evidence: [evidence/log.md]}"


@dataclass(frozen=True, slots=True)
class Town:
    """The folder that holds it all."""

    folder: Path

    def file(self, kind: str) -> Path:
        """The file of a kind."""
        return self.folder / PLACES[kind]


def _copy(town: Town) -> None:
    sources = {
        "city": SOUND / "city.yaml", "bank": SOUND / "base.yaml", "scenarios": SOUND / "scenarios.yaml",
        "sector bank": SOUND / "kiosk.yaml", "assessment": SOUND / "assessment.yaml",
        "vocabulary": FIXED / "vocabulary.yaml", "references": FIXED / "references.yaml",
    }  # fmt: skip
    for kind, source in sources.items():
        file = town.file(kind)
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, file)
    room = town.file("assessment").parent / "evidence"
    room.mkdir()
    for name in ("mask", "coarse", "blur", "log"):
        (room / f"{name}.md").write_text(f"{name}: tried, works\n", encoding="utf-8")


def found_town(folder: Path) -> Town:
    """Build it: what the town's people would do with the tool, day by day."""
    town = Town(folder)
    _copy(town)
    file = town.file("assessment")
    opened = open_assessment(file, ASKED_ON)
    put(opened, propose_window(opened, Window("市民")))
    _meet(open_assessment(file, MET_ON))
    _edit(
        file,
        "    constituency: resident\n",
        "    constituency: resident\n    said: 夜が心配です。\n    done: 夜は切ります。\n    because: もっともです。\n",
    )
    _sign(file, BUILT_ON, "approved_with_conditions")
    _edit(file, PLANNED, DONE)
    _sign(file, RUNS_ON, "approved")
    _edit(file, "publication: {", "publication: {published_on: 2027-03-25, ")
    return town


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _meet(opened: Opened) -> None:
    meeting = begin(opened, [1, 2, 3], 2)
    risk = next(one for one in meeting.topics if one.item.kind == "risk")
    for act in (
        Opinion(3, "看板が小さいです。"),
        Task("看板を替える", "都市計画課", "2027-03-01"),
        Decision("看板を替える", "小さいため", "mayor", "山田 一"),
    ):
        meeting.record(risk, act)
    meeting.close()


def _sign(file: Path, day: str, outcome: str) -> None:
    opened: Opened = open_assessment(file, day)
    wish = Wish(outcome, name="山田 一", post="mayor", document="つ第1号", because="必要です。")  # type: ignore[arg-type]
    sign(opened, propose(opened, wish))
