"""`pia review --record FILE` and `--form`: a meeting that was written down elsewhere."""

import re
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.diagnostics import has_errors
from tsukuba_pia.model.text import printable
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.meeting_record import form_of, record_meeting
from tsukuba_pia.yaml_source import read

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # what is none is told by the record's own shape


def run_form(file: str, as_of: str) -> None:
    """Print a record to be filled in."""
    for line in form_of(usable(file, as_of)):
        context.tell(printable(line))


def run_record(file: str, record: str) -> int:
    """Put a record into minutes and assessment, as of its own day: all of it, or with a finding nothing of it."""
    source = read(Path(record))
    on = source.data.get("on") if isinstance(source.data, dict) else None
    today = context.today()
    day = on if isinstance(on, str) and _DAY.fullmatch(on) else today
    if day > today:  # a wrong year would stand in every opinion
        raise Problem("record_ahead", path=source.file, on=day, today=today)
    opened = usable(file, day)
    done = record_meeting(opened, source)
    if done.findings:
        say_findings(done.findings, {source.file: source} | opened.sources)
    if has_errors(done.findings):
        if done.meeting is None:
            context.say(context.words("record", "nothing_written"))
        return 1
    if done.meeting is None:
        context.say(context.words("record", "known_already"))
        return 0
    context.say(context.words("record", "recorded", n=done.new, minutes=done.meeting.file, page=done.meeting.page))
    return 0
