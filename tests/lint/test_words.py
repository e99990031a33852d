"""Words of diagnostics: arguments, words among arguments, and clauses that drop out."""

import re
from collections.abc import Mapping

import pytest

from tests.lint.frame import found_in
from tests.lint.pages import Example
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.engine import codes, rule_of
from tsukuba_pia.lint.words import WORDS, fill, hint_of, message_of

CODE = re.compile("`[^`]*`")
# A straight quote in words is one that belongs to something typed, and stands as code; an apostrophe is none.
FOREIGN = {"ja": re.compile('[“”‘’"]'), "en": re.compile("[「」『』‘’\"]|(?<![a-z])'|'(?=[A-Z])")}


def test_clauses_drop_out_with_what_they_name() -> None:
    """A clause stands only where all that it names is there."""
    template = {"en": "No “{name}”[ (line {line})][, {a} and {b}]."}
    assert fill(template, {"name": "x", "line": "3", "a": "1", "b": "2"}, "en") == "No “x” (line 3), 1 and 2."
    assert fill(template, {"name": "x", "line": "", "a": "1"}, "en") == "No “x”."


def test_words_among_arguments_are_said_in_the_language() -> None:
    """An argument that begins with @ is looked up; what a person wrote is not."""
    template = {"ja": "{kind}", "en": "{kind}"}
    assert fill(template, {"kind": "@kind_date"}, "en") == "a date"
    assert fill(template, {"kind": "@kind_date"}, "ja") == "日付の質問"
    assert fill(template, {"kind": "@nobody"}, "en") == "@nobody"


def test_braces_and_brackets_of_a_file_stay_as_they_are() -> None:
    """What a file says is never taken for a template."""
    one = Diagnostic("x.yaml", 1, 1, "PIA203", {"question": "{meant} [a]", "meant": "[{question}]"})
    assert message_of(one, "en") == "This condition reads the question “{meant} [a]”, which does not exist."
    assert hint_of(one, "en") == "Did you mean “[{question}]”? Check the question's id."


@pytest.mark.parametrize("word", WORDS)
def test_every_word_has_both_languages(word: str) -> None:
    """And begins as words do."""
    assert word.startswith("@")
    assert set(WORDS[word]) == {"ja", "en"}
    assert all(WORDS[word].values())


def test_keys_are_named_for_what_they_are() -> None:
    """A Japanese sentence names a thing, and behind it the key that is typed."""
    part = Diagnostic("a", 1, 1, "PIA520", {"part": "@sign_off_because", "option": "--because"})
    assert message_of(part, "ja") == "決裁の記録に理由がありません。"
    assert hint_of(part, "ja") == "理由を `--because` で付けてください。"
    plan = Diagnostic("a", 1, 1, "PIA412", {"question": "q", "missing": "@planned_due"})
    assert message_of(plan, "ja") == "予定の対策「q」に期限(`due`)がないため、目標の評価に数えません。"
    text = (
        "data: [{id: d, name: x, lifecycle: {collect: {who: 市}, use: {who: 市}, share: {who: 市}, store: {who: 市}}}]"
    )
    (life,) = (one for one in found_in(Example("assessment", text), "review") if one.code == "PIA556")
    assert "取扱いのうち、保存期間(`retain`)、消去・廃棄(`delete`)が書かれていません" in message_of(life, "ja")
    assert message_of(life, "en").endswith(": retention (`retain`), deletion (`delete`).")


def test_brackets_without_an_argument_stay() -> None:
    """They are meant to be typed."""
    template = {"en": "Write `# pia: ignore[CODE] reason`[, not {other}]."}
    assert fill(template, {"other": ""}, "en") == "Write `# pia: ignore[CODE] reason`."


def said_by_rules(language: str) -> list[str]:
    """Messages, hints and words of rules."""
    told = [one[language] for code in codes() for one in (rule_of(code).message, rule_of(code).hint)]
    return [*told, *(one[language] for one in WORDS.values())]


def said_by_commands(value: object) -> list[str]:
    """The words of commands, but for lines to be copied into a terminal."""
    if isinstance(value, Mapping):
        return [text for one in value.values() for text in said_by_commands(one)]
    return [value] if isinstance(value, str) and "git config" not in value and "pip install" not in value else []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_one_kind_of_quotation_marks(language: str) -> None:
    """「 and 」 in Japanese, “ and ” in English, in pairs; straight ones belong to what is typed."""
    opens, closes = {"ja": ("「", "」"), "en": ("“", "”")}[language]
    told = [CODE.sub("", one) for one in (*said_by_rules(language), *said_by_commands(labels(language)))]
    assert [one for one in told if FOREIGN[language].search(one)] == []
    assert [one for one in told if one.count(opens) != one.count(closes)] == []
