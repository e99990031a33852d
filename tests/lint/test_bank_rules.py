"""Cases of the rules about banks: each reads as a person's file, with what is found beside its line."""

from pathlib import Path

from tests.lint.frame import bank_findings, context_of, fixed, fixed_source
from tests.lint.marked import check
from tests.lint.pages import Example, Mark
from tsukuba_pia.lint.engine import check_bank, check_file
from tsukuba_pia.load.catalog import NOT_BANKS
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.yaml_source import parse

BARE = "bank: x\n"


def test_sound_bank_gives_nothing() -> None:
    """The fixed core, and the least that a bank may be."""
    for name in ("core", "mobility", "kiosk"):
        assert check_bank(context_of(fixed(Bank, name), fixed_source(name))) == ()
        assert check_file(fixed_source(name)) == ()
    check(BARE)
    check("extends: core@1.0\n")


def test_marks_are_read() -> None:
    """The notation of this file itself."""
    example = Example("bank", "a: b  # PIA204 at b; PIA205 at a\n")
    assert example.marks == [Mark(1, "PIA204", "b"), Mark(1, "PIA205", "a")]


def test_ids_given_twice() -> None:
    """Of every kind; an option only within its question."""
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_one, type: choice, options: [{id: a}, {id: b}, {id: a}]}  # PIA201 at a}]
      - {id: x_two, type: choice, options: [{id: a}, {id: b}]}
  - id: x_a  # PIA201 at x_a
risks: [{id: x_risk}, {id: x_risk}]  # PIA201 at x_risk}]
red_lines: [{id: x_line}, {id: x_line}]  # PIA201 at x_line}]
decisions:
  - {id: x_need}
  - id: x_need  # PIA201 at x_need
    outcomes:
      - {id: none, label: {ja: 無, en: no}}
      - {id: full, label: {ja: 有, en: yes}}
      - {id: full, label: {ja: 有, en: yes}}  # PIA201 at full
""")


def test_the_first_of_two_ids_is_told() -> None:
    """By its line, or by its bank."""
    source = parse(b"sections:\n  - {id: x_a}\n  - {id: x_a}\n", "x.yaml")
    assert [one.args for one in bank_findings(source)] == [{"id": "x_a", "first": "2", "bank": ""}]
    source = parse(b"extends: core@1.0\nsections:\n  - {id: c_use}\n", "x.yaml")
    assert [one.args for one in bank_findings(source)] == [{"id": "c_use", "first": "", "bank": "core"}]


def test_ids_without_prefix() -> None:
    """Not asked of sections and options; the underscore belongs to the prefix."""
    check("""
sections:
  - id: use
    questions:
      - {id: xlevel}  # PIA202 at xlevel
risks: [{id: leak}]  # PIA202 at leak
red_lines: [{id: y_line}]  # PIA202 at y_line
decisions: [{id: need}]  # PIA202 at need
indices: [{id: raw, points_of: [use]}]  # PIA202 at raw
""")


def test_unknown_questions() -> None:
    """Wherever a condition stands, however deep."""
    check("""
required_when: {question: x_no, is: yes}  # PIA203 at x_no
sections:
  - id: x_a
    ask_when: {question: x_no, is: yes}  # PIA203 at x_no
risks:
  - id: x_leak
    applies_when: {all: [{data: captures, includes: drone}, {any: [{question: x_no, is: yes}]}]}  # PIA203 at x_no
red_lines:
  - {id: x_line, crossed_when: {at_least: 1, of: [{question: x_no, is: yes}]}}  # PIA203 at x_no
decisions:
  - id: x_need
    applies_when: {question: x_no, is: yes}  # PIA203 at x_no
    rows:
      - when: {question: x_no, is: yes}  # PIA203 at x_no
""")


def test_questions_of_the_bank_below_are_known() -> None:
    """A sector reads core's questions and uses its safeguards."""
    check("""
extends: core@1.0
sections:
  - id: x_a
    ask_when: {question: c_level, is: per_card}
risks:
  - id: x_leak
    applies_when: {question: c_uses, includes: map}
    safeguards: [{question: c_masking}]
tightens:
  - risk: c_leak
    severity:
      - {level: maximum, for: bystanders, when: {question: c_level, is: per_crd}}  # PIA204 at per_crd
  - {question: c_since, required: true}
""")


def test_unknown_values() -> None:
    """Options, yes and no, states of safeguards, terms and countries."""
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_kept, type: yes_no}
      - {id: x_for, type: choices, options: [{id: map}, {id: ads}]}
      - {id: x_masking, type: safeguard}
risks:
  - id: x_leak
    severity:
      rows:
        - when: {question: x_kept, is: maybe}  # PIA204 at maybe
        - when: {question: x_kept, is: unknown}  # PIA204 at unknown
        - when: {question: x_kept, is: 1}  # PIA204 at 1
        - when: {question: x_for, includes: [map, mpa]}  # PIA204 at mpa
        - when: {question: x_for, includes_none: ads}
        - when: {data: groups, includes: child}  # PIA204 at child
        - when: {data: identifiers, includes: card_id}
        - when: {data: regimes, includes: appi_chapter_4}
        - when: {data: countries, includes_other_than: [JP, us]}  # PIA204 at us
        - when: {data: recipients, includes: a_friend}
red_lines:
  - {id: x_line, crossed_when: {question: x_masking, is_not: [implemented, done]}}  # PIA204 at done
