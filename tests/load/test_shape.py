"""The shape gate: every PIA1xx at its line and column, in assessments, banks and other files."""

from typing import Any

import pytest

from tests.lint.marked import check
from tsukuba_pia.load.advice import spelled_yes_no
from tsukuba_pia.load.shape import build, nearest, read_shape
from tsukuba_pia.model.assessment import Answer, Assessment
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.condition import Atom, Joined
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.text import LANGUAGES
from tsukuba_pia.yaml_source import parse

HEAD = "assessment: t\nformat: 1\nlanguage: ja\ntitle: t\nbanks: {}\n"


def told(text: str, kind: type = Assessment) -> list[tuple[str, int, int, dict[str, str]]]:
    """What the gate tells of a text."""
    source = parse(text.encode(), "x.yaml")
    assert source.diagnostics == []
    value: object = read_shape(kind, source)
    assert (value is None) == bool(source.diagnostics)
    return [(one.code, one.line, one.column, dict(one.args)) for one in source.diagnostics]


def assessment(text: str, without: str = "") -> None:
    """Check a fragment of an assessment against its marks."""
    check(text, without, kind="assessment")


# ------------------------------------------------------------------------------------------------------ each code


def test_unknown_keys() -> None:
    """At the key, on every level, with the nearest."""
    assessment("""
titel: x  # PIA101 at titel
service: {ownr: x}  # PIA101 at ownr
data:
  - {id: a, name: x, lifecycle: {collect: {whom: x}}}  # PIA101 at whom
answers:
  c_level: {answer: counts, evidnce: [x]}  # PIA101 at evidnce
<<: {a: 1}  # PIA101 at <<
""")
    assert told(HEAD + "titel: x\n")[0][3]["meant"] == "title"
    assert told(HEAD + "flows: [{from: a, to: b, form: c}]\n")[0][3]["meant"] == "from"
    assert told(HEAD + "answers: {q: {anser: yes}}\n")[0][3]["meant"] == "answer"
    assert told(HEAD + "zzzzz: x\n")[0][3]["meant"] == ""


def test_missing_keys() -> None:
    """At the mapping that lacks them; at the key where nothing stands behind it. Each is told."""
    assessment("""
team: [{name: x}]  # PIA102 at {name
flows:
  - from: a  # PIA102 at from
  - {from: , to: b}  # PIA102 at , to
data:
  - name: x  # PIA102 at name
""")
    assert [(code, args["missing"]) for code, _, _, args in told("format: 1\nbanks: {}\n")] == [
        ("PIA102", "assessment"), ("PIA102", "language"), ("PIA102", "title"),
    ]  # fmt: skip
    assert [args["missing"] for *_, args in told("city:\nformat: 1\n", Profile)] == ["city"]


