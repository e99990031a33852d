"""Looks into finished documents: a page's elements, a Markdown document's blocks; and fills in an assessment."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.golden import ROOT
from tests.report.robot import report_of, variant
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.labels import labels
from tsukuba_pia.report.document import Report

HOSTILE = ROOT.parent / "shared" / "data" / "hostile"
TEXTS = (
    "title", "owner", "purpose", "problem", "for", "what", "unit", "phone", "email", "url", "post", "name",
    "contract", "who", "none", "length", "item", "alternative", "said", "done", "says", "by", "request", "default",
    "to", "conclusion", "why", "triggers", "note", "s_words", "asking", "ja", "en",
)  # fmt: skip


def exported(name: str, report: Report | None = None) -> str:
    """A report in a format; of the small assessment if none is given."""
    one = report or report_of()
    return exporters()[name].export(one, labels(one.language))


def filled(text: str, *, lines: bool = True, name: str = "usual") -> dict[str, Any]:
    """The small assessment with `text` in every field that people write freely; dates of consultations stay."""
    changed: dict[str, Any] = _filled(variant(name), text if lines else " ".join(text.split()))
    for one in changed["consultations"]:
        one["to"] = one["from"]
    return changed


def _filled(value: Any, text: str, key: str = "") -> Any:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        return {name: _filled(one, text, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, text, key) for one in value]
    return text if key in TEXTS else value


def payloads() -> list[str]:
    """Lines that have broken pages before; the tests are skipped where the shared data is not there."""
    if not HOSTILE.is_dir():
        pytest.skip(f"no hostile test data at {HOSTILE}")
    files = [*sorted((HOSTILE / "xss").glob("*.txt")), HOSTILE / "template-injection.txt"]
    lines = [line for file in files for line in file.read_text("utf-8", "replace").splitlines() if line.strip()]
    assert len(lines) > 500  # the data is really there
    return lines


class Page(HTMLParser):
    """The elements of a page, in order, with their attributes."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.elements: list[tuple[str, Mapping[str, str]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Remember what is read."""
        if not self.elements or self.elements[-1][0] not in ("style", "desc"):  # a description of a picture is heard
            self.words.append(data)

    def all(self, tag: str) -> list[Mapping[str, str]]:
        """The attributes of all elements of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]


def blocks(text: str) -> list[str]:
    """The structure of a Markdown document as a lenient reader sees it: blocks, and what is more than words in them."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found = []
    for token in reader.parse(text):
        found.append(f"{token.type} {token.tag}")
        found += [f"  {one.type}" for one in token.children or () if one.type not in ("text", "softbreak")]
    return found
