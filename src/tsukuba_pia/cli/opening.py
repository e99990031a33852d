"""Opens an assessment for a command, or says why it cannot be used: what is wrong, where, and the way out."""

from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.cli.findings import say_findings, wordless
from tsukuba_pia.load.assessment import file_of
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.opening import Opened, open_assessment

MOST = 5  # findings that are said before what was asked for; `pia check` has all


def usable(path: str, as_of: str, *, rules: bool = False, guests: bool = False) -> Opened:
    """The assessment at `path`, which can be scored. Before `guests` nothing of a file is repeated.

    Raises:
        Problem: there is no such file, or it has errors; the first of them have been said then.

    """
    day = context.day(as_of)
    file = file_of(Path(path))
    if not file.exists():
        raise Problem("no_file", path=path)
    opened = open_assessment(file, day, rules=rules)
    if not opened.usable:
        wrong = [one for one in opened.diagnostics if one.level == "error"]
        sources = {} if guests else opened.sources | opened.banks.read_sources
        say_findings([wordless(one) if guests else one for one in wrong[:MOST]], sources)
        raise Problem("findings", path=path, count=len(wrong))
    if errors := sum(one.level == "error" for one in opened.diagnostics):
        context.say(context.words("cli", "has_errors", n=errors, path=path))
    return opened
