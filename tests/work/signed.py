"""A workspace whose assessment may be approved on conditions: all answered, one safeguard planned, three people."""

import shutil
from pathlib import Path
from typing import Any

from tests.work import desk
from tsukuba_pia.load.sign_offs import sealed
from tsukuba_pia.model.sign_off import SignOff
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.work.signing import Wish, propose, sign

DAY = desk.DAY
HEAD = """\
organ: mayor
dates: {starts_on: 2027-04-01}
"""
SERVICE = """\
service:
  purpose: 駅前で案内します。
  problem: 道が分かりません。
  owner: 都市計画部長
  unit: 都市計画課
  scope: {in: 駅前}
  benefits: [{for: 初めて来た人, what: 道が分かります。}]
  alternatives: [{what: 人が案内する, why_not: 夜は案内できません。}]
"""
PARTS = """\
team:
  - {role: author, name: 高橋 直}
  - {role: reviewer, name: 伊藤 文}
  - {role: independent, post: 弁護士, constituency: legal}
  - {role: independent, post: 大学教員, constituency: academic}
  - {role: independent, post: 個人情報保護の専門家, constituency: privacy_policy}
  - {role: independent, post: 市の職員, constituency: municipal}
  - {role: independent, post: 県の職員, constituency: public_sector}
  - {role: independent, post: 商工会, constituency: private_sector}
  - {role: independent, post: 市民, constituency: resident}
data: []
data_complete: yes
choices: []
conclusion: 案内が要る人に役立ち、残るリスクは小さいため、行います。
"""
ANSWERS = """\
  k_level: per_person
  k_people: 500
  k_since: 2027-04-01
  k_purpose: 案内
  k_masking: {answer: planned, owner: 都市計画課, due: 2027-03-01}
  k_sold: no
"""
TEXT = desk.ASSESSMENT.replace("# people", f"{HEAD}{SERVICE}{PARTS}# people") + ANSWERS
DONE = "k_masking: {answer: implemented, owner: 都市計画課, evidence: [evidence/mask.md]}"
PLANNED = "k_masking: {answer: planned, owner: 都市計画課, due: 2027-03-01}"


def room(folder: Path, text: str = TEXT) -> Path:
    """The workspace with a published bank, whose red line an ordinance may waive; its assessment's file."""
    file = desk.workspace(folder, text)
    bank = folder / "questionnaires" / "kiosk" / "0.1.yaml"
    said = bank.read_text(encoding="utf-8").replace("status: draft", "status: published")
    said = said.replace(
        "    crossed_when: {question: k_sold, is: yes}\n",
        "    crossed_when: {question: k_sold, is: yes}\n    waivable_by: ordinance\n",
    )
    bank.write_text(said, encoding="utf-8")
    (file.parent / "evidence").mkdir()
    (file.parent / "evidence" / "mask.md").write_text("tested\n", encoding="utf-8")
    return file


def at(file: Path, day: str = DAY) -> Opened:
    """The assessment on a day."""
    return open_assessment(file, day)


def edit(file: Path, old: str, new: str) -> None:
    """Change a text in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def resealed(place: Path) -> None:
    """A sign-off whose seal somebody has worked out anew."""
    file = place / "sign-off.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    assert lines[-1].startswith("seal: ")
    file.write_text(sealed("".join(lines[:-1])), encoding="utf-8")


def wish(outcome: Any = "approved_with_conditions", **more: Any) -> Wish:  # noqa: ANN401 - a wish's fields
    """What somebody signs."""
    said: dict[str, Any] = {"name": "山田 一", "post": "mayor", "document": "つ第1号", "because": "必要です。"}
    return Wish(outcome, **(said | more))


def signed(file: Path, outcome: str = "approved_with_conditions", day: str = DAY, **more: Any) -> Path:  # noqa: ANN401
    """Sign, whatever stands in the way; the snapshot."""
    opened = at(file, day)
    return sign(opened, propose(opened, wish(outcome, **more)))


def last(file: Path) -> SignOff:
    """What was signed last."""
    found = at(file).signed.last
    assert found is not None
    return found


def approved_room(folder: Path, text: str) -> Path:
    """A workspace with one assessment that was approved on conditions, and then approved; to be copied."""
    file = room(folder, text)
    signed(file, post="owner")
    edit(file, PLANNED, DONE)
    signed(file, "approved", "2027-02-20", post="owner")
    return folder


def copied(workspace: Path, folder: Path) -> Path:
    """A copy of it; its assessment's file."""
    shutil.copytree(workspace, folder / "city")
    return folder / "city" / "assessments" / "t-1" / "assessment.yaml"
