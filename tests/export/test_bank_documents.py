"""A bank as a document: readable, whole, and harmless whatever a city writes into a bank of its own."""

import re
from itertools import pairwise
from typing import Any

import pytest

from tests.export.documents import Page, blocks, payloads
from tests.export.test_html import ATTRIBUTES, KNOWN
from tests.golden import Golden
from tests.report.library import FORMATS, SHIPPED, document_of, plain, shipped_document, shown
from tsukuba_pia.fold import width
from tsukuba_pia.load.bank import load_bank_file
from tsukuba_pia.load.catalog import Catalog

LANGUAGES = ("ja", "en")
SUFFIXES = {"html": "html", "md": "md", "text": "txt"}
STYLE = re.compile(r"<style>.*</style>", re.DOTALL)
# Texts that are no names of the format: what stands under these keys is read by people.
WRITTEN = ("ja", "en", "ja-x-easy", "reviewed_by")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["base", "library"])
def test_documents_are_as_a_person_last_read_them(name: str, language: str, form: str, golden: Golden) -> None:
    """The style of a page is left out: it is that of the reports."""
    text = STYLE.sub("<style></style>", shown(document_of(name, language), form))
    golden(f"tests/golden/bank/{name}.{language}.{SUFFIXES[form]}", text)


def ids_of(name: str) -> set[str]:
    """All ids of a bank: sections, questions, options, risks, red lines, decisions, outcomes, references cited."""
    catalog = Catalog()
    file = catalog.newest(name)
    assert file is not None
    bank = load_bank_file(file.path, catalog).banks[-1]
    parts: list[Any] = [*bank.sections, *bank.questions, *bank.risks, *bank.red_lines, *bank.decisions]
    options = [option.id for question in bank.questions for option in question.options]
    outcomes = [outcome.id for decision in bank.decisions for outcome in decision.outcomes]
    cited = [ref for question in bank.questions for ref in question.refs]
    tightened = [one.risk or one.question or "" for one in bank.tightens]
    return {*(part.id for part in parts), *options, *outcomes, *cited, *tightened}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHIPPED)
