"""What each change of a bank weighs: tables that read as what an author did."""
# ruff: noqa: E501 - tables of what an author wrote

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import pytest

from tests.change.library import LIBRARY, changed, document, told, what_became
from tsukuba_pia.change.bank_weights import JUDGES, OWN
from tsukuba_pia.change.diff import diff, said
from tsukuba_pia.lint.change_words import REASONS
from tsukuba_pia.model.bank import Bank

ROW = "        - {level: significant, when: {question: lib_days, above: 30}, because: {ja: 長い, en: It is long}}\n"
CHILDREN = "        - {level: maximum, for: children, when: {question: lib_readers, is: yes}, because: {ja: 子ども, en: Children}}\n"
MASKED = "      - {id: lib_masked, type: safeguard, kind: detect, text: {ja: 名前を隠す。, en: Names are masked.}}\n"

MINOR = [
    ("wording", "lib_loans.text.en", "How much of the loans is kept?", "How much of each loan is kept?"),
    ("wording", "lib_loans.options.each_loan.label.ja", "1件ずつ", "1件ごと"),
    ("wording", "lib_exposed.severity.rows.1.because.en", "It tells who", "It tells who reads"),
    ("added", "lib_loans.options.some", "          - {id: counts,", "          - {id: some, label: 一部}\n          - {id: counts,"),
    ("added", "lib_new", MASKED, MASKED + "      - {id: lib_new, type: text, text: 新しい質問}\n"),
    ("added", "lib_exposed.likelihood.rows.2", ROW, ROW + "        - {level: maximum, when: {question: lib_days, above: 99}, because: 長い}\n"),
    ("level_higher", "lib_exposed.severity.base", "base: limited", "base: significant"),
    ("level_higher", "lib_exposed.severity.rows.1.level", "{level: significant, when: {question: lib_readers", "{level: maximum, when: {question: lib_readers"),
    ("condition_wider", "lib_exposed.likelihood.rows.1.when", "above: 30", "above: 10"),
    ("condition_same", "lib_more.ask_when", "is: [counts, each_loan]", "is: [each_loan, counts]"),
    ("row_everyone", "lib_exposed.severity.rows.2.for", "for: children, ", ""),
    ("asked_more", "lib_readers.ask_when", "        ask_when: {question: lib_loans, is: each_loan}\n", ""),
    ("safeguard_removed", "lib_exposed.safeguards.lib_erased", "    safeguards:\n      - {question: lib_erased, lowers: {likelihood: 1}}\n", ""),
    ("condition_wider", "lib_red_sale.crossed_when", "{all: [{question: lib_loans, is: each_loan}, {question: lib_readers, is: yes}]}", "{question: lib_readers, is: yes}"),
    ("waivable_stricter", "lib_red_sale.waivable_by", "    waivable_by: ordinance\n", ""),
    ("outcome_heavier", "lib_route.base", "base: free", "base: heard"),
    ("range_wider", "lib_days.max", "max: 400", "max: 500"),
    ("demanded", "lib_loans.required", "        required: true\n", ""),
    ("base_changed", "extends", "extends: core@1.0", "extends: core@1.1"),
]  # fmt: skip

