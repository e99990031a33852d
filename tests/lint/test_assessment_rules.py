"""Cases of the rules about answers: each reads as a person's file, with what is found beside its line and column."""

from tests.lint.frame import found_in
from tests.lint.marked import check as check_marked
from tests.lint.pages import Example
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.lint.words import hint_of, message_of


def check(text: str, without: str = "", stage: Stage = "draft") -> None:
    """A fragment of an assessment."""
    check_marked(text, without, "assessment", stage)


def words(text: str, language: str, stage: Stage = "draft") -> list[str]:
    """What a person is told about a fragment."""
    found = found_in(Example("assessment", text), stage)
    return [f"{message_of(one, language)} {hint_of(one, language)}" for one in found]


def test_sound_assessment_gives_nothing() -> None:
    """At no stage."""
    for stage in ("draft", "review", "approval", "publication"):
        check("assessment: t-1\n", stage=stage)


def test_answers_without_a_question() -> None:
    """Told at the key, with what was probably meant."""
    check("answers:\n  c_levle: counts  # PIA401 at c_levle\n  nobody_asks: {answer: yes}  # PIA401 at nobody_asks\n")
    (told,) = words("answers:\n  c_levle: counts\n", "en")
    assert "Did you mean “c_level”?" in told


def test_words_that_are_no_option() -> None:
    """In a list at the word itself; `unknown` within a list is no option."""
    check("""
answers:
  c_level: {answer: per_persn, note: 仮}  # PIA402 at per_persn
  c_uses: [map, unknown, advertisng]  # PIA402 at unknown; PIA402 at advertisng
  c_masking: done  # PIA402 at done
""")
    (told,) = words("answers: {c_masking: done}\n", "en")
    assert told.endswith("Options: absent, planned, implemented, verified.")


def test_answers_of_another_kind() -> None:
    """Every type of question tells what it cannot take, and scoring goes on."""
    check("""
answers:
  c_personal: [yes]  # PIA403 at [yes]
  c_level: 3  # PIA403 at 3
  c_uses: 3  # PIA403 at 3
  c_people: many  # PIA403 at many
  c_since: spring  # PIA403 at spring
  c_masking: [implemented]  # PIA403 at [implemented]
""")
    check("answers:\n  c_reason: 12  # PIA403 at 12\n  c_personal: yes\n")
    check("answers:\n  c_people: [1, 2]  # PIA103 at 1; PIA103 at 2\n")


def test_yes_and_no_in_other_spellings() -> None:
    """Which is meant is told."""
    for spelling, meant in (("Yes", "yes"), ("NO", "no"), ("はい", "yes"), ("'True'", "yes")):
        told = words(f"answers: {{c_personal: {spelling}}}\n", "en")
        assert any(f"Write “{meant}”." in one for one in told), (spelling, told)


def test_a_list_is_proposed_where_one_option_stands() -> None:
    """And the option where a list of one does."""
    assert "Write “[map]”." in words("answers: {c_uses: map}\n", "en")[0]
    assert "「counts」と書いてください。" in words("answers: {c_level: [counts]}\n", "ja")[0]


def test_numbers_and_dates_out_of_range() -> None:
    """The limits themselves are within; a date is looked at wherever it stands."""
    check("answers: {c_people: 0}\n")
    check("answers: {c_people: 300000}\n")
    check("answers:\n  c_people: -1  # PIA404 at -1\n")
    check("answers:\n  c_people: {answer: 300000.5}  # PIA404 at 300000.5\n")
    check("""
dates: {starts_on: 2028-02-29, tender: 2027-02-29}  # PIA404 at 2027-02-29
answers:
  c_since: 2027-04-31  # PIA404 at 2027-04-31
""")


def test_answers_that_do_not_count() -> None:
    """Not where the question may still be asked."""
    check("answers: {c_personal: no, c_reason: 案内}  # PIA405 at c_reason\n")
    check("answers: {c_personal: no, c_reason: }\n")
    check("answers: {c_personal: {answer: unknown, asking: 担当課, by_when: 2027-05-01}, c_reason: 案内}\n")


