"""Comments that silence: where they bind, what they never reach, what becomes of those left behind."""

from pathlib import Path

import pytest

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.silencing import Silence, silenced, silences
from tsukuba_pia.reporters.reporter import InFile
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.checking import check_files
from tsukuba_pia.yaml_source import parse

HEAD = 'assessment: a\nformat: 1\nlanguage: ja\ntitle: 台帳\nbanks: {core: "1.0"}\n'


def found(text: str) -> tuple[Silence, ...]:
    """The comments of a text."""
    return silences(parse(text.encode(), "x.yaml"))


@pytest.mark.parametrize(("text", "line", "codes"), [
    ("a: b  # pia: ignore[PIA303] 台帳では決まり文句", 1, ("PIA303",)),
    ("# pia: ignore[PIA303, pia304] habit\n\n# and more\na: b\n", 4, ("PIA303", "PIA304")),
    ("a:\n  # pia:ignore[PIA303] habit\n  b: c\n", 3, ("PIA303",)),
    ("a: |  # pia: ignore[PIA303] habit\n  # pia: ignore[PIA304] this is text\n", 1, ("PIA303",)),
    ("a: '# pia: ignore[PIA304] text'  # pia: ignore[PIA303] habit\n", 1, ("PIA303",)),
])  # fmt: skip
def test_the_line_that_a_comment_binds(text: str, line: int, codes: tuple[str, ...]) -> None:
    """Its own, or the next that is more than a comment; a text that looks like one is none."""
    assert [(one.line, one.codes, one.wrong) for one in found(text)] == [(line, codes, None)]


@pytest.mark.parametrize(("comment", "wrong"), [
    ("# pia: ignore", "@silence_no_code"), ("# pia: ignore[] habit", "@silence_no_code"),
    ("# pia: ignore[303] habit", "@silence_no_code"), ("# pia: ignore[PIA3] habit", "@silence_no_code"),
    ("# pia: ignore[PIA303]", "@silence_no_reason"), ("# pia: ignore[PIA303] ---", "@silence_no_reason"),
    ("# pia: ignore[PIA303, PIA501] habit", "@silence_gate"), ("# pia: ignore[PIA601] test", "@silence_gate"),
])  # fmt: skip
def test_what_silences_nothing(comment: str, wrong: str) -> None:
    """Without code or reason, or a gate; then none of its codes is silenced."""
    source = parse(f"a: b  {comment}\n".encode(), "x.yaml")
    assert [one.wrong[0] for one in silences(source) if one.wrong] == [wrong]
    one = Diagnostic("x.yaml", 1, 1, "PIA303")
    assert silenced([one], source, lambda _: True) == ([one], 0)


def test_only_its_codes_on_its_line() -> None:
    """What is silenced is counted; a code that was not needed is told, where its rule was asked at all."""
    source = parse(b"a: b  # pia: ignore[PIA303, PIA304] habit\nc: d\n", "x.yaml")
    here, other, below = (Diagnostic("x.yaml", *at) for at in ((1, 1, "PIA303"), (1, 1, "PIA305"), (2, 1, "PIA303")))
    kept, count = silenced([here, other, below], source, lambda _: True)
    assert (kept[:2], [one.code for one in kept[2:]], count) == ([other, below], ["PIA022"], 1)
    assert silenced([here, other, below], source, lambda code: code != "PIA304") == ([other, below], 1)


def checked(folder: Path, answers: str) -> InFile:
    """What is told of an assessment."""
    file = folder / "assessment.yaml"
    file.write_text(f"{HEAD}answers:\n{answers}", encoding="utf-8")
    return next(iter(check_files([file], Demand("2027-04-01"))))


def test_a_finding_of_an_assessment_is_silenced(tmp_path: Path) -> None:
    """And counted; the same comment without a finding is one."""
    file = checked(tmp_path, "  core_purpose: nonsense  # pia: ignore[PIA402] the bank's next version has it\n")
    assert ([one.diagnostic.code for one in file.findings], file.silenced) == ([], 1)
    file = checked(tmp_path, "  # pia: ignore[PIA402] the bank's next version has it\n  core_purpose: unknown\n")
    assert "PIA022" in [one.diagnostic.code for one in file.findings]


def test_a_broken_file_makes_no_comment_superfluous(tmp_path: Path) -> None:
    """Rules that could not be asked found nothing, which says nothing."""
    file = checked(tmp_path, "  core_purpose: unknown  # pia: ignore[PIA402] later\nnonsense: 1\n")
    assert [one.diagnostic.code for one in file.findings] == ["PIA101"]


def test_a_rule_of_a_later_stage_may_wait(tmp_path: Path) -> None:
    """It is not asked yet: its comment is no mistake."""
    file = checked(tmp_path, "  core_purpose: unknown  # pia: ignore[PIA426] asked of the vendor\n")
    assert "PIA022" not in [one.diagnostic.code for one in file.findings]
