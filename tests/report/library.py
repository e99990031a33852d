"""Two small banks that use each construct of the format, read from `library.yaml`, and documents of them."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from tests.golden import ROOT
from tsukuba_pia.export.formats import exporters_of
from tsukuba_pia.labels import labels
from tsukuba_pia.load.bank import load_bank_file
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.compose import compose
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.report.bank_build import build_bank_document
from tsukuba_pia.report.bank_model import BankDocument
from tsukuba_pia.yaml_source import parse

FILE = Path(__file__).with_name("library.yaml")
SHIPPED = tuple(
    sorted(
        folder.name
        for folder in (ROOT / "questionnaires").iterdir()
        if folder.is_dir() and folder.name not in ("vocabulary", "references", "crosswalks")
    )
)
FORMATS = tuple(exporters_of(BankDocument))


@cache
def _plain() -> Any:  # noqa: ANN401 - plain data
    return parse(FILE.read_bytes(), FILE.name).data


def plain() -> dict[str, Any]:
    """The banks, their words and their law as plain data, to be changed by a test."""
    copy: dict[str, Any] = deepcopy(_plain())
    return copy


def document_of(name: str, language: str = "ja", changed: dict[str, Any] | None = None) -> BankDocument:
    """One of the small banks; `library` stands on `base`."""
    data = changed or plain()
    banks = [build(Bank, data[one]) for one in ("base", "library")][: 2 if name == "library" else 1]
    vocabulary, references = build(Vocabulary, data["vocabulary"]), build(References, data["references"])
    return build_bank_document(compose(banks, vocabulary, references), banks[-1], language)


@cache
def shipped_document(name: str, language: str) -> BankDocument:
    """One of the banks that come with pia, in its newest version."""
    catalog = Catalog()
    file = catalog.newest(name)
    assert file is not None
    loaded = load_bank_file(file.path, catalog)
    assert loaded.questionnaire is not None
    return build_bank_document(loaded.questionnaire, loaded.banks[-1], language)


def shown(document: BankDocument, form: str) -> str:
    """A document in a format."""
    return exporters_of(BankDocument)[form].export(document, labels(document.language))
