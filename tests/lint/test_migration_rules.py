"""Migrations: their shape, and where they lead."""

import pytest

from tests.lint.marked import check
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.migrations import Merged, MergedAnswer, Migrations, Split
from tsukuba_pia.yaml_source import parse

HEAD = 'bank: x\nversion: "2.0"\nstatus: draft\nprefix: x\nlanguages: [ja]\ntitle: x\nmigrations:\n'
QUESTIONS = """
sections:
  - id: x_use
    questions:
      - {id: x_kept, type: choice, options: [{id: each}, {id: none}]}
      - {id: x_named}
      - {id: x_sums, type: number}
"""


def test_all_moves_are_read() -> None:
    """Each in its own shape."""
    source = parse(
        (
            HEAD
            + """\
  renamed: {x_old: x_new, x_risk: x_other_risk}
  options: {x_new: {a: b, c: unknown}}
  split: {x_both: {into: [x_one, x_two], map: {yes: {x_one: yes, x_two: a}}}}
  merged: {x_all: {from: [x_f, x_g], map: [{when: {x_f: yes, x_g: no}, answer: a}]}}
  removed: {x_gone: {ja: 不要のため。}}
  ask_again: {x_again: 区分を改めたため。}
"""
        ).encode(),
        "x.yaml",
    )
    bank = read_shape(Bank, source)
    assert bank is not None, source.diagnostics
    assert bank.migrations == Migrations(
        renamed={"x_old": "x_new", "x_risk": "x_other_risk"},
        options={"x_new": {"a": "b", "c": "unknown"}},
        split={"x_both": Split(("x_one", "x_two"), {"yes": {"x_one": "yes", "x_two": "a"}})},
        merged={"x_all": Merged(("x_f", "x_g"), (MergedAnswer({"x_f": "yes", "x_g": "no"}, "a"),))},
        removed={"x_gone": {"ja": "不要のため。"}},
        ask_again={"x_again": "区分を改めたため。"},
    )
    assert bank.migrations.declared() == {"x_old", "x_risk", "x_both", "x_f", "x_g", "x_gone"}
    assert dict(bank.migrations.sources())["merged", "x_all", "from", 1] == "x_g"


@pytest.mark.parametrize(("text", "code"), [
    ("  renames: {x_a: x_b}", "PIA101"), ("  renamed: [x_a]", "PIA103"), ("  renamed: {x_a: X}", "PIA105"),
    ("  split: {x_a: {map: {}}}", "PIA102"), ("  merged: {x_a: {from: x_b}}", "PIA103"),
    ("  options: {x_a: b}", "PIA103"),
    ("  merged: {x_a: {from: [x_b], map: {yes: no}}}", "PIA103"), ("  removed: {x_a: [why]}", "PIA103"),
])  # fmt: skip
def test_shapes_that_are_wrong(text: str, code: str) -> None:
    """Told like any other shape."""
    source = parse((HEAD + text + "\n").encode(), "x.yaml")
    assert read_shape(Bank, source) is None
    assert [one.code for one in source.diagnostics] == [code]


def test_sound_migrations_give_nothing() -> None:
    """Every target is there; a number takes whatever number it is given; two ids may change places."""
    check(f"""
migrations:
  renamed: {{x_loans: x_kept, x_named: x_sums, x_sums: x_named}}
  options: {{x_loans: {{all: each, few: unknown}}}}
  split: {{x_whole: {{into: [x_kept, x_named], map: {{a: {{x_kept: each, x_named: yes}}}}}}}}
  merged: {{x_kept: {{from: [x_f, x_g], map: [{{when: {{x_f: a}}, answer: none}}]}}}}
  removed: {{x_gone: {{ja: 不要, en: Not needed}}}}
  ask_again: {{x_named: {{ja: 改めた, en: Anew}}}}
{QUESTIONS}""")


def test_migrations_that_lead_nowhere() -> None:
    """Each target, at its place."""
    check(f"""
migrations:
  renamed: {{x_loans: x_kep}}  # PIA317 at x_kep
  options:
    x_kept: {{all: every}}  # PIA317 at every
    x_gone: {{all: each}}  # PIA317 at {{all
  split:
    x_whole:
      into: [x_kept, x_one]  # PIA317 at x_one
      map:
        a: {{x_kept: some}}  # PIA317 at some
  merged:
    x_two: {{from: [x_f]}}  # PIA317 at {{from
    x_named: {{from: [x_g], map: [{{when: {{x_g: a}}, answer: maybe}}]}}  # PIA317 at maybe
  removed: {{x_sums: {{ja: 不要, en: Not needed}}}}  # PIA317 at x_sums
  ask_again: {{x_none: {{ja: 改めた, en: Anew}}}}  # PIA317 at {{ja
{QUESTIONS}""")


def test_reasons_are_texts() -> None:
    """Whoever reads them does so in a language."""
    check(f"""
migrations:
  removed: {{x_gone: {{ja: 不要}}}}  # PIA301 at {{ja
{QUESTIONS}""")
