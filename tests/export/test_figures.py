"""Every figure of a page is the one of `pia score --json`: read back out of the HTML, where people read it."""

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from tests.export.documents import exported
from tests.export.outline import Element, outline
from tests.report.robot import report_of
from tests.worked import EXAMPLES, figures, opened, rendered
from tsukuba_pia.labels import labels, otherwise
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.kinds import Kind
from tsukuba_pia.report.parts import Index, IndexPoints

MOMENTS = ("inherent", "current", "target")
NAMES = [one.name for one in EXAMPLES]
LANGUAGES = ["ja", "en"]
BOTH = pytest.mark.parametrize("language", LANGUAGES)
EACH = pytest.mark.parametrize("name", NAMES)


@cache
def whole(name: str) -> Any:  # noqa: ANN401 - an example, opened once
    """An example."""
    return opened(next(one for one in EXAMPLES if one.name == name))


@cache
def scored(name: str, language: str) -> dict[str, Any]:
    """What `pia score --json` tells."""
    found: dict[str, Any] = json.loads(figures(whole(name), language))
    return found


@cache
def page(name: str, language: str, kind: Kind) -> Element:
    """A page for the public."""
    return outline(rendered(whole(name), "html", "public", language, kind))


def word(name: str, language: str, level: str) -> str:
    """A level as the bank says it."""
    said: dict[str, str] = {one.id: one.label[language] for one in whole(name).questionnaire.method.levels}
    return said.get(level) or str(labels(language)["report"]["no_level"])


def badges(where: Element) -> list[tuple[int, str]]:
    """The levels shown there: their rank, which gives the colour and the squares, and their word."""
    found = []
    for one in where.all("span", "level"):
        rank = next(int(kind[6:]) for kind in one.classes if kind.startswith("level-"))
        squares = one.one("span", "bars").inside
        assert rank == "".join(map(str, squares)).count("■")
        found.append((rank, one.text))
    return found


def expected(name: str, language: str, levels: dict[str, Any], *moments: str) -> list[tuple[int, str]]:
    """The same from the figures: the worst of each moment."""
    order = [one.id for one in whole(name).questionnaire.method.levels]
    worst = [levels[moment]["worst"] for moment in moments]
    return [(order.index(one) + 1 if one in order else 0, word(name, language, one)) for one in worst]


