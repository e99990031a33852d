"""Cases of the rules about assessments: each reads as a person's file, with what is found beside its line."""

import pytest

from tests.lint.frame import fixed_source, found_in
from tests.lint.marked import ORDER
from tests.lint.marked import check as marked
from tests.lint.pages import Example
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.lint.titles import MARK
from tsukuba_pia.lint.words import hint_of, message_of

BARE = "assessment: t-1\n"


def check(text: str, without: str = "", stage: Stage = "draft") -> None:
    """A fragment of an assessment against its marks."""
    marked(text, without, kind="assessment", stage=stage)


HIDDEN = ("sure", "known@ja", "known@en", "found@ja", "found@en", "year", "month", "last", "advice")


def args(text: str, stage: Stage = "draft") -> list[dict[str, str]]:
    """What the findings speak of, by ids; what is beyond doubt is looked at where it is mended."""
    told = (one.args for one in found_in(Example("assessment", text), stage) if one.code != ORDER)
    return [{name: value for name, value in args.items() if name not in HIDDEN and MARK not in name} for args in told]


@pytest.mark.parametrize("stage", STAGES)
def test_sound_assessment_gives_nothing(stage: Stage) -> None:
    """The fixed one, whole and as a frame, at every stage."""
    check(BARE, stage=stage)
    marked((fixed_source("assessment")).text, kind="assessment", stage=stage)


# --------------------------------------------------------------------------------------------------------- answers


def test_unknown_questions() -> None:
    """At the key; in long form and short, answered or not."""
    check("""
answers:
  c_levle: counts  # PIA401 at c_levle
  weather: {answer: yes}  # PIA401 at weather
  m_nothing:  # PIA401 at m_nothing
""")
    assert args("answers: {c_levle: counts}\n") == [{"question": "c_levle", "bank": "", "meant": "c_level"}]


def test_unknown_options() -> None:
    """At the word itself; every type that has options."""
    check("""
answers:
  c_level: per_persn  # PIA402 at per_persn
  c_uses: [map, adverts, unknown, "null"]  # PIA402 at adverts; PIA402 at unknown; PIA402 at "null"
  c_personal: perhaps  # PIA402 at perhaps
  c_masking: {answer: done, owner: x}  # PIA402 at done
  c_logging: ""  # PIA402 at ""
""")
    assert args("answers: {c_level: Counts}\n")[0] == {
        "option": "Counts", "question": "c_level", "commas": "",
        "known": "", "meant": "counts",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "meant", "sure"),
    [
        ("c_level: 人数", "counts", "counts"),
        ("c_level: Per card", "per_card", "per_card"),
        ("c_level: カード", "per_card", ""),
        ("c_level: 不明", "unknown", ""),
        ("c_level: なし", "", ""),
        ("c_personal: いない", "no", ""),
        ("c_personal: ない", "no", ""),
        ("c_personal: 分からない", "unknown", ""),
        ("c_personal: ○", "yes", ""),
        ("c_personal: 該当なし", "", ""),
        ("c_uses: [不明]", "", ""),
        ("c_uses: [map、advertising]", "", ""),
    ],
)
def test_options_meant_by_their_labels(answer: str, meant: str, sure: str) -> None:
    """PIA402: in each language, also what people say for yes, no and unknown; mended where it is a label."""
    (one,) = (one for one in found_in(Example("assessment", f"answers: {{{answer}}}\n")) if one.code == "PIA402")
    assert (one.args["meant"], one.args["sure"]) == (meant, sure)
    assert (one.args["commas"] != "") == ("、" in answer)


