"""`pia render`: what may be published, and drafts that say so on every page."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.golden import ROOT
from tsukuba_pia.cli.main import run

ROBOT = ROOT / "examples" / "sidewalk-robot"  # a draft; a red line hangs on what is unknown
FIRST = ROOT / "examples" / "internet-vote-first"  # refused, and to be told so
DAY = "2026-12-01"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIA_LANG", "en")
    monkeypatch.setenv("PIA_TODAY", DAY)


def test_what_may_not_be_published_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what stands in the way, each at its line; nothing is written."""
    assert run(["render", str(ROBOT), "-o", f"{tmp_path}/"]) == 1
    said = capsys.readouterr().err
    assert "PIA501" in said
    assert "assessment.yaml:291:13" in said
    assert "--draft" in said
    assert list(tmp_path.iterdir()) == []


def test_unknown_is_published_as_unknown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A required question that is said to be unknown stands in nobody's way; one that is open does."""
    monkeypatch.chdir(shutil.copytree(ROBOT, tmp_path / "robot"))
    lines = (ROBOT / "assessment.yaml").read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("  trn_footage_other_use:"))
    end = next(n for n in range(start + 1, len(lines)) if not lines[n].startswith("    "))
    known = [*lines[:start], "  trn_footage_other_use: no", *lines[end:]]
    for answer, wanted in (("{answer: unknown, asking: operator, by_when: 2027-01-01}", False), ("", True)):
        text = [line for line in known if not line.startswith("  trn_training_off:")] + [
            f"  trn_training_off: {answer}"
        ]
        Path("assessment.yaml").write_text("\n".join(text) + "\n", encoding="utf-8")
        assert run(["render", "assessment.yaml", "-o", "-"]) == 1
        said = capsys.readouterr().err
        assert ("PIA426" in said and "trn_training_off" in said) is wanted


def test_nobody_has_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that is refused or over is told; one in the making only as a draft."""
    assert run(["render", str(FIRST), "-o", f"{tmp_path}/"]) == 0
    assert 'watermark"' not in (tmp_path / "public.en.html").read_text(encoding="utf-8")
    assert run(["render", str(ROBOT), "--audience", "internal", "-o", f"{tmp_path}/"]) == 0
    capsys.readouterr()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_draft_says_so(language: str, tmp_path: Path) -> None:
    """In every format, and in the file's name; a screen reader hears it once."""
    mark = {"ja": "案", "en": "DRAFT"}[language]
    for form, end in (("html", "html"), ("md", "md"), ("json", "json")):
        assert run(["render", str(ROBOT), "--draft", "--format", form, "--lang", language, "-o", f"{tmp_path}/"]) == 0
        text = (tmp_path / f"public.{language}.draft.{end}").read_text(encoding="utf-8")
        if form == "json":
            assert json.loads(text)["draft"] is True
        elif form == "html":
            assert text.count(f'<div class="watermark" aria-hidden="true" data-mark="{mark}"></div>') == 1
        else:
            body = text.splitlines()
            assert any(f"**{mark}**" in line for line in body[4:7])  # before it, how much stands in another language
            assert f"**{mark}**" in body[-3]  # below it only who made it


def test_a_sign_without_an_address_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one that names nobody to ask; and what to write where. Not so where the register's address is known."""
    file = shutil.copytree(ROBOT, tmp_path / "robot") / "assessment.yaml"
    own = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^  url: .*\n", "", own, flags=re.MULTILINE), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["render", "robot", "--draft", "--kind", "notice"]) == 0
    told = capsys.readouterr().err
    assert "`publication.url`" in told
    assert "whom under `service.contact`" not in told
    file.write_text(re.sub(r"^  contact:.*\n(    .*\n)*", "", file.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    assert run(["render", "robot", "--draft", "--kind", "notice", "--force"]) == 0
    assert "whom under `service.contact`" in capsys.readouterr().err
    assert run(["render", ".", "--draft", "--kind", "notice"]) == 0
    assert "neither a QR code nor an address: 1." in capsys.readouterr().err
    Path("city.yaml").write_text("city: 架空市\nregister:\n  address: https://pia.city.example\n", encoding="utf-8")
    assert run(["render", "robot", "--draft", "--kind", "notice"]) == 0
    assert "publication.url" not in capsys.readouterr().err


def test_the_language_of_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for, else PIA_LANG, else the city's, else the locale's."""
    shutil.copytree(ROBOT, tmp_path / "robot")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def written(*more: str) -> str:
        assert run(["render", "robot", "--draft", "--format", "json", "-o", "out/", "--force", *more]) == 0
        (one,) = Path("out").iterdir()
        one.unlink()
        return one.name

    Path("out").mkdir()
    monkeypatch.delenv("PIA_LANG")
    assert written() == "public.en.draft.json"
    Path("city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    assert written() == "public.en.draft.json"
    Path("city.yaml").write_text("city: 架空市\nlanguage: ja\n", encoding="utf-8")
    assert written() == "public.ja.draft.json"
    monkeypatch.setenv("PIA_LANG", "en")
    assert written() == "public.en.draft.json"
    assert written("--lang", "vi") == "public.vi.draft.json"
