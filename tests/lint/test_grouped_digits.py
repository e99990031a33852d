"""My Numbers in other groups than fours, also over a line end; and what reads as something else whatever its digits."""

import pytest

from tests.lint.frame import found_in
from tests.lint.pages import Example
from tsukuba_pia.cli.two_texts import difference
from tsukuba_pia.diagnostics import Diagnostic, Position
from tsukuba_pia.lint import my_number
from tsukuba_pia.lint.mendable import _repeats_a_number
from tsukuba_pia.lint.mends import Edit
from tsukuba_pia.lint.my_number import masked, may_also_be, my_numbers
from tsukuba_pia.reporters.reporter import shown
from tsukuba_pia.yaml_source import parse

NUMBERS = [
    "12-3456-7890-18", "123 456 789 018", "123456-789018", "123456 789018", "1234--5678--9018", "123456 -- 789018",
    "1234 5678\n9018", "1234 5678\n    9018", "1234 5678 \r\n  9018", "1234-5678-\n  9018", "> 1234 5678\n> 9018",
    "# 1234 5678\n# 9018", "123456-\n789018\n2. 次", "123456-7890\n18", "12345678901-8", "12345678901 8",
    "12345-6789018", "12 3456 7890 18", "12.3456.7890.18", "123.456.789.018", "12/3456/7890/18", "123/456/789/018",
    "12・3456・7890・18",
    "12･3456･7890･18", "12·34·56·78·90·18", "１２－３４５６－７８９０－１８", "123456ｰ789018", "123456―789018",
    "123-456-7890-18", "1-2-3-4-5-6-7-8-9-0-1-8", "1234\u200b56-789\u200b018", "①②-③④⑤⑥-⑦⑧⑨⓪-①⑧",
    "番号123456-789018 2027-04-01", "2027-04-01 123 456 789 018", "1980-01-01 123456-789018",
    "電話 029-883-1111 123456-789018", "番号は123456-789018です。", "番号12 3456 7890 18.",
    "ID123456-789018", "123456-789018.pdf",
]  # fmt: skip
LISTS = ["123456/789018", "123456\n789018", "123456\t789018", "1 234 567 890 18", "12\t3456\t789018"]
OTHERS = [
    # days, times, and what stands beside them
    "2027-01-15 1234", "2026-11-29 06:59", "2026-11-29 0659", "2027/04/01-2028/03", "2027/04-2028/03",
    "2027-04 2028-03",
    "2027.4.1-2028.4.1", "2026-27 2027-28", "2027/4/1 12345", "2027 01 15 1234", "15/01/2027 1234", "2026-11-29\n1234",
    "20261129 06 59", "12:34:56 789018", "10/28 11/29 11/30", "4/10 4/17 4/24 5/1 1", "2026.11.29-12.5 12",
    # telephones
    "+81-29-883-1111", "+81 90 1234 5678", "81-29-883-1111", "029-883-1111 12", "029-883-1111-12", "12 029-883-1111",
    "0120-123-456-12", "03 1234 5678 12", "09012345678 1", "090-1234-5678 1",
    # sums, points, versions, addresses
    "1,234,567 890 12", "123 456 789 018円", "¥123 456 789 018", "123 456 789 018 万円", "123456.789018",
    "3.14159 265358",
    "36.083 140.0764", "1234.01\n1234.01", "192.168.100.200", "192.168.100.0/24", "10.0.22631.2861", "v12.34.5678.9018",
    "Version 24.04.1234.5678", "1.2.840.10008.5.1", "10.1145/336642",
    # ids and paths
    "PIA-12-3456-789018", "A123456-789018", "12-345678-9018a", "12-3456-789018-x", "/news/123456/789018",
    "2026_123456-789018",
    # lists, ranges, tables
    "10-19 20-29 30-39", "100-199 200-299", "100000-250000", "1/2 3/4 5/6 7/8 9/10 1", "101・102・103・104",
    "12・13・14・15・16・17", "11 10 12 10 20 0 0", "123456\n789018\n555555", "12 34\n56 78\n90 18",
    "12345678901\n2. 次の", "12345678901\n2) 次", "12345678\n2027: x", "12345678\n- 9018", "12345678\n\n9018",
    # longer ones
    "123456-789018-1", "1-123456-789018", "12 34 56 78 90 18 22", "1~123456-789018", "1:123456-789018",
]  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_in_any_groups(text: str) -> None:
    """Found once, masked as wide as it was, and certain."""
    ((start, end),) = my_numbers(text)
    assert may_also_be(text, start, end) == ""
    assert not any(one.isdigit() for one in masked(text)[start:end])
    assert (masked(text)[:start], masked(text)[end:], len(masked(text))) == (text[:start], text[end:], len(text))


@pytest.mark.parametrize("text", LISTS)
def test_may_be_several_numbers(text: str) -> None:
    """Told, and no gate."""
    ((start, end),) = my_numbers(text)
    assert may_also_be(text, start, end) == "@perhaps_a_list"


@pytest.mark.parametrize("text", OTHERS)
def test_reads_as_something_else(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the check digit is."""
    monkeypatch.setattr(my_number, "_is_valid", any)
    assert list(my_numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("conclusion: |\n  番号 1234 5678\n  9018\n", (2, 6)),
        ("conclusion: >\n  番号 1234 5678\n  9018\n", (2, 6)),
        ("conclusion: 番号 123456-\n  789018\n", (1, 16)),
        ('conclusion: "\\u00312-3456-7890-18"\n', (1, 13)),
        ("# 1234 5678\n# 9018\ntitle: x\n", (1, 3)),
    ],
)
def test_at_its_place(text: str, place: tuple[int, int]) -> None:
    """In texts of any style, and in comments."""
    found = [(one.code, one.level, (one.line, one.column)) for one in found_in(Example("assessment", text))]
    assert found == [("PIA601", "error", place)]


def test_no_part_of_it_is_repeated() -> None:
    """Where another finding points at one of its lines, in a diff, and by what mends one of its lines."""
    text = "conclusion: |\n  1234 5678\n  9018\ntitle: x\n"
    source = parse(text.encode(), "x.yaml")
    lines = [
        one.line
        for one in shown(
            [Diagnostic("x.yaml", *Position(line, 3), "PIA101", {}) for line in (2, 3)], {"x.yaml": source}
        )
    ]
    assert lines == ["  **** ****", "  ****"]
    told = "\n".join(difference("x.yaml", text, text.replace("title: x", "title: y")))
    assert "+title: y" in told
    assert "5678" not in told
    assert "9018" not in told
    place = text.index("9018")
    assert _repeats_a_number(text, Edit(place - 2, place - 2, " "))
    assert not _repeats_a_number(text, Edit(len(text) - 2, len(text) - 1, "y"))
