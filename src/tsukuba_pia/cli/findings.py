"""What is wrong with a file, in words, for the commands that cannot go on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tsukuba_pia.cli import context
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.problems import reason_of
from tsukuba_pia.yaml_source import Source


def reason(error: OSError) -> str:
    """Why the system refuses a file, in the reader's words where there are some."""
    from tsukuba_pia.lint.words import WORDS  # noqa: PLC0415 - only where something is wrong

    found = reason_of(error)
    return WORDS[found][context.language()] if found in WORDS else found


def wordless(diagnostic: Diagnostic) -> Diagnostic:
    """The same without a word of the file, for a room with guests: it could be one that is withheld."""
    from tsukuba_pia.lint.words import WORDS  # noqa: PLC0415 - only where something is wrong

    args = {name: value if not value or value in WORDS else "…" for name, value in diagnostic.args.items()}
    return replace(diagnostic, args=args)


def say_findings(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source]) -> None:
    """Say them to the person at the terminal, as `pia check` would, in the order given."""
    from tsukuba_pia.reporters.reporter import Findings, by_file  # noqa: PLC0415 - only where something is wrong
    from tsukuba_pia.reporters.text import report  # noqa: PLC0415

    found = Findings(by_file(diagnostics, sources), context.language())
    context.say("".join(report(found)).rstrip("\n"))
