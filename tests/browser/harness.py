"""Opens pages in a real Chromium, on a phone, at a desk, by night, by keyboard, and tells what a visitor would meet."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal, NotRequired, TypedDict

import pytest

HERE = Path(__file__).resolve().parent
WIDTHS = (320, 1280)
PATIENCE = 300  # seconds for all pages of one call
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class View(TypedDict):
    """How a page is looked at."""

    width: int
    height: NotRequired[int]  # of the window, where it matters
    scheme: NotRequired[Literal["light", "dark"]]
    forced: NotRequired[bool]  # the colours of the system, as many people with low vision set them
    contrast: NotRequired[bool]  # more of it
    paper: NotRequired[bool]  # the style for paper
    spaced: NotRequired[bool]  # the reader spaces texts out
    keys: NotRequired[bool]  # walks it by the keyboard too
    bare: NotRequired[bool]  # only what the page does by itself


class Overflow(TypedDict):
    """How much wider than its window a page is, and the first elements that stick out."""

    pixels: int
    elements: list[str]


class Violation(TypedDict):
    """A rule of accessibility that a page breaks."""

    id: str
    impact: str
    help: str
    nodes: list[dict[str, str]]


class PageReport(TypedDict):
    """One page in one view."""

    file: str
    width: int
    view: str  # what is special about it
    title: str
    console: list[str]  # errors and warnings
    requests: list[str]  # everything asked for but the page itself; all of it was refused
    dialogs: list[str]
    overflow: Overflow
    below: int  # how much higher the page is than the window
    armed: list[str]  # what could act or lead away: no page of ours holds any
    unreached: list[str]  # what the keyboard does not reach, show or use
    unnamed: list[str]  # what has a role but no name
    violations: list[Violation]
    passes: int  # rules of accessibility that were tried and hold


def complaints(report: PageReport) -> list[str]:
    """All that is wrong with a page, each in one line; empty for a good page."""
    found = [f"console: {one}" for one in report["console"]]
    found += [f"asks for {one}" for one in report["requests"]]
    found += [f"opens a dialog: {one}" for one in report["dialogs"]]
    if report["overflow"]["pixels"]:
        found.append(f"{report['overflow']['pixels']} px too wide: {report['overflow']['elements']}")
    for one in report["violations"]:
        found += [f"axe {one['id']} ({one['help']}): {node['html']}" for node in one["nodes"]]
    found += [f"could act: {one}" for one in report["armed"]]
    found += [f"keyboard: {one}" for one in report["unreached"]]
    found += [f"without a name: {one}" for one in report["unnamed"]]
    if not report["passes"]:
        found.append("axe did not run")
    return [f"{Path(report['file']).name} at {report['width']} px {report['view']}: {one}" for one in found]


def chromium() -> str | None:
    """The Chromium to use: CHROMIUM, else the first one on the path."""
    return os.environ.get("CHROMIUM") or next((found for one in BROWSERS if (found := shutil.which(one))), None)


def missing() -> str | None:
    """What the page tests lack here, as one line, or None."""
    if chromium() is None:
        return "no Chromium: on Debian `sudo apt install chromium fonts-noto-cjk`, elsewhere set CHROMIUM to one"
    if shutil.which("node") is None:
        return "no Node.js: install version 20 or later, then `make setup`"
    if not (HERE / "node_modules" / "playwright-core").is_dir():
        return "the packages of tests/browser are not installed: `make setup`"
    return None


def open_pages(
    pages: Sequence[Path],
    widths: Sequence[int] = WIDTHS,
    scheme: Literal["light", "dark"] = "light",
    screenshots: Path | None = None,
    views: Sequence[View] = (),
) -> list[PageReport]:
    """A report of each page in each of `views`, else at each width; with a folder for `screenshots`, pictures too."""
    views = views or [View(width=width, scheme=scheme) for width in widths]
    job: dict[str, Any] = {"browser": chromium(), "views": list(views)}
    job["pages"] = [{"file": str(page.resolve())} for page in pages]
    if screenshots:
        for page, one in zip(pages, job["pages"], strict=True):
            one["screenshot"] = str(screenshots / f"{page.stem}-{{width}}.png")
    command = ["node", str(HERE / "page.mjs")]
    done = subprocess.run(
        command, input=json.dumps(job), capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )
    if done.returncode:
        pytest.fail(f"page.mjs failed:\n{done.stderr}", pytrace=False)
    reports: list[PageReport] = json.loads(done.stdout)
    return reports


@pytest.fixture(scope="session")
def browser_report() -> Callable[..., list[PageReport]]:
    """`open_pages`, where there is a browser; else a skip, or with PIA_REQUIRE_BROWSER=1 a failure."""
    lack = missing()
    if lack and os.environ.get("PIA_REQUIRE_BROWSER"):
        pytest.fail(lack, pytrace=False)
    if lack:
        pytest.skip(lack)
    return open_pages