def test_not_applicable() -> None:
    """Only where the question allows it, with a reason and the agreement of another."""
    check("answers:\n  c_level: {answer: not_applicable, note: 仮, agreed_by: 鈴木}  # PIA406 at not_applicable\n")
    check("answers:\n  c_logging: not_applicable  # PIA407 at not_applicable; PIA408 at not_applicable\n")
    check("""
answers:
  c_logging:
    answer: not_applicable
    note: 機器がありません。
    by: 佐藤 明
    agreed_by: 佐藤明  # PIA408 at 佐藤明
""")
    check("answers: {c_logging: {answer: not_applicable, note: なし, by: 佐藤, agreed_by: 鈴木}}\n")


def test_safeguards_are_shown() -> None:
    """By evidence that is there and has not lapsed."""
    check("answers:\n  c_masking: {answer: implemented, evidence: []}  # PIA411 at implemented\n")
    check("answers:\n  c_masking: implemented  # PIA411 at implemented\n")
    check("""
answers:
  c_masking: {answer: implemented, evidence: [a.md, missing/b.md]}  # PIA410 at missing/b.md
  c_coarse: {answer: implemented, evidence: [a.md], evidence_until: 2027-04-01}
  c_logging: {answer: implemented, evidence: [a.md], evidence_until: 2027-03-31}  # PIA424 at 2027-03-31
""")


def test_verified_takes_another_person_a_day_and_a_method() -> None:
    """Its owner may not verify it."""
    check("""
answers:
  c_masking: {answer: verified, evidence: [a.md], owner: 佐藤}  # PIA409 at verified
  c_coarse:
    answer: verified
    evidence: [a.md]
    owner: 佐藤 明
    verified_by: 佐藤　明  # PIA409 at 佐藤
    verified_on: 2027-03-01
    method: 抜き取り
  c_logging:
    {answer: verified, evidence: [a.md], owner: 佐藤, verified_by: 鈴木, verified_on: 2027-03-01, method: 抜き取り}
""")
    (told,) = words("answers: {c_masking: {answer: verified, evidence: [a.md], verified_by: 鈴木}}\n", "en")
    assert "verified_on, method is missing" in told


def test_plans_have_an_owner_and_a_day() -> None:
    """Both."""
    check("answers:\n  c_masking: planned  # PIA412 at planned\n")
    check("answers:\n  c_masking: {answer: planned, due: 2027-05-31}  # PIA412 at planned\n")
    check("answers: {c_masking: {answer: planned, owner: 佐藤, due: 2027-05-31}}\n")


def test_options_that_exclude_each_other() -> None:
    """And options that stand twice."""
    check("answers:\n  c_uses: [map, only_statistics]  # PIA413 at only_statistics\n")
    check("answers:\n  c_uses: [map, map]  # PIA413 at map]\n")
    check("answers: {c_uses: [only_statistics]}\n")
    check("answers: {c_uses: []}\n")


def test_unknown_and_unconfirmed() -> None:
    """What is open says who closes it."""
    check("answers:\n  c_level: {answer: unknown, asking: 事業者}  # PIA414 at unknown\n")
    check("answers: {c_level: {answer: unknown, asking: 事業者, by_when: 2027-05-01}}\n")
    check("answers:\n  c_level: {answer: counts, by: vendor}  # PIA425 at counts\n")
    check("answers: {c_level: {answer: counts, by: vendor, confirmed_by: 佐藤}}\n")


