"""A list of crosswalks → what it names that is not there: a question, a principle, a part of an assessment."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args

from tsukuba_pia.diagnostics import Diagnostic, Path
from tsukuba_pia.load.bank import Loaded, load_bank_file
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.shape import nearest
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.crosswalk import Crosswalks
from tsukuba_pia.yaml_source import Source

KINDS = {"questions": "question", "stages": "stage", "principles": "principle", "decisions": "decision"}
NOTHING: dict[str, Any] = dict.fromkeys((*KINDS.values(), "part", "reference"), "")
DEPTH = 4


def check_crosswalks(crosswalks: Crosswalks, source: Source, catalog: Catalog) -> list[Diagnostic]:
    """What a list of crosswalks names that is not there."""
    base = catalog.fitting(crosswalks.extends)
    if base is None:
        name = crosswalks.extends.partition("@")[0]
        versions = ", ".join(file.version for file in catalog.versions(name))
        meant = "" if versions else nearest(name, catalog.banks)
        return [source.diagnostic("PIA219", ("extends",), bank=crosswalks.extends, versions=versions, meant=meant)]
    loaded = load_bank_file(base.path, catalog)
    return [*loaded.diagnostics, *_leading_nowhere(crosswalks, source, loaded)]


def _leading_nowhere(crosswalks: Crosswalks, source: Source, loaded: Loaded) -> Iterator[Diagnostic]:
    if loaded.vocabulary is None or loaded.references is None:  # the bank could not be read; it has been told
        return
    known: Mapping[str, frozenset[str]] = {
        "question": frozenset(question.id for bank in loaded.banks for question in bank.questions),
        "stage": frozenset(term.id for term in loaded.vocabulary.stages),
        "principle": frozenset(term.id for term in loaded.vocabulary.principles),
        "decision": frozenset(one.role for bank in loaded.banks for one in bank.decisions if one.role),
        "part": parts_of(Assessment),
        "reference": frozenset(loaded.references.by_id),
    }
    for path, kind, name in _named(crosswalks):
        if name not in known[kind]:
            yield source.diagnostic(
                "PIA320", path, **NOTHING | {kind: name, "meant": nearest(name, sorted(known[kind]))}
            )


def _named(crosswalks: Crosswalks) -> Iterator[tuple[Path, str, str]]:
    """Each name with its path and with what it is the name of."""
    for number, text in enumerate(crosswalks.texts):
        yield ("texts", number, "ref"), "reference", text.ref
        for order, item in enumerate(text.items):
            for key, kind in (*KINDS.items(), ("parts", "part")):
                for place, name in enumerate(getattr(item, key)):
                    yield ("texts", number, "items", order, key, place), kind, name


@cache
def parts_of(kind: type, depth: int = DEPTH) -> frozenset[str]:
    """The keys of a file and of what stands under them, with dots: `service`, `service.scope`."""
    found: set[str] = set()
    for field in fields(kind):
        key = field.name.rstrip("_")
        found.add(key)
        for inner in _dataclasses_in(field.type) if depth > 1 else ():
            found |= {f"{key}.{part}" for part in parts_of(inner, depth - 1)}
    return frozenset(found)


def _dataclasses_in(annotation: Any) -> Iterator[type]:  # noqa: ANN401 - an annotation
    if isinstance(annotation, type) and is_dataclass(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from _dataclasses_in(part)
