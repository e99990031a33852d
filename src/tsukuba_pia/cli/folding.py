"""Lines for a terminal: each folded at its width, and further in where it goes on."""

import shutil
from collections.abc import Iterable, Iterator

from tsukuba_pia.cli import context
from tsukuba_pia.fold import fold
from tsukuba_pia.model.text import printable

WIDEST = 100


def at_its_depth(line: str, columns: int) -> Iterator[str]:
    """A line, folded behind the blanks that it begins with."""
    text = line.lstrip(" ")
    indent = " " * (len(line) - len(text))
    return fold(text, columns, indent, f"{indent}  ")


def tell_folded(lines: Iterable[str]) -> None:
    """The answer, line by line; nothing in it can act on the terminal."""
    columns = min(WIDEST, shutil.get_terminal_size().columns)
    for line in lines:
        for one in at_its_depth(printable(line), columns):
            context.tell(one)
