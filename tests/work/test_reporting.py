"""Reports of real folders: with the decisions that lie there, and what changed since the last of them."""

import json
import shutil
from pathlib import Path

import pytest

from tests.work.signed import PLANNED, TEXT, at, edit, last, room, signed
from tsukuba_pia.export.html import EXPORTER
from tsukuba_pia.labels import labels
from tsukuba_pia.report.build import texts
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Audience
from tsukuba_pia.work.leaking import Written, leaking
from tsukuba_pia.work.reporting import Reporting

LATER = "2027-02-01"


def report(file: Path, audience: Audience = "public") -> Report:
    """What a reader reads later."""
    opened = at(file, LATER)
    return Reporting(opened, "ja", audience)(opened)


def told(made: Report) -> str:
    """The change log as text."""
    assert made.changes is not None
    return "\n".join(said.words for said in texts(made.changes))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment that was approved on conditions."""
    made = room(tmp_path)
    signed(made)
    return made


def test_a_decision_is_told_and_nothing_changed(file: Path) -> None:
    """The very sign-off that lies there, with its planned safeguard as a condition."""
    made, sign_off = report(file), last(file)
    (one,) = made.signed
    assert (one.document.words, one.on.iso, one.outcome.id) == (sign_off.document, sign_off.on, sign_off.outcome)
    assert sign_off.outcome == "approved_with_conditions"
    assert len(one.conditions) == len(sign_off.conditions) == 1
    assert one.conditions[0].owner is not None
    assert made.changes is not None
    assert made.changes.parts == ()
    assert made.state == "approved_with_conditions"


def test_what_changed_since_is_told(file: Path) -> None:
    """Before and now, in words."""
    edit(file, "k_people: 500", "k_people: 9500")
    assert "500" in told(report(file))
    assert "9,500" in told(report(file))


def test_what_is_withheld_today_is_not_told_of_then(file: Path) -> None:
    """The answer that was public when it was signed; colleagues read both."""
    edit(file, "k_purpose: 案内", "k_purpose: {answer: 混雑の調査, withheld: {reason: security}}")
    assert "混雑の調査" not in told(report(file))
    assert "案内" not in told(report(file)).split("\n")
    assert "混雑の調査" in told(report(file, "internal"))


def test_a_change_of_what_is_withheld_is_no_leak(file: Path) -> None:
    """A person whose name and post are withheld today, and stood open when it was signed."""
    edit(file, "{role: reviewer, name: 伊藤 文}", "{role: reviewer, name: 伊藤 文, withheld: {reason: security}}")
    edit(file, "k_people: 500", "k_people: 9500")
    opened = at(file, LATER)
    reporting = Reporting(opened, "ja", "public")

    def text_of(made: Report) -> bytes:
        return EXPORTER.export(made, labels("ja")).encode()

    made = reporting(opened)
    page = text_of(made)
    for written, found in ((page, []), (page + "伊藤 文".encode(), ["PIA616"])):
        file_ = Written(made, written, written, "x.html")
        told_of = leaking(opened, file_, reporting, text_of, earlier=reporting.secrets)
        assert [one.code for one in told_of] == found


def test_what_was_taken_out_is_not_repeated(file: Path) -> None:
    """A text that named who is withheld today; what else was reworded is quoted, and colleagues read all."""
    (copy,) = (file.parent / "approvals").glob("*/assessment.yaml")
    named = "伊藤 文が見守ります。"
    edit(file, "conclusion: 案内が要る人に役立ち", f"conclusion: {named}案内が要る人に役立ち")
    shutil.rmtree(copy.parents[1])
    signed(file)
    edit(file, named, "")
    edit(file, "title: 案内端末", "title: 案内ロボット")
    assert "伊藤 文" in told(report(file))
    edit(file, "{role: reviewer, name: 伊藤 文}", "{role: reviewer, name: 伊藤 文, withheld: {reason: security}}")
    assert "伊藤 文" not in told(report(file))
    assert {"(ここには載せません)", "案内端末"} <= {*told(report(file)).split("\n")}
    assert "伊藤 文" in told(report(file, "internal"))


def test_an_older_text_of_what_is_withheld_is_sought_too(file: Path) -> None:
    """It could only come in by the change log."""
    edit(file, "k_purpose: 案内", "k_purpose: {answer: 混雑の調査です, withheld: {reason: security}}")
    opened = at(file, LATER)
    reporting = Reporting(opened, "ja", "public")
    assert {one.text for one in reporting.secrets} >= {"案内"}


def test_a_refusal_is_compared_with_too(tmp_path: Path) -> None:
    """What was sent back to be changed is not."""
    made = room(tmp_path)
    signed(made, "changes_required")
    assert report(made).changes is None
    edit(made, "k_people: 500", "k_people: 600")
    signed(made, "refused", "2027-01-20")
    edit(made, "k_people: 600", "k_people: 700")
    public, inside = report(made), report(made, "internal")
    assert public.changes is not None
    assert public.changes.number == 2
    assert [one.number for one in public.signed] == [2]
    assert [one.number for one in inside.signed] == [1, 2]
    assert "500" not in told(public)


def test_a_record_that_was_changed_is_not_told(file: Path) -> None:
    """Neither as a decision nor as something to compare with; that it does not fit is."""
    (copy,) = (file.parent / "approvals").glob("*/assessment.yaml")
    copy.write_text(copy.read_text(encoding="utf-8").replace("500", "501"), encoding="utf-8")
    made = report(file)
    assert (made.signed, made.changes, made.signed_fits) == ((), None, False)


def test_nothing_is_signed(tmp_path: Path) -> None:
    """An assessment on its way."""
    made = report(room(tmp_path, TEXT))
    assert (made.signed, made.changes, made.outcome, made.signed_fits) == ((), None, None, True)
    assert PLANNED.partition(":")[0] in json.dumps([one.id for one in made.measures])
