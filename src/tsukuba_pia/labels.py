"""Words of reports and of the command line, by language: `templates/labels/<lang>.toml` and `cli.<lang>.toml`."""

from collections.abc import Mapping
from functools import cache as once
from pathlib import Path
from typing import Any

from tsukuba_pia import cache
from tsukuba_pia.resources import shipped

VARIANT = "-x-"  # ja-x-easy is Japanese: what it has no words for is said as Japanese says it
CLI = "cli."


@once
def languages() -> tuple[str, ...]:
    """The languages that a document can be in; the command line itself may speak fewer."""
    return tuple(sorted(one.stem for one in _folder().glob("*.toml") if not one.name.startswith(CLI)))


def plain(language: str) -> str:
    """The language that one is a variant of, else itself."""
    return language.partition(VARIANT)[0]


@once
def labels(language: str) -> Mapping[str, Any]:
    """All sections of a language's label files; parsed once for the same contents."""
    own = plain(language)
    names = [f"{own}.toml", f"{CLI}{own}.toml", *([f"{language}.toml"] if language != own else [])]
    raw = [(_folder() / name).read_bytes() for name in names]
    key = cache.digest(b"labels", *raw)
    kept: Mapping[str, Any] | None = cache.load(key)
    return kept if isinstance(kept, dict) else _parsed(raw, key)


def _folder() -> Path:
    return shipped("templates") / "labels"


def _parsed(raw: list[bytes], key: str) -> Mapping[str, Any]:
    import tomllib  # noqa: PLC0415 - slow, and only new words need it

    sections: dict[str, Any] = {}
    for one in raw:
        sections = _over(sections, tomllib.loads(one.decode("utf-8")))
    cache.store(key, sections)
    return sections


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """What stands above, and below it what it does not say."""
    both = {key: _over(below[key], above[key]) for key in above if isinstance(below.get(key), dict)}
    return {**below, **above, **both}
