"""Colleagues read of the meetings on an assessment; the public does not."""

from pathlib import Path

import pytest

from tests.export.documents import exported
from tests.work.desk import opened
from tests.work.test_meeting import file, held, topic
from tsukuba_pia.model.minutes import Decision, Opinion, Task
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Audience
from tsukuba_pia.work.reporting import Reporting

__all__ = ["file"]
SAYS, TAKES = "画面を小さくする", "覗き見を試す"


def report(place: Path, audience: Audience) -> Report:
    """What a reader reads, after a meeting in which something was said, decided and taken on."""
    meeting = held(place, "talk")
    item = topic(meeting, "risk")
    meeting.record(item, Opinion(3, "顔は撮らない", dissent=True))
    meeting.record(item, Decision(SAYS, "見られにくくなるため", "mayor", "山本"))
    meeting.record(item, Task(TAKES, "伊藤 文", "2027-05-01"))
    meeting.leave()
    one = opened(place)
    return Reporting(one, "ja", audience)(one)


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_colleagues_read_of_a_meeting(file: Path, form: str) -> None:
    """Who met, what was decided and why, who does what until when."""
    made = report(file, "internal")
    (meeting,) = made.meetings
    assert (meeting.present, meeting.opinions, meeting.dissent) == (5, 1, 1)
    assert [one.what.words for one in meeting.decisions] == [SAYS]
    text = exported(form, made)
    for told in ("PIA懇話会", SAYS, "見られにくくなるため", TAKES):
        assert told in text


def test_the_public_does_not(file: Path) -> None:
    """Not even that there was one."""
    made = report(file, "public")
    assert made.meetings == ()
    assert TAKES not in exported("json", made)
    assert "PIA懇話会" not in exported("html", made)
