"""What an exporter is: a document in, one text out, or what is made of the text. Exporters never work anything out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Labels = Mapping[str, Any]
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Exporter(Generic[D]):
    """One format: its name on the command line, the end of its file's name, how a document becomes its text."""

    name: str
    suffix: str
    export: Callable[[D, Labels], str]
    document: type[D]  # what it exports: a report, a question bank
    press: Callable[[str, D], bytes] | None = None  # of a format that is no text: makes it of one

    def content(self, document: D, labels: Labels) -> bytes:
        """The file's bytes."""
        text = self.export(document, labels)
        return text.encode("utf-8") if self.press is None else self.press(text, document)
