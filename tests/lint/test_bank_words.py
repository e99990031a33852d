"""Cases of the rules about a bank's terms, references, texts, and what nobody reads."""

from tests.lint.marked import check


def test_unknown_terms() -> None:
    """Stages, principles, threats, events, harms and groups."""
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_kept, stage: usage, threats: [linking, linkage]}  # PIA216 at usage; PIA216 at linkage
      - {id: x_more, principle: data-minimisation}  # PIA216 at data-min
risks:
  - id: x_leak
    event: theft  # PIA216 at theft
    threats: [stealing]  # PIA216 at stealing
    harms: [sadness]  # PIA216 at sadness
    likelihood:
      rows:
        - {for: everyone}
        - {for: cats}  # PIA216 at cats
""")


def test_a_row_may_be_for_a_group_of_the_banks_own() -> None:
    """Own terms join the vocabulary, so scoring counts them."""
    check("""
vocabulary:
  groups: [{id: cyclists, label: {ja: 自転車の人, en: Cyclists}}]
risks:
  - id: x_leak
    severity: {rows: [{for: cyclists}]}
""")


def test_tightening_what_is_not_there() -> None:
    """A bank tightens the one below it, not itself, and says what."""
    check("""
extends: core@1.0
sections:
  - id: x_a
    questions:
      - {id: x_kept, specialises: c_level}
      - {id: x_more, specialises: x_kept}  # PIA213 at x_kept
risks: [{id: x_leak}]
tightens:
  - {risk: x_leak}  # PIA236 at {risk; PIA213 at x_leak
  - {question: c_lvl, required: true}  # PIA213 at c_lvl
  - {severity: [{level: maximum, when: {question: c_level, is: counts}}]}  # PIA213 at {severity
""")
    check("tightens: [{risk: x_frame_risk}]  # PIA236 at {risk; PIA213 at x_frame_risk\n")


def test_safeguards_that_are_none() -> None:
    """Not there, or of another type."""
    check("""
extends: core@1.0
risks:
  - id: x_leak
    safeguards: [{question: c_level}, {question: c_masking}]  # PIA226 at c_level
  - id: x_more
    safeguards: [{question: c_maskin}]  # PIA226 at c_maskin
""")


def test_questions_that_nothing_reads() -> None:
    """Read by any condition, counted by an index, or of a type that is told."""
    check(
        """
sections:
  - id: x_a
    questions:
      - {id: x_read}
      - {id: x_unread}  # PIA220 at x_unread
      - {id: x_told, informs: true}
      - {id: x_words, type: text, ask_when: {question: x_read, is: yes}}
      - {id: x_day, type: date}
      - {id: x_count, type: number}  # PIA220 at x_count
  - id: x_points
    questions:
      - {id: x_counted, type: choice}
indices: [{id: x_raw, points_of: [x_points]}]
""",
        "informs",
    )


def test_options_that_nothing_tells_apart() -> None:
    """Several comparisons together may tell what each alone does not; exclusive options and points differ."""
    check(
        """
sections:
  - id: x_a
    questions:
      - id: x_apart
        type: choice
        options: [{id: a}, {id: b}, {id: c}]
      - id: x_alike
        type: choices
        options: [{id: a}, {id: b}, {id: c}, {id: d, exclusive: true}, {id: e, points: 1}]  # PIA221 at b
risks:
  - id: x_leak
    severity:
      rows:
        - when: {question: x_apart, is: [a, b]}
        - when: {question: x_apart, is_not: [a]}
        - when: {question: x_alike, includes: c}
""".replace("exclusive: true}", "exclusive: true, label: {ja: 四, en: D}}"),
        "informs",
    )


def test_questions_without_place() -> None:
    """Which of the three is missing is told."""
    check(
        """
sections:
  - id: x_a
    questions:
      - {id: x_kept, stage: use, principle: data-minimization, threats: []}  # PIA227 at x_kept
      - id: x_more  # PIA227 at x_more
""",
        "stage principle threats",
    )


def test_what_stops_a_service_has_references() -> None:
    """One row of a decision with a reference is enough; a decision without rows decides nothing."""
    check(
        """
red_lines:
  - {id: x_line, refs: [appi-61]}
  - {id: x_other}  # PIA228 at x_other
decisions:
  - {id: x_need, rows: [{outcome: full}]}  # PIA228 at x_need
  - {id: x_more, rows: [{outcome: full}, {outcome: full, refs: [appi-61]}]}  # PIA233 at {outcome: full, refs
  - {id: x_none, rows: []}
""",
        "refs",
    )


def test_texts_without_a_language() -> None:
    """Everywhere: titles, options, rows, own terms; blank is missing."""
    check("""
title: {ja: 質問票}  # PIA301 at {ja
sections:
  - id: x_a
    title: {en: Use}  # PIA301 at {en
    questions:
      - id: x_kept
        type: choice
        options:
          - {id: one, label: {ja: 一つ, en: " "}}  # PIA301 at {ja
          - {id: two, label: Two}  # PIA301 at Two
risks:
  - id: x_leak
    severity:
      rows:
        - because: {ja: 文}  # PIA301 at {ja
vocabulary:
  harms: [{id: own, label: {en: Own}}]  # PIA301 at {en
""")


def test_languages_are_the_banks() -> None:
    """One language: a plain text is in it. Three: each is needed."""
    text = "{ja: 文章, en: Words}"
    check("""
languages: [ja]
sections:
  - id: x_a
    questions: [{id: x_kept, why: 文章, help: "  "}]  # PIA301 at "  "
""")
    check(f"languages: [en]\ntitle: {text}\nsections: []\nrisks: []\n")


def test_unknown_references() -> None:
    """Of questions, risks, rows, red lines and decisions."""
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_kept, refs: [camera-guide, camera-gide]}  # PIA302 at camera-gide
risks:
  - id: x_leak
    refs: [no-law]  # PIA302 at no-law
    likelihood:
      rows:
        - refs: [no-law]  # PIA302 at no-law
red_lines:
  - {id: x_line, refs: [no-law]}  # PIA302 at no-law
decisions:
  - {id: x_need, rows: [{refs: [no-law]}]}  # PIA302 at no-law
""")


def test_questions_without_help() -> None:
    """Which of the three is missing is told; once per question."""
    check("sections:\n  - id: x_a\n    questions: [{id: x_kept}]  # PIA303 at x_kept\n", "why help evidence")


def test_negations() -> None:
    """In yes/no questions only; what only looks like one is left alone."""
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_a1, text: {ja: 人が少ない場所ですか。, en: "Is it noted?"}}
      - {id: x_a2, text: {ja: 本人だけでなく家族も写りますか。, en: "Is not only the person seen?"}}
      - {id: x_a3, text: {ja: 断れませんか。, en: "Isn't it free?"}}  # PIA304 at 断れ; PIA304 at "Isn't
      - {id: x_a4, type: text, text: {ja: 使わない理由は何ですか。, en: "Why is it not used?"}}
      - {id: x_a5, text: {ja: 家にいるかもしれない人が分かりますか。, en: "Can nobody refuse?"}}
      - {id: x_a6, text: {ja: 使いますか。, en: "Do people have no choice?"}}  # PIA304 at "Do
""")
