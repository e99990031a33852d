"""What tests need of Node.js: packages of tests/browser/package.json, installed by `make setup`."""

import os
import shutil

import pytest

from tests.golden import ROOT

PACKAGES = ROOT / "tests" / "browser" / "node_modules"


def lack(package: str) -> str | None:
    """What is missing to use a package, as one line, or None."""
    if shutil.which("node") is None:
        return "no Node.js: install version 20 or later, then `make setup`"
    if not (PACKAGES / package).is_dir():
        return f"the package {package} of tests/browser is not installed: `make setup`"
    return None


def need(package: str) -> None:
    """Skip with a line where a package cannot be used; with PIA_REQUIRE_BROWSER=1 that is a failure."""
    missing = lack(package)
    if missing and os.environ.get("PIA_REQUIRE_BROWSER"):
        pytest.fail(missing, pytrace=False)
    if missing:
        pytest.skip(missing)
