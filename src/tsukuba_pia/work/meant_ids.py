"""Which ids were meant in a file whose shape is wrong, by the vocabulary and the references that it builds on."""

from collections.abc import Sequence
from typing import TypeVar

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.term_places import names_for_ids, with_ids
from tsukuba_pia.load.bank import load_banks
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.yaml_source import Source, read

T = TypeVar("T", Vocabulary, References)


def meant_ids(found: Sequence[Diagnostic], source: Source, catalog: Catalog) -> list[Diagnostic]:
    """The findings; where names stand for ids, with what was meant, as far as the file says what it builds on."""
    if not names_for_ids(found, source):
        return list(found)
    words = _of_banks(source, catalog) or (
        _newest(Vocabulary, "vocabulary", catalog),
        _newest(References, "references", catalog),
    )
    vocabulary, references = words
    if vocabulary is None or references is None:
        return list(found)
    return list(with_ids(found, source, vocabulary, references))


def _of_banks(source: Source, catalog: Catalog) -> tuple[Vocabulary, References] | None:
    """What the banks of an assessment bring, their own words too."""
    named = source.data.get("banks") if isinstance(source.data, dict) else None
    if not isinstance(named, dict) or not all(isinstance(one, str) for one in named.values()):
        return None
    questionnaire = load_banks(named, catalog).questionnaire
    return None if questionnaire is None else (questionnaire.vocabulary, questionnaire.references)


def _newest(kind: type[T], room: str, catalog: Catalog) -> T | None:
    file = catalog.newest(room)
    return None if file is None else read_shape(kind, read(file.path))
