"""Pictures: everything once, nothing over anything else, nothing outside, and texts that stay texts."""

from dataclasses import replace
from itertools import combinations
from math import hypot
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.documents import Page, exported
from tests.export.pictured import FIELDS, SMALL, TEXTS, WORDS, Step, drawn, flowing, matrix, risky, said
from tests.report.robot import VARIANTS, report_of, variant
from tsukuba_pia.export.pictures.flow_layout import layout
from tsukuba_pia.export.pictures.flows import flow_diagram
from tsukuba_pia.export.pictures.groups import groups_picture
from tsukuba_pia.export.pictures.life import life_of
from tsukuba_pia.export.pictures.measure import CUT, balanced, em, lines
from tsukuba_pia.export.pictures.risk_map import RADIUS, grid, moves, risk_map

Moment = Literal["inherent", "current", "target"]
MOMENTS: tuple[Moment, ...] = ("inherent", "current", "target")
ODD = st.lists(st.lists(st.tuples(FIELDS, FIELDS), min_size=3, max_size=3), min_size=1, max_size=30)
WAYS = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14), st.booleans()), min_size=1, max_size=25)


# ------------------------------------------------------------------------------------------------------------- lines


@given(TEXTS, st.floats(3, 40), st.integers(1, 5))
def test_lines_fit_and_lose_nothing_unseen(text: str, width: float, most: int) -> None:
    """No line is too wide; either all stands there, or its end says that something is missing."""
    found = lines(text, width, most)
    assert len(found) <= most
    assert all(em(line) <= width for line in found)
    whole = "".join(text.split())
    if not (found and found[-1].endswith(CUT)):
        assert len(whole) <= 400
        assert all(one in "".join(found) for one in whole if one.isalnum() and len(normalize("NFKC", one)) == 1)


def test_no_line_begins_with_what_closes_or_ends_with_what_opens() -> None:
    """As Japanese is set."""
    for width in range(4, 20):
        for line in lines("市は「個人情報(氏名、住所。)」を、ーっと、90日(最長1年)で消します。" * 2, width, 9):
            assert line[0] not in "、。)」ーっ"
            assert line[-1] not in "「("


def test_words_stay_whole_where_they_can() -> None:
    """A word that is longer than a line is broken, others are not."""
    assert lines("The city plans", 5, 9) == ("The city", "plans")
    assert lines("incomprehensibilities", 6, 2)[0].startswith("incompre")


def test_labels_are_balanced() -> None:
    """No letter stands alone."""
    assert balanced("極めて重い", 4, 3) == ("極めて", "重い")


def test_towers_of_accents_are_cut_down() -> None:
    """They would reach over what stands above."""
    assert lines("e" + "\u0301" * 50, 10, 1) == ("e\u0301\u0301",)


# ---------------------------------------------------------------------------------------------------------- risk map


@given(ODD)
def test_every_risk_stands_once_at_each_moment(moments: list[list[tuple[Step, Step]]]) -> None:
    """In its field; where the best case is another field, a second time as an open disc there."""
    report = risky(moments)
    fields = grid(report)
    for number, moment in enumerate(MOMENTS):
        picture = drawn(risk_map(report, matrix(moment), WORDS, "m"))
        solid, open_ = picture.marks(RADIUS), picture.marks(RADIUS, "box-open")
        places = {label.rstrip("?"): at for label, at in solid.items()}
        assert {label: len(at) for label, at in places.items()} == {str(one.number): 1 for one in report.risks}
        for risk, (worst, best) in zip(report.risks, (one[number] for one in moments), strict=True):
            ((x, y),) = places[str(risk.number)]
            assert fields.left(worst[1]) <= x - RADIUS
            assert x + RADIUS <= fields.left(worst[1]) + fields.width
            assert fields.tops[worst[0]] <= y - RADIUS
            assert y + RADIUS <= fields.tops[worst[0]] + fields.heights[worst[0]]
            assert (str(risk.number) in open_) == (worst != best)
            assert (f"{risk.number}?" in solid) == (worst != best)


@given(ODD)
def test_no_mark_covers_another_and_nothing_is_outside(moments: list[list[tuple[Step, Step]]]) -> None:
    """However many there are."""
    report = risky(moments)
    for moment in MOMENTS:
        picture = drawn(risk_map(report, matrix(moment), WORDS, "m"))
        discs = [at for look in ("box", "box-open") for all_ in picture.marks(RADIUS, look).values() for at in all_]
        assert all(hypot(x - u, y - v) >= 2 * RADIUS for (x, y), (u, v) in combinations(discs, 2))
        assert picture.outside() == []


@given(ODD)
def test_moves_add_up(moments: list[list[tuple[Step, Step]]]) -> None:
    """As many as risks that stand elsewhere than before, and each bundle is one arrow with its number."""
    report = risky(moments)
    for before, moment in ((0, "current"), (1, "target")):
        found = moves(report.risks, moment)
        assert sum(found.values()) == sum(one[before][0] != one[before + 1][0] for one in moments)
        picture = drawn(risk_map(report, matrix(moment), WORDS, "m"))
        assert len(picture.all("polygon")) == len(found)
        told = [one.text for one in picture.all("text") if one.text and one.text.startswith("×")]
        assert sorted(told) == sorted(f"×{count}" for count in found.values())
    assert moves(report.risks, "inherent") == {}


# ------------------------------------------------------------------------------------------------------------- flows