def test_wrong_kinds_of_answers() -> None:
    """Every type, with what cannot stand there."""
    check("""
answers:
  c_level: [counts]  # PIA403 at [counts
  c_uses: map  # PIA403 at map
  c_personal: はい  # PIA403 at はい
  c_people: "500"  # PIA403 at "500"
  c_since: 2027  # PIA403 at 2027
  c_reason: [x]  # PIA403 at [x
  c_masking: 2  # PIA403 at 2
  c_logging: {answer: [implemented], evidence: [a]}  # PIA403 at [implemented
""")
    check("""
answers:
  c_level: 1.5  # PIA403 at 1.5
  c_uses: 3  # PIA403 at 3
  c_personal: [yes]  # PIA403 at [yes
  c_people: about 500  # PIA403 at about
  c_since: 1 April  # PIA403 at 1 April
  c_reason: 2027  # PIA403 at 2027
""")


def test_what_was_meant_by_an_answer_of_another_kind() -> None:
    """Where it is plain."""
    text = "answers: {c_level: [counts], c_uses: map, c_personal: Yes, c_people: ['5']}\n"
    assert [one["meant"] for one in args(text)] == ["counts", "[map]", "yes", ""]
    assert [one["found"] for one in args(text)] == ["@list", "@text", "@text", "@list"]


def test_states_stand_in_every_type() -> None:
    """Unknown, and nothing at all."""
    unknown = "{answer: unknown, asking: x, by_when: 2027-05-01}"
    names = ("c_personal", "c_level", "c_uses", "c_people", "c_since", "c_masking", "c_logging")
    check("answers:\n" + "".join(f"  {name}: {unknown}\n" for name in names))
    check("answers:\n" + "".join(f"  {name}:\n" for name in names))


@pytest.mark.parametrize(
    ("answer", "language", "message", "hint"),
    [
        ("c_personal: はい", "ja", "「はい」が書かれています。", "「yes」と書いてください。"),
        ("c_personal: はい", "en", "this is “はい”.", "Write “yes”."),
        ("c_people: 500人", "ja", "「500人」が書かれています。", "「500」と書いてください。数字だけを書きます"),
        ("c_people: 約五百", "ja", "文字列が書かれています。", "数字だけを書きます"),
        ("c_since: 令和9年7月1日", "ja", "「令和9年7月1日」が書かれています。", "「2027-07-01」と書いてください。"),
        ("c_since: 2027-02-30", "ja", "暦にない日付です(「2027-02-30」)。", "2027年2月は28日までです。"),
        ("c_since: 2028-02-30", "en", "There is no such day", "Month 2 of 2028 has 29 days."),
        ("c_since: 2027-13-01", "en", "There is no such day", "Check the value."),
    ],
)
def test_what_a_person_is_told_to_write(answer: str, language: str, message: str, hint: str) -> None:
    """PIA403 and PIA404: in the marks of the reader's language, with what was meant."""
    (one,) = found_in(Example("assessment", f"answers: {{{answer}}}\n"))
    assert message in message_of(one, language)
    assert hint_of(one, language).startswith(hint)


def test_numbers_out_of_range() -> None:
    """The limits themselves are within."""
    check("answers: {c_people: 0}\n")
    check("answers: {c_people: 300000}\n")
    check("answers: {c_people: -1}  # PIA404 at -1\n")
    check("answers: {c_people: {answer: 300000.5}}  # PIA404 at 300000.5\n")
    assert args("answers: {c_people: -1}\n") == [
        {"problem": "@too_small", "value": "-1", "least": "0", "most": ""},
    ]


def test_days_that_are_in_no_calendar() -> None:
    """Wherever a date stands."""
    check("""
dates: {tender: 2027-02-29, contract: 2028-02-29}  # PIA404 at 2027-02-29
review: {due: 2027-04-31}  # PIA404 at 2027-04-31
answers:
  c_since: 2027-13-01  # PIA404 at 2027-13-01
  c_level: {answer: unknown, asking: x, by_when: 2027-06-31}  # PIA404 at 2027-06-31
  c_masking: {answer: planned, owner: x, due: 0000-01-01}  # PIA404 at 0000
""")


