"""What all tests share: an environment of their own, hypothesis profiles, and golden files."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings

from tests.golden import FOLDERS, ROOT, Golden, whole_suite
from tests.pia import small_core
from tests.work.desk import opened, workspace

pytest_plugins = ("tests.browser.harness", "tests.raised")

# A person's own settings must not change what comes out.
PERSONAL = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LC_ALL", "LC_MESSAGES", "SOURCE_DATE_EPOCH")
SLOW = "PYTHONDONTWRITEBYTECODE"  # with it each process that tests start would compile the whole toolkit anew

settings.register_profile("default", max_examples=40, deadline=None)
settings.register_profile("ci", max_examples=40, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("long", max_examples=2_000, deadline=None)  # `make test-long`
# For tools/mutation.py: the same few examples each time, and none is looked for that is smaller.
settings.register_profile(
    "mutation", max_examples=10, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
small_core()
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default"))

_USED = pytest.StashKey[set[str]]()
_UNUSED = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session", autouse=True)
def _own_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache folder of the tests' own, English, and nothing from the person's shell."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [one for one in os.environ if one in (*PERSONAL, SLOW) or one.startswith("PIA_")]:
            if not name.startswith("PIA_REQUIRE_"):  # these speak to the tests
                patch.delenv(name)
        patch.setenv("LANG", "C.UTF-8")
        # Tests that install packages want the person's own cache of them.
        patch.setenv("PIP_CACHE_DIR", os.environ.get("PIP_CACHE_DIR") or str(_pip_cache()))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def _read_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which the shipped banks and words are read, and nothing else is remembered."""
    place = tmp_path_factory.mktemp("read")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(place / "cache"))
        opened(workspace(place / "city"))
    return place / "cache"


@pytest.fixture
def own_cache(_read_before: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache of one test's own: what it remembers is gone with it. To read the shipped banks anew takes long."""
    place = tmp_path_factory.mktemp("cache")
    shutil.copytree(_read_before, place, dirs_exist_ok=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(place))


def _pip_cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "pip"


# ---------------------------------------------------------------------------------------- golden files


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests first: whoever begins them last lets the others wait."""
    slow = {item.path for item in items if item.get_closest_marker("slow") or item.get_closest_marker("browser")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_collection_finish() -> None:
    """Thousands of tests stay to the end: a collector of garbage that walks them each time takes a sixth of it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file: `golden("examples/sidewalk-robot/expected/report.ja.md", text)`."""
    config = request.config
    return Golden(config.stash.setdefault(_USED, set()), update=bool(config.getoption("--update-golden")))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """When all tests ran and passed, a golden file that none looked at is a failure: it would go stale."""
    config = session.config
    output: dict[str, Any] | None = getattr(config, "workeroutput", None)
    used = config.stash.get(_USED, set())
    if output is not None:  # a worker tells the one who collects
        output["golden_used"] = sorted(used)
    elif used and session.exitstatus == pytest.ExitCode.OK and whole_suite(config):
        there = {str(file.relative_to(ROOT)) for folder in FOLDERS for file in ROOT.glob(folder) if file.is_file()}
        config.stash[_UNUSED] = sorted(one for one in there - used if not one.endswith(".actual"))
        if config.stash[_UNUSED]:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:  # noqa: ANN401 - xdist's own types and names
    """Gather from a worker which golden files its tests looked at."""
    node.config.stash.setdefault(_USED, set()).update(getattr(node, "workeroutput", {}).get("golden_used", ()))


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:  # noqa: ANN401 - pytest hides it
    """Say which golden files nobody looks at."""
    for name in config.stash.get(_UNUSED, []):
        terminalreporter.write_line(f"FAILED no test looks at the golden file {name}: remove it", red=True)
