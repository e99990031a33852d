"""A small workspace with a bank of its own: one question of each type, a threshold, a red line."""

from pathlib import Path

from tsukuba_pia.work.opening import Opened, open_assessment

DAY = "2027-01-15"

BANK = """\
bank: kiosk
version: "0.1"
status: draft
prefix: k
languages: [ja, en]
title: {ja: 案内端末, en: Kiosk}
uses: {vocabulary: "1.0", references: "1.0"}
method:
  severity: [{id: limited, label: {ja: 小, en: Limited}}, {id: significant, label: {ja: 大, en: Significant}}]
  likelihood: [{id: limited, label: {ja: 低, en: Limited}}, {id: significant, label: {ja: 高, en: Significant}}]
  levels: [{id: low, label: {ja: 低い, en: Low}}, {id: high, label: {ja: 高い, en: High}}]
  matrix: {limited: [low, low], significant: [low, high]}
  safeguards: {implemented_lowers_at_most: 1, verified_lowers_at_most: 2, likelihood_steps: 2, severity_steps: 1}
  acceptance: {low: owner, high: mayor}
sections:
  - id: k_first
    title: {ja: 最初に, en: First}
    questions:
      - id: k_personal
        type: yes_no
        required: true
        text: {ja: 個人情報を扱いますか。, en: "Is personal data used?"}
        why: {ja: 保護の出発点です。, en: Protection starts here.}
        help: {ja: 担当課に聞きます。, en: Ask the unit.}
        refs: [appi-61]
      - id: k_kinds
        type: choices
        text: {ja: 何を扱いますか。, en: "Which data?"}
        ask_when: {question: k_personal, is: yes}
        options:
          - {id: name, label: {ja: 氏名, en: Name}}
          - {id: face, label: {ja: 顔, en: Face}}
          - {id: nothing, label: {ja: その他, en: Other}, exclusive: true}
  - id: k_use
    title: {ja: 利用, en: Use}
    ask_when: {question: k_personal, is: yes}
    questions:
      - id: k_level
        type: choice
        brief: true
        required: true
        text: {ja: どの細かさですか。, en: "At which level?"}
        options: [{id: counts, label: {ja: 件数, en: Counts}}, {id: per_person, label: {ja: 個人ごと, en: Per person}}]
      - id: k_people
        type: number
        text: {ja: 何人ですか。, en: "How many people?"}
        unit: {ja: 人, en: people}
        min: 0
        max: 999
      - {id: k_since, type: date, text: {ja: いつからですか。, en: "Since when?"}}
      - {id: k_purpose, type: text, may_not_apply: true, text: {ja: 何のためですか。, en: "What for?"}}
      - {id: k_masking, type: safeguard, kind: prevent, text: {ja: 顔を消します。, en: Faces are masked.}}
      - {id: k_sold, type: yes_no, text: {ja: 売りますか。, en: "Is it sold?"}}
risks:
  - id: k_leak
    title: {ja: 漏れる, en: Leak}
    severity:
      base: limited
      rows:
        - level: significant
          when: {question: k_level, is: per_person}
          because: {ja: 個人ごとです。, en: It is per person.}
        - level: significant
          when: {question: k_people, at_least: 100}
          because: {ja: 大勢です。, en: There are many.}
    likelihood: {base: significant}
    safeguards: [{question: k_masking, lowers: {likelihood: 1}}]
red_lines:
  - id: k_red_sale
    text: {ja: 売ってはなりません。, en: It must not be sold.}
    crossed_when: {question: k_sold, is: yes}
decisions:
  - id: k_threshold
    role: threshold
    outcomes:
      - {id: none, label: {ja: 不要, en: None}}
      - {id: brief, label: {ja: 簡易, en: Brief}}
      - {id: full, label: {ja: 全体, en: Full}}
    base: none
    rows:
      - outcome: brief
        when: {question: k_personal, is: yes}
        because: {ja: 個人情報があります。, en: There is personal data.}
        refs: [appi-61]
      - {outcome: full, when: {question: k_kinds, includes: face}, because: {ja: 顔があります。, en: There are faces.}}
"""

ASSESSMENT = """\
assessment: t-1
format: 1
language: ja
title: 案内端末
banks: {kiosk: "0.1"}
# people's own words
answers:
  #: == 最初に ==
  #: 個人情報を扱いますか。
  k_personal: yes  # decided on Monday
  k_kinds: [face]
"""


def workspace(folder: Path, assessment: str = ASSESSMENT) -> Path:
    """A workspace with the bank; the path of its one assessment's file."""
    bank = folder / "questionnaires" / "kiosk" / "0.1.yaml"
    bank.parent.mkdir(parents=True)
    bank.write_text(BANK, encoding="utf-8")
    (folder / "city.yaml").write_text("city: つくば市\n", encoding="utf-8")
    file = folder / "assessments" / "t-1" / "assessment.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(assessment, encoding="utf-8")
    return file


def opened(file: Path) -> Opened:
    """The assessment, ready for work."""
    found = open_assessment(file, DAY)
    assert found.usable, found.diagnostics
    return found