def test_answers_left_behind() -> None:
    """At the key; an empty one says nothing, an unknown condition leaves it in place."""
    check("answers: {c_personal: no, c_reason: {answer: x, note: y}}  # PIA405 at c_reason\n")
    check("answers: {c_personal: no, c_reason: }\n")
    check("answers: {c_personal: , c_reason: x}\n")


def test_not_applicable() -> None:
    """Only where the question allows it, with a reason, and agreed by another."""
    check("""
answers:
  c_level: not_applicable  # PIA406 at not_applicable
  c_masking: {answer: not_applicable, note: 使わない, by: a, agreed_by: b}  # PIA406 at not_applicable
  c_logging: not_applicable  # PIA407 at not_applicable; PIA408 at not_applicable
""")
    check("answers: {c_logging: {answer: not_applicable, by: a, agreed_by: b}}  # PIA407 at not_app\n")
    check("answers: {c_logging: {answer: not_applicable, note: 使わない}}  # PIA408 at not_app\n")
    check("answers: {c_logging: {answer: not_applicable, note: 使わない, by: Ａ b, agreed_by: Ａb}}  # PIA408 at Ａb\n")
    check("answers: {c_logging: {answer: not_applicable, note: 使わない, by: a, agreed_by: b}}\n")
    check("answers: {c_personal: no, c_reason: not_applicable}  # PIA405 at c_reason\n")


def test_options_that_exclude_each_other() -> None:
    """At the one that excludes; at the second of two."""
    check("""
answers:
  c_uses: [only_statistics, map]  # PIA413 at only_statistics
""")
    check("answers: {c_uses: [map, advertising, map]}  # PIA413 at map]\n")
    check("answers: {c_uses: [only_statistics, only_statistics]}  # PIA413 at only_statistics]\n")
    check("answers: {c_uses: {answer: [only_statistics]}}\n")
    check("answers: {c_uses: []}\n")


def test_unknown_asked_of_nobody() -> None:
    """Both are needed; a question that is not asked needs neither."""
    check("""
answers:
  c_level: unknown  # PIA414 at unknown
  c_uses: {answer: unknown, asking: 運行事業者}  # PIA414 at unknown
  c_people: {answer: unknown, by_when: 2027-05-01}  # PIA414 at unknown
  c_since: {answer: unknown, asking: x, by_when: 2027-05-01}
""")
    assert [one["missing"] for one in args("answers: {c_level: unknown}\n")] == ["asking, by_when"]


def test_vendors_answers() -> None:
    """Until somebody of the city confirms them."""
    check("""
answers:
  c_level: {answer: counts, by: vendor}  # PIA425 at counts
  c_people: {answer: 5, by: vendor, confirmed_by: 鈴木 恵}
  c_since: {answer: , by: vendor}
""")


# ------------------------------------------------------------------------------------------------------ safeguards


def test_verified() -> None:
    """By another person than the owner, on a date, by a method."""
    whole = "owner: a, evidence: [e], verified_on: 2027-03-01, method: 目視"
    check(f"answers: {{c_masking: {{answer: verified, {whole}, verified_by: b}}}}\n")
    check(f"answers: {{c_masking: {{answer: verified, {whole}, verified_by: A }}}}  # PIA409 at A\n")
    check(f"answers: {{c_masking: {{answer: verified, {whole}}}}}  # PIA409 at verified\n")
    check("answers: {c_masking: {answer: verified, evidence: [e]}}  # PIA409 at verified\n")
    (told,) = args("answers: {c_masking: {answer: verified, evidence: [e]}}\n")
    assert (told["missing"], told["same"]) == ("verified_by, verified_on, method", "")
    assert told["missing@ja"] == "確認した人(`verified_by`)、確認した日(`verified_on`)、確認の方法(`method`)"


