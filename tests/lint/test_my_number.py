"""My Numbers: found by their check digit wherever they stand in a file, and never repeated."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lint.frame import found_in
from tests.lint.pages import Example
from tsukuba_pia.cli.checking import formats, reporter_of
from tsukuba_pia.diagnostics import Diagnostic, Position
from tsukuba_pia.lint.engine import check_file
from tsukuba_pia.lint.my_number import (
    _FORMS,
    _in_form,
    _in_other_groups,
    check_digit,
    forms_in,
    masked,
    may_be_list,
    may_be_time,
    my_numbers,
)
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.reporters.reporter import Findings, by_file
from tsukuba_pia.yaml_source import parse

SECONDS = 20.0  # on a machine that is busy; else one
VALID = "123456789018"
WIDE = VALID.translate({ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"})


def places(text: str) -> list[tuple[str, int, int]]:
    """What is found in a fragment of an assessment."""
    return [(one.code, one.line, one.column) for one in found_in(Example("assessment", text))]


@pytest.mark.parametrize(
    ("first", "digit"),
    [("12345678901", 8), ("00000000000", 0), ("00000000001", 9), ("00000000006", 0), ("99999999999", 6)],
)
def test_check_digit(first: str, digit: int) -> None:
    """Weights 2 to 7 from the right; a remainder of 0 or 1 gives 0."""
    assert check_digit([int(one) for one in first]) == digit


@pytest.mark.parametrize(
    "text",
    [
        VALID, WIDE, "1234 5678 9018", "1234-5678-9018", "1234－5678－9018", "1234　5678　9018", "1234 - 5678 - 9018",
        "１２３４ー５６７８ー９０１８", f"番号は{VALID}です", f"No.{VALID}", f"ID{VALID}.", f"{VALID} 2027-04-01",
        f"a/{VALID}.pdf", "1234/5678/9018", "1234.5678.9018", "1234_5678_9018", "1234、5678、9018", "1234\n5678\n9018",
        "x: 1234\n    5678\n    9018\ny", "1 2 3 4 5 6 7 8 9 0 1 8", "1|2|3|4|5|6|7|8|9|0|1|8",
        "１　２　３　４　５　６　７　８　９　０　１　８",
        "12\u200b34567\u200b89018", "1234\u20605678\ufeff9018", "一二三四五六七八九〇一八",
        "番号 一二三四五六七八九〇一八。",
        "１２３４／５６７８／９０１８",
        "1234:5678:9018", "1234：5678：9018", "1234~5678~9018", "1234,5678,9018", "1234(5678)9018", "1234（5678）9018",
        "1234|5678|9018", "| 1234 | 5678 | 9018 |", "1234=5678=9018", "12-34-56-78-90-18", "123-456-789-018",
        "①②③④⑤⑥⑦⑧⑨⓪①⑧", "❶❷❸❹❺❻❼❽❾⓿❶❽", f"①{VALID}", "１２３－４５６－７８９－０１８",
    ],
)  # fmt: skip
def test_found(text: str) -> None:
    """In one piece or in groups of four, half or full width, inside a sentence."""
    ((start, end),) = my_numbers(text)
    assert re.search("[0-9０-９〇一-九①-⑨⓪❶-❾⓿]", masked(text)[start:end]) is None
    assert (masked(text)[:start], masked(text)[end:]) == (text[:start], text[end:])
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "123456789012", "1234567890123", "01234567890185", "0.123456789018", "123456789018.5",
        "000000000000", "1234\n\n5678\n\n9018", f"{VALID}{VALID}",
        "1234/5678.9018", "1234、5678/9018", "2024、2025、2026", "1990\n2000\n2011", "1111、1234、5678、9018",
        "1234/5678/9018/1",
        "1234\n5678\n9018\n1111", "0 1 2 3 4 5 6 7 8 9 0 1 8", "1 2 3 4 5 6 7 8 9 0 1", "1 2 3 4 5 6 7 8 9 0 1 9",
        "一二三四五六七八九〇一八九", "一二三四五六七八九〇一九", "1234\u200b5678\u200b9019",
        "ab12" * 13 + "a" + VALID + "cdef" * 3,
        "029-883-1111", "2027-04-01T12:30:00",
        "1234:5678:9018:1111", "| 1 | 1234 | 5678 | 9018 |", "2024, 2025, 2026", "123,456,789,018",
        "1-12-34-56-78-90-18",
        "12-34-56-78-90-18-22", "12-34-56-78-90-19", "123-456-789-018-1", "①②③④⑤⑥⑦⑧⑨⓪①⑨", "①項 ②項", "1234(5678)9019",
    ],
)  # fmt: skip
def test_not_found(text: str) -> None:
    """Another check digit, longer numbers, decimals, other groups, digests, telephones and times."""
    assert list(my_numbers(text)) == []
    assert masked(text) == text


@given(st.text("0123456789", min_size=11, max_size=11), st.sampled_from(["", " ", "-", "　", "－"]))
def test_one_of_ten_digits_closes_a_number(first: str, gap: str) -> None:
    """Exactly one."""
    whole = [gap.join((f"{first}{digit}"[:4], f"{first}{digit}"[4:8], f"{first}{digit}"[8:])) for digit in range(10)]
    assert sum(bool(list(my_numbers(one))) for one in whole) == (0 if first == "0" * 11 else 1)


@given(st.text("0123456789０９〇一九①❶ -－　ー/、,|x", max_size=40), st.sampled_from(["\n  ", "\n\n\t ", "\r\n    "]))
def test_what_may_be_there_is_seen_however_it_is_folded(text: str, end: str) -> None:
    """A file in which no form is looked for holds none in its values either, which YAML folds to blanks."""
    assert len(forms_in(text)) <= len(forms_in(text.replace(" ", end)))
    assert forms_in(text) or not list(my_numbers(text))


@pytest.mark.parametrize("text", ["1234、5678、9018", "1234,5678,9018", "1234|5678|9018"])
def test_three_numbers_of_a_list(text: str) -> None:
    """They may be what they look like: told, and no gate."""
    assert may_be_list(text)
    assert [one.level for one in found_in(Example("assessment", f"conclusion: |\n  {text}\n"))] == ["warning"]


def test_at_its_place_in_the_file() -> None:
    """In texts, keys, numbers, comments; where escapes or the end of a line hide it, at the text."""
    assert places(f"conclusion: 番号 {VALID}\n") == [("PIA601", 1, 16)]
    assert places(f"# {VALID}\ntitle: x\n") == [("PIA601", 1, 3)]
    assert places(f"title: x  # {VALID}\n") == [("PIA601", 1, 13)]
    assert places(f"conclusion: |\n  あ\n  い {VALID}\n") == [("PIA601", 3, 5)]
    assert places(f"answers: {{c_people: {VALID}}}\n") == [("PIA404", 1, 21), ("PIA601", 1, 21)]
    assert places("conclusion: |\n  1234\n  5678\n  9018\n") == [("PIA601", 2, 3)]
    assert places("conclusion:\n  1234\n  5678\n  9018\n") == [("PIA601", 2, 3)]
    assert places('conclusion: "\\u0031234 5678 9018"\n') == [("PIA601", 1, 13)]
    assert places(f'conclusion: "{VALID} \\u0031"\n') == [("PIA601", 1, 14)]
    assert places(f"answers: {{c_reason: {VALID}x, c_levle: a {VALID}}}\n") == [
        ("PIA601", 1, 21), ("PIA401", 1, 36), ("PIA601", 1, 47),
    ]  # fmt: skip


def test_never_repeated() -> None:
    """Neither by its own rule nor by another that speaks of the same line."""
    text = f'answers: {{c_level: "{VALID}"}} #{VALID}\n'
    found = found_in(Example("assessment", text))
    assert {one.code for one in found} == {"PIA402", "PIA601"}
    for language in ("ja", "en"):
        said = [words(one, language) for one in found for words in (message_of, hint_of)]
        assert VALID not in "".join(said)
        source = parse(text.encode(), "x.yaml")
        files = list(by_file(found, {"x.yaml": source}))
        for name in formats():
            assert VALID not in "".join(reporter_of(name).report(Findings(files, language))), name


def test_masked_in_every_message() -> None:
    """What a diagnostic speaks of is a file's own text."""
    one = Diagnostic("x.yaml", *Position(1, 1), "PIA101", {"found": VALID, "meant": WIDE, "known": "1234 5678 9018"})
    assert message_of(one, "en") == "The key “************” is not known here."
    assert hint_of(one, "en") == "Did you mean “＊＊＊＊＊＊＊＊＊＊＊＊”? Known here: **** **** ****."


