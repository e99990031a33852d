"""What only files show of an assessment that is dressed up: empty evidence, what was signed before."""

from pathlib import Path

import pytest

from tests.work.signed import DAY, DONE, PLANNED, at, edit, room, signed
from tsukuba_pia.work.opening import open_assessment


def codes(file: Path) -> list[str]:
    """What is found."""
    return [one.code for one in at(file).diagnostics]


@pytest.mark.parametrize(
    ("content", "empty"),
    [
        (b"", True),
        (b" \r\n\t\n", True),
        (b"\xef\xbb\xbf\n", True),
        ("　　\n".encode(), True),
        (b"\n" * 10_000, True),
        (b"\n" * 10_000 + b"x", False),
        ("。".encode(), True),
        (b"%PDF-1.7", False),
    ],
)
def test_empty_evidence_is_none(tmp_path: Path, content: bytes, *, empty: bool) -> None:
    """Nothing, or nothing but blanks: it is told, and the safeguard counts as absent in the worst case."""
    file = room(tmp_path)
    edit(file, PLANNED, DONE)
    (file.parent / "evidence" / "mask.md").write_bytes(content)
    assert ("PIA410" in codes(file)) is empty
    assert at(file).score().risks["k_leak"].current.worst == ("high" if empty else "low")


UNKNOWN = "k_people: {answer: unknown, asking: 都市計画課, by_when: 2027-02-01}"


def test_unknown_that_eases_nothing(tmp_path: Path) -> None:
    """Every record is of one person: how many there are changes no level, and needs no paper."""
    file = room(tmp_path)
    edit(file, "k_people: 500", UNKNOWN)
    signed(file, "changes_required")
    assert "PIA442" not in codes(file)
    edit(file, UNKNOWN, "k_people: 5")
    assert "PIA442" not in codes(file)
    edit(file, "k_level: per_person", "k_level: counts")
    assert "PIA442" in codes(file)


def test_unknown_that_turned_to_no(tmp_path: Path) -> None:
    """A red line that is clear since, without evidence: a warning before the gate, an error at it."""
    file = room(tmp_path)
    edit(file, "k_sold: no", "k_sold: {answer: unknown, asking: x, by_when: 2027-02-01}")
    assert "PIA442" not in codes(file)
    signed(file, "changes_required")
    edit(file, "k_sold: {answer: unknown, asking: x, by_when: 2027-02-01}", "k_sold: no")
    found = {(one.code, one.level) for one in open_assessment(file, DAY, stage="review").diagnostics}
    assert ("PIA442", "warning") in found
    found = {(one.code, one.level) for one in open_assessment(file, DAY, stage="approval").diagnostics}
    assert ("PIA442", "error") in found
    edit(file, "k_sold: no", "k_sold: {answer: no, evidence: [evidence/contract.md]}")
    assert "PIA442" in codes(file)
    (file.parent / "evidence" / "contract.md").write_text("条文\n", encoding="utf-8")
    assert "PIA442" not in codes(file)
    edit(file, "k_sold: {answer: no, evidence: [evidence/contract.md]}", "k_sold: yes")
    assert "PIA442" not in codes(file)


def test_put_off_twice(tmp_path: Path) -> None:
    """By the sign-offs so far; once may happen, and an earlier day is welcome."""
    file = room(tmp_path)
    signed(file, "changes_required")
    edit(file, "due: 2027-03-01", "due: 2027-03-15")
    assert "PIA443" not in codes(file)
    signed(file, "changes_required")
    edit(file, "due: 2027-03-15", "due: 2027-03-10")
    assert "PIA443" not in codes(file)
    edit(file, "due: 2027-03-10", "due: 2027-03-31")
    assert "PIA443" in codes(file)
    edit(file, "k_masking: {answer: planned, owner: 都市計画課, due: 2027-03-31}", DONE)
    assert "PIA443" not in codes(file)


def test_a_snapshot_that_cannot_be_relied_on_tells_nothing(tmp_path: Path) -> None:
    """What somebody changed in it afterwards is not compared with."""
    file = room(tmp_path)
    edit(file, "k_sold: no", "k_sold: {answer: unknown, asking: x, by_when: 2027-02-01}")
    snapshot = signed(file, "changes_required")
    edit(file, "k_sold: {answer: unknown, asking: x, by_when: 2027-02-01}", "k_sold: no")
    assert "PIA442" in codes(file)
    edit(snapshot / "assessment.yaml", "案内端末", "端末")
    found = codes(file)
    assert "PIA442" not in found
    assert "PIA511" in [one.code for one in open_assessment(file, DAY, stage="approval").diagnostics]
