"""Words of reports and of the command line, by language: `templates/labels/<lang>.toml` and `cli.<lang>.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from tsukuba_pia.resources import shipped


@cache
def labels(language: str) -> Mapping[str, Any]:
    """All sections of a language's label files."""
    folder = shipped("templates") / "labels"
    sections: dict[str, Any] = {}
    for name in (f"{language}.toml", f"cli.{language}.toml"):
        with (folder / name).open("rb") as stream:
            sections |= tomllib.load(stream)
    return sections