KINDS: dict[str, tuple[str, str, str]] = {
    "list where a mapping belongs": ("service: [x]", "@mapping", "@list"),
    "mapping where a list belongs": ("team: {role: author}", "@list", "@mapping"),
    "text where a list belongs": ("related: a", "@list", "@text"),
    "text where a mapping belongs": ("dates: x", "@mapping", "@text"),
    "number where a text belongs": ("title: 2027", "@text_or_languages", "@integer"),
    "decimal where a word belongs": ("organ: 1.5", "@text", "@number"),
    "list where a text belongs": ("conclusion: [x]", "@text_or_languages", "@list"),
    "text where a number belongs": ("people_total: many", "@number", "@text"),
    "yes or no where a number belongs": ("people_total: true", "@number", "@true_false"),
    "list where a word of a choice belongs": ("data_complete: [yes]", "@text", "@list"),
    "mapping where a word of a choice belongs": ("data_complete: {a: b}", "@text", "@mapping"),
    "nothing in a list": ("related: [a, ]\nteam: [~]", "@mapping", "@empty"),
    "text where answers belong": ("answers: x", "@mapping", "@text"),
    "text where opinions' dissent is a switch": (
        "opinions: [{by: x, says: y, dissent: maybe}]",
        "@true_false",
        "@text",
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_wrong_kinds(name: str) -> None:
    """What belongs here, and what stands here."""
    line, expected, found = KINDS[name]
    text = HEAD.replace("title: t\n", "") + line + "\n" if line.startswith("title") else HEAD + line + "\n"
    [(code, _, column, args)] = told(text)
    assert (code, args) == ("PIA103", {"expected": expected, "found": found, "advice": args["advice"]})
    last = text.splitlines()[-1]
    assert column > last.index(":")


def test_wrong_kinds_in_their_places() -> None:
    """Deep in the file too; an alternative is told once."""
    assessment("""
data:
  - {id: a, name: x, people: few}  # PIA103 at few
  - {id: b, name: x, categories: location}  # PIA103 at location
  - {id: c, name: {ja: x, en: }}  # PIA103 at }}
answers:
  c_level: {answer: {a: b}}  # PIA103 at {a: b
  c_uses: [map, 5, [x]]  # PIA103 at 5; PIA103 at [x]
  c_masking: {answer: implemented, evidence: evidence/a.md}  # PIA103 at evidence/a.md
""")
    assert told("[1]\n") == [("PIA103", 1, 1, {"expected": "@mapping", "found": "@list", "advice": ""})]
    assert told("hello\n")[0][:3] == ("PIA103", 1, 1)


def test_none_of_the_words() -> None:
    """With what is possible, and the nearest."""
    assessment("""
format: 2  # PIA104 at 2
data_complete: perhaps  # PIA104 at perhaps
cooperation: [{request: x, to: y, state: opne}]  # PIA104 at opne
data: [{id: a, name: x, serious_incident_last_year: maybe}]  # PIA104 at maybe
""")
    [(*_, args)] = told(HEAD + "cooperation: [{request: x, to: y, state: opne}]\n")
    assert args == {"found": "opne", "known": "open, answered, late, refused", "meant": "open"}
    [(*_, args)] = told(HEAD + "data: [{id: a, name: x, serious_incident_last_year: maybe}]\n")
    assert args["known"] == "yes, no, unknown"


def test_wrong_forms() -> None:
    """Ids, names, dates, countries, languages, versions, what a bank extends."""
    assessment("""
assessment: Robot 1  # PIA105 at Robot
language: japanese  # PIA105 at japanese
banks: {core: "1"}  # PIA105 at "1"
dates:
  tender: 2027-4-1  # PIA105 at 2027-4-1
  contract: 2027-13-01  # PIA105 at 2027-13
  starts_on: 令和9年4月1日  # PIA105 at 令和
data:
  - {id: my-data, name: x, location: {country: jp}}  # PIA105 at my-data; PIA105 at jp
""")
    check("extends: core  # PIA105 at core\n")
    forms = {args["form"] for *_, args in told(HEAD + "organ: A\ndates: {tender: x}\ndata: [{id: A, name: x}]\n")}
    assert forms == {"@form_name", "@form_date", "@form_id"}


def test_malformed_conditions() -> None:
    """At the innermost place that is wrong; each is told."""
    check("""
required_when: {question: x_frame_asked, equals: yes}  # PIA106 at {question
sections:
  - id: x_a
    ask_when: {not: {question: x_frame_asked, is: yes}}  # PIA106 at {not
    questions:
      - {id: x_b, ask_when: {all: []}}  # PIA106 at []
      - {id: x_c, ask_when: {any: {question: x_frame_asked, is: yes}}}  # PIA106 at {question
      - {id: x_d, ask_when: {all: [{question: x_frame_asked, is: yes}, {data: x}, {}]}}  # PIA106 at {data; PIA106 at {}
      - {id: x_e, ask_when: {at_least: 2, of: [{question: x_frame_asked, is: yes}]}}  # PIA106 at 2
      - {id: x_f, ask_when: {at_least: 0, of: [{question: x_frame_asked, is: yes}]}}  # PIA106 at 0
      - {id: x_g, ask_when: {data: captures, is: drone}}  # PIA106 at {data
      - {id: x_h, ask_when: {question: x_frame_asked, is: yes, is_not: no}}  # PIA106 at {question
""")


def test_conditions_of_wrong_kinds() -> None:
    """A text, a question that is no word, a value that is none."""
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_b, ask_when: x_frame_asked is yes}  # PIA103 at x_frame
      - {id: x_c, ask_when: {question: [x_frame_asked], is: yes}}  # PIA103 at [x_frame
      - {id: x_d, ask_when: {question: x_frame_asked, is: }}  # PIA103 at }}
      - {id: x_e, ask_when: {question: x_frame_asked, is: [yes, {a: b}]}}  # PIA103 at [yes
      - {id: x_f, ask_when: {question: x_frame_asked, is: true}}  # PIA109 at true
      - {id: x_g, ask_when: {question: x_frame_asked, is: [yes, false]}}  # PIA109 at false
""")


def test_texts_that_grew_a_key() -> None:
    """Two small letters begin every language."""
    assessment("""
conclusion: {Benefit: it helps}  # PIA107 at Benefit
title: {ja: x, en: y, ja-x-easy: z, japanese: w}  # PIA107 at japanese
answers:
  c_reason: {answer: x, note: {See: rule 3}}  # PIA107 at See
""")


def test_versions_without_quotes() -> None:
    """Numbers and their like; nothing at all is another matter."""
    assessment("""
banks: {core: 1.0, mobility: 1, transport: }  # PIA108 at 1.0; PIA108 at 1,; PIA103 at }
""")
    assert told(HEAD.replace("{}", "{core: 1.10}"))[0][3] == {"found": "1.10"}
    for other, kind in (("[1.0]", "@list"), ("{a: 1}", "@mapping"), ("true", "@true_false")):
        [(code, *_, args)] = told(HEAD.replace("{}", f"{{core: {other}}}"))
        assert (code, args) == ("PIA103", {"expected": "@text", "found": kind, "advice": ""})


def test_other_spellings_of_yes_and_no() -> None:
    """In answers, in the inventory, in the switches of a bank."""
    assessment("""
data_complete: はい  # PIA109 at はい
linkage: [{other: x, key: y, platform: off}]  # PIA109 at off
data: [{id: a, name: x, serious_incident_last_year: false}]  # PIA109 at false
answers:
  c_personal: True  # PIA109 at True
  c_logging: {answer: false}  # PIA109 at false
""")
    check("""
sections:
  - id: x_a
    questions:
      - {id: x_b, required: yes}  # PIA109 at yes
      - {id: x_c, required: いいえ}  # PIA109 at いいえ
""")
    assert told(HEAD + "data_complete: TRUE\n")[0][3] == {"found": "true", "meant": "yes"}
    assert told(HEAD + "opinions: [{by: x, says: y, dissent: No}]\n")[0][3] == {"found": "No", "meant": "false"}


def test_long_texts_are_not_repeated() -> None:
    """The place says where they stand."""
    for line in ("organ: {}", "data_complete: {}", "{}: x"):
        [(*_, args)] = told(HEAD + line.format("A" * 900) + "\n")
        assert args["found"] == "A" * 80 + "…"


# ----------------------------------------------------------------------------------------------------- what passes


def read(text: str) -> Assessment:
    """An assessment that has the right shape."""
    source = parse((HEAD + text).encode(), "x.yaml")
    value = read_shape(Assessment, source)
    assert value is not None, source.diagnostics
    return value


def test_short_and_long_answers_mean_the_same() -> None:
    """Also of nothing, of lists and of numbers."""
    short = read("answers: {a: yes, b: [x, y], c: 5, d: 1.50, e: , f: []}\n")
    long = read(
        "answers: {a: {answer: yes}, b: {answer: [x, y]}, c: {answer: 5}, d: {answer: 1.50}, e: {}, f: {answer: []}}\n"
    )
    assert short == long
    assert short.answers["b"] == Answer(("x", "y"))
    assert short.answers["e"] == Answer(None)


def test_words_of_python_are_keys() -> None:
    """`for`, `from`, `in`."""
    value = read("flows: [{from: a, to: b}]\nservice: {scope: {in: x}, benefits: [{for: y, what: z}]}\n")
    assert value.flows is not None
    assert value.flows[0].from_ == "a"
    assert value.service is not None
    assert value.service.benefits[0].for_ == "y"


def test_nothing_behind_a_key_is_as_if_it_were_not_there() -> None:
    """Where the key need not be there."""
    assert read("data:\norgan:\nservice:\nanswers:\n") == read("")


def test_numbers_or_the_word() -> None:
    """People: a number, or unknown."""
    value = read(
        "data: [{id: a, name: x, people: unknown}, {id: b, name: x, people: 5}, {id: c, name: x, people: 1.5}]\n"
    )
    assert value.data is not None
    assert [str(item.people) for item in value.data] == ["unknown", "5", "1.5"]


def test_conditions() -> None:
    """Every shape there is."""
    plain: dict[str, Any] = {
        "bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": list(LANGUAGES), "title": "t",
    }  # fmt: skip
    inner = {"at_least": 1, "of": [{"data": "c", "includes": "d"}]}
    plain["required_when"] = {"any": [{"question": "a", "is": ["b", 1]}, inner]}
    assert build(Bank, plain).required_when == Joined(
        "any",
        1,
        (Atom("question", "a", "is", ("b", 1)), Joined("at_least", 1, (Atom("data", "c", "includes", ("d",)),))),
    )


def test_what_the_cache_holds_must_fit() -> None:
    """It was sound when it was stored: now it is not trusted."""
    with pytest.raises(ValueError, match="PIA103"):
        build(Assessment, [])


def test_a_file_that_could_not_be_read_has_no_shape() -> None:
    """Nothing is told twice."""
    source = parse(b"a: [\n", "x.yaml")
    assert read_shape(Assessment, source) is None
    assert [one.code for one in source.diagnostics] == ["PIA010"]


def test_duplicate_keys_keep_a_file_from_being_used() -> None:
    """They were told when it was read; the shape beside them is looked at too."""
    source = parse((HEAD + "organ: a\norgan: b\ntitel: x\n").encode(), "x.yaml")
    assert read_shape(Assessment, source) is None
    assert [one.code for one in source.diagnostics] == ["PIA015", "PIA101"]
    assert read_shape(Assessment, parse((HEAD + "organ: a\norgan: b\n").encode(), "x.yaml")) is None


def test_words_nearby() -> None:
    """Did you mean; and what a yes or no in another spelling means."""
    assert nearest("titel", ["title", "team"]) == "title"
    assert nearest("", ["title"]) == ""
    assert [spelled_yes_no(one) for one in ("YES", True, "はい", "off", "maybe", 1)] == [
        "yes",
        "yes",
        "yes",
        "no",
        "",
        "",
    ]
