"""The register in its forms: feed, table, JSON, catalogue, linked data; hostile titles act in none of them."""

import csv
import io
import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from tests.golden import ROOT
from tsukuba_pia.export import site_addresses as places
from tsukuba_pia.export.site_feed import feed
from tsukuba_pia.export.site_linked import catalogue, script
from tsukuba_pia.export.site_pages import Notice, index_pages, noticed
from tsukuba_pia.export.site_tables import document, rows
from tsukuba_pia.labels import labels
from tsukuba_pia.model.text import LANGUAGES, Said
from tsukuba_pia.report.dates import day
from tsukuba_pia.report.model import Level, Named
from tsukuba_pia.report.parts import Window
from tsukuba_pia.report.register import (
    VERSION,
    VIEWS,
    Entry,
    Event,
    Imprint,
    Levels,
    Register,
    Version,
    in_order,
    views_of,
)
from tsukuba_pia.work.spreadsheet import table

SHAPES = ROOT.parent / "shared" / "data" / "schemas" / "dcat-ap-3.0.1-SHACL.ttl"
WORDS = {language: labels(language) for language in LANGUAGES}
ATOM = "{http://www.w3.org/2005/Atom}"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
HOSTILE = '=HYPERLINK("https://evil.example")</script><img src=x onerror=alert(1)>]]>&\'`{{7*7}}'
LEVELS = ("none", "low", "medium", "high", "very_high")


def level(rank: int, language: str) -> Level:
    """A level by its rank."""
    return Level(LEVELS[rank], rank, 4, Said(LEVELS[rank], language))


def entry(name: str, language: str, **more: Any) -> Entry:  # noqa: ANN401 - fields of an entry
    """An entry that was approved."""
    dates = labels(language)["report"]["dates"]
    on = day("2027-02-20", dates)
    plain: dict[str, Any] = {
        "id": name,
        "title": Said(f"{name} の評価", "ja"),
        "language": language,
        "state": "approved",
        "draft": False,
        "summary": Said("説明", "ja"),
        "sectors": (Named("transport", Said("移動", "ja")),),
        "levels": Levels(level(4, language), level(3, language), level(2, language)),
        "needless": None,
        "organ": None,
        "unit": Said("交通課", "ja"),
        "contact": None,
        "window": None,
        "starts_on": day("2027-04-01", dates),
        "ended": None,
        "since": on,
        "changed": on,
        "supersedes": None,
        "versions": (Version(1, "approved", on, level(3, language)),),
        "events": (Event("version", on, "1", "approved"),),
    }
    return Entry(**(plain | more))


def register(language: str, *entries: Entry, address: str = "") -> Register:
    """A register of these."""
    imprint = Imprint(Said("つくば市", "ja"), None, None, address, CC_BY, None)
    today = day("2027-03-01", labels(language)["report"]["dates"])
    return Register(VERSION, language, LANGUAGES, today, imprint, in_order(entries), "0.1.0")


def both(*names: str, address: str = "", **more: Any) -> tuple[Register, ...]:  # noqa: ANN401 - fields of an entry
    """The register in both languages."""
    return tuple(
        register(language, *(entry(name, language, **more) for name in names), address=address)
        for language in LANGUAGES
    )


# ---------------------------------------------------------------------------------------------------------------- feed


@pytest.mark.parametrize("address", ["", "https://pia.example.jp/"])
def test_the_feed_has_what_atom_asks_for(address: str) -> None:
    """RFC 4287: id, title, updated, an author; each entry the same, and a link."""
    ja, en = both("a-1", "b-2", address=address)
    root = ET.fromstring(feed(en, WORDS["en"]))  # noqa: S314 - our own
    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author", "link"):
        assert root.find(f"{ATOM}{name}") is not None
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 2
    ids = [one.findtext(f"{ATOM}id") or "" for one in (root, *entries)]
    ids += [one.findtext(f"{ATOM}id") or "" for one in ET.fromstring(feed(ja, WORDS["ja"])).iter()]  # noqa: S314
    whole = [one for one in ids if one]
    assert all(re.match(r"urn:uuid:[0-9a-f-]{36}\Z|https://pia\.example\.jp/", one) for one in whole)
    for one in entries:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00", one.findtext(f"{ATOM}updated") or "")
        link = one.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href", "").startswith(address or "assessments/")


