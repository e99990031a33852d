"""The record of released versions (`released.sha256`): read, held to what lies beside it, and continued."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tsukuba_pia.change.document import Document
from tsukuba_pia.change.released import FILE, Record, folder_of, line_of, name_of, read_record
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.files import save
from tsukuba_pia.lint.engine import rule_of
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.crosswalk import Crosswalks
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.problems import Problem
from tsukuba_pia.yaml_source import Source, read

VERSIONED: Mapping[str, Any] = {
    "bank": Bank,
    "vocabulary": Vocabulary,
    "references": References,
    "crosswalks": Crosswalks,
}


def document_of(source: Source) -> Document | None:
    """The versioned file that a source holds; None where it is none, or cannot be read."""
    kind = next((kind for kind in VERSIONED if isinstance(source.data, dict) and kind in source.data), None)
    value = read_shape(VERSIONED[kind], source) if kind is not None else None
    return Document(kind, value, source) if kind is not None and value is not None else None


def record_of(folder: Path) -> Record:
    """The record of a folder of banks; an empty one where there is none."""
    return read_record(_text(folder / FILE))


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""


def check_record(file: Path) -> tuple[tuple[Diagnostic, ...], Source]:
    """What is wrong with a record by itself: lines that cannot be used, versions that are gone."""
    source = Source(str(file), _text(file))
    return tuple(_slips(file, source)), source


def _slips(file: Path, source: Source) -> Iterator[Diagnostic]:
    record = read_record(source.text)
    for slip in record.slips:
        args = (
            {"what": "@record_twice", "first": str(slip.first)} if slip.first else {"what": "@record_form", "first": ""}
        )
        yield diagnostic("PIA313", file, slip.number, **args)
    for line in record.lines.values():
        if not (file.parent / line.name).is_file():
            yield diagnostic("PIA314", file, line.number, file=line.name, since="")


def diagnostic(code: str, place: Path, line: int = 1, /, **args: str) -> Diagnostic:
    """A diagnostic about a line of a record, or about a file that is not there."""
    return Diagnostic(str(place), line, 1, code, args, rule_of(code).level)


class Released(NamedTuple):
    """A version that the record now speaks of."""

    name: str
    record: Path
    new: bool


def release(file: Path, found: tuple[Diagnostic, ...]) -> Released:
    """Add the line of a published version. `found` is what `pia check` finds in its file.

    Raises:
        Problem: it lies in no folder of banks, is a draft, does not check clean, or its line says otherwise already.

    """
    folder = folder_of(file)
    document = document_of(read(file))
    errors = [one for one in found if one.level == "error" and one.code != "PIA309"]
    if errors or document is None:
        raise Problem("not_clean", path=file, count=max(len(errors), 1))
    if folder is None:
        raise Problem("not_in_a_room", path=file)
    if not document.released:
        raise Problem("not_published", path=file)
    recorded = record_of(folder).digest(name_of(file))
    if recorded is None:
        _add(folder / FILE, line_of(document.digest, name_of(file)))
    return Released(name_of(file), folder / FILE, recorded is None)


def _add(file: Path, line: str) -> None:
    there = file.read_bytes() if file.is_file() else None
    before = there or b""
    end = b"" if not before or before.endswith(b"\n") else b"\n"
    save(file, before + end + line.encode(), there)