def test_evidence() -> None:
    """Listed and not there; not listed; lapsed."""
    check("""
answers:
  c_level: {answer: counts, evidence: [missing/a.md]}  # PIA410 at missing/a.md
  c_masking: {answer: implemented, evidence: [there.md, missing/b.md]}  # PIA410 at missing/b.md
  c_logging: {answer: implemented, owner: x}  # PIA411 at implemented
  c_coarse: {answer: implemented, evidence: [e], evidence_until: 2027-03-31}  # PIA424 at 2027-03-31
""")
    check("answers: {c_masking: implemented}  # PIA411 at implemented\n")
    check("answers: {c_masking: {answer: implemented, evidence: [e], evidence_until: 2027-04-01}}\n")
    check("answers: {c_masking: absent, c_logging: {answer: planned, owner: x, due: 2027-05-01}}\n")


def test_planned() -> None:
    """By somebody, by a day."""
    check("""
answers:
  c_masking: planned  # PIA412 at planned
  c_logging: {answer: planned, due: 2027-05-01}  # PIA412 at planned
""")
    assert args("answers: {c_masking: planned}\n") == [{"question": "c_masking", "missing": "@planned_owner_due"}]


# ----------------------------------------------------------------------------------------- inventory and references


def test_unknown_terms() -> None:
    """Each list, in its place."""
    check("""
service:
  benefits: [{for: 子, what: 安全, group: kids}, {for: 子, what: 安全, group: everyone}]  # PIA415 at kids
team: [{role: writer, constituency: lawyer}]  # PIA415 at writer; PIA415 at lawyer
actors: [{id: a, name: x, kind: company, regime: gdpr}]  # PIA415 at company; PIA415 at gdpr
data:
  - id: d
    name: x
    categories: [location, place]  # PIA415 at place
    groups: [child]  # PIA415 at child
    captures: [camera]  # PIA415 at camera
    identifiers: [face]  # PIA415 at face
groups_excluded: [{group: elders, why: 来ない, agreed_by: y}]  # PIA415 at elders
provision: [{item: x, nature: free, consequence: death}]  # PIA415 at free; PIA415 at death
consultations: [{id: c, who: x, constituency: neighbours}]  # PIA415 at neighbours
answers:
  c_level: {answer: counts, withheld: {reason: shame, approved_by: x}}  # PIA415 at shame
""")
    assert args("data: [{id: d, name: x, categories: [locaton]}]\n") == [
        {
            "term": "locaton",
            "list": "@terms_categories",
            "known": "",
            "meant": "location",
        },
    ]


def test_unknown_references() -> None:
    """Wherever a basis stands."""
    check("""
actors: [{id: a, name: x, kind: city_organ, refs: [appi-62]}]  # PIA416 at appi-62
data:
  - id: d
    name: x
    lifecycle:
      collect: {basis: [appi-61, appi-1]}  # PIA416 at appi-1]
      share: {basis: [appi-2]}  # PIA416 at appi-2
flows: [{from: b, to: c, items: [d], basis: [appi-3]}]  # PIA416 at appi-3
linkage: [{other: x, key: y, basis: [appi-4]}]  # PIA416 at appi-4
provision: [{item: x, nature: voluntary, consequence: nothing, basis: [appi-5]}]  # PIA416 at appi-5
""")
    assert args("linkage: [{other: x, key: y, basis: [appi-16]}]\n") == [{"reference": "appi-16", "meant": "appi-61"}]


def test_flows() -> None:
    """Data that is not in the inventory; ends that are nearly actors. Others stand for themselves."""
    text = """
actors: [{id: operator, name: x, kind: business}, {id: city, name: y, kind: city_organ}]
flows:
  - {from: resident, to: operater, items: [trips, tripps]}  # PIA417 at operater; PIA417 at tripps
  - {from: ctiy, to: police, items: []}  # PIA417 at ctiy
"""
    check(text)
    assert [(one.args["meant"], one.level) for one in found_in(Example("assessment", text))] == [
        ("operator", "warning"), ("trips", "error"), ("city", "warning"),
    ]  # fmt: skip
    check("flows: [{from: operater, to: x}]\n")


