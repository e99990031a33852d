"""Every way to show findings: what it promises its reader, and that nothing in a file becomes more than text."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tsukuba_pia.cli.checking import formats, reporter_of
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.reporters.reporter import MOST, Findings, InFile, Shown, by_file, cut, fingerprints
from tsukuba_pia.yaml_source import parse

SARIF = Path(__file__).parents[3] / "shared/data/schemas/sarif-schema-2.1.0.json"
TEXT = "answers:\n  c_a: 'いいえ' # 決めた\n  c_b: maybe\n"
ERROR = Diagnostic(
    "a/b c.yaml", 3, 8, "PIA402", {"option": "maybe", "question": "c_b", "known": "yes, no", "meant": ""}, "error"
)
NOTE = Diagnostic("a/b c.yaml", 2, 9, "PIA410", {"evidence": "x"}, "note")
HOSTILE = "x\n::error::hacked\x1b[31m|<b>%0A,]]>&\"'`[l](http://e)\u202e@all\ufffe"


def source() -> dict[str, Any]:
    """The file of the findings above."""
    return {"a/b c.yaml": parse(TEXT.encode(), "a/b c.yaml")}


def told(form: str, files: Iterable[InFile] | None = None, language: str = "en") -> str:
    """What a format makes of the findings."""
    files = by_file((NOTE, ERROR), source()) if files is None else files
    return "".join(reporter_of(form).report(Findings(files, language)))


def parsed(document: str) -> ET.Element:
    """A document of our own making."""
    return ET.fromstring(document)  # noqa: S314 - ours


def hostile() -> list[InFile]:
    """A file whose name, line and arguments want to be more than text."""
    one = Diagnostic(HOSTILE, 1, 1, "PIA402", dict.fromkeys(("option", "question", "known"), HOSTILE))
    return [InFile(HOSTILE, [Shown(one, HOSTILE)])]


def test_there_are_the_formats_that_ci_speaks() -> None:
    """One file each."""
    assert set(formats()) == {
        "text", "concise", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson", "markdown",
    }  # fmt: skip


@pytest.mark.parametrize("form", formats())
@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_tells_code_place_and_the_reader_s_words(form: str, language: str) -> None:
    """Whichever the format."""
    whole = told(form, language=language)
    assert whole.endswith("\n")
    assert "PIA402" in whole
    assert re.search(r"\b3\b", whole)
    assert message_of(ERROR, language).replace("“", "") in whole.replace("“", "").replace("\\", "")


@pytest.mark.parametrize("form", formats())
def test_nothing_found_is_a_sound_document(form: str) -> None:
    """And says so, where a person reads it."""
    whole = told(form, [InFile("a.yaml", ()), InFile("b.yaml", ())])
    if form in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(whole)
    elif form == "junit":
        assert len(list(parsed(whole).iter("testcase"))) == 2
    elif form == "json-lines":
        assert not whole
    else:
        assert "2 files" in whole


@pytest.mark.parametrize("form", formats())
def test_hostile_text_stays_text(form: str) -> None:
    """No escape, no new line that a program obeys, no mark-up."""
    whole = told(form, hostile())
    assert "\x1b" not in whole
    assert "\u202e" not in whole
    assert not re.search("^::error::", whole, re.MULTILINE)
    if form == "junit":
        found = parsed(whole)
        assert [one.tag for one in found.iter()] == ["testsuites", "testsuite", "testcase", "failure"]
    if form == "markdown":
        bare = re.sub(r"\\.", "", whole.replace("<br>", ""))
        assert not set(bare) & set("<[@`*&")
        assert all(row.count("|") == 5 for row in bare.splitlines() if row.startswith("|"))
    if form in ("json", "sarif", "gitlab", "rdjson"):
        assert "::error::hacked" in json.dumps(json.loads(whole))


def test_json_lines_are_the_findings_of_json() -> None:
    """The same fields."""
    lines = [json.loads(line) for line in told("json-lines").splitlines()]
    whole = json.loads(told("json"))
    assert whole["findings"] == lines
    assert whole["summary"] == {"error": 1, "warning": 0, "note": 1, "silenced": 0}
    assert whole["files"] == ["a/b c.yaml"]


def test_sarif_is_valid() -> None:
    """By OASIS's own schema, with a rule and its page for each result."""
    if not SARIF.exists():
        pytest.skip("the schema is not here")
    import jsonschema  # noqa: PLC0415 - only here

    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    for language in ("ja", "en"):
        for files in (None, hostile(), []):
            whole = json.loads(told("sarif", files, language))
            jsonschema.validate(whole, schema)
    run = json.loads(told("sarif"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == ["PIA410", "PIA402"]
    assert all(rule["help"]["text"].startswith(rule["shortDescription"]["text"]) for rule in rules)
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a/b%20c.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 8, "snippet": {"text": "  c_b: maybe"}}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_wrong_and_what_to_do_stand_apart(language: str) -> None:
    """A merge request shows the first paragraph; nothing of a file becomes a third one, or mark-up."""
    both = [message_of(ERROR, language), hint_of(ERROR, language)]
    result = json.loads(told("sarif", language=language))["runs"][0]["results"][1]
    assert result["message"]["text"].split("\n\n") == both
    assert [re.sub(r"\\(.)", r"\1", one) for one in result["message"]["markdown"].split("\n\n")] == both
    assert json.loads(told("gitlab", language=language))[1]["description"].split("\n\n") == both
    assert json.loads(told("rdjson", language=language))["diagnostics"][1]["message"].split("\n\n") == both
    message = json.loads(told("sarif", hostile(), language))["runs"][0]["results"][0]["message"]
    assert message["text"].count("\n") == message["markdown"].count("\n") == 2
    assert not set(re.sub(r"\\.", "", message["markdown"])) & set("<[@`*&")


def test_rdjson_counts_bytes() -> None:
    """Reviewdog's columns are bytes of UTF-8, ours are code points."""
    one = Diagnostic("a/b c.yaml", 2, 14, "PIA402", {"option": "x"})
    found = json.loads(told("rdjson", by_file((one,), source())))["diagnostics"][0]
    assert found["location"]["range"]["start"] == {"line": 2, "column": 2 + 5 + 1 + 9 + 1 + 1 + 1}
    assert found["severity"] == "ERROR"


def test_fingerprints_stay_when_lines_move() -> None:
    """They change with file, code or what the line says; several alike are told apart."""
    moved = Diagnostic(ERROR.file, 30, 8, "PIA402", ERROR.args)
    other = Diagnostic("else.yaml", 3, 8, "PIA402", ERROR.args)
    names = [
        next(fingerprints(InFile("f", [one])))
        for one in (
            Shown(ERROR, "  c_b: maybe"), Shown(moved, "c_b:  maybe"), Shown(other, "  c_b: maybe"),
            Shown(ERROR, "  c_b: perhaps"),
        )
    ]  # fmt: skip
    assert names[0] == names[1]
    assert len(set(names)) == 3
    twice = list(fingerprints(InFile("f", [Shown(ERROR, "x"), Shown(ERROR, "x")])))
    assert len(set(twice)) == 2


def test_a_flood_is_cut_for_people_and_whole_for_programs() -> None:
    """The worst are kept, in their order; the rest is counted."""
    flood = [Diagnostic("f.yaml", line, 1, "PIA410", {"evidence": "x"}, "note") for line in range(1, 5000)]
    worst = Diagnostic("f.yaml", 5000, 1, "PIA402", ERROR.args)
    file = InFile("f.yaml", [Shown(one) for one in (*flood, worst)])
    kept, left = cut(file.findings)
    assert (len(kept), left, kept[-1].diagnostic) == (MOST, 5000 - MOST, worst)
    assert [one.diagnostic.line for one in kept] == sorted(one.diagnostic.line for one in kept)
    for form in formats():
        whole = told(form, [file])
        machine = form in ("json", "json-lines", "sarif", "gitlab", "junit", "rdjson")
        assert whole.count("PIA410") >= len(flood) if machine else whole.count("PIA410") < 3 * MOST, form
        assert machine or "4,900" in whole or "4900" in whole


def test_junit_fails_only_by_errors() -> None:
    """A note is a passed case that says something."""
    suite = parsed(told("junit")).find("testsuite")
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [one.tag for case in suite for one in case] == ["system-out", "failure"]


def test_gitlab_names_a_finding() -> None:
    """With what its merge request view needs."""
    found = json.loads(told("gitlab"))
    assert [one["severity"] for one in found] == ["info", "major"]
    assert found[1]["location"] == {"path": "a/b c.yaml", "lines": {"begin": 3}}
    assert len({one["fingerprint"] for one in found}) == 2


def test_github_is_told_what_weighs_most_first() -> None:
    """It shows ten of a kind: across files, gates before other errors, then warnings and notes."""
    gate = Diagnostic("z.yaml", 9, 1, "PIA510", {"nobody": "@role_author"})
    warning = Diagnostic("a.yaml", 1, 1, "PIA402", level="warning")
    lines = told(
        "github", [InFile("a.yaml", [Shown(warning), Shown(NOTE), Shown(ERROR)]), InFile("z.yaml", [Shown(gate)])]
    )
    assert re.findall("::(\\w+) .*title=(\\w+)", lines) == [
        ("error", "PIA510"), ("error", "PIA402"), ("warning", "PIA402"), ("notice", "PIA410"),
    ]  # fmt: skip


def test_markdown_begins_with_their_number() -> None:
    """Then the table, errors first."""
    whole = told("markdown")
    assert whole.startswith("1 error, 1 note in 1 file\n")
    assert whole.index("PIA402") < whole.index("PIA410")


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("ja", 1, "1件のファイルは、示した誤りを直すまで、ほかの点検ができません。"),
        ("ja", 2, "2件のファイルは、示した誤りを直すまで、ほかの点検ができません。"),
        ("en", 1, "1 file cannot be checked further before these errors are mended."),
        ("en", 2, "2 files cannot be checked further before these errors are mended."),
    ],
)
@pytest.mark.parametrize("form", ["text", "concise", "github", "markdown"])
def test_files_that_were_not_held_to_all_rules_are_counted(form: str, language: str, number: int, said: str) -> None:
    """At the end; nobody takes the few errors of their shape for all that there is."""
    stopped = [InFile(f"{place}.yaml", [Shown(ERROR)], stopped=True) for place in range(number)]
    whole = told(form, [*stopped, InFile("fine.yaml", ())], language)
    assert said in whole
    if form != "markdown":
        assert said in whole.splitlines()[-1]
    assert "not_held" not in json.loads(told("json"))
    assert json.loads(told("json", stopped))["not_held"] == [one.file for one in stopped]
