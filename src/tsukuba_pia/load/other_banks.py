"""The banks that an assessment did not choose: only what tells whether it needs them, kept so that it is read once."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tsukuba_pia import cache
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.condition import Condition
from tsukuba_pia.yaml_source import contents, parse

_KEPT = ("bank", "version", "status", "prefix", "languages", "title", "extends", "required_when")
_FORM = b"other bank 1"  # changes with what an entry holds


class OtherBank(NamedTuple):
    """A bank that was not chosen: when it is required, and which questions are asked in it."""

    name: str
    version: str
    required_when: Condition | None
    questions: frozenset[str]


def other_banks(catalog: Catalog, chosen: Collection[str]) -> tuple[OtherBank, ...]:
    """The newest version of each. One that cannot be laid on a chosen bank, or is withdrawn, requires nothing."""
    found = []
    for name in catalog.banks:
        file = catalog.newest(name) if name not in chosen else None
        kept = head_of(file.path) if file is not None else None
        if kept is not None:
            bank, questions = kept
            fits = (bank.extends or "").partition("@")[0] in chosen and bank.status != "withdrawn"
            required = bank.required_when if fits else None
            found.append(OtherBank(name, bank.version, required, questions))
    return tuple(found)


def head_of(path: Path) -> tuple[Bank, frozenset[str]] | None:
    """What is kept of a bank; None where it cannot be read: that is told where it is chosen or checked."""
    try:
        raw = contents(path)
    except OSError:
        return None
    key = cache.digest(_FORM, raw)
    entry = cache.load(key)
    fresh = entry is None
    if fresh:
        data = parse(raw, str(path)).data
        if not isinstance(data, dict):
            return None
        entry = [{name: data[name] for name in _KEPT if name in data}, list(_questions(data))]
    try:
        plain, questions = entry
        bank, asked = build(Bank, plain), frozenset(questions)
    except (ValueError, TypeError):
        return None
    if fresh:
        cache.store(key, entry)
    return bank, asked


def _questions(data: dict[str, Any]) -> Iterator[str]:
    """The ids of its questions, as far as it is well-shaped."""
    for section in _mappings(data.get("sections")):
        for question in _mappings(section.get("questions")):
            if isinstance(question.get("id"), str):
                yield question["id"]


def _mappings(data: object) -> Iterator[dict[str, Any]]:
    return (one for one in data if isinstance(one, dict)) if isinstance(data, list) else iter(())
