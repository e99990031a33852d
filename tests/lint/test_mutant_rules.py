"""Rules that changes of sound files called for: what they find, and that their tables fit the model."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin

import pytest

from tests.lint.frame import found_in
from tests.lint.marked import check
from tests.lint.pages import Example
from tests.work.signed import DONE, PLANNED, TEXT, at, edit, room, signed
from tsukuba_pia.lint.rules.pia470_nothing_said_where_needed import NAMES, NEEDED
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.text import Text

SPOKEN: Any = Text


def needed(kind: Any, holder: str = "") -> Iterator[tuple[str, str, bool]]:  # noqa: ANN401 - an annotation
    """Each text or name that an entry cannot leave out: its holder, its key, whether it has languages."""
    if is_dataclass(kind):
        for field in fields(kind):
            key = field.name.rstrip("_")
            typed: Any = field.type
            bare = field.default is MISSING and field.default_factory is MISSING
            if bare and typed in (SPOKEN, str):
                yield holder, key, typed is not str
            yield from needed(typed, key)
    elif get_origin(kind) in (UnionType, tuple, Mapping) and kind != SPOKEN:
        for one in get_args(kind):
            yield from needed(one, holder)


def test_all_that_is_needed_is_looked_at() -> None:
    """The table of PIA470 says what the model says."""
    found = set(needed(Assessment))
    assert {(holder, key) for holder, keys in NEEDED.items() for key in keys} == {one[:2] for one in found}
    assert set(NAMES) == {(holder, key) for holder, key, spoken in found if not spoken}


@pytest.mark.parametrize(
    "text",
    [
        'title: ""  # PIA470 at ""',
        "title: {ja: あ, en: ' '}  # PIA470 at ' '",
        'opinions: [{by: "", says: よい}]  # PIA470 at ""',
        'flows: [{from: "", to: resident}]  # PIA470 at ""',
        'choices: [{what: ""}]  # PIA470 at ""',
        "service: {purpose: 道案内, alternatives: [{what: 看板, why_not: TODO}]}  # PIA470 at TODO",
        'review: {triggers: [{ja: "", en: x}]}  # PIA470 at ""',
        'cooperation: [{request: 写し, to: 甲社, ground: ""}]',
    ],
)
def test_what_needs_words(text: str) -> None:
    """What may be left out may be empty."""
    check(text, kind="assessment", stage="review")


def test_ids_of_two_things() -> None:
    """Of data and actors; the same id in two lists is fine."""
    check(
        """
actors:
  - {id: trips, name: 市, kind: city_organ}
  - {id: trips, name: 市議会, kind: city_organ}  # PIA471 at trips
""",
        kind="assessment",
    )


@pytest.mark.parametrize(
    "entry",
    [
        "{on: 春, what: 遅い}",
        "{on: 2027-03-10}",
        '{on: 2027-03-10, what: ""}',
        "{on: 2027-03-10, what: {ja: 遅い, en: TODO}}",
    ],
)
def test_complaint_that_says_too_little(entry: str) -> None:
    """No day, no words, a gap."""
    check(f"complaints:\n  - {entry}  # PIA473 at {entry[:5]}", kind="assessment")


DISSENT = "{by: 木村 光, says: 狭めるべき, dissent: true, answered: 狭めました}"
SAID = (
    ("opinions", DISSENT, "", "dissents opinions"),
    ("opinions", DISSENT, "{by: 木村 光, says: 狭いほうがよい}", "dissents opinions"),
    ("consultations", "{id: c7, who: 町内会, said: 心配, done: 直した, because: もっとも}", "", "consultations"),
    ("incidents", "{on: 2027-01-02, what: 開いた}", "{on: 2027-01-03, what: 開いた}", "incidents"),
    ("complaints", "{on: 2027-01-02, what: 見えない}", "", "complaints"),
)


@pytest.mark.parametrize(("key", "there", "left", "what"), SAID)
def test_what_was_said_before_and_is_gone(tmp_path: Path, key: str, there: str, left: str, what: str) -> None:
    """Taken out, or put otherwise; what comes after a sign-off may be added."""
    file = room(tmp_path, TEXT.replace(PLANNED, DONE).replace("data: []", f"{key}: [{there}]\ndata: []"))
    signed(file, "approved")
    edit(file, f"[{there}]", f"[{there}, {there}]")
    assert "PIA559" not in [one.code for one in at(file).diagnostics]
    edit(file, f"[{there}, {there}]", f"[{left}]")
    found = [one.args["what"] for one in at(file).diagnostics if one.code == "PIA559"]
    assert found == [f"@gone_{one}" for one in what.split()]


REFERENCE = (
    "{id: x-law, law: %s, title: %s, kind: ordinance, regime: public, class: law, status: in_force, checked: true}"
)
WORDS = "{ja: あ, en: A}"


def test_own_words_twice() -> None:
    """Terms and law that a bank brings along."""
    law = REFERENCE % (WORDS, WORDS)
    check(f"""
vocabulary:
  threats:
    - {{id: gossip, label: {WORDS}}}
    - {{id: gossip, label: {WORDS}}}  # PIA201 at gossip
references:
  - {law}
  - {law}  # PIA201 at x-law
