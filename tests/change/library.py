"""A small bank as its author writes it, and what becomes of it."""

from tsukuba_pia.change.diff import Diff, diff
from tsukuba_pia.change.document import Document
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.work.released import document_of
from tsukuba_pia.yaml_source import parse

SCALES = {
    "severity": ("negligible", "limited", "significant", "maximum"),
    "likelihood": ("negligible", "limited", "significant", "maximum"),
    "levels": ("low", "medium", "high", "very_high"),
}
LIBRARY = """\
bank: lib
version: "1.0"
status: published
prefix: lib
languages: [ja, en]
title: {ja: 図書館, en: Library}
extends: core@1.0
sections:
  - id: lib_use
    title: {ja: 利用, en: Use}
    questions:
      - id: lib_loans
        type: choice
        text: {ja: 貸出の履歴を、どこまで残しますか。, en: "How much of the loans is kept?", ja-x-easy: 残しますか。}
        required: true
        options:
          - {id: none, label: {ja: 残さない, en: Nothing}}
          - {id: counts, label: {ja: 件数だけ, en: Counts only}}
          - {id: each_loan, label: {ja: 1件ずつ, en: Each loan}}
      - {id: lib_days, type: number, text: {ja: 何日で消しますか。, en: "After how many days?"}, unit: 日, max: 400}
      - {id: lib_erased, type: safeguard, kind: prevent, text: {ja: 返却のとき消す。, en: Erased on return.}}
  - id: lib_more
    title: {ja: そのほか, en: More}
    ask_when: {question: lib_loans, is: [counts, each_loan]}
    questions:
      - id: lib_readers
        type: yes_no
        text: {ja: 利用者の名前を残しますか。, en: "Are readers' names kept?"}
        ask_when: {question: lib_loans, is: each_loan}
      - {id: lib_masked, type: safeguard, kind: detect, text: {ja: 名前を隠す。, en: Names are masked.}}
risks:
  - id: lib_exposed
    title: {ja: 読書が知られる, en: Reading becomes known}
    irreversible: true
    applies_when: {question: lib_loans, is_not: none}
    severity:
      base: limited
      rows:
        - {level: significant, when: {question: lib_readers, is: yes}, because: {ja: 誰か分かる, en: It tells who}}
        - {level: maximum, for: children, when: {question: lib_readers, is: yes}, because: {ja: 子ども, en: Children}}
    likelihood:
      base: negligible
      rows:
        - {level: significant, when: {question: lib_days, above: 30}, because: {ja: 長い, en: It is long}}
    safeguards:
      - {question: lib_erased, lowers: {likelihood: 1}}
red_lines:
  - id: lib_red_sale
    text: {ja: 売らない, en: Not for sale}
    crossed_when: {all: [{question: lib_loans, is: each_loan}, {question: lib_readers, is: yes}]}
    waivable_by: ordinance
decisions:
  - id: lib_route
    base: free
    outcomes: [{id: free, label: {ja: 不要, en: None}}, {id: heard, label: {ja: 意見を聴く, en: Heard}}]
    rows:
      - {outcome: heard, when: {question: lib_loans, is: each_loan}, because: {ja: 残る, en: Kept}}
tightens:
  - risk: core_leak
    severity: [{level: significant, when: {question: lib_readers, is: yes}, because: {ja: 名前, en: Names}}]
  - {question: core_retention, required: true}
"""


def document(text: str, file: str = "lib.yaml") -> Document:
    """A bank that its text holds."""
    found = document_of(parse(text.encode(), file))
    assert found is not None, text
    assert isinstance(found.value, Bank)
    return found


def changed(*pairs: tuple[str, str], text: str = LIBRARY) -> str:
    """The text with each first part once replaced by its second."""
    for old, new in pairs:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


def what_became(*pairs: tuple[str, str], old: str = LIBRARY) -> Diff:
    """The diff of the library with its text changed."""
    return diff(document(old), document(changed(*pairs, text=old)), lambda: SCALES)


def told(found: Diff) -> list[tuple[str, str, str]]:
    """Weight, reason and place of each change."""
    return [(one.weight, one.reason, one.change.spelled) for one in found.changes]