def test_words_of_no_vocabulary() -> None:
    """Wherever an assessment takes them."""
    check("""
team: [{role: auther}]  # PIA415 at auther
actors:
  - {id: city, name: 市, kind: city_organs}  # PIA415 at city_organs
  - {id: firm, name: 社, kind: business, regime: appi}  # PIA415 at appi
data:
  - {id: trips, name: 記録, categories: [location, locaton], captures: [drones]}  # PIA415 at locaton; PIA415 at drones
  - {id: cards, name: 札, groups: [kids], identifiers: [card]}  # PIA415 at kids; PIA415 at card
groups_excluded: [{group: adults, why: 仮, agreed_by: 鈴木}]  # PIA415 at adults
provision:
  - {item: 記録, nature: optional, consequence: none}  # PIA415 at optional; PIA415 at none
consultations: [{id: c-1, who: 住民, constituency: residents}]  # PIA415 at residents
service: {benefits: [{for: 市民, what: 便利, group: everyone}, {for: 大人, what: 楽, group: all}]}  # PIA415 at all
answers:
  c_level:
    answer: counts
    withheld: {reason: secret}  # PIA415 at secret
""")


def test_bases_that_are_no_reference() -> None:
    """In the inventory, in flows, linkage and provision."""
    check("""
actors: [{id: city, name: 市, kind: city_organ, refs: [appi-61, appi-6]}]  # PIA416 at appi-6]
data:
  - id: trips
    name: 記録
    lifecycle: {collect: {basis: [appi-16]}}  # PIA416 at appi-16
linkage: [{other: 台帳, key: card, basis: [law]}]  # PIA416 at law
provision:
  - {item: 記録, nature: voluntary, consequence: nothing, basis: [none]}  # PIA416 at none
""")


def test_flows_name_what_there_is() -> None:
    """A recipient that is no actor stands for itself; what is nearly an actor is a warning."""
    check("""
actors: [{id: operator, name: 社, kind: business}]
flows:
  - {from: resident, to: operator, items: [trips, trip]}  # PIA417 at trip]
  - {from: resident, to: operater}  # PIA417 at operater
""")
    found = found_in(
        Example("assessment", "actors: [{id: city, name: 市, kind: city_organ}]\nflows: [{from: citty, to: x}]\n")
    )
    assert [(one.code, one.level) for one in found] == [("PIA417", "warning")]


def test_banks_that_are_required() -> None:
    """Only where that is certain; which bank a question stands in is told."""
    check("""
banks: {core: "1.0"}  # PIA419 at {core
data: [{id: v, name: 映像, captures: [drone]}]
""")
    check("data: [{id: v, name: 映像}]\ndata_complete: no\n")
    check("banks: {core: '1.0', mobility: '1.0'}  # PIA429 at '1.0'}\ndata: [{id: v, name: 映像, captures: [drone]}]\n")


def test_groups_that_stay() -> None:
    """Without agreement, or while a fact holds; those that are named elsewhere."""
    check("groups_excluded: [{group: children, why: 仮, agreed_by: 鈴木}]\n")
    check("groups_excluded: [{group: children, why: 仮}]  # PIA421 at children\n")
    check("""
data: [{id: v, name: 映像, captures: [fixed_camera]}]
groups_excluded:
  - {group: bystanders, why: 仮, agreed_by: 鈴木}  # PIA421 at bystanders
""")
    check("""
service: {benefits: [{for: 子ども, what: 安全, group: children}]}
groups_excluded:
  - {group: children, why: 仮, agreed_by: 鈴木}  # PIA420 at children
""")


OVERRIDE = "because: 苦情, by: 鈴木, post: 担当, on: 2027-03-01"


def test_overrides() -> None:
    """Of a risk and to a level that there are, and of the level that is computed now."""
    check(f"overrides:\n  c_leak: {{level: high, computed: low, {OVERRIDE}}}\n")
    check(f"overrides:\n  c_leek: {{level: high, computed: low, {OVERRIDE}}}  # PIA423 at c_leek\n")
    check(f"overrides:\n  c_leak: {{level: hihg, computed: low, {OVERRIDE}}}  # PIA423 at hihg\n")
    check(f"overrides:\n  c_leak: {{level: high, computed: medium, {OVERRIDE}}}  # PIA428 at c_leak\n")