""")


def test_own_terms_are_known() -> None:
    """A bank's own vocabulary and references."""
    check("""
vocabulary:
  harms: [{id: lost-bicycle, label: {ja: 自転車をなくす, en: A lost bicycle}}]
  captures: [{id: sonar, label: {ja: ソナー, en: Sonar}}]
references:
  - id: own-rule
    law: {ja: 規則, en: Rule}
    title: {ja: 題, en: Title}
    kind: rule
    regime: any
    class: law
    status: in_force
    checked: false
risks:
  - id: x_leak
    harms: [lost-bicycle]
    applies_when: {data: captures, includes: sonar}
    refs: [own-rule]
""")


def test_operators_that_do_not_fit() -> None:
    """By the type of the question and the kind of the fact; bounds are one number or one date."""
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_one, type: choice}
      - {id: x_some, type: choices}
      - {id: x_count, type: number}
      - {id: x_day, type: date}
      - {id: x_words, type: text}
risks:
  - id: x_leak
    severity:
      rows:
        - when: {question: x_one, includes: one}  # PIA205 at one
        - when: {question: x_some, is: one}  # PIA205 at one
        - when: {question: x_some, at_least: 2}  # PIA205 at 2
        - when: {question: x_count, at_least: 2.5}
        - when: {question: x_count, below: [1, 2]}  # PIA205 at [1
        - when: {question: x_day, above: 2027-04-01}
        - when: {question: x_day, above: 2027}  # PIA205 at 2027
        - when: {question: x_day, above: 2027-13-01}  # PIA205 at 2027-13
        - when: {question: x_words, is: yes}  # PIA205 at yes
        - when: {data: people_total, at_least: 1000}
        - when: {data: people_total, includes: 1000}  # PIA205 at 1000
        - when: {data: people_total, at_least: many}  # PIA205 at many
        - when: {data: captures, includes_other_than: form}
        - when: {data: captures, above: 1}  # PIA205 at 1
""")


def test_asking_in_a_circle() -> None:
    """The question itself, a later one, one of the section's own."""
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_one, ask_when: {question: x_one, is: yes}}  # PIA206 at x_one, is
      - {id: x_two, ask_when: {question: x_one, is: yes}}
  - id: x_b
    ask_when: {any: [{question: x_one, is: yes}, {question: x_three, is: yes}]}  # PIA206 at x_three
    questions:
      - {id: x_three, ask_when: {question: x_two, is: yes}}
      - {id: x_four, ask_when: {question: x_five, is: yes}}  # PIA206 at x_five
      - {id: x_five}
  - id: x_empty
    ask_when: {question: x_five, is: yes}
    questions: []
""")


def test_conditions_that_read_safeguards() -> None:
    """Only red lines (and what makes a bank required) may."""
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_masking, type: safeguard}
      - {id: x_kept, ask_when: {question: x_masking, is: absent}}  # PIA207 at x_masking
red_lines:
  - {id: x_line, crossed_when: {question: x_masking, is: absent}}
decisions:
  - id: x_need
    rows:
      - when: {question: x_masking, is: absent}  # PIA207 at x_masking
""")


def test_what_safeguards_lower() -> None:
    """Severity by data_absent alone, one step at least, never more than the method's."""
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_gone, type: safeguard, kind: data_absent}
      - {id: x_masking, type: safeguard}
risks:
  - id: x_leak
    safeguards:
      - {question: x_gone, lowers: {severity: 1, likelihood: 2}}
      - {question: x_gone, lowers: {severity: 2}}  # PIA208 at 2
      - {question: x_masking, lowers: {}}  # PIA208 at {}
      - {question: x_masking, lowers: {likelihood: 0}}  # PIA208 at {likelihood: 0
      - {question: x_masking, lowers: {likelihood: -1}}  # PIA208 at {likelihood: -1
      - {question: x_masking, lowers: {severity: 1, likelihood: 1}}  # PIA208 at 1, likelihood
""")


def test_safeguards_that_nothing_uses() -> None:
    """A red line that reads it is no use of it."""
    check(
        """
sections:
  - id: x_a
    questions:
      - {id: x_used, type: safeguard}
      - {id: x_masking, type: safeguard}  # PIA209 at x_masking
risks: [{id: x_leak, safeguards: [{question: x_used}]}]
red_lines: [{id: x_line, crossed_when: {question: x_masking, is: absent}}]
""",
        "use",
    )


def test_risks_that_nothing_moves() -> None:
    """A row that does not stand above the base moves nothing; `applies_when` does."""
    check("""
risks:
  - {id: x_a, severity: {base: limited}, likelihood: {base: limited}}  # PIA210 at x_a
  - id: x_b  # PIA210 at x_b
    severity: {base: maximum, rows: [{level: limited}]}  # PIA233 at {level
    likelihood: {base: limited}
  - {id: x_c, severity: {base: limited}, likelihood: {base: limited}, applies_when: {data: captures, includes: drone}}
  - {id: x_d, severity: {base: limited, rows: [{level: maximum}]}, likelihood: {base: limited}}
  - {id: x_e, safeguards: []}  # PIA211 at x_e
""")


def test_shipped_banks_are_sound() -> None:
    """Every bank that comes with the toolkit, warnings included."""
    from tsukuba_pia.work.opening import check_bank_file  # noqa: PLC0415 - only this test opens files

    folder = Path(__file__).parents[2] / "questionnaires"
    for file in sorted(folder.glob("*/[0-9]*.yaml")):
        if file.parent.name not in NOT_BANKS:
            found, _ = check_bank_file(file)
            assert not found, found


def test_prefix_of_another_bank() -> None:
    """Told once, rather than at each of its ids."""
    found = [one for one in bank_findings(parse(b"prefix: k\n", "x.yaml")) if one.code == "PIA237"]
    assert [(one.line, one.column, dict(one.args)) for one in found] == [(1, 9, {"id": "k", "bank": "kiosk"})]