def test_every_id_of_our_banks_is_in_its_document(name: str, language: str, form: str) -> None:
    """And nothing of a template is left over."""
    text = STYLE.sub("", shown(shipped_document(name, language), form))
    words = set(re.findall(r"[a-z][a-z0-9_-]*", text))
    assert ids_of(name) - words == set()
    assert [mark for mark in ("{", "}", "Undefined", "Markup(", "Said(") if mark in text] == []
    assert form == "html" or not {"&gt;", "&lt;", "&#"} & set(re.findall(r"&(?:#|[a-z]+;)", text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHIPPED)
def test_lines_fit_a_terminal(name: str, language: str) -> None:
    """80 columns, wide characters counted as two."""
    lines = shown(shipped_document(name, language), "text").split("\n")
    assert [line for line in lines if width(line) > 82] == []  # what may not begin a line hangs over by one character
    assert [line for line in lines if line != line.rstrip()] == []


def pages() -> list[Page]:
    """The small banks and one of ours, in each language."""
    small = [document_of(name, language) for name in ("base", "library") for language in LANGUAGES]
    return [Page(shown(one, "html")) for one in (*small, *(shipped_document("core", one) for one in LANGUAGES))]


def test_a_page_is_self_contained() -> None:
    """No script, no link to a file, no picture."""
    for page in pages():
        assert {tag for tag, _ in page.elements} <= KNOWN
        assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES | {"aria-label"}


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    """Each id of the bank is an anchor."""
    for page in pages():
        ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        assert len(ids) == len(set(ids))
        assert {one["href"].removeprefix("#") for one in page.all("a")} <= set(ids)
        named = {name for _, one in page.elements for name in one.get("aria-labelledby", "").split()}
        assert named <= set(ids)


def test_a_page_can_be_walked_by_headings() -> None:
    """One title, no level left out; tables have captions and heads a scope."""
    for page in pages():
        levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3", "h4")]
        assert levels.count(1) == len(page.all("main")) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert len(page.all("table")) == len(page.all("caption"))
        assert all("scope" in one for one in page.all("th"))


def test_each_question_and_row_has_an_anchor() -> None:
    """So that a panel can say “base_leak, row 2”, and a link leads there."""
    ids = {one.get("id") for _, one in Page(shown(document_of("base"), "html")).elements}
    assert {
        "base_camera",
        "base_uses-training",
        "base_leak",
        "base_leak-row-2",
        "section-base_care",
        "law-guide",
    } <= ids
    text = shown(document_of("base"), "md")
    assert '<a id="base_leak"></a>' in text
    assert '<a id="base_leak-row-2"></a>' in text


def test_links_of_markdown_lead_somewhere() -> None:
    """Within the document."""
    for name in ("core", "transport"):
        text = shown(shipped_document(name, "en"), "md")
        anchors = re.findall(r'<a id="([^"]+)">', text)
        assert len(anchors) == len(set(anchors))
        assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= set(anchors)


def test_another_language_is_marked() -> None:
    """Easy Japanese in an English page; a text that one language lacks."""
    page = shown(document_of("base", "en"), "html")
    assert '<span lang="ja-x-easy">うつした ものが 外に出ます</span>' in page
    data = plain()
    data["base"]["risks"][0]["title"] = {"ja": "映像が漏れる"}
    assert '<span lang="ja">映像が漏れる</span>' in shown(document_of("base", "en", data), "html")


def test_a_draft_that_nobody_reviewed_says_so() -> None:
    """And one that somebody reviewed names the person."""
    for form in FORMATS:
        assert "No person has reviewed this bank yet." in shown(document_of("library", "en"), form)
        reviewed = shown(document_of("base", "en"), form)
        assert "情報公開審査会 2027-01-15" in reviewed
        assert "No person has reviewed" not in reviewed
        assert "not legal advice" in reviewed


def filled(text: str) -> dict[str, Any]:
    """The small banks with `text` in every place that people read."""
    data = plain()
    data["base"], data["library"] = _filled(data["base"], text), _filled(data["library"], text)
    return data


def _filled(value: Any, text: str, key: str = "") -> Any:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        return {name: _filled(one, text, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, text) for one in value]
    return text if key in WRITTEN else value


@pytest.mark.parametrize("name", ["base", "library"])
def test_hostile_texts_stay_texts(name: str) -> None:
    """Hundreds of payloads: no element, no handler, no link of theirs; the blocks of Markdown stay ours."""
    harmless = _tree(shown(document_of(name, changed=filled("harmless")), "md"))
    for line in payloads()[::25]:
        document = document_of(name, changed=filled(line.strip()))
        page = Page(shown(document, "html"))
        assert {tag for tag, _ in page.elements} <= KNOWN
        assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES | {"aria-label"}
        assert all(one["href"].startswith("#") for one in page.all("a"))
        assert _tree(shown(document, "md")) == harmless, line


def _tree(text: str) -> list[str]:
    return [one for one in blocks(text) if one != "  text_special"]


@pytest.mark.parametrize("text", ["# x", "a\n# x\n\n[id]", "\x1b[31mred", "a\u202eb", "{{ 7 * 7 }}", "- x", "[x]"])
def test_a_terminal_shows_texts_and_nothing_else(text: str) -> None:
    """The same headings and the same entries as with harmless words; no escape of theirs."""
    lines = shown(document_of("base", changed=filled(text)), "text").split("\n")
    assert _outline(lines) == _outline(shown(document_of("base", changed=filled("harmless")), "text").split("\n"))
    assert not {"\x1b", "\u202e"} & set("".join(lines))
    assert "49" not in "".join(lines)


def _outline(lines: list[str]) -> list[str]:
    """What stands at the margin and leads the eye below the title: entries, and the lines under headings."""
    return [re.sub(r"(=|-)+$", r"\1", line) for line in lines[1:] if re.match(r"\[|==|--|#", line)]


@pytest.mark.parametrize("form", FORMATS)
def test_same_input_same_bytes(form: str) -> None:
    """No clock, no random, no order of a set."""
    assert shown(document_of("library"), form) == shown(document_of("library", changed=plain()), form)
