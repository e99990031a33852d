"""Programs of shipped templates: kept in the user's own folder, by all that they depend on; nobody else's is run."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jinja2 import Environment
from markupsafe import Markup, escape

from tests.export.documents import exported
from tsukuba_pia import cache
from tsukuba_pia.export import _jinja, _page
from tsukuba_pia.export._jinja import engine

NAME = "html/_site_foot.html.j2"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of the test's own, and engines that have made nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    _page._engine.cache_clear()
    yield tmp_path / "tsukuba-pia"
    _page._engine.cache_clear()


class WrittenError(Exception):
    """A program is written, and not taken as it was kept."""


def _no_compiler(*_: object, **__: object) -> str:
    raise WrittenError


def _ready(form: str = "html ja", shown: Callable[[object], Markup] = escape) -> Environment:
    made = engine(form, shown, dict(_page._engine("ja", None).filters))
    made.get_template(NAME)
    return made


def test_a_program_is_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next process takes it as it was kept, and makes the same page of it."""
    first = exported("html")
    _page._engine.cache_clear()
    monkeypatch.setattr(Environment, "_generate", _no_compiler)
    assert exported("html") == first


def test_each_format_and_language_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is constant in a template is escaped in its program."""
    _ready()
    monkeypatch.setattr(Environment, "_generate", _no_compiler)
    _ready()
    with pytest.raises(WrittenError):
        _ready("html en")


def test_another_template_engine_writes_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of one version may not run in another."""
    _ready()
    monkeypatch.setattr(_jinja, "JINJA", "0.0")
    monkeypatch.setattr(Environment, "_generate", _no_compiler)
    with pytest.raises(WrittenError):
        _ready()


def test_what_others_may_have_written_is_not_run(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry that others can write to, and one that is no program."""
    _ready()
    for one in place.iterdir():
        one.chmod(0o666)
    with monkeypatch.context() as patch:
        patch.setattr(Environment, "_generate", _no_compiler)
        with pytest.raises(WrittenError):
            _ready()
    keys = [one.stem for one in place.iterdir()]
    for key in keys:
        (place / f"{key}.bin").unlink()
        cache.store(key, {"no": "program"})
    assert _ready().get_template(NAME).name == NAME


def test_nobodys_home_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder that is safe, programs are written each time."""
    monkeypatch.setattr(cache, "folder", lambda: None)
    assert exported("html").startswith("<!DOCTYPE html>")