def test_names_in_the_feed_outlive_titles() -> None:
    """And neither a second event nor another day moves them."""
    (before, _), (after, _) = both("a-1"), both("a-1", title=Said("まったく別の題", "ja"))
    ids = [re.findall("<id>(.*?)</id>", feed(one, WORDS["ja"])) for one in (before, after)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2


def test_the_feed_says_what_happened_last_first() -> None:
    """Events of all assessments, each once."""
    dates = WORDS["en"]["report"]["dates"]
    events = (
        Event("comment", day("2027-01-05", dates), "2027-01-05"),
        Event("version", day("2027-02-20", dates), "1", "refused"),
        Event("ended", day("2027-02-25", dates), "ended"),
    )
    _, en = both("a-1", events=events)
    titles = re.findall(r"<entry>\s*<id>.*?</id>\s*<title>(.*?)</title>", feed(en, WORDS["en"]))
    assert [one.partition(": ")[2] for one in titles] == ["ended", "refused", "open for comments"]


# -------------------------------------------------------------------------------------------- state, and last decision


@pytest.mark.parametrize(("state", "outcome", "told"), [
    ("ended", "refused", "refused"), ("suspended", "approved", "approved"), ("review", "refused", "refused"),
    ("refused", "refused", ""), ("monitoring", "approved", ""), ("published", "approved", ""),
])  # fmt: skip
def test_what_was_decided_last_is_told_beside_the_state(state: str, outcome: str, told: str) -> None:
    """Where the state does not say it: a refused plan that ended was refused."""
    on = day("2027-02-20", WORDS["ja"]["report"]["dates"])
    registers = both("a-1", state=state, outcome=outcome, versions=(Version(1, outcome, on, level(3, "ja")),))
    assert [one.entries[0].untold for one in registers] == [told, told]
    (row,) = csv.DictReader(io.StringIO(table(rows(registers, WORDS))))
    assert (row["state"], row["outcome"], row["outcome_en"]) == (state, outcome, outcome)
    (plain,) = json.loads(document(registers))["assessments"]
    assert (plain["state"], plain["outcome"]) == (state, outcome)
    page = unescape(index_pages(registers[1], WORDS)["en/index.html"])
    assert (">Last decision</span>" in page) == bool(told)


def test_the_feed_says_of_what_has_ended_what_had_been_decided() -> None:
    """Both facts in one title; without a decision only the one."""
    on = day("2027-02-20", WORDS["ja"]["report"]["dates"])
    ja, en = both("a-1", events=(Event("ended", on, "ended", "refused"),))
    assert "終了しました(最後の決定は不承認)" in feed(ja, WORDS["ja"])
    assert ": ended (last decision: refused)" in feed(en, WORDS["en"])
    _, alone = both("a-1", events=(Event("ended", on, "ended"),))
    assert "decision" not in feed(alone, WORDS["en"])


# -------------------------------------------------------------------------------------------------------- table, JSON


def test_the_table_has_a_row_for_each_and_no_formula() -> None:
    """One head, whatever the titles are."""
    registers = both("a-1", "b-2", title=Said(HOSTILE, "ja"))
    found = list(csv.DictReader(io.StringIO(table(rows(registers, WORDS)))))
    assert [one["id"] for one in found] == ["a-1", "b-2"]
    assert found[0]["state_en"] == WORDS["en"]["report"]["states"]["approved"]
    assert (found[0]["page_ja"], found[0]["page_en"]) == ("assessments/a-1/", "en/assessments/a-1/")
    assert all(not value.startswith(("=", "+", "-", "@")) for one in found for value in one.values())
    assert table(rows(registers, WORDS), bom=True).startswith("\ufeff")


@pytest.mark.parametrize("address", ["", "https://pia.example.jp/"])
def test_the_json_holds_to_its_schema(address: str) -> None:
    """In each state, with and without a window, versions, dates."""
    schema = json.loads((ROOT / "schemas" / "register.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    dates = WORDS["ja"]["report"]["dates"]
    window = Window(day("2027-02-01", dates), day("2027-03-05", dates), open=True)
    for more in ({}, {"window": window, "state": "comment"}, {"needless": Named("none", Said("不要", "ja"))}):
        plain = json.loads(document(both("a-1", "b-2", address=address, **more)))
        assert list(Draft202012Validator(schema).iter_errors(plain)) == []
    empty = json.loads(document(both()))
    assert list(Draft202012Validator(schema).iter_errors(empty)) == []
    wrong = plain | {"assessments": [plain["assessments"][0] | {"state": "great"}]}
    assert list(Draft202012Validator(schema).iter_errors(wrong)) != []


# --------------------------------------------------------------------------------------------------------- linked data


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # within rdflib
@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize("address", ["", "https://pia.example.jp/"])
def test_the_catalogue_is_valid_by_dcat_ap(address: str, draft: bool) -> None:
    """By the shapes that the EU publishes."""
    if not SHAPES.is_file():
        pytest.skip("the shapes of DCAT-AP are not here")
    pyshacl = pytest.importorskip("pyshacl")
    rdflib = pytest.importorskip("rdflib")
    registers = both("a-1", "b-2", address=address)
    entries = [tuple(replace(one, draft=draft) for one in side.entries) for side in registers]
    text = catalogue(tuple(replace(one, entries=own) for one, own in zip(registers, entries, strict=True)), WORDS)
    assert ("DEVELOP" in text) == draft
    graph = rdflib.Graph().parse(data=text, format="json-ld", publicID="https://base.example/")
    datasets = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.w3.org/ns/dcat#Dataset")))
    assert len(datasets) == 3
    conforms, _, told = pyshacl.validate(graph, shacl_graph=str(SHAPES), shacl_graph_format="turtle")
    assert conforms, told
    broken = json.loads(text)
    del broken["dct:title"]
    graph = rdflib.Graph().parse(data=json.dumps(broken), format="json-ld", publicID="https://base.example/")
    assert not pyshacl.validate(graph, shacl_graph=str(SHAPES), shacl_graph_format="turtle")[0]


def test_linked_data_cannot_end_its_element() -> None:
    """Whatever stands in it, and it still says the same."""
    node = {"dct:title": "</script><!--<script>&\u2028"}
    text = script(node)
    assert not re.search(r"[<>&\u2028]", text)
    assert json.loads(text) == node


# --------------------------------------------------------------------------------------------------------------- pages


def test_every_entry_is_in_every_view() -> None:
    """Once in each, but for sectors, of which one may have several."""
    several = (Named("transport", Said("移動", "ja")), Named("safety", Said("安全", "ja")))
    ja, _ = both("a-1", "b-2", sectors=several)
    views = views_of(ja, WORDS["ja"])
    assert tuple(one.id for one in views) == VIEWS
    for view in views:
        names = [one.id for group in view.groups for one in group.entries]
        assert sorted(set(names)) == ["a-1", "b-2"]
        assert len(names) == (4 if view.id == "sector" else 2)


def test_the_lists_lead_to_every_page_and_each_other() -> None:
    """By relative addresses, so that the folder can lie anywhere."""
    for one in both("a-1", "b-2"):
        for path, page in index_pages(one, WORDS).items():
            links = {unescape(found) for found in re.findall(r'href="([^"#]+)"', page)}
            own = [places.room(one.language, LANGUAGES) + places.home(name) + places.INDEX for name in ("a-1", "b-2")]
            assert {places.relative(target, path) for target in own} <= links
            assert not [found for found in links if found.startswith("/")]


def test_hostile_titles_act_on_no_page() -> None:
    """Neither as markup, nor as a template, nor as a style."""
    hostile: dict[str, Any] = dict.fromkeys(("title", "summary", "unit"), Said(HOSTILE, "ja"))
    for one in both("a-1", "b-2", **hostile):
        for page in index_pages(one, WORDS).values():
            assert "<img" not in page
            assert "<script" not in page
            assert page.count("</style>") == 1
            assert "49" not in page.partition("<main")[2].partition("</main>")[0].replace("1949", "")


def test_filters_name_only_what_is_there() -> None:
    """A rule of style for each, and none for an id that is none."""
    bad = (Named('x"]{}', Said("悪い", "ja")),)
    ja, _ = both("a-1", "b-2")
    ja = replace(ja, entries=(*ja.entries, entry("c-3", "ja", sectors=bad, state="refused")))
    page = index_pages(ja, WORDS)["index.html"]
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert '#state-approved:checked)) [data-state="approved"] { display: none; }' in style
    assert 'x"]' not in style
    assert 'id="state-refused"' in page


def test_a_notice_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """And an empty one leaves the page as it was made."""
    ja, _ = both("a-1")
    made = "<p>oben</p><!--register--><!--/register--><p>1</p>"
    path = "assessments/a-1/index.html"
    once = noticed(made, Notice("a-1", kept="gone"), path, ja, WORDS)
    twice = noticed(once, Notice("a-1", successor=("b-2", Said("<b>新</b>", "ja"))), path, ja, WORDS)
    assert WORDS["ja"]["register"]["gone"] in once
    assert WORDS["ja"]["register"]["gone"] not in twice
    assert '<a href="../b-2/index.html">&lt;b&gt;新&lt;/b&gt;</a>' in twice
    assert noticed(twice, Notice("a-1"), path, ja, WORDS) == made


def test_what_was_refused_before_it_ended_is_found_by_either() -> None:
    """A tick at one or the other shows it."""
    ja, _ = both("a-1", "b-2", state="ended", outcome="refused")
    page = index_pages(ja, WORDS)["index.html"]
    assert 'data-state="ended refused"' in page
    assert (
        ".register:has(.by-state:checked):not(:has(#state-ended:checked)):not(:has(#state-refused:checked))"
        ' [data-state="ended refused"] { display: none; }'
    ) in page
