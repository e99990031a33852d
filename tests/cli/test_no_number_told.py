"""A My Number that stands in a file is repeated by no format, no diff and no mend, however it is written."""

import unicodedata
from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.desk import ASSESSMENT, BANK, workspace
from tsukuba_pia.cli.checking import formats
from tsukuba_pia.lint.my_number import my_numbers

PLAIN = ("204831579646", "2048-3157-9646", "2048 3157 9646", "20-4831-5796-46", "204831-579646")
WIDE = tuple(
    one.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}) for one in (*PLAIN, "2048ー3157ー9646")
)
HIDDEN = "2048\u200b3157\u200b9646"  # a number only once the blank of no width is gone
NUMBERS = (*PLAIN, *WIDE)


def battery() -> str:
    """An assessment with each number as a value, at an edge, beside a slip of the hand and in a comment."""
    values = "".join(f"  - {{role: author, name: {one}}}  \n" for one in NUMBERS)
    edges = "".join(f"  - {{rol: author, name: '\u3000{one}\u3000'}}   # {one}\n" for one in NUMBERS)
    keys = "".join(f"titel: {one}   # {one}\n" for one in NUMBERS[:1])
    answers = f"  k_persnal: yes   # {WIDE[0]}\n  k_purpose:   {WIDE[0]}\n"
    return f"{ASSESSMENT}{answers}{keys}team:\n{values}{edges}"


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    """That assessment; its bank has a number in a text that nobody tidied."""
    file = workspace(tmp_path, battery())
    bank = file.parents[2] / "questionnaires" / "kiosk" / "0.1.yaml"
    text = BANK.replace("ja: 顔を消します。,", f"ja:   '\u3000{WIDE[0]}',")
    bank.write_text(text, encoding="utf-8")
    return file


def untold(text: str) -> None:
    """No number stands in an output, as it was written or in half width."""
    assert text
    narrow = unicodedata.normalize("NFKC", text)
    told = ("".join(filter(str.isdecimal, narrow[slice(*place)])) for place in my_numbers(narrow))
    assert PLAIN[0] not in told  # the page of PIA601, which some formats hold, has an example


@pytest.mark.parametrize("form", formats())
def test_no_format_repeats_it(file: Path, form: str) -> None:
    """Neither in a message nor in a suggestion."""
    done = run("check", "--output-format", form, file, file.parents[2])
    untold(done.stdout)
    untold(done.stdout + done.stderr)


@pytest.mark.parametrize("command", [("check", "--diff"), ("fmt", "--diff"), ("check", "--fix"), ("fmt", "--check")])
def test_no_diff_and_no_mend_repeats_it(file: Path, command: tuple[str, ...]) -> None:
    """Lines that change, and those around them, are shown with stars."""
    done = run(*command, file.parents[2])
    untold(done.stdout + done.stderr)


def test_a_line_that_holds_one_is_left_to_a_person(file: Path) -> None:
    """It is not mended into a number that was not to be seen before; other lines are."""
    file.write_text(
        f"{ASSESSMENT}  k_persnal: yes\n  k_people: ７\n  k_purpose: {WIDE[0]}\n# {HIDDEN}\n", encoding="utf-8"
    )
    run("check", "--fix", file)
    after = file.read_text(encoding="utf-8")
    assert f"  k_people: 7\n  k_purpose: {WIDE[0]}\n# {HIDDEN}\n" in after
