"""What differs between a file as it is and as it would be, line by line."""

import difflib
from collections.abc import Iterator

from tsukuba_pia.lint.my_number import masked


def difference(file: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff of two texts of one file; My Numbers in them are not repeated."""
    for line in difflib.unified_diff(before.splitlines(), after.splitlines(), file, file, lineterm=""):
        yield masked(line)