def test_required_banks() -> None:
    """Only while certain; told of the banks that were not chosen."""
    drone = "data: [{id: v, name: x, categories: [video], captures: [drone]}]\n"
    check(f"{drone}banks: {{core: '1.0'}}  # PIA419 at {{core\n")
    check("data: [{id: v, name: x, captures: [form]}]\ndata_complete: no\n")
    check(f'{drone}banks: {{core: "1.0", mobility: "1.0"}}  # PIA429 at "1.0"}}\n')
    needed = {"bank": "mobility", "version": "1.0", "certain": "@bank_needed", "unknown": ""}
    assert args(f"{drone}banks: {{core: '1.0'}}\n") == [needed]
    unsure = found_in(
        Example("assessment", "data: [{id: v, name: x, captures: [form]}]\ndata_complete: no\n"), "approval"
    )
    assert [one.args["unknown"] for one in unsure if one.code == "PIA419"] == ["captures"]


def test_groups_taken_out() -> None:
    """Named elsewhere, not agreed, or held by what is captured."""
    check("""
service: {benefits: [{for: 子, what: 安全, group: children}]}
groups_excluded: [{group: children, why: 来ない, agreed_by: y}]  # PIA420 at children
""")
    check("""
data: [{id: d, name: x, groups: [children], captures: [fixed_camera]}]
groups_excluded:
  - {group: children, why: 不在}  # PIA420 at children; PIA421 at children
  - {group: bystanders, why: 不在, agreed_by: y}  # PIA421 at bystanders
""")
    check(
        "groups_excluded: [{group: bystanders, why: 不在, agreed_by: y}, {group: children, why: 不在, agreed_by: y}]\n"
    )
    check("""
provision:
  - {item: 子どもの写真, nature: voluntary, consequence: other_way}
  - {item: 住所, nature: voluntary, consequence: other_way}
groups_excluded:
  - {group: children, why: 不在, agreed_by: y}  # PIA420 at children
  - {group: bystanders, why: 不在, agreed_by: y}
""")
    text = (
        "data: [{id: d, name: x, groups: [children]}]\ngroups_excluded: [{group: children, why: 不在, agreed_by: y}]\n"
    )
    assert args(text) == [{"group": "children", "line": "1"}]


def test_organs() -> None:
    """Those that the city names; none is named here."""
    check("organ: mayer  # PIA422 at mayer\n")
    check("organ: board_of_education\n")
    check(BARE, without="organ")


# ----------------------------------------------------------------------------------------- overrides, banks, stages

OVERRIDE = "because: 人出, by: y, post: z, on: 2027-03-01"
BELOW = OVERRIDE.replace(", ", "\n    ")


def test_overrides() -> None:
    """Of what is not there; lapsed; standing. The fixed assessment's level is low."""
    check(f"""
overrides:
  c_leek: {{level: high, computed: low, {OVERRIDE}}}  # PIA423 at c_leek
  c_leak:  # PIA428 at c_leak
    level: highest  # PIA423 at highest
    computed: lowest  # PIA423 at lowest
    {BELOW}
""")
    check(f"overrides: {{c_leak: {{level: high, computed: low, {OVERRIDE}}}}}\n")
    check(f"overrides: {{c_leak: {{level: highest, computed: low, {OVERRIDE}}}}}  # PIA423 at highest\n")
    check(f"overrides: {{c_leak: {{level: high, computed: none, {OVERRIDE}}}}}  # PIA428 at c_leak\n")
    assert args(f"overrides: {{c_leak: {{level: high, computed: medium, {OVERRIDE}}}}}\n") == [
        {"risk": "c_leak", "computed": "medium", "now": "low"},
    ]


