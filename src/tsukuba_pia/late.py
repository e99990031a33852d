"""Regular expressions that are compiled when they are first asked: there are hundreds, and one run asks few of them."""

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern", "flags")


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as `re.Pattern` has it
        """Once: what it finds is kept as its own, so that asking again costs nothing."""
        if name.startswith("_"):  # what copies and pickles ask for
            raise AttributeError(name)
        compiled = re.compile(*self._given)
        self.__dict__.update({one: getattr(compiled, one) for one in _ASKED})
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives; a mistake in the pattern shows only when it is asked."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