@given(
    st.text("0123456789０１２３４５６７８９〇一二九 -－　ーa./、|\u200b\n\t", max_size=40),
    st.text("ー１プ\u00a0−‐・z四", max_size=5),
)
def test_the_first_look_hides_nothing(text: str, more: str) -> None:
    """Twelve digits are found by their bytes wherever the pattern finds them."""
    whole = f"{more}{text}{more}{VALID}{more}"
    found = {span for form in _FORMS for span in _in_form(form, whole)}
    assert list(my_numbers(whole)) == sorted(found | set(_in_other_groups(whole, found)))


@pytest.mark.parametrize(
    ("digits", "time"),
    [
        ("202611281104", True), ("200002290000", True), ("209912312359", True), ("202702290000", False),
        ("202613010000", False), ("202600010000", False), ("202601012400", False), ("202601010060", False),
        ("199901010000", False), ("2026 1128 1104", False),
        ("2026_1128_1104", True), ("20261128-1104", True),
        ("20261128-2504", False), ("２０２６１１２８１１０４", False), (VALID, False),
    ],
)  # fmt: skip
def test_a_minute_of_this_century(digits: str, time: bool) -> None:
    """Written in one piece, as systems write it."""
    assert may_be_time(digits) is time


def test_a_time_is_a_warning() -> None:
    """Where it passes the check digit: it may be a number after all; in groups of four it is no time."""
    stamp = next(text for text in (f"2026112811{minute:02}" for minute in range(60)) if list(my_numbers(text)))
    (found,) = found_in(Example("assessment", f"conclusion: log-{stamp}.txt\n"))
    assert (found.code, found.level) == ("PIA601", "warning")
    assert stamp not in message_of(found, "en")
    assert message_of(found, "en").endswith("(perhaps a date and time).")
    spaced = f"{stamp[:4]} {stamp[4:8]} {stamp[8:]}"
    assert [one.level for one in found_in(Example("assessment", f"conclusion: {spaced}\n"))] == ["error"]
    escaped = f'conclusion: "\\u00{ord(stamp[0]):x}{stamp[1:]}"\n'
    assert [one.level for one in found_in(Example("assessment", escaped))] == ["warning"]