def once(levels: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """As a sheet says levels at two moments: once where nothing changes."""
    return list(dict.fromkeys(levels))


@BOTH
@EACH
def test_levels_of_every_risk(name: str, language: str) -> None:
    """In the list of risks and where each is told; one that is not certain says its best case too."""
    report, told = page(name, language, "full"), scored(name, language)
    rows = [row for table in report.all("table", "moments") for row in table.one("tbody").all("tr")]
    by_title = {one["title"]: one for one in told["risks"]}
    assert sorted(row.one("th").text.split(". ", 1)[1] for row in rows) == sorted(by_title)
    for number, row in enumerate(rows, 1):
        shown, title = row.one("th").text.split(". ", 1)
        assert int(shown) == number
        once = any(cell.attributes.get("colspan") for cell in row.all("td"))  # the same at each moment
        assert badges(row) * (len(MOMENTS) if once else 1) == expected(name, language, by_title[title], *MOMENTS)
        own = report.labelled(f"risk-{number}")
        assert own.identified(f"risk-{number}").text == f"{number}. {title}"
        assert badges(own.all("dl", "now-later")[0]) == expected(name, language, by_title[title], *MOMENTS)
        best = [one["best"] for one in map(by_title[title].get, MOMENTS) if one and one["best"] != one["worst"]]
        said = own.all("dl", "now-later")[0].text
        assert all(word(name, language, one) in said for one in best)


@BOTH
@EACH
def test_severity_and_likelihood_of_every_risk(name: str, language: str) -> None:
    """Of the group that is hit hardest, before, now and then; and so says the table of the map."""
    report, told = page(name, language, "full"), scored(name, language)
    method = whole(name).questionnaire.method
    scales = {"severity": method.severity, "likelihood": method.likelihood}
    by_title = {one["title"]: one for one in told["risks"]}
    cells: dict[str, dict[int, tuple[str, ...]]] = {moment: {} for moment in MOMENTS}
    for article in report.all("article", "risk"):
        number, title = article.all("h3")[0].text.split(". ", 1)
        risk = by_title[title]
        group = next(one for one in risk["groups"] if one["group"] == risk["worst_group"])
        rungs: dict[str, list[str]] = {}
        for axis, rows in scales.items():
            said = {one.id: otherwise(labels(language)["report"], axis, one.id) or one.label[language] for one in rows}
            rungs[axis] = [said[group[moment][axis]["worst"]] for moment in MOMENTS]
            assert " → ".join(rungs[axis]) in article.all("dl", "facts")[0].text
        for number_of, moment in enumerate(MOMENTS):
            cells[moment][int(number)] = tuple(rungs[axis][number_of] for axis in scales)
    field = labels(language)["report"]["pictures"]["field"]
    tables = [one for one in report.all("table") if one.all("caption")[0].attributes.get("id") == "risk-moves"]
    rows = [row for one in tables for row in one.one("tbody").all("tr")]
    assert len(rows) == len(by_title)
    for row in rows:
        of_risk = int(row.one("th").text.split(". ", 1)[0])
        for moment, cell in zip(MOMENTS, row.all("td"), strict=True):
            severity, likelihood = cells[moment][of_risk]
            assert cell.text.startswith(field.format(severity=severity, likelihood=likelihood))


@BOTH
@EACH
@pytest.mark.parametrize("kind", ["full", "citizen"])
def test_what_residents_read_first(name: str, language: str, kind: Kind) -> None:
    """The level now and then, the red lines that stop it, the worst risks, and how much is not known."""
    sheet, told = page(name, language, kind).labelled("citizen"), scored(name, language)
    glance = sheet.labelled("glance")
    if told["risks"]:
        assert badges(glance) == once(expected(name, language, told["level"], "current", "target"))
    by_title = {one["title"]: one for one in told["risks"]}
    brief = [item for one in sheet.all("ol", "risks-brief") for item in one.all("li")]
    assert bool(brief) == bool(by_title)
    for item in brief:
        assert badges(item) == once(expected(name, language, by_title[item.all("h4")[0].text], "current", "target"))
    said = [one.all("p")[0].text for one in sheet.all("section") if one.attributes["aria-labelledby"] == "unknown"]
    assert said or not told["risks"]  # of a service that needs no assessment only what there is
    counted = re.search(r"\d+", "".join(said))
    assert int(counted.group() if counted else 0) == len(told["open_questions"])


@BOTH
@EACH
def test_outcomes_and_red_lines(name: str, language: str) -> None:
    """Each decision that applies with its outcome, each red line with its state."""
    report, told = page(name, language, "full"), scored(name, language)
    parts = [report.labelled(part) for part in ("threshold", "my-number")]
    shown = [one.all("strong")[0].text for part in parts for one in part.all("p", "outcome")]
    assert sorted(shown) == sorted(one["label"] for one in told["decisions"] if one["applies"] != "no")
    states = {
        item.all("p")[0].text.partition(f" {state.text}")[0]: kind[10:]
        for item in report.labelled("decision").all("li")
        for state in item.all("span", "state")[:1]
        for kind in state.classes
        if kind.startswith("state-red-")
    }
    assert states == {one["text"]: one["state"] for one in told["red_lines"]}


@BOTH
@EACH
def test_what_the_council_reads(name: str, language: str) -> None:
    """The levels of the whole and of the worst risks, in the order of the list."""
    sheet, told = page(name, language, "council"), scored(name, language)
    if not told["risks"]:
        return
    assert badges(sheet.labelled("levels")) == expected(name, language, told["level"], *MOMENTS)
    by_title = {one["title"]: one for one in told["risks"]}
    worst = sheet.labelled("worst").all("div", "worst")
    assert len(worst) == min(3, len(by_title))
    for one in worst:
        title = one.all("h3")[0].text.split(". ", 1)[1]
        assert badges(one) == expected(name, language, by_title[title], *MOMENTS)


@BOTH
@EACH
@pytest.mark.parametrize("kind", ["full", "citizen", "council"])
def test_what_each_group_bears(name: str, language: str, kind: Kind) -> None:
    """The worst level now of each group that is shown, beside what it gains."""
    said = {one.label[language]: one.id for one in whole(name).questionnaire.vocabulary.groups}
    for table in page(name, language, kind).all("table", "beside"):
        for row in table.one("tbody").all("tr"):
            group = said.get(row.one("th").text, "everyone")  # people in the assessment's own words bear what all do
            levels = [expected(name, language, {"current": {"worst": "none"}}, "current")[0]]
            for risk in scored(name, language)["risks"]:
                found = {one["group"]: one["current"]["level"] for one in risk["groups"]}
                levels += expected(name, language, {"current": found.get(group, found["everyone"])}, "current")
            assert badges(row) == [max(levels)]


@pytest.mark.parametrize(("language", "told"), [("en", "87.5"), ("ja", "87.5"), ("vi", "87,5")])
@pytest.mark.parametrize("form", ["html", "md"])
def test_a_part_of_a_point(form: str, language: str, told: str) -> None:
    """As the language writes it; programs read it with a point."""
    points = IndexPoints("10.5", "87.5", "10.5", "10.5", "12", settled=True)
    index = Index("x_index", Said("Index", language), points, None, None, ())
    report = replace(report_of(language=language), indices=(index,))
    assert told in exported(form, report).replace("\\.", ".")
    assert '"share": "87.5"' in exported("json", report)
