"""Words of reports and of the command line, by language: `templates/labels/<lang>.toml` and `cli.<lang>.toml`."""

from collections.abc import Mapping
from functools import cache as once
from typing import Any

from tsukuba_pia import cache
from tsukuba_pia.resources import shipped


@once
def labels(language: str) -> Mapping[str, Any]:
    """All sections of a language's label files; parsed once for the same contents."""
    folder = shipped("templates") / "labels"
    raw = [(folder / name).read_bytes() for name in (f"{language}.toml", f"cli.{language}.toml")]
    key = cache.digest(b"labels", *raw)
    kept: Mapping[str, Any] | None = cache.load(key)
    return kept if isinstance(kept, dict) else _parsed(raw, key)


def _parsed(raw: list[bytes], key: str) -> Mapping[str, Any]:
    import tomllib  # noqa: PLC0415 - slow, and only new words need it

    sections: dict[str, Any] = {}
    for one in raw:
        sections |= tomllib.loads(one.decode("utf-8"))
    cache.store(key, sections)
    return sections
