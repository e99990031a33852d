"""Calendar files as RFC 5545 has them."""

from tsukuba_pia.score.asked import is_day
from tsukuba_pia.work.calendar import OCTETS, Event, calendar, escaped, folded

EVENT = Event("a@tsukuba-pia", "2027-02-28", "顔を消します。" * 12, "one; two, three\\four\nfive", "Safeguard")


def test_lines_are_short_and_unfold_to_what_they_were() -> None:
    """75 octets at most, no character torn, every line ended by CRLF."""
    text = calendar("Plan", [EVENT], "2027-01-15")
    lines = text.split("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert lines.pop() == ""
    assert max(len(line.encode("utf-8")) for line in lines) <= OCTETS
    whole = text.replace("\r\n ", "").split("\r\n")
    assert f"SUMMARY:{EVENT.summary}" in whole
    assert "DESCRIPTION:one\\; two\\, three\\\\four\\nfive" in whole


def test_what_an_event_must_have() -> None:
    """An all-day event with its identifier and stamp; the same plan gives the same bytes."""
    lines = calendar("Plan", [EVENT], "2027-01-15").split("\r\n")
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tsukuba-pia//pia plan//EN"]
    for line in ("UID:a@tsukuba-pia", "DTSTAMP:20270115T000000Z", "DTSTART;VALUE=DATE:20270228"):
        assert lines.count(line) == 1
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_text_is_escaped_and_controls_do_not_get_in() -> None:
    """No text can begin a property of its own."""
    assert escaped("a\r\nEND:VEVENT\rb\x00\tc") == "a\\nEND:VEVENT\\nb\ufffd c"


def test_a_fold_never_tears_a_character() -> None:
    """Also at the very edge."""
    for length in range(70, 80):
        line = "x" * length + "字𠮷" * 30
        pieces = list(folded(line))
        assert "".join([pieces[0], *(one[1:] for one in pieces[1:])]) == line
        assert all(len(one.encode("utf-8")) <= OCTETS for one in pieces)


def test_a_day_that_the_calendar_does_not_have() -> None:
    """A file's pattern lets it through."""
    assert [is_day(one) for one in ("2027-02-28", "2027-02-31", "")] == [True, False, False]
