"""Help in the reader's language: its headings, and lines that are folded where Japanese may be folded.

Rich folds at blanks only: a Japanese sentence, which has none, is cut with an ellipsis in the narrow columns of help,
and what it ends with (an exception, mostly) is lost.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.text import Text
from typer import rich_utils

from tsukuba_pia.fold import fold, width

NARROWEST = 34  # columns; where there are fewer, the columns of names and types beside it give way


class Folded:
    """A text of help, all of it, however narrow its column is."""

    def __init__(self, text: Text) -> None:
        """What is to be folded, with its styles."""
        self.text = text

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Columns that it takes: some at least, and at most its longest line."""
        del console
        longest = min(max(map(width, self.text.plain.splitlines() or [""])), options.max_width)
        return Measurement(min(NARROWEST, longest), longest)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Its lines; each keeps its styles."""
        del console
        plain, at = self.text.plain, 0
        for paragraph in plain.splitlines():
            for line in fold(paragraph, options.max_width):
                at = plain.index(line, at)
                part = self.text[at : at + len(line)]
                part.no_wrap, part.overflow = True, "ignore"
                yield part
                at += len(line)


def speak(words: Mapping[str, str]) -> None:
    """Put the headings of help into the reader's language, and have its texts folded."""
    rich_utils.ARGUMENTS_PANEL_TITLE = words["panel_arguments"]
    rich_utils.OPTIONS_PANEL_TITLE = words["panel_options"]
    rich_utils.COMMANDS_PANEL_TITLE = words["panel_commands"]
    rich_utils.REQUIRED_LONG_STRING = words["panel_required"]
    made = rich_utils._make_rich_text  # noqa: SLF001 - the one place that all texts of help come through
    if not isinstance(made, _Folding):
        rich_utils._make_rich_text = _Folding(made)  # noqa: SLF001


class _Folding:
    """Makes the texts of help, folded."""

    def __init__(self, made: Any) -> None:  # noqa: ANN401 - Typer's own function
        self.made = made

    def __call__(self, **how: Any) -> Any:  # noqa: ANN401 - what Typer asks for
        text = self.made(**how)
        return Folded(text) if isinstance(text, Text) else text