def test_three_numbers_of_a_sentence() -> None:
    """They are no more than a warning; in groups of four with another mark they are an error."""
    found = [found_in(Example("assessment", f"conclusion: 1234{mark}5678{mark}9018\n")) for mark in "、/"]
    assert [one.level for each in found for one in each] == ["warning", "error"]
    assert message_of(found[0][0], "ja").endswith("(いくつかの数かもしれません)。")


@pytest.mark.parametrize("kind", ["bank", "assessment", "file"])
def test_in_any_file(kind: str) -> None:
    """In banks, in files whose shape is broken, in a city's profile."""
    text = {"bank": f"title: {{ja: 番号 {VALID}, en: x}}\n", "file": f"city: {VALID} 市\n"}
    assert ("PIA601", "error") in [
        (one.code, one.level) for one in found_in(Example(kind, text.get(kind, f"# {VALID}\na: 1\n")))
    ]


@pytest.mark.parametrize("text", [f"# {VALID}\n" * 100_000 + "a: 1\n", "a: |\n" + f"  x {VALID}\n" * 5_000])
def test_full_of_them(text: str) -> None:
    """Each is found in a file that holds nothing else, and without waiting."""
    source = parse(text.encode(), "x.yaml")
    start = process_time()
    assert len(check_file(source)) == text.count(VALID)
    assert process_time() - start < SECONDS
