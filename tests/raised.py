"""Which codes the tests raise, over all workers: a code that no test raises may be dead, or its rule may be.

A code counts as raised by a test that is about it: whose name, or whose module, says it. When the whole suite ran, a
code that none raised is a failure, and so is one of whose arguments the rule's words know nothing, or the reverse.
"""

import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.golden import whole_suite
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.engine import codes, rule_of

Raised = dict[str, set[str]]  # by code: the arguments that were given, of all times that it was raised

PRINTED = ("PIA901", "PIA902", "PIA903", "PIA904")  # no findings: tests/lint/test_every_rule.py has them printed
FOR_MENDING = {"sure", "order"}  # what was surely meant, and in which order: read by a rule's `fix`, not by its words
_BY_TESTS = pytest.StashKey[Raised]()
_WRONG = pytest.StashKey[list[str]]()
_NAME = re.compile(r"\{(\w+)\}")
_now: Raised = {}
_made_by_itself = Diagnostic.__init__


def _noted(self: Diagnostic, *args: Any, **named: Any) -> None:  # noqa: ANN401 - whatever the class takes
    _made_by_itself(self, *args, **named)
    if not sys._getframe(1).f_globals["__name__"].startswith("tests."):  # not those that tests make up
        _now.setdefault(self.code, set()).update(name.partition("@")[0] for name in self.args)


Diagnostic.__init__ = _noted  # type: ignore[method-assign]


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Note what one test raises."""
    _now.clear()
    yield
    by_tests = item.config.stash.setdefault(_BY_TESTS, {})
    for code, args in _now.items():
        if code in _text(item.path) or code.lower() in item.nodeid:
            by_tests.setdefault(code, set()).update(args)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker tells the one who collects; who collects looks at all codes."""
    config = session.config
    output: dict[str, Any] | None = getattr(config, "workeroutput", None)
    raised = config.stash.get(_BY_TESTS, {})
    if output is not None:
        output["raised"] = {code: sorted(args) for code, args in raised.items()}
    elif session.exitstatus == pytest.ExitCode.OK and whole_suite(config):
        config.stash[_WRONG] = list(wrong(raised))
        if config.stash[_WRONG] and os.environ.get("PIA_EVERY_CODE"):  # told always; red where somebody asks for it
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:  # noqa: ANN401 - xdist's own types and names
    """Gather from a worker what its tests raised."""
    mine = node.config.stash.setdefault(_BY_TESTS, {})
    for code, args in getattr(node, "workeroutput", {}).get("raised", {}).items():
        mine.setdefault(code, set()).update(args)


def wrong(raised: Raised) -> Iterator[str]:
    """Each code that no test raises, or whose arguments and words do not fit together."""
    for code in (one for one in codes() if one not in PRINTED):
        if code not in raised:
            yield f"no test raises {code}: write one, or remove the rule"
            continue
        rule = rule_of(code)
        named = {name for words in (rule.message, rule.hint) for text in words.values() for name in _NAME.findall(text)}
        if unknown := sorted(named - raised[code]):
            yield f"the words of {code} speak of {', '.join(unknown)}, which nothing gives"
        if unused := sorted(raised[code] - named - FOR_MENDING):
            yield f"{code} gives {', '.join(unused)}, of which its words do not speak"


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:  # noqa: ANN401 - pytest hides it
    """Say which codes."""
    for line in config.stash.get(_WRONG, []):
        terminalreporter.write_line(f"FAILED {line}", red=True)
