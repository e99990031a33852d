"""Loading banks: what keeps an assessment from being scored is told at the place that asks for it."""

from pathlib import Path

from tsukuba_pia.work.opening import open_assessment

HEAD = "assessment: t\nformat: 1\nlanguage: ja\ntitle: t\n"


def test_banks_that_bring_no_method(tmp_path: Path) -> None:
    """A sector alone, or no bank at all: never silence."""
    for banks in ('{transport: "0.9"}', "{}"):
        file = tmp_path / "assessment.yaml"
        file.write_text(f"{HEAD}banks: {banks}\n", encoding="utf-8")
        opened = open_assessment(file, "2027-04-01")
        assert not opened.usable
        assert [(one.code, one.line, one.column) for one in opened.diagnostics] == [("PIA418", 5, 8)]