@pytest.mark.parametrize(("stage", "level"), [("draft", "note"), ("comment", "note"), ("approval", "error")])
def test_draft_banks(stage: Stage, level: str) -> None:
    """A note while preparing, an error from approval on."""
    text = 'banks: {core: "1.0", mobility: "1.0"}\n'
    assert [(one.code, one.column, one.level) for one in found_in(Example("assessment", text), stage)] == [
        ("PIA429", 32, level),
    ]


def test_required_questions() -> None:
    """From review on; at the answer, or at all answers where there is none."""
    check("answers: {c_personal: , c_level: counts}\n", stage="draft")
    check("answers: {c_personal: , c_level: counts}  # PIA426 at c_personal\n", stage="review")
    unknown = "{answer: unknown, asking: x, by_when: 2027-05-01}"
    check(f"answers: {{c_personal: {unknown}}}  # PIA426 at unknown\n", stage="comment")
    check("answers: {c_level: counts}  # PIA426 at answers\n", without="c_personal c_reason", stage="review")
    check("answers: {c_personal: {answer: yes, by: vendor}}  # PIA425 at yes; PIA426 at yes\n", stage="review")


def test_declining() -> None:
    """From review on: what follows must be said, and a punishment needs a statute or an ordinance."""
    told = "alternative: 窓口, notice: 用紙"
    punished = f"provision: [{{item: x, {told}, nature: required_by_law, consequence: fine"
    check(f"{punished}}}]\n", stage="draft")
    check(f"{punished}}}]  # PIA555 at fine\n", stage="review")
    check(f"{punished}, basis: [camera-guide]}}]  # PIA555 at fine\n", stage="review")
    check(f"{punished}, basis: [camera-guide, bicycle-ordinance]}}]\n", stage="review")
    check("data: [{id: d, name: x}]  # PIA555 at data; PIA556 at d, name\n", without="provision", stage="review")
    check("data: []\n", without="provision", stage="review")
    check("data: [{id: d, name: x}]\n", without="provision", stage="draft")


def test_red_lines() -> None:
    """From approval on; crossed, or not known; at the answer that says so."""
    check("answers: {c_uses: [map, advertising]}\n", stage="comment")
    check("answers: {c_uses: [map, advertising]}  # PIA501 at [map\n", stage="approval")
    check("answers: {c_uses: {answer: unknown, asking: x, by_when: 2027-05-01}}  # PIA501 at unknown\n", stage="launch")
    check("answers: {c_level: counts}  # PIA501 at answers\n", without="c_uses", stage="approval")
    assert args("answers: {c_uses: [advertising]}\n", "approval") == [
        {"red_line": "c_no_advertising", "state": "@red_line_crossed"},
    ]


def test_withheld() -> None:
    """From review on with a reason of the vocabulary and another's approval; its date is told from the first day."""
    check("answers: {c_level: {answer: counts, withheld: {reason: security}}}\n", stage="draft")
    check("answers: {c_level: {answer: counts, withheld: {reason: security}}}  # PIA602 at {reason\n", stage="review")
    named = "{role: author, name: 佐藤 明}, {role: reviewer, name: 伊藤 文}"
    said = f"team: [{named}, {{role: independent, withheld: {{reason: shame, approved_by: x}}}}]"
    check(f"{said}  # PIA602 at shame\n", stage="review")
    check("""
team:
  - {role: author, name: 佐藤 明}
  - {role: reviewer, name: 伊藤 文, withheld: {reason: security}}  # PIA602 at {reason
answers:
  c_level: {answer: counts, withheld: {reason: security, approved_by: 佐藤明}}  # PIA602 at 佐藤明
  c_people: {answer: 5, by: x, withheld: {reason: security, approved_by: X}}  # PIA602 at X
  c_since: {answer: 2027-04-01, withheld: {reason: security, approved_by: 鈴木 恵, until: 2027-04-01}}
  c_uses: {answer: [map], withheld: {reason: security, approved_by: 鈴木 恵, until: 2027-03-31}}  # PIA603 at 2027-03-31
""", stage="review")  # fmt: skip
