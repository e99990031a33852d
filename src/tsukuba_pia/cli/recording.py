"""`pia review --record FILE` and `--form`: a meeting that was written down elsewhere."""

from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.diagnostics import has_errors
from tsukuba_pia.model.text import printable
from tsukuba_pia.work.meeting_record import form_of, record_meeting
from tsukuba_pia.yaml_source import read


def run_form(file: str, as_of: str) -> None:
    """Print a record to be filled in."""
    for line in form_of(usable(file, as_of)):
        context.tell(printable(line))


def run_record(file: str, record: str, as_of: str) -> int:
    """Put a record into minutes and assessment: all of it, or with a finding nothing of it."""
    opened = usable(file, as_of)
    source = read(Path(record))
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
