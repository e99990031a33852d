"""My Numbers: found by their check digit wherever they stand in a file, and never repeated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lint.frame import found_in
from tests.lint.pages import Example
from tsukuba_pia.cli.checking import formats, reporter_of
from tsukuba_pia.diagnostics import Diagnostic, Position
from tsukuba_pia.lint.my_number import check_digit, masked, my_numbers
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.reporters.reporter import Findings, by_file
from tsukuba_pia.yaml_source import parse

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
        f"a/{VALID}.pdf",
    ],
)  # fmt: skip
def test_found(text: str) -> None:
    """In one piece or in groups of four, half or full width, inside a sentence."""
    assert len(list(my_numbers(text))) == 1
    assert "5678" not in masked(text)
    assert "５６７８" not in masked(text)
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "123456789012", "1234567890123", "01234567890185", "0.123456789018", "123456789018.5", "123 456 789 018",
        "12345-6789018", "000000000000", "1234\n5678\n9018", f"{VALID}{VALID}", "ab12" * 13 + "a" + VALID + "cdef" * 3,
        "029-883-1111", "2027-04-01T12:30:00",
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


def test_at_its_place_in_the_file() -> None:
    """In texts, keys, numbers, comments; where escapes or the end of a line hide it, at the text."""
    assert places(f"conclusion: 番号 {VALID}\n") == [("PIA601", 1, 16)]
    assert places(f"# {VALID}\ntitle: x\n") == [("PIA601", 1, 3)]
    assert places(f"title: x  # {VALID}\n") == [("PIA601", 1, 13)]
    assert places(f"conclusion: |\n  あ\n  い {VALID}\n") == [("PIA601", 3, 5)]
    assert places(f"answers: {{c_people: {VALID}}}\n") == [("PIA404", 1, 21), ("PIA601", 1, 21)]
    assert places("conclusion: |\n  1234\n  5678\n  9018\n") == []
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
