"""What differs between a file as it is and as it would be, line by line."""

import difflib
from collections.abc import Iterator


def difference(file: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff of two texts of one file."""
    yield from difflib.unified_diff(before.splitlines(), after.splitlines(), file, file, lineterm="")
