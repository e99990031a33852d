"""The small changes that scenarios should notice: which there are, and that each can be scored."""

from pathlib import Path
from typing import Any

import pytest

from tests.cases import bank_of
from tests.work.bank_tests.desk import Desk
from tsukuba_pia.work.bank_tests.mutants import Mutant, condition_at, mutants, scales_of
from tsukuba_pia.work.bank_tests.proposing import noticing, propose
from tsukuba_pia.work.bank_tests.strength import all_mutants, is_noticed

Plain = dict[str, Any]
LEVELS = ["low", "middle", "high"]
BANK: Plain = {
    "bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja"], "title": "x",
    "method": {
        "severity": ["limited", "significant", "maximum"], "likelihood": LEVELS, "levels": LEVELS,
        "matrix": {"limited": LEVELS, "significant": LEVELS, "maximum": LEVELS},
        "safeguards": {
            "implemented_lowers_at_most": 1, "verified_lowers_at_most": 2, "likelihood_steps": 2, "severity_steps": 1,
        },
        "acceptance": {},
    },
    "sections": [{"id": "x_s", "title": "s", "questions": [
        {"id": "x_a", "type": "choice", "text": "a", "options": [{"id": one, "label": one} for one in "xyz"]},
        {"id": "x_n", "type": "number", "text": "n"},
        {"id": "x_keep", "type": "safeguard", "kind": "prevent", "text": "k"},
        {"id": "x_gone", "type": "safeguard", "kind": "data_absent", "text": "g"},
    ]}],
}  # fmt: skip


def risk(**parts: Any) -> Plain:  # noqa: ANN401 - plain data
    """A risk with what a case is about."""
    axes: Plain = {"severity": {"base": "limited"}, "likelihood": {"base": "low"}}
    return BANK | {"risks": [{"id": "x_r", "title": "r"} | axes | parts]}


def made(plain: Plain, *under: str | int) -> list[str]:
    """The changes under a path of a bank, as `change detail`."""
    bank = bank_of(plain)
    assert bank.method is not None
    scales = scales_of(bank.method, {one.id: one for one in bank.questions})
    return [f"{one.change} {one.detail}" for one in mutants(bank, scales) if one.path[: len(under)] == under]


def row(**parts: Any) -> Plain:  # noqa: ANN401 - plain data
    """A row of a ladder."""
    return {"level": "significant", "because": "b"} | parts


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"question": "x_a", "is": "x"}, ["becomes is_not"]),
        ({"question": "x_a", "is": ["x", "y"]}, ["value_gone x", "value_gone y", "becomes is_not"]),
        ({"data": "countries", "includes_other_than": ["JP"]}, ["becomes includes"]),
        ({"question": "x_n", "at_least": 10}, ["becomes above: 10", "becomes at_least: 9"]),
        ({"question": "x_n", "below": 10}, ["becomes at_most: 10", "becomes below: 9"]),
        ({"all": [{"question": "x_a", "is": "x"}, {"question": "x_n", "above": 1}]},
         ["part_gone 1", "part_gone 2", "becomes any", "becomes is_not", "becomes at_least: 1", "becomes above: 2"]),
        ({"at_least": 2, "of": [{"question": "x_a", "is": one} for one in "xyz"]},
         ["part_gone 1", "part_gone 2", "part_gone 3", "becomes at_least: 1", "becomes at_least: 3",
          *["becomes is_not"] * 3]),
    ],
)  # fmt: skip
def test_conditions(when: Plain, expected: list[str]) -> None:
    """Values, parts, operators and bounds."""
    plain = risk(severity={"base": "limited", "rows": [row(when=when)]})
    assert made(plain, "risks", 0, "severity", "rows", 0, "when") == expected


def test_rows_and_bases() -> None:
    """Gone, a level beside; a group's row for everyone. The lowest level of a row would be as none at all."""
    when = {"question": "x_a", "is": "x"}
    plain = risk(severity={"base": "limited", "rows": [row(when=when, **{"for": "children"})]})
    rows = ("risks", 0, "severity", "rows", 0)
    assert made(plain, *rows)[:3] == ["gone significant", "becomes level: maximum", "becomes for: everyone"]
    assert made(plain, "risks", 0, "severity")[:1] == ["becomes base: significant"]


def test_what_makes_no_difference_is_left_out() -> None:
    """The base of what cannot be undone counts from its least severity; severity falls only by what is absent."""
    uses = [{"question": "x_keep", "lowers": {"likelihood": 2}}, {"question": "x_gone", "lowers": {"severity": 1}}]
    plain = risk(irreversible=True, safeguards=uses)
    assert made(plain, "risks", 0, "severity") == []
    assert made(plain, "risks", 0, "safeguards") == [
        "gone x_keep", "becomes likelihood: 1, severity: 0", "gone x_gone",
    ]  # fmt: skip
    reversible = risk(safeguards=uses)
    assert made(reversible, "risks", 0, "safeguards")[3:] == [
        "becomes likelihood: 1, severity: 1",
    ]
    assert "becomes irreversible: true" in made(reversible, "risks", 0)


def test_a_path_leads_to_the_condition_that_it_is_in() -> None:
    """Also from a part deep inside."""
    when = {"any": [{"all": [{"question": "x_a", "is": "x"}, {"question": "x_n", "above": 1}]}]}
    bank = bank_of(risk(applies_when=when))
    whole = bank.risks[0].applies_when
    assert condition_at(bank, ("risks", 0, "applies_when", "any", 0, "all", 1)) is whole
    assert condition_at(bank, ("risks", 0)) is None


def test_every_change_is_noticed_or_proposed_for(tmp_path: Path) -> None:
    """From a single scenario, drafts bring a new bank to the whole again."""
    desk = Desk(tmp_path)
    desk.keep("per_person_in_order")
    tested = desk.run()
    assert tested.bench is not None
    assert len(tested.survivors) > len(tested.missed) > 0
    drafts = list(propose(tested.bench, tested.missed, tested.survivors))
    scored = [*tested.bench.scored, *(one.scored for one in drafts)]
    assert all(any(goal.reached_by(one) for one in scored) for goal in tested.missed)
    assert all(one.expect or one.changes for one in drafts)
    assert len({one.name for one in drafts}) == len(drafts)
    left = [one for one in all_mutants(tested.bench) if not _noticed(tested.bench, one, drafts)]
    assert not left


def _noticed(bench: Any, mutant: Mutant, drafts: list[Any]) -> bool:  # noqa: ANN401 - a Bench and its drafts
    """By the scenarios that there are, or by a draft with what it expects."""
    return is_noticed(bench, mutant) or any(noticing(bench, mutant, one.scored) for one in drafts)
