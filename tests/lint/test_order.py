"""The order of an assessment's keys and answers (PIA035): what is told, and how it is mended."""

from dataclasses import fields
from pathlib import Path

import pytest

from tests.lint.frame import found_in
from tests.lint.pages import Example
from tests.work.desk import ASSESSMENT, workspace
from tests.work.signed import TEXT, room, signed
from tests.work.test_mending import check_of, mend
from tsukuba_pia.lint.words import message_of
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.places import PLACES
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.renewing import renew
from tsukuba_pia.yaml_edit import append_item, set_value
from tsukuba_pia.yaml_source import parse

CODE = "PIA035"


def told(text: str) -> list[tuple[int, str]]:
    """Line and words of what is found of the order."""
    found = found_in(Example("assessment", text))
    return [(one.line, message_of(one, "en").partition(":")[0]) for one in found if one.code == CODE]


def test_every_part_has_a_place() -> None:
    """All but the answers, which `pia new` writes last and the format tells in the middle."""
    assert set(PLACES) == {one.name.rstrip("_") for one in fields(Assessment)} - {"answers"}


def test_the_first_of_the_keys_and_the_first_of_the_answers() -> None:
    """Once each, however many are out of place; in brackets too."""
    text = "answers: {c_people: 5, c_level: counts, c_personal: no}\nreview: {}\ndata: []\nteam: []\n"
    assert told(text) == [
        (1, "“c_level” belongs above “c_people”"),
        (3, "“data” belongs above “review”"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "choices: []\nprovision: []\n",
        'banks: {core: "1.0"}\norgan: mayor\nrelated: []\ndates: {}\n',
        "answers: {c_level: counts}\ntitle: 案内\n",
        "title: 案内\nanswers: {c_level: counts}\nservice: {}\n",
        "answers: {c_level: counts, own: 1, c_people: 5}\n",
        "answers: {own: 1, c_level: counts, c_people: 5, other: 2}\n",
        "answers:\n",
        "answers: {}\n",
    ],
)
def test_what_may_change_places(text: str) -> None:
    """Parts that the format, `pia new` and people tell in several orders; answers to questions that nobody asks."""
    assert told(text) == []


def test_what_was_signed_and_is_over_may_stay(tmp_path: Path) -> None:
    """A refused one is told as it was."""
    file = room(tmp_path, TEXT.replace("language: ja\n", "") + "language: ja\n")
    assert CODE in [one.code for one in check_of(file)(file.read_bytes())]
    signed(file, "refused")
    assert CODE not in [one.code for one in check_of(file)(file.read_bytes())]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_whole_entries_move_with_their_comments(tmp_path: Path, newline: str) -> None:
    """Nothing else does, what the file says is the same, and a second run does nothing."""
    file = workspace(tmp_path)
    right = ASSESSMENT.replace("language: ja\n", "# of the city\nlanguage: ja  # Japanese\n") + "  k_level: counts\n"
    wrong = right.replace("# of the city\nlanguage: ja  # Japanese\n", "").replace("  k_level: counts\n", "")
    wrong = wrong.replace("answers:\n", "answers:\n  k_level: counts\n") + "# of the city\nlanguage: ja  # Japanese\n"
    done = mend(file, wrong.replace("\n", newline))
    assert done.after.decode() == right.replace("\n", newline)
    assert [one.code for one in done.done] == [CODE, CODE]
    assert mend(file, done.after).done == ()


def test_answers_that_nobody_asks_go_with_the_one_above(tmp_path: Path) -> None:
    """They stay where they are relative to it, at the top too."""
    file = workspace(tmp_path)
    top, end = ASSESSMENT.split("  #: == 最初に ==\n")
    answers = f"  x: 1\n  k_level: counts\n  #: of mine\n  y: 2\n  #: == 最初に ==\n{end}"
    done = mend(file, f"{top}{answers}")
    assert done.after.decode() == f"{top}  x: 1\n  #: == 最初に ==\n{end}  k_level: counts\n  #: of mine\n  y: 2\n"


def test_answers_in_brackets_are_left(tmp_path: Path) -> None:
    """It is told all the same."""
    file = workspace(tmp_path)
    text = ASSESSMENT.partition("answers:")[0] + "answers: {k_kinds: [face], k_personal: yes}\n"
    done = mend(file, text)
    assert done.after.decode() == text
    assert [one.code for one in check_of(file)(text.encode())].count(CODE) == 1


def test_what_the_tool_writes_has_its_place(tmp_path: Path) -> None:
    """A part that is added stands where `pia new` would write it, the next year's file as well."""
    file = room(tmp_path)
    source = parse(file.read_bytes(), "f")
    text = append_item(source, ("consultations",), {"id": "w1", "who": "市民"})
    text = set_value(parse(text.encode(), "f"), ("related",), ["t-0"])
    keys = [name for name in parse(text.encode(), "f").data if name in PLACES]
    assert keys == sorted(keys, key=PLACES.__getitem__)
    opened = open_assessment(file, "2027-01-15")
    later = renew(opened, tmp_path / "assessments" / "t-2", "t-2", "")
    assert CODE not in [one.code for one in check_of(file)(later.text.encode())]


def test_missing_languages_of_title_and_purpose_become_gaps(tmp_path: Path) -> None:
    """PIA489: marked, and then told as errors, so that nothing is published with them."""
    file = workspace(tmp_path)
    parts = "service:\n  purpose:\n    ja: 駅前で案内します。\n"
    parts += "publication: {languages: [ja, en], published_on: 2027-01-10}\n"
    text = ASSESSMENT.replace("# people", f"{parts}# people")
    codes = [one.code for one in check_of(file)(text.encode())]
    assert codes.count("PIA489") == 2
    done = mend(file, text)
    gaps = text.replace("title: 案内端末", "title: {ja: 案内端末, en: TODO}")
    gaps = gaps.replace("案内します。\n", "案内します。\n    en: TODO\n")
    assert done.after.decode() == gaps
    assert [one.code for one in done.done] == ["PIA489", "PIA489"]
    found = [(one.code, one.level) for one in check_of(file)(done.after) if one.code in ("PIA489", "PIA470")]
    assert found == [("PIA470", "error")] * 2
    assert mend(file, done.after).done == ()
