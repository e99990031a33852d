"""`pia review --form` and `--record`: a meeting that was held without the program."""

from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.test_meeting import checked, data
from tests.work.test_meeting import file as _file
from tsukuba_pia.load.minutes import load_minutes

file = _file

RECORD = """\
record: t-1
format: 1
on: 2027-01-15
panel: talk
present: [1, 2, 3, 4]
chair: 2
items:
  - item: k_red_sale
    recorded:
      - opinion: {member: 3, says: 売るのは論外です。, dissent: true}
      - changed: {question: k_sold, answer: no}
      - decision: {what: 売らない, because: 区域外に渡さないため, post: mayor, name: 山本 花}
  - item: comment:c1
    recorded:
      - reply: {done: 文字を大きくします。, because: 指摘のとおりです。}
  - item: k_leak
    recorded:
      - task: {what: 業者に聞く, who: 担当課, by_when: 2027-02-01}
      - postponed: {because: 業者の返事を待ちます。}
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A sound record."""
    place = tmp_path / "record.yaml"
    place.write_text(RECORD, encoding="utf-8")
    return place


def test_recorded_once(file: Path, record: Path) -> None:
    """Everything is in the minutes and in the assessment; a second call adds nothing."""
    done = run("review", file, "--record", record)
    assert (done.returncode, "6 entries" in done.stderr) == (0, True), done.stderr
    found = data(file)
    assert found["answers"]["k_sold"] == "no"
    assert found["consultations"][0]["because"] == "指摘のとおりです。"
    assert found["opinions"][1]["dissent"] is True
    (loaded,) = load_minutes(file.parent)
    assert loaded.minutes is not None
    assert loaded.minutes.ended
    assert checked(loaded.file) == []
    before = (file.read_bytes(), loaded.file.read_bytes())
    again = run("review", file, "--record", record)
    assert (again.returncode, "already" in again.stderr) == (0, True)
    assert (file.read_bytes(), loaded.file.read_bytes()) == before
    assert "担当課" in run("plan", file).stdout


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("member: 3", "member: 4", [(10, "PIA531")]),
    ("k_red_sale", "k_red_nothing", [(8, "PIA533")]),
    ("answer: no", "answer: perhaps", [(11, "PIA402")]),
    ("record: t-1", "record: t-2", [(1, "PIA533")]),
    ("post: mayor, name: 山本 花", "post: deputy_mayor, name: 高橋 直", [(12, "PIA532"), (12, "PIA532")]),
    ("- reply:", "- resolution: {says: x, in_favour: [3]}\n        reply:", [(15, "PIA530"), (15, "PIA533")]),
    ("format: 1", "format: 1\nnonsense: 1", [(3, "PIA101")]),
    ("by_when: 2027-02-01", "by_when: soon", [(18, "PIA105")]),
])  # fmt: skip
def test_nothing_is_written_where_anything_is_wrong(
    file: Path, record: Path, old: str, new: str, expected: list[tuple[int, str]]
) -> None:
    """All of it is told at its line of the record."""
    assert old in RECORD
    record.write_text(RECORD.replace(old, new), encoding="utf-8")
    before = file.read_bytes()
    done = run("review", file, "--record", record)
    assert done.returncode == 1
    told = [line for line in done.stderr.splitlines() if line.startswith(str(record))]
    assert [(int(line.split(":")[1]), line.split()[2]) for line in told] == expected, done.stderr
    assert file.read_bytes() == before
    assert not load_minutes(file.parent)


def test_all_at_once(file: Path, record: Path) -> None:
    """Several mistakes, one telling."""
    text = RECORD.replace("member: 3", "member: 9").replace("post: mayor", "post: boss")
    record.write_text(text.replace("item: k_leak", "item: k_else"), encoding="utf-8")
    told = run("review", file, "--record", record).stderr
    assert all(f"record.yaml:{line}:" in told for line in (10, 12, 16))


def test_the_form_can_be_filled_in(file: Path, tmp_path: Path) -> None:
    """It names all items, and as it is it records an empty meeting."""
    form = run("review", file, "--form").stdout
    assert "# 3: 佐藤 学" in form
    assert '- item: "crossed:k_red_sale"' in form
    place = tmp_path / "form.yaml"
    place.write_text(form, encoding="utf-8")
    assert run("review", file, "--record", place).returncode == 0
    (loaded,) = load_minutes(file.parent)
    assert loaded.minutes is not None
    assert len(loaded.minutes.present) == 5


def test_a_meeting_that_is_still_to_come(file: Path, record: Path) -> None:
    """A wrong year would stand in every opinion."""
    before = file.read_bytes()
    record.write_text(RECORD.replace("2027-01-15", "2072-01-15"), encoding="utf-8")
    found = run("review", file, "--record", record)
    assert found.returncode != 0
    assert "2072-01-15" in found.stderr
    assert file.read_bytes() == before


def test_a_record_that_is_not_there(file: Path) -> None:
    """A finding like any other."""
    done = run("review", file, "--record", "nothing.yaml")
    assert (done.returncode, "PIA001" in done.stderr) == (1, True)
