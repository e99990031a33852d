"""The record of released versions: its lines, and what is none."""
# ruff: noqa: E501 - tables of what an author wrote

from tsukuba_pia.change.released import Line, Slip, line_of, read_record

ONE, OTHER = "a" * 64, "0" * 64


def test_lines_are_read() -> None:
    """Comments and blank lines are for people; Windows may have been here."""
    found = read_record(f"# head\n\n{ONE}  core/1.0.yaml\r\n{OTHER}  digital-twin/1.10.yaml\n")
    assert found.lines == {
        "core/1.0.yaml": Line(3, "core/1.0.yaml", ONE),
        "digital-twin/1.10.yaml": Line(4, "digital-twin/1.10.yaml", OTHER),
    }
    assert (found.digest("core/1.0.yaml"), found.digest("core/1.1.yaml")) == (ONE, None)
    assert found.slips == ()


def test_what_is_no_line() -> None:
    """Each by its number; the first line of a file counts."""
    text = f"{ONE} core/1.0.yaml\n{ONE}  core/1.0.yaml\n{ONE[:63]}  core/1.1.yaml\n{OTHER}  core/1.0.yaml\n{ONE}  ../x/1.0.yaml"
    found = read_record(text)
    assert found.slips == (Slip(1), Slip(3), Slip(4, 2), Slip(5))
    assert found.digest("core/1.0.yaml") == ONE


def test_a_written_line_is_read() -> None:
    """What `pia bank release` writes."""
    assert read_record(line_of(ONE, "core/1.0.yaml")).digest("core/1.0.yaml") == ONE