""")


def test_languages_of_a_bank() -> None:
    """Each once."""
    check("languages: [ja, en, ja]  # PIA252 at ja]")


def test_role_that_is_another_word() -> None:
    """A role of a bank's own is no slip."""
    check("""
decisions:
  - {id: x_route, role: health_route}
  - {id: x_number, role: my_nunber}  # PIA253 at my_nun
""")


def test_condition_within_a_condition() -> None:
    """However deep it stands; one that differs in a value is another."""
    twice = "{any: [{question: x_frame_asked, is: yes}, {question: x_frame_asked, is: yes}]}"
    check(f"""
red_lines:
  - id: x_no
    crossed_when: {{all: [{{data: captures, includes: form}}, {twice}]}}  # PIA254 at {{question: x_frame_asked, is: y
""")


@pytest.mark.parametrize(
    "migrations",
    [
        "split: {x_old: {into: [], map: {}}}  # PIA238 at []",
        "split: {x_old: {into: [x_kept, x_kept]}}  # PIA238 at x_kept]",
        "merged: {x_kept: {from: [x_a], map: [{when: {x_b: yes}, answer: yes}]}}  # PIA238 at yes}",
        "merged: {x_kept: {from: [x_a, x_b], map: [{when: {x_b: yes}, answer: yes}]}}",
    ],
)
def test_migrations_that_do_not_move_all(migrations: str) -> None:
    """Empty, twice, and what a map says of others."""
    check(f"""
migrations:
  {migrations}
sections:
  - id: x_use
    questions: [{{id: x_kept}}]
""")


def test_shared_lists() -> None:
    """A plain text where there are two languages, no language at all; a bank has rules of its own."""
    head = "references: small\nversion: '1.0'\nstatus: draft\n"
    check(f"{head}languages: [ja, en]\nitems:\n  - {REFERENCE % (WORDS, 'あ')}  # PIA322 at あ\n", kind="file")
    check(f"{head}languages: []  # PIA322 at []\nitems: []\n", kind="file")


@pytest.mark.parametrize("missing", ["scenario", "event", "threats", "harms"])
def test_a_risk_tells_its_whole_story(missing: str) -> None:
    """Each part is asked for by its name."""
    example = Example("bank", "risks: [{id: x_leak}]  # PIA255 at x_leak", frozenset({missing}))
    assert [(one.code, one.args["missing"]) for one in found_in(example)] == [("PIA255", missing)]


def test_an_incident_that_touches_nothing() -> None:
    """An empty list is none."""
    check("incidents: [{on: 2027-03-01, what: 漏れました。, touches: []}]  # PIA490 at {on", kind="assessment")


@pytest.mark.parametrize(
    "word",
    [
        "Contractor", "委託先", "ベンダー", "受託事業者", "ﾍﾞﾝﾀﾞｰ", "運行会社",
        "株式会社架空バス 営業部", "(株)架空バス", "㈱架空バス", "事業者の担当", "委託先 山田",
        "the company", "Kaku Bus Co., Ltd.", "メーカー側", "運行事業者(現場)",
    ],
)  # fmt: skip
def test_a_vendor_by_another_word(word: str) -> None:
    """Whatever the width and the case."""
    narrow = f'PIA019 at "{word}; ' if word == "ﾍﾞﾝﾀﾞｰ" else ""
    check(f'answers: {{c_level: {{answer: per_card, by: "{word}"}}}}  # {narrow}PIA491 at "{word}', kind="assessment")


@pytest.mark.parametrize(
    "unit",
    ["商工業者支援課", "事業者対応担当", "会社設立相談室", "事業者課長", "company registration office"],
)
def test_a_unit_of_the_city_is_no_vendor(unit: str) -> None:
    """It only has the word in its name."""
    check(f"answers: {{c_level: {{answer: per_card, by: {unit}}}}}", kind="assessment")


@pytest.mark.parametrize(("who", "found"), [("架空バス 運行管理課", True), ("operator", True), ("都市計画課", False)])
def test_an_actor_outside_the_city_is_a_vendor(who: str, found: bool) -> None:
    """By its name, or by its id; whatever kind of firm it is."""
    mark = f"  # PIA491 at {who}" if found else ""
    actors = (
        "actors: [{id: operator, name: 架空バス, kind: contractor_of_city}, {id: city, name: 市, kind: city_organ}]"
    )
    check(f"{actors}\nanswers: {{c_level: {{answer: per_card, by: {who}}}}}{mark}", kind="assessment")


@pytest.mark.parametrize("share", ["up_to_share", "at_least_share"])
def test_a_share_is_not_above_one(share: str) -> None:
    """It would never be reached."""
    first, least = ("1.5", "0.8") if share == "up_to_share" else ("0.5", "1.8")
    text = f"""
sections: [{{id: x_use}}]
indices:
  - {{id: x_raw, points_of: [x_use]}}
  - id: x_net
    from: x_raw
    times: {{factor: "0.85", when: {{index: x_raw, at_least_share: "{least}"}}}}
    bands: [{{id: b1, label: {{ja: 低, en: Low}}, up_to_share: "{first}"}}, {{id: b2, label: {{ja: 高, en: High}}}}]
"""
    assert [one.args["what"] for one in found_in(Example("bank", text)) if one.code == "PIA251"] == ["@share_above_one"]
