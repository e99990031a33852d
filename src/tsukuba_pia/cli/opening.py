"""Opens an assessment for a command, or says in one line why it cannot be used."""

from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.load.assessment import file_of
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.opening import Opened, open_assessment


def usable(path: str, as_of: str, *, rules: bool = False) -> Opened:
    """The assessment at `path`, which can be scored.

    Raises:
        Problem: there is no such file, or it has errors (`pia check` shows them).

    """
    day = context.day(as_of)
    file = file_of(Path(path))
    if not file.exists():
        raise Problem("no_file", path=path)
    opened = open_assessment(file, day, rules=rules)
    if not opened.usable:
        count = sum(one.level == "error" for one in opened.diagnostics)
        raise Problem("findings", path=path, count=count)
    if errors := sum(one.level == "error" for one in opened.diagnostics):
        context.say(context.words("cli", "has_errors", n=errors, path=path))
    return opened
