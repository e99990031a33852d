"""What holds of every rule. That a test raises each, and that its words fit what it gives, tests/raised.py looks at."""

import re
from pathlib import Path

import pytest

from tests.golden import ROOT
from tests.lint.pages import pages
from tests.raised import PRINTED, wrong
from tsukuba_pia.cli import main
from tsukuba_pia.files import Changed, Locked, SaveFailed
from tsukuba_pia.lint.engine import FAMILIES, codes, rule_of, rules_of
from tsukuba_pia.lint.pages import page_of, title_of
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.lint.silencing import GATES, silences
from tsukuba_pia.yaml_source import parse

SOURCE = ROOT / "src" / "tsukuba_pia"
RULES = SOURCE / "lint" / "rules"
CODES = codes()
CODE = re.compile(r"\bPIA[0-9]{3}\b")
INSTEAD = {"en": "Use instead:", "ja": "代わりに:"}
FIXED = {"en": "`pia check --fix`", "ja": "`pia check --fix`"}


def code_in(file: Path) -> str:
    """A module's text without its docstring and comments, where codes are only spoken of."""
    text = re.sub(r'"""(?:.|\n)*?"""', "", file.read_text(encoding="utf-8"))
    return re.sub(r"(?m)#(?! noqa).*$", "", text)


def said_outside() -> dict[str, set[str]]:
    """The codes that the code beside the rules names, with the modules that do."""
    found: dict[str, set[str]] = {}
    for file in SOURCE.rglob("*.py"):
        if file.parent != RULES:
            for code in CODE.findall(code_in(file)):
                found.setdefault(code, set()).add(str(file.relative_to(SOURCE)))
    return found


def test_every_code_is_used() -> None:
    """A rule with a check is asked by the engine; one without is raised where something is read or done."""
    asked = {rule.code for about in FAMILIES for rule in rules_of(about)}
    outside = said_outside()
    assert [code for code in CODES if code not in asked and code not in outside] == []
    assert [code for code in CODES if (rule_of(code).check is not None) != (code in asked)] == []


def test_every_code_that_is_raised_has_a_rule() -> None:
    """Else it would be told without words."""
    assert {code: files for code, files in said_outside().items() if code not in CODES} == {}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("code", CODES)
def test_page_says_all_that_it_has_to(code: str, language: str) -> None:
    """What is found, why that is bad, what to do instead, what it binds, how it is silenced; in each language."""
    rule, page = rule_of(code), page_of(code, language)
    what, why, *_ = parts = page.split("\n\n")
    assert what == title_of(code, language)
    assert "\n" not in what
    assert not why.startswith(("```", INSTEAD[language]))
    assert any(part.startswith(INSTEAD[language]) for part in parts)
    assert (FIXED[language] in page) >= (rule.fix is not None)
    assert_reach(rule, parts[-1])


def assert_reach(rule: Rule, told: str) -> None:
    """Its stages and outcomes, and whether it can be silenced, as the rule has them."""
    stages = [stage for stage in STAGES if f"`{stage}`" in told]
    assert stages == ([rule.since] if rule.since != "draft" else [])
    assert ("pia: ignore" in told or "`ignore`" in told) == (not rule.code.startswith((*GATES, "PIA9")))
    if rule.about != "assessment":
        assert rule.since == "draft"
        assert rule.telling


@pytest.mark.parametrize("language", ["ja", "en"])
def test_pages_tell_apart_what_rules_bind(language: str) -> None:
    """Rules that bind otherwise say otherwise."""
    told: dict[tuple[object, ...], set[str]] = {}
    for code in CODES:
        rule = rule_of(code)
        staged = (rule.since, rule.telling) if rule.about == "assessment" else ()
        told.setdefault((rule.level, staged), set()).add(page_of(code, language).split("\n\n")[-1].partition("\n")[0])
    assert all(len(lines) == 1 for lines in told.values()), told
    assert len({line for lines in told.values() for line in lines}) == len(told)


def test_what_a_page_says_about_silencing_is_so() -> None:
    """The comment that it shows silences, and where it shows none, none would."""
    for code in CODES:
        shown = re.search(r"`(# pia: ignore[^`]*)`", page_of(code, "en").split("\n\n")[-1])
        (one,) = silences(
            parse(f"title: x  {shown[1] if shown else f'# pia: ignore[{code}] reason'}\n".encode(), "x.yaml")
        )
        if shown:
            assert one.wrong is None
            assert one.codes == (code,)
        elif not code.startswith("PIA0"):
            assert one.wrong == ("@silence_gate", code)


def test_every_rule_has_one_page() -> None:
    """One file, one code, one page."""
    assert [page.rule.code for page in pages()] == list(CODES)


def test_a_code_that_no_test_raises_is_told() -> None:
    """The look at the whole suite can fail in each of its ways."""
    fine = {"id", "first", "bank"}
    told = list(wrong({"PIA201": fine}))
    assert "no test raises PIA202: write one, or remove the rule" in told
    assert not any("PIA201" in line for line in told)
    assert "the words of PIA201 speak of bank, which nothing gives" in wrong({"PIA201": {"id", "first"}})
    assert "PIA201 gives more, of which its words do not speak" in wrong({"PIA201": {*fine, "more"}})


@pytest.mark.parametrize("code", PRINTED)
def test_what_is_no_finding_is_printed_with_its_code(
    code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bug, and what could not be saved, lead to their pages too."""
    errors = (KeyError("x"), SaveFailed(Path("a.yaml"), "disk full"), Changed(Path("a.yaml")), Locked(Path("a.yaml")))

    def fails(_: object) -> None:
        raise errors[PRINTED.index(code)]

    monkeypatch.setattr(main, "quick", fails)
    assert main.run(["check", "--lang", "en"]) == (main.BUG if code == "PIA901" else main.USAGE)
    assert CODE.findall(capsys.readouterr().err) == [code]
