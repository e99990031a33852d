"""What differs between a file as it is and as it would be, line by line."""

import difflib
from collections.abc import Iterator

from tsukuba_pia.lint.my_number import masked


def difference(file: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff of two texts of one file; My Numbers in them are not repeated."""
    old, new = (masked(text).splitlines() for text in (before, after))  # a number may go on in the next line
    yield from map(masked, difflib.unified_diff(old, new, file, file, lineterm=""))