MAJOR = [
    ("removed", "lib_loans.options.counts", "          - {id: counts, label: {ja: 件数だけ, en: Counts only}}\n", ""),
    ("removed", "lib_masked", MASKED, ""),
    ("type", "lib_days.type", "type: number", "type: text"),
    ("unit", "lib_days.unit", "unit: 日", "unit: 時間"),
    ("range_narrower", "lib_days.max", "max: 400", "max: 30"),
    ("asked_less", "lib_more.ask_when", "is: [counts, each_loan]", "is: [each_loan]"),
    ("safeguard_asked_more", "lib_more.ask_when", "is: [counts, each_loan]", "is: [none, counts, each_loan]"),
    ("safeguard_kind", "lib_erased.kind", "kind: prevent", "kind: recover"),
    ("row_removed", "lib_exposed.severity.rows.2", CHILDREN, ""),
    ("level_lower", "lib_exposed.severity.rows.1.level", "{level: significant, when: {question: lib_readers", "{level: limited, when: {question: lib_readers"),
    ("level_lower", "lib_exposed.severity.base", "base: limited", "base: negligible"),
    ("row_holds_less", "lib_exposed.likelihood.rows.1.when", "above: 30", "above: 60"),
    ("row_group", "lib_exposed.severity.rows.2.for", "for: children", "for: patients"),
    ("reversible", "lib_exposed.irreversible", "    irreversible: true\n", ""),
    ("risk_applies_less", "lib_exposed.applies_when", "is_not: none", "is: each_loan"),
    ("safeguard_stronger", "lib_exposed.safeguards.lib_erased.lowers.likelihood", "lowers: {likelihood: 1}", "lowers: {likelihood: 2}"),
    ("safeguard_added", "lib_exposed.safeguards.lib_masked", "    safeguards:\n", "    safeguards:\n      - {question: lib_masked, lowers: {likelihood: 1}}\n"),
    ("red_line_looser", "lib_red_sale.crossed_when", "{question: lib_readers, is: yes}]}", "{question: lib_readers, is: yes}, {question: lib_days, above: 9}]}"),
    ("waivable_looser", "lib_red_sale.waivable_by", "waivable_by: ordinance", "waivable_by: mayor_with_report_to_assembly"),
    ("outcome_lighter", "lib_route.rows.1.outcome", "{outcome: heard", "{outcome: free"),
    ("tightening_removed", "core_retention", "  - {question: core_retention, required: true}\n", ""),
    ("base_changed", "extends", "extends: core@1.0", "extends: core@2.0"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "place", "old", "new"), MINOR, ids=lambda one: one[:28])
def test_what_is_minor(reason: str, place: str, old: str, new: str) -> None:
    """Wording, additions, and what can only raise."""
    assert told(what_became((old, new))) == [("minor", reason, place)]


@pytest.mark.parametrize(("reason", "place", "old", "new"), MAJOR, ids=lambda one: one[:28])
def test_what_is_major(reason: str, place: str, old: str, new: str) -> None:
    """What changes the meaning of an answer, or lets a level fall."""
    assert told(what_became((old, new))) == [("major", reason, place)]


def test_what_is_a_patch() -> None:
    """A review and a withdrawal are told; comments are not."""
    pairs = (("status: published", "status: withdrawn\nreviewed_by: 佐藤"), ("sections:", "# from here\nsections:"))
    assert told(what_became(*pairs)) == [("patch", "head", "status"), ("patch", "head", "reviewed_by")]
    assert told(what_became(("sections:", "# from here\nsections:"))) == []


def test_a_question_that_moves() -> None:
    """To a section with another condition it is asked in other cases; else nothing of meaning changed."""
    bare = changed(
        (
            "      - {id: lib_erased, type: safeguard, kind: prevent, text: {ja: 返却のとき消す。, en: Erased on return.}}\n",
            "",
        )
    )
    row = "      - {id: lib_erased, type: safeguard, kind: prevent, text: {ja: 返却のとき消す。, en: Erased on return.}}\n"
    moved = changed((MASKED, MASKED + row), text=bare)
    assert told(diff(document(LIBRARY), document(moved))) == [("major", "asked_less", "lib_erased.section")]
    gate = "    ask_when: {question: lib_loans, is: [counts, each_loan]}\n"
    found = diff(document(changed((gate, ""))), document(changed((gate, ""), text=moved)))
    assert told(found) == [("minor", "moved", "lib_erased.section")]


def test_order_is_told() -> None:
    """Of options, which people read from the top; of outcomes, whose order says which is heavier."""
    one, other = (
        "          - {id: none, label: {ja: 残さない, en: Nothing}}\n",
        "          - {id: counts, label: {ja: 件数だけ, en: Counts only}}\n",
    )
    assert told(what_became((one + other, other + one))) == [("minor", "reordered", "lib_loans.options")]
    one, other = "{id: free, label: {ja: 不要, en: None}}", "{id: heard, label: {ja: 意見を聴く, en: Heard}}"
    assert told(what_became((f"{one}, {other}", f"{other}, {one}"))) == [("major", "outcomes", "lib_route.outcomes")]


def test_a_safeguard_that_is_new_lowers_nothing_yet() -> None:
    """Nobody has answered it."""
    new = "      - {id: lib_sealed, type: safeguard, kind: detect, text: {ja: 封をする。, en: It is sealed.}}\n"
    use = "      - {question: lib_sealed, lowers: {likelihood: 1}}\n"
    found = what_became((MASKED, MASKED + new), ("    safeguards:\n", f"    safeguards:\n{use}"))
    assert sorted(told(found)) == [
        ("minor", "added", "lib_exposed.safeguards.lib_sealed"), ("minor", "added", "lib_sealed"),
    ]  # fmt: skip


