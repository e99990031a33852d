"""What is wrong with a file, in words, for the commands that cannot go on."""

from collections.abc import Mapping, Sequence

from tsukuba_pia.cli import context
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.yaml_source import Source


def say_findings(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source]) -> None:
    """Say them to the person at the terminal, as `pia check` would, in the order given."""
    from tsukuba_pia.reporters.reporter import Findings, by_file  # noqa: PLC0415 - only where something is wrong
    from tsukuba_pia.reporters.text import report  # noqa: PLC0415

    found = Findings(by_file(diagnostics, sources), context.language())
    context.say("".join(report(found)).rstrip("\n"))