def test_required_questions() -> None:
    """Bind from review on; what counts as unknown is open."""
    text = "answers:\n  c_personal: {answer: unknown, asking: 課, by_when: 2027-05-01}"
    check(f"{text}\n", "c_reason")
    check(f"{text}  # PIA426 at unknown\n", "c_reason", "review")
    check("answers:\n  c_personal:   # PIA426 at c_personal\n", "c_reason", "review")


def test_declining() -> None:
    """A punishment needs a statute or an ordinance; something must be said where data is collected."""
    fine = "item: 届出, nature: required_by_law, consequence: fine"
    check(f"provision: [{{{fine}}}]\n")
    check(f"provision: [{{{fine}}}]  # PIA427 at fine\n", stage="review")
    check(f"provision: [{{{fine}, basis: [camera-guide, bicycle-ordinance]}}]\n", stage="review")
    check("provision: []\ndata: [{id: v, name: 映像}]  # PIA427 at data\n", stage="review")
    check("provision: []\ndata: []\n", stage="review")


def test_red_lines() -> None:
    """From approval on, crossed or unknown."""
    crossed = "answers:\n  c_uses: [map, advertising]"
    check(f"{crossed}\n", stage="review")
    check(f"{crossed}  # PIA501 at [map\n", stage="approval")
    check("answers:  # PIA501 at answers\n  c_level: counts\n", "c_uses", "approval")
    unknown = "answers:\n  c_uses: {answer: unknown, asking: 課, by_when: 2027-05-01}\n"
    (told,) = words(unknown, "en", "approval")
    assert "may be crossed" in told


def test_drafts_are_errors_from_approval_on() -> None:
    """A note before."""
    example = Example("assessment", 'banks: {core: "1.0", mobility: "1.0"}\n')
    for stage, level in (("draft", "note"), ("review", "note"), ("approval", "error")):
        assert [one.level for one in found_in(example, stage)] == [level]  # type: ignore[arg-type]


def test_withholding() -> None:
    """From review on it needs a reason, and a person who did not write it; its date is looked at from the start."""
    check("""
team:
  - {role: author, name: 佐藤 明}
  - {role: reviewer, name: 鈴木, withheld: {reason: personal_information}}  # PIA602 at {reason
answers:
  c_level: {answer: counts, withheld: {reason: secret, approved_by: 高橋}}  # PIA602 at secret
  c_people: {answer: 500, withheld: {reason: security, approved_by: 佐藤明}}  # PIA602 at 佐藤明
  c_uses: {answer: [map], by: 伊藤, withheld: {reason: security, approved_by: 伊藤}}  # PIA602 at 伊藤}
""", stage="review")  # fmt: skip
    check("""
answers:
  c_level: {answer: counts, withheld: {reason: security, until: 2027-03-31}}  # PIA603 at 2027-03-31
  c_people: {answer: 500, withheld: {reason: security, until: 2027-04-01}}
""")


def test_my_numbers_anywhere_in_the_file() -> None:
    """In texts, as numbers, in keys' comments, with wide digits; never told which."""
    check("""
title: {ja: 番号 123456789018 の件, en: A case}  # PIA601 at 123456789018
people_total: 123456789018  # PIA601 at 123456789018
conclusion: 番号は １２３４ ５６７８ ９０１８ です  # PIA601 at １２３４
# ask 1234 5678 9018 again  # PIA601 at 1234
""")
    check("conclusion: |\n  番号は\n  1234 5678 9018 です  # PIA601 at 1234\n")
    check("conclusion: 番号は 123456789012 と 1123456789018 と 0.123456789018 です\n")
    for language in ("ja", "en"):
        for told in words("answers: {c_level: '123456789018', c_people: 9123456789018}\n", language):
            assert "123456789018" not in told.replace("9123456789018", "")
