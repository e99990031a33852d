"""Rules about what was signed, on the stage that the state gives."""

from pathlib import Path

from tests.lint.frame import found_in
from tests.lint.pages import Example
from tests.work.signed import DONE, PLANNED, TEXT, at, edit, room, signed
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.work.opening import open_assessment

RUNS = TEXT.replace(PLANNED, DONE)


def found(file: Path, day: str = "2027-01-15") -> list[tuple[str, str]]:
    """Codes and levels, but for the order (PIA0) and what a published page has to tell (PIA6)."""
    return [(one.code, one.level) for one in at(file, day).diagnostics if "PIA1" < one.code < "PIA6"]


def test_changed_since_approval(tmp_path: Path) -> None:
    """While it is built a warning, afterwards an error; what is added in operation is no change."""
    file = room(tmp_path)
    signed(file)
    edit(file, "k_people: 500", "k_people: 600")
    assert found(file) == [("PIA516", "warning")]
    edit(file, PLANNED, DONE)
    signed(file, "approved")
    assert found(file) == []
    edit(file, "data: []", "incidents: [{on: 2027-01-15, what: 誤送信}]\nreview: {due: 2028-01-01}\ndata: []")
    assert found(file) == [("PIA490", "warning")]
    edit(file, "k_people: 600", "k_people: 700")
    assert found(file) == [("PIA516", "error"), ("PIA490", "warning")]


def test_evidence_changed_since_approval(tmp_path: Path) -> None:
    """The file is what was looked at."""
    file = room(tmp_path, RUNS)
    signed(file, "approved")
    (file.parent / "evidence" / "mask.md").write_text("other", encoding="utf-8")
    assert found(file) == [("PIA516", "error")]


def test_condition_overdue(tmp_path: Path) -> None:
    """Until it is in place with evidence."""
    file = room(tmp_path)
    signed(file)
    assert ("PIA517", "error") in found(file, "2027-03-02")
    edit(file, PLANNED, DONE)
    assert found(file, "2027-03-02") == [("PIA516", "warning")]


def test_digest_that_does_not_fit(tmp_path: Path) -> None:
    """An error at every stage."""
    file = room(tmp_path)
    place = signed(file)
    edit(place / "assessment.yaml", "k_people: 500", "k_people: 5")
    assert ("PIA511", "error") in found(file)


def test_refused_needs_only_to_be_told(tmp_path: Path) -> None:
    """A crossed red line, required questions: they are told, and block nothing."""
    file = room(tmp_path, RUNS.replace("k_sold: no", "k_sold: yes").replace("k_level: per_person", "k_level:"))
    signed(file, "refused")
    assert found(file) == []


def test_what_ended_or_needs_none_is_only_told(tmp_path: Path) -> None:
    """Nothing of it is built or run any more, or ever."""
    over = RUNS.replace("k_sold: no", "k_sold: yes").replace("dates: {", "dates: {ended: {on: 2027-01-15, why: 終了}, ")
    assert found(room(tmp_path / "a", over)) == []
    none = TEXT.replace("k_personal: yes", "k_personal: no").partition("  k_kinds")[0]
    shown = none.replace(
        "data: []",
        "publication: {published_on: 2027-01-10}\nconsultations: [{id: c1, who: 市民, said: 心配}]\ndata: []",
    )
    assert found(room(tmp_path / "b", shown)) == []


def test_review_overdue(tmp_path: Path) -> None:
    """A warning once it is to be approved: nobody approves a review that is over; an error while it runs."""
    asked = found_in(Example("assessment", "review: {due: 2027-03-31}"), "approval")
    assert "PIA518" in {one.code for one in asked}
    file = room(tmp_path, RUNS.replace("data: []", "review: {due: 2027-06-01}\ndata: []"))
    signed(file, "approved")
    assert overdue(file, "2027-06-01", "follow-up") == []
    assert overdue(file, "2027-06-02", "launch") == ["warning"]
    assert overdue(file, "2027-06-02", "follow-up") == ["error"]


def overdue(file: Path, day: str, stage: Stage) -> list[str]:
    """How it is told."""
    return [one.level for one in open_assessment(file, day, stage=stage).diagnostics if one.code == "PIA518"]


def test_override_without_a_reason(tmp_path: Path) -> None:
    """From review on."""
    raised = (
        "overrides: {k_leak: {level: high, computed: high, because: ' ', by: 伊藤 文, post: 担当, on: 2027-01-10}}\n"
    )
    file = room(tmp_path, TEXT.replace("data: []", f"{raised}data: []"))
    assert ("PIA521", "error") in found(file)


def test_a_seal_that_was_taken_off(tmp_path: Path) -> None:
    """Whoever rewrites a first sign-off has to take its seal off, and that is told."""
    file = room(tmp_path, RUNS)
    place = signed(file, "approved", post="owner") / "sign-off.yaml"
    assert found(file) == []
    lines = place.read_text(encoding="utf-8").splitlines(keepends=True)
    place.write_text("".join(lines[:-1]).replace("必要です。", "ほかの理由です。"), encoding="utf-8")
    assert found(file) == [("PIA572", "note")]