@given(st.lists(TEXTS, min_size=1, max_size=15), st.lists(st.integers(0, 4), min_size=15, max_size=15), WAYS)
def test_every_flow_is_drawn_once(names: list[str], kinds: list[int], ways: list[tuple[int, int, bool]]) -> None:
    """From its sender's box to its receiver's, with its number beside the head; boxes and numbers keep apart."""
    report = flowing(names, kinds, ways)
    placed = layout(report, WORDS)
    picture = drawn(flow_diagram(report, WORDS, "f"))
    assert len(picture.all("polygon")) == len(ways)
    marks = picture.marks(7)
    assert {label: len(at) for label, at in marks.items()} == {str(number): 1 for number, _ in enumerate(ways, 1)}
    tops = {port.number: box for box in placed.boxes for port in box.ports}
    for number, flow in enumerate(report.flows or (), 1):
        box = tops[number]
        assert box.name == flow.target
        assert box.top < marks[str(number)][0][1] < box.bottom
    centres = [at for (at,) in marks.values()]
    assert all(hypot(x - u, y - v) >= 14 for (x, y), (u, v) in combinations(centres, 2))
    assert all(one.bottom < other.top for one, other in zip(placed.boxes, placed.boxes[1:], strict=False))
    assert picture.outside() == []


@given(st.lists(TEXTS, min_size=1, max_size=15), st.lists(st.integers(0, 4), min_size=15, max_size=15), WAYS)
def test_two_senders_in_one_lane_never_meet(
    names: list[str], kinds: list[int], ways: list[tuple[int, int, bool]]
) -> None:
    """Or a reader could not tell whose arrow it is."""
    placed = layout(flowing(names, kinds, ways), WORDS)
    outs = {box.name: box.out for box in placed.boxes}
    spans: dict[float, list[tuple[float, float]]] = {}
    for sender, lane in placed.lanes.items():
        ends = [port.y for box in placed.boxes for port in box.ports if port.flow.source == sender]
        spans.setdefault(lane, []).append((min(outs[sender], *ends), max(outs[sender], *ends)))
    for all_ in spans.values():
        for one, other in combinations(sorted(all_), 2):
            assert one[1] < other[0]


def test_what_crosses_a_boundary_has_a_sign() -> None:
    """Two strokes on the arrow, and its words in the box."""
    report = flowing(["市", "受託者"], [1, 2], [(0, 1, True), (1, 0, False)])
    svg = str(flow_diagram(report, WORDS, "f"))
    assert svg.count("‖ 境") == 1
    assert WORDS["pictures"]["flows_told"].format(parties=2, flows=2, crossing=1) in svg


# ----------------------------------------------------------------------------------------------------- life and groups


@given(TEXTS, st.lists(st.sampled_from(["told", "none", "untold"]), min_size=6, max_size=6))
def test_every_stage_has_its_station(text: str, states: list[str]) -> None:
    """Also one of which nothing is told: it is a gap that is seen and said."""
    assert SMALL.data is not None
    item = SMALL.data[0]
    stages = [
        replace(
            stage,
            happens={"told": True, "none": False, "untold": None}[state],
            none=said(text) if state == "none" else None,
            facts=(("who", said(text)), ("length", said(text))) if state == "told" else (),
        )
        for stage, state in zip(item.life, states, strict=True)
    ]
    picture = drawn(life_of(replace(item, life=tuple(stages)), WORDS, "ja", "l"))
    assert len(picture.all("circle")) == 6
    assert len(picture.all("circle", "box-open")) == states.count("untold")
    assert sum(one.text == "?" for one in picture.all("text")) == states.count("untold")
    assert len(picture.all("rect", "solid")) == (states[4] == "told")
    assert picture.outside() == []


@given(st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=5)), min_size=1, max_size=12))
def test_every_group_has_its_row(groups: list[tuple[str, list[str]]]) -> None:
    """With its gains beside its worst level: squares and a word."""
    model = SMALL.groups[0]
    views = [
        replace(model, group=replace(model.group, label=said(name)), gains=tuple(map(said, gains)))
        for name, gains in groups
    ]
    picture = drawn(groups_picture(replace(SMALL, groups=tuple(views)), WORDS, "g"))
    assert len(picture.all("rect")) == len(views) * (model.worst.of + model.worst.rank)
    assert sum(one.text == model.worst.label.words for one in picture.all("text")) >= len(views)
    assert picture.outside() == []


# ----------------------------------------------------------------------------------------------------------- on a page


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", VARIANTS)
def test_each_picture_has_a_name_and_a_description(name: str, language: str) -> None:
    """Which are there, and are said of one picture only."""
    report = report_of(variant(name), language=language)
    page = Page(exported("html", report))
    ids = [one["id"] for _, one in page.elements if "id" in one]
    pictures = page.all("svg")
    still = all(risk.current == risk.target for risk in report.risks)  # then one map tells both
    maps = (2 if still else 3) if report.risks else 0
    assert len(pictures) == maps + len(report.data or ()) + bool(report.flows) + bool(report.risks)
    for one in pictures:
        assert one["role"] == "img"
        assert {one["aria-labelledby"], one["aria-describedby"]} <= set(ids)
    assert len(ids) == len(set(ids))


def test_texts_in_another_language_are_marked() -> None:
    """For the choice of letters."""
    assert '<text class="p-words" x="38" ' not in exported("html")
    assert 'lang="ja">' in exported("html", report_of(language="en"))


def test_what_people_write_stays_text() -> None:
    """In a name, where a picture shows it and where its ids are made of it."""
    hostile = "</text></svg><script>alert(1)</script>\"'&"
    report = flowing([hostile, hostile], [1, 0], [(0, 1, True)])
    assert "<script" not in str(flow_diagram(report, WORDS, "f"))
    assert drawn(flow_diagram(report, WORDS, hostile)).all("text")
