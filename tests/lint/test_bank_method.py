"""Cases of the rules about a bank's method, its scales and the types of its questions."""

from tests.lint.frame import bank_findings
from tests.lint.marked import check
from tsukuba_pia.lint.words import message_of
from tsukuba_pia.yaml_source import parse

METHOD = """method:
  severity: [{id: limited, label: {ja: 小, en: L}}, {id: significant, label: {ja: 大, en: S}}]
  likelihood: [{id: limited, label: {ja: 低, en: L}}, {id: significant, label: {ja: 高, en: S}}]
  levels: [{id: low, label: {ja: 低, en: Low}}, {id: high, label: {ja: 高, en: High}}]
"""
LOWERS = "implemented_lowers_at_most: 1, verified_lowers_at_most: 2"
STEPS = f"  safeguards: {{{LOWERS}, likelihood_steps: 2, severity_steps: 1}}\n"
MATRIX = "  matrix: {limited: [low, high], significant: [low, high]}\n"
ACCEPTANCE = "  acceptance: {low: owner, high: nobody}\n"


def test_sound_method() -> None:
    """Cells may be the same along a row and a column."""
    check(METHOD + STEPS + MATRIX + ACCEPTANCE)


def test_matrix_that_is_not_whole() -> None:
    """A row for each severity, a level for each likelihood, and no others."""
    rest = STEPS + ACCEPTANCE
    check(METHOD + rest + "  matrix: {limited: [low, high]}  # PIA212 at {limited\n")
    check(METHOD + rest + "  matrix: {limited: [low], significant: [low, high]}  # PIA212 at [low]\n")
    check(METHOD + rest + "  matrix: {limited: [low, high], significant: [low, hihg]}  # PIA212 at hihg\n")
    more = "  matrix: {limited: [low, high], significant: [low, high], huge: [high, high]}  # PIA212 at huge\n"
    check(METHOD + rest + more)


def test_matrix_that_falls() -> None:
    """Along a row and down a column."""
    rest = STEPS + ACCEPTANCE
    check(METHOD + rest + "  matrix: {limited: [high, low], significant: [high, high]}  # PIA212 at low]\n")
    check(METHOD + rest + "  matrix: {limited: [low, high], significant: [low, low]}  # PIA212 at low]}\n")


def test_matrix_in_another_order_of_keys() -> None:
    """The scale orders the rows, not the file."""
    check(METHOD + STEPS + ACCEPTANCE + "  matrix: {significant: [high, high], limited: [low, low]}\n")


def test_acceptance_and_steps() -> None:
    """Each level has a post of the vocabulary; who verifies gains nothing less."""
    check(METHOD + STEPS + MATRIX + "  acceptance: {low: owner}  # PIA212 at {low\n")
    check(METHOD + STEPS + MATRIX + "  acceptance: {low: owner, high: nobody, top: nobody}  # PIA212 at top\n")
    check(METHOD + STEPS + MATRIX + "  acceptance: {low: owner, high: emperor}  # PIA216 at emperor\n")
    wrong = STEPS.replace(LOWERS, "verified_lowers_at_most: 1, implemented_lowers_at_most: 2")
    check(METHOD + wrong.replace("}\n", "}  # PIA212 at 1, implemented\n") + MATRIX + ACCEPTANCE)
    check(METHOD + STEPS.replace("severity_steps: 1}", "severity_steps: -1}  # PIA212 at -1") + MATRIX + ACCEPTANCE)


def test_one_method_exactly() -> None:
    """None, and none with nothing said about vocabulary and references."""
    check("bank: x  # PIA223 at x\nrisks: []\n", "method")
    check("bank: x  # PIA223 at x\n", "uses")
    source = parse(b"bank: x\n", "x.yaml")
    found = bank_findings(source, frozenset({"method", "uses"}))
    assert [one.code for one in found] == ["PIA223", "PIA223"]
    assert len({message_of(one, "en") for one in found}) == 2


def test_levels_that_are_not_there() -> None:
    """In risks, in what is tightened, in decisions."""
    check("""
risks:
  - id: x_leak
    severity: {base: low}  # PIA214 at low
    likelihood: {base: limited, rows: [{level: often}]}  # PIA214 at often
decisions:
  - id: x_need
    base: nothing  # PIA214 at nothing
    rows: [{outcome: half}]  # PIA214 at half
""")
    check("""
extends: core@1.0
tightens:
  - {risk: c_leak, likelihood: [{level: negligible}]}  # PIA214 at negligible
""")


def test_irreversible_needs_its_level() -> None:
    """The method must have the level that an irreversible risk has at least."""
    few = METHOD.replace("significant", "large") + STEPS + MATRIX.replace("significant", "large") + ACCEPTANCE
    source = parse(f"risks:\n  - {{id: x_leak, irreversible: true}}\n{few}".encode(), "x.yaml")
    found = [one for one in bank_findings(source) if (one.line, one.column) == (2, 32)]
    assert [(one.code, one.args["level"]) for one in found] == [("PIA214", "significant")]


def test_reserved_ids() -> None:
    """Words that are answers, values or no level."""
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_kept, type: choice, options: [{id: one}, {id: not_applicable}]}  # PIA222 at not_applicable
  - id: "null"  # PIA222 at "null"
decisions:
  - {id: x_need, outcomes: [{id: none, label: {ja: 無, en: no}}, {id: full, label: {ja: 有, en: yes}}]}
""")
    levels = METHOD.replace("{id: low,", "{id: none,").replace("en: High}}]", "en: High}}]  # PIA222 at none")
    rest = STEPS + (MATRIX + ACCEPTANCE).replace("low", "none")
    check(levels + rest)


def test_what_types_need_and_cannot_have() -> None:
    """Options, kind, unit, limits."""
    check(
        """
sections:
  - id: x_a
    questions:
      - {id: x_a1, type: choices}  # PIA215 at choices
      - {id: x_a2, type: choices, options: []}  # PIA215 at choices
      - {id: x_a3, type: yes_no, options: [{id: a, label: {ja: 一, en: A}}]}  # PIA215 at [{id
      - {id: x_a4, type: number, min: 1, max: 2, unit: {ja: 台, en: cars}}
      - {id: x_a5, type: number, min: 3, max: 2}  # PIA215 at 2
      - {id: x_a6, type: date, min: 3}  # PIA215 at 3
      - {id: x_a7, type: choice, options: [{id: a, exclusive: true}]}  # PIA215 at true
      - {id: x_a8, type: choices, options: [{id: a, exclusive: true}]}
      - {id: x_a9, type: yes_no, kind: prevent}  # PIA215 at prevent
      - {id: x_b1, type: safeguard}  # PIA215 at safeguard
""",
        "options kind",
    )