def test_levels_of_an_unknown_scale_cannot_be_shown_to_rise() -> None:
    """Without the bank that brings the method, every move of a level is major."""
    found = diff(document(LIBRARY), document(changed(("base: limited", "base: significant"))))
    assert told(found) == [("major", "level_lower", "lib_exposed.severity.base")]


def test_new_ids_that_a_migration_names_are_followed() -> None:
    """Only the new name is told, and what else changed; conditions that speak of it say what they said."""
    found = what_became(
        ('version: "1.0"', 'version: "2.0"\nmigrations:\n  renamed: {lib_loans: lib_kept}\n  options: {lib_loans: {counts: sums}}'),
        ("id: lib_loans", "id: lib_kept"), ("{question: lib_loans, is: [counts, each_loan]}", "{question: lib_kept, is: [sums, each_loan]}"),
        ("{question: lib_loans, is: each_loan}", "{question: lib_kept, is: each_loan}"), ("{question: lib_loans, is_not: none}", "{question: lib_kept, is_not: none}"),
        ("{question: lib_loans, is: each_loan}", "{question: lib_kept, is: each_loan}"), ("{question: lib_loans, is: each_loan}", "{question: lib_kept, is: each_loan}"),
        ("{id: counts,", "{id: sums,"), ("Counts only", "Only sums"),
    )  # fmt: skip
    assert told(found) == [
        ("major", "id_renamed", "lib_loans"),
        ("major", "id_renamed", "lib_loans.options.counts"),
        ("minor", "migrations", "migrations"),
        ("minor", "wording", "lib_kept.options.sums.label.en"),
    ]


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("1.0", "1.0", "patch"), ("1.0", "1.1", "minor"), ("1.9", "1.10", "minor"), ("1.10", "2.0", "major"),
    ("0.1", "0.2", None), ("0.9", "1.0", None), ("1.1", "1.0", None),
])  # fmt: skip
def test_what_a_version_says(old: str, new: str, expected: str | None) -> None:
    """Nothing is promised by 0.x, nor by a step back."""
    assert said(old, new) == expected


def test_whether_the_version_says_enough() -> None:
    """A draft promises nothing; more may be said than changed."""
    wording, option = (
        ("Counts only", "Sums only"),
        ("          - {id: counts, label: {ja: 件数だけ, en: Counts only}}\n", ""),
    )
    assert what_became(('"1.0"', '"1.1"'), wording).fits
    assert what_became(('"1.0"', '"2.0"'), wording).fits
    assert not what_became(wording).fits
    assert not what_became(('"1.0"', '"1.1"'), option).fits
    draft = changed(("status: published", "status: draft"))
    assert what_became(option, old=draft).fits


def places(kind: Any, here: tuple[str, ...] = ()) -> Iterator[str]:  # noqa: ANN401 - an annotation
    """Every place of a bank that a change can name; ids tell entries apart and never change."""
    if (here[:1] and here[0] in OWN) or here[-1:] in (("id",), ("question",), ("risk",)):
        return
    if here[:1] == ("sections",) and here[2:3] == ("questions",):
        here = ("questions", *here[3:])
    kinds = [one for one in get_args(kind) if one is not NoneType] if type(kind) is UnionType else [kind]
    inner = kinds[0] if len(kinds) == 1 else None
    if get_origin(inner) is tuple and is_dataclass(get_args(inner)[0]):
        yield from (".".join((*here, "*")), *places(get_args(inner)[0], (*here, "*")))
    elif get_origin(inner) is Mapping:
        yield ".".join((*here, "*"))
    elif is_dataclass(inner) and here[-1:] not in (("when",), ("ask_when",)):
        for one in fields(inner):
            yield from places(one.type, (*here, one.name.rstrip("_")))
    elif here:
        yield ".".join(here)


def test_every_place_of_a_bank_is_weighed() -> None:
    """A new key of the model waits for a person to say what its change weighs; until then it is major."""
    every = set(places(Bank))
    assert every - set(JUDGES) == set()
    assert len(every) > 80


def test_every_reason_has_words() -> None:
    """Both languages, and no reason that nothing gives."""
    assert all(set(words) == {"ja", "en"} for words in REASONS.values())
