"""`pia doctor`: each thing that can be wrong is told with its mend, and nothing else is."""

import io
import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tsukuba_pia.cli import examining
from tsukuba_pia.cli.examining import Sign
from tsukuba_pia.labels import labels
from tsukuba_pia.problems import Problem


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound workspace."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PIA_LANG", "en")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    subprocess.run(["git", "init", "-q"], check=True)  # noqa: S607
    (tmp_path / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    return tmp_path


def signs() -> dict[str, Sign]:
    """What is told, by what it is about."""
    return {one.about: one for one in examining.examine()}


def test_a_sound_place(here: Path) -> None:
    """Nothing to mend but, perhaps, what this machine lacks."""
    del here
    assert {one.about for one in signs().values() if one.state != "ok"} <= {"fonts", "encoding", "reading", "pdf"}


@pytest.mark.parametrize(
    ("about", "module", "key"),
    [("reading", "tsukuba_pia._yaml_at_once", "reading_slow"), ("pdf", "weasyprint", "pdf_no_extra")],
)
def test_what_may_be_left_out(about: str, module: str, key: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Warned of, with what to install: all else works without."""
    del here
    monkeypatch.setitem(sys.modules, module, None)
    assert (signs()[about].state, signs()[about].key) == ("warn", key)
    assert examining.run(as_json=True) == 0


def test_a_library_that_pdf_needs(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is there, and Pango is not."""
    del here

    def missing() -> None:
        raise Problem("pdf_no_pango")

    monkeypatch.setattr("tsukuba_pia.export._pdf.weasyprint", missing)
    assert signs()["pdf"].key == "pdf_no_pango"


def test_settings_and_city(here: Path) -> None:
    """Errors fail."""
    (here / "pia.toml").write_text("[chekc]\n", encoding="utf-8")
    (here / "city.yaml").write_text("city: 架空市\nnonsense: 1\n", encoding="utf-8")
    found = signs()
    assert (found["settings"].state, found["workspace"].state) == ("fail", "fail")
    assert examining.run(as_json=True) == 1


def test_no_workspace_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Warned of: pia works there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    found = signs()
    assert (found["repository"].key, found["workspace"].key) == ("repository_none", "workspace_none")
    assert examining.run(as_json=True) == 0


def test_nothing_of_the_system(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No git, no listing of fonts."""
    del here
    monkeypatch.setenv("PATH", "")
    found = signs()
    assert (found["git"].key, found["fonts"].key) == ("git_none", "fonts_not_known")


def test_a_folder_that_is_closed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the one who looks may write everywhere."""
    del here

    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    assert signs()["folder"] == Sign(
        "folder", "fail", "folder_closed", {"path": Path.cwd(), "reason": "Permission denied"}
    )


def test_no_cache(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in its place."""
    (here / "cache").write_text("", encoding="utf-8")
    assert signs()["cache"].key == "cache_none"


def test_another_encoding(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told, since Japanese would not come out."""
    del here
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    assert signs()["encoding"].state == "warn"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_words(here: Path, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A mend for all that is not well, in the reader's language."""
    (here / "pia.toml").write_text("[chekc]\n", encoding="utf-8")
    monkeypatch.setattr("tsukuba_pia.cli.context.language", lambda: language)
    examining.run(as_json=False)
    said = capsys.readouterr().out
    assert "pia config show" in said
    assert ("不可" if language == "ja" else "FAIL") in said
    examining.run(as_json=True)
    whole = json.loads(capsys.readouterr().out)
    assert all(bool(one["mend"]) == (one["state"] != "ok") for one in whole["findings"])


def test_how_git_merges_is_told_where_the_repository_wants_it(here: Path) -> None:
    """Each clone has to be told once; where nobody wants it, nothing is said."""
    assert "merge" not in signs()
    (here / ".gitattributes").write_text("assessment.yaml merge=pia\n", encoding="utf-8")
    assert signs()["merge"].key == "merge_none"
    mend: str = labels("en")["doctor"]["merge_none_mend"]
    subprocess.run(shlex.split(mend), check=True)
    assert signs()["merge"].state == "ok"


def test_a_language_that_there_is_not(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told what is spoken in its place, with the mend; `ja_JP` is Japanese."""
    for asked, state in (("fr", "warn"), ("ja_JP", "ok"), ("", "ok")):
        monkeypatch.setenv("PIA_LANG", asked)
        examining.run(as_json=True)
        (found,) = (one for one in json.loads(capsys.readouterr().out)["findings"] if one["about"] == "language")
        assert found["state"] == state
        assert (found["mend"] is not None) == (state == "warn")
