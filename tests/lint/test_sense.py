"""Rules of meaning beyond their pages' examples."""

from pathlib import Path

from tests.lint.marked import check
from tests.work.bank_tests.desk import Desk
from tsukuba_pia.work.opening import check_bank_file


def test_rows_that_tighten_in_vain() -> None:
    """A row below core's own base, or covered by core's row, is told; one that raises is not."""
    check("""
extends: core@1.0
tightens:
  - risk: c_leak
    severity:
      - {level: limited, when: {question: c_level, is: per_card}}  # PIA233 at {level
      - {level: maximum, when: {question: c_level, is: per_card}}
""")


def test_a_condition_that_a_section_already_says() -> None:
    """Asked again, it decides nothing."""
    check("""
sections:
  - id: x_first
    questions: [{id: x_kept}]
  - id: x_second
    ask_when: {question: x_kept, is: yes}
    questions:
      - {id: x_more, ask_when: {question: x_kept, is: yes}}  # PIA231 at {question: x_kept, is: yes}}
""")


def test_what_is_only_perhaps_asked_may_still_decide() -> None:
    """No finding where answers make a difference."""
    check("""
sections:
  - id: x_first
    questions:
      - {id: x_kept}
      - {id: x_level, type: choice, ask_when: {question: x_kept, is: yes}}
risks:
  - id: x_leak
    applies_when: {any: [{question: x_kept, is: no}, {question: x_level, is: one}]}
""")


def test_a_row_for_a_group_beside_one_for_all() -> None:
    """It decides nothing where all have as much; it does where it raises its group."""
    check("""
sections: [{id: x_use, questions: [{id: x_level, type: choice}]}]
risks:
  - id: x_leak
    severity:
      base: limited
      rows:
        - {level: significant, when: {question: x_level, is: one}}
        - {level: significant, for: children, when: {question: x_level, is: one}}  # PIA233 at {level
        - {level: maximum, for: children, when: {question: x_level, is: two}}
""")


def spoiled(tmp_path: Path, old: str, new: str) -> list[tuple[str, dict[str, str]]]:
    """What is found in a new bank with one place changed."""
    desk = Desk(tmp_path)
    desk.spoil(desk.bank, old, new)
    found, _ = check_bank_file(desk.bank)
    return [(one.code, dict(one.args)) for one in found]


def test_a_stage_that_is_left_out(tmp_path: Path) -> None:
    """And a principle; each is named."""
    assert spoiled(tmp_path, "stage: delete", "stage: store") == [("PIA235", {"missing": "delete"})]


def test_easy_japanese_on_one_text_asks_for_all(tmp_path: Path) -> None:
    """The other texts that residents read are told."""
    old = "ja: 知らないうちに使われ、断ることができない\n"
    found = spoiled(tmp_path, old, f"{old}      ja-x-easy: しらない うちに つかわれます。\n")
    assert {code for code, _ in found} == {"PIA331"}
    assert len(found) == 4  # the other title, two scenarios, a red line
