"""The interview without a terminal."""

from pathlib import Path

import pytest

from tests.work.desk import ASSESSMENT, opened, workspace
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.work.answers import answered, with_detail
from tsukuba_pia.work.interview import Interview, Progress


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment of which the first two questions are answered."""
    return workspace(tmp_path)


def test_begins_at_the_first_open_question(file: Path) -> None:
    """Where one stopped, and on in order to the end; back leads to what was answered before."""
    interview = Interview(opened(file))
    assert interview.at == "k_level"
    assert interview.progress == Progress(2, 8)
    assert [interview.forward() for _ in range(6)] == [
        "k_people", "k_since", "k_purpose", "k_masking", "k_sold", None,
    ]  # fmt: skip
    assert [interview.back() for _ in range(8)] == [
        "k_sold", "k_masking", "k_purpose", "k_since", "k_people", "k_level", "k_kinds", "k_personal",
    ]  # fmt: skip
    assert interview.back() == "k_personal"


def test_parts_of_it(file: Path) -> None:
    """One section, only what is open, only some questions."""
    assert Interview(opened(file), section="k_first").questions == ("k_personal", "k_kinds")
    assert Interview(opened(file), section="k_first", open_only=True).at is None
    assert Interview(opened(file), section="k_first").at == "k_personal"
    assert Interview(opened(file), only=("k_sold",)).questions == ("k_sold",)


def test_saved_at_once(file: Path) -> None:
    """The file holds it when `record` returns, and nothing else has changed."""
    interview = Interview(opened(file))
    assert interview.record("k_level", Answer("per_person")).kind == "saved"
    added = """
  #: == 利用 ==
  #: どの細かさですか。
  #:   counts: 件数
  #:   per_person: 個人ごと
  k_level: per_person
"""
    assert file.read_text(encoding="utf-8") == ASSESSMENT.rstrip("\n") + added
    assert interview.result.standings["k_level"].value == "per_person"


def test_questions_follow_the_answers(file: Path) -> None:
    """No personal data: nothing more is asked."""
    interview = Interview(opened(file))
    interview.back()
    interview.record("k_personal", Answer("no"))
    assert interview.questions == ("k_personal",)
    assert "k_personal: no  # decided on Monday" in file.read_text(encoding="utf-8")


def test_perhaps_asked(file: Path) -> None:
    """What hangs on an unknown answer may be asked."""
    interview = Interview(opened(file))
    interview.record("k_personal", Answer("unknown", asking="担当課", by_when="2027-02-01"))
    assert interview.step("k_level").perhaps
    assert not interview.step("k_personal").perhaps


def test_anothers_edit_elsewhere_is_kept(file: Path) -> None:
    """The file changed under us: both changes are there."""
    interview = Interview(opened(file))
    file.write_text(ASSESSMENT.replace("title: 案内端末", "title: 新しい名前"), encoding="utf-8")
    assert interview.record("k_level", Answer("counts")).kind == "saved"
    text = file.read_text(encoding="utf-8")
    assert "title: 新しい名前" in text
    assert "k_level: counts" in text


def test_anothers_answer_is_not_overwritten(file: Path) -> None:
    """They answered the same question: told; saying it again means it."""
    interview = Interview(opened(file))
    theirs = f"{ASSESSMENT}  k_level: counts\n"
    file.write_text(theirs, encoding="utf-8")
    outcome = interview.record("k_level", Answer("per_person"))
    assert (outcome.kind, outcome.theirs) == ("overtaken", Answer("counts"))
    assert file.read_text(encoding="utf-8") == theirs
    assert interview.record("k_level", Answer("per_person")).kind == "saved"


@pytest.mark.parametrize("broken", ["answers: [", "", "\tx", "answers: &a {}\n"])
def test_file_broken_meanwhile(file: Path, broken: str) -> None:
    """Nothing is written into it."""
    interview = Interview(opened(file))
    file.write_text(broken, encoding="utf-8")
    outcome = interview.record("k_level", Answer("counts"))
    assert outcome.kind == "unreadable"
    assert outcome.findings
    assert file.read_text(encoding="utf-8") == broken


def test_file_gone_meanwhile(file: Path) -> None:
    """It is not made anew."""
    interview = Interview(opened(file))
    file.unlink()
    assert interview.record("k_level", Answer("counts")).kind == "unreadable"
    assert not file.exists()


def test_same_answer_again_writes_nothing(file: Path) -> None:
    """Not even the time of the file changes in content."""
    interview = Interview(opened(file))
    before = file.read_bytes()
    interview.record("k_personal", interview.answer("k_personal"))
    assert b"k_personal: yes  # decided on Monday" in before
    assert file.read_bytes().count(b"\n") - before.count(b"\n") == 1  # the tool's own line of options came back


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("k_level", Answer("per_persn")),
        ("k_level", Answer(("counts",))),
        ("k_people", Answer("many")),
        ("k_people", Answer(1000)),
        ("k_since", Answer("2027-02-30")),
        ("k_since", Answer("soon")),
        ("k_kinds", Answer(("name", "nothing"))),
        ("k_level", Answer("not_applicable", note="x")),
    ],
)
def test_what_does_not_fit_is_refused(file: Path, question: str, answer: Answer) -> None:
    """By the rules of `pia check`; the file stays as it is."""
    outcome = Interview(opened(file)).record(question, answer)
    assert outcome.kind == "refused"
    assert outcome.findings
    assert file.read_text(encoding="utf-8") == ASSESSMENT


def test_details_of_a_safeguard(file: Path) -> None:
    """Owner, date and evidence come with the answer; another state takes what others said of the old one."""
    interview = Interview(opened(file))
    planned = with_detail(with_detail(answered(Answer(), "planned"), "owner", "防災課"), "due", "２０２７-０３-３１")
    assert interview.record("k_masking", planned).kind == "saved"
    assert interview.answer("k_masking") == Answer("planned", owner="防災課", due="2027-03-31")
    verified = Answer("verified", owner="防災課", verified_by="監査", verified_on="2027-01-01", method="見た")
    assert answered(verified, "implemented") == Answer("implemented", owner="防災課")
