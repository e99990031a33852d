"""Makes this checkout ready: `.venv` with pinned packages, and what tests need of Node.js and the system.

Quiet and fast where nothing is to do: each part leaves a stamp with the digest of what it was made from.
Runs on the Python that is there, standard library only; with `--runtime` it installs what the toolkit needs
and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from ctypes.util import find_library
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PAGES = ROOT / "tests" / "browser"
OLDEST = (3, 11)
NEWER = ("python3.13", "python3.12", "python3.11", "python3.14")
COMPILED = ("tools/compile_reader.py", "src/tsukuba_pia/_yaml_at_once.pyx")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ONE_APT = Lock()  # it takes no second call beside the first
NO_DOWNLOAD = {"PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1", "PUPPETEER_SKIP_DOWNLOAD": "1"}


class Failed(Exception):
    """A step did not work; the words are for the person at the terminal."""


def say(text: str) -> None:
    """One line to the person at the terminal."""
    sys.stderr.write(f"setup: {text}\n")
    sys.stderr.flush()


def run(*command: str | Path, where: Path = ROOT, extra: Mapping[str, str] | None = None) -> str:
    """Run quietly; what the command said is shown only when it fails."""
    words = [str(part) for part in command]
    done = subprocess.run(
        words,
        cwd=where,
        env={**os.environ, **(extra or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-30:])
        raise Failed(f"this failed: {' '.join(words)}\n{tail}")
    return done.stdout


def digest(files: Sequence[Path], *words: str) -> str:
    """What a stamp holds: a digest over the files and words that a part is made from."""
    whole = hashlib.sha256("\0".join(words).encode())
    for file in files:
        whole.update(file.read_bytes() + b"\0")
    return whole.hexdigest()


def stamped(stamp: Path, content: str) -> bool:
    """Whether a part was made from exactly this."""
    return stamp.is_file() and stamp.read_text(encoding="ascii") == content


# ------------------------------------------------------------------------------------- Python packages


def install_packages(*, runtime: bool) -> None:
    """The virtual environment, with the toolkit in it as it stands in this checkout."""
    made_from = [ROOT / one for one in ("pyproject.toml", "constraints.txt", *COMPILED)] + [Path(__file__)]
    # The path counts: a virtual environment does not survive being moved.
    content = digest(made_from, sys.version, str(VENV), str(can_compile()))
    whole, light = VENV / "stamp-dev", VENV / "stamp-runtime"
    if stamped(whole, content) or (runtime and stamped(light, content)):
        return
    say("installing Python packages into .venv (once; about a minute)")
    if not _sound():
        _make_venv()
    pip = (BIN / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    pins = ("--constraint", "constraints.txt")
    # A newer pip first: the `pia` that it writes starts faster, and it pins what packages are built with.
    run(*pip, *pins, "--upgrade", "pip")
    # Older Pythons put setuptools into a new environment; we neither pin nor use it, and it slows each start.
    run(*pip[:4], "uninstall", "--quiet", "--yes", "setuptools")
    what = "." if runtime else ".[dev]"
    run(*pip, *pins, "--build-constraint", "constraints.txt", "--editable", what)
    if not can_compile():
        say("reading is not compiled: that takes a C compiler and Python's header (on Debian: gcc python3-dev)")
    (light if runtime else whole).write_text(content, encoding="ascii")


def _sound() -> bool:
    """Whether the virtual environment is there and its Python and pip run."""
    python = BIN / "python"
    if not python.exists():
        return False
    try:
        version = run(python, "-c", "import sys, pip; print(sys.version)")
    except (Failed, OSError):
        return False
    return version.strip() == sys.version


def _make_venv() -> None:
    shutil.rmtree(VENV, ignore_errors=True)
    try:
        run(sys.executable, "-m", "venv", VENV)
    except Failed:
        # Debian's Python comes without the part that makes virtual environments.
        shutil.rmtree(VENV, ignore_errors=True)
        if not (may_install() and install_debian(["python3-venv"])):
            raise
        run(sys.executable, "-m", "venv", VENV)


# ------------------------------------------------------------------------------------------ what tests need beside it


def may_install() -> bool:
    """Whether system packages may be installed here: as root, where there is apt, and nobody said no."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return root and shutil.which("apt-get") is not None and not os.environ.get("PIA_NO_SYSTEM_PACKAGES")


def install_debian(packages: Sequence[str]) -> bool:
    """Install system packages; with the package lists as they are, else with new ones."""
    with ONE_APT:
        return _install_debian(packages)


def _install_debian(packages: Sequence[str]) -> bool:
    say(f"installing {' '.join(packages)} (once)")
    command = ("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run(*command, extra=quiet)
    except Failed:
        try:
            run("apt-get", "update", "--quiet", extra=quiet)
            run(*command, extra=quiet)
        except Failed as failure:
            say(str(failure))
            return False
    return True


def has_browser() -> bool:
    """Whether there is a Chromium."""
    return bool(os.environ.get("CHROMIUM")) or any(shutil.which(name) for name in BROWSERS)


def has_japanese_fonts() -> bool:
    """Whether Japanese text can be drawn."""
    try:
        return bool(run("fc-list", ":lang=ja", "file").strip())
    except (OSError, Failed):
        return False


def has_pango() -> bool:
    """Whether PDFs can be laid out."""
    return all(find_library(name) for name in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset"))


def can_compile() -> bool:
    """Whether there is what the quick half of the reading door is compiled with."""
    return bool(shutil.which("cc")) and Path(sysconfig.get_path("include"), "Python.h").exists()


def install_system() -> None:
    """Chromium, a Japanese font, Pango, Java and tmux, where they may be installed; else a line on what is missing."""
    missing = [] if has_browser() else ["chromium"]
    missing += [] if has_japanese_fonts() else ["fontconfig", "fonts-noto-cjk"]
    missing += [] if has_pango() else ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
    missing += [] if shutil.which("java") else ["default-jre-headless"]
    missing += [] if shutil.which("tmux") else ["tmux"]
    if missing and not (may_install() and install_debian(missing)):
        names = " ".join(missing)
        say(f"tests that need one of these are skipped: {names} (on Debian: sudo apt install {names})")


def install_pages() -> None:
    """The packages that drive the browser, serve an editor and look at workflows."""
    npm = shutil.which("npm")
    if npm is None:
        say("tests of pages, editors and workflows are skipped; they need Node.js 20 or later with npm")
        return
    stamp = PAGES / "node_modules" / ".stamp"
    content = digest([PAGES / "package.json", PAGES / "package-lock.json"])
    if stamped(stamp, content):
        return
    say("installing the tests' packages of Node.js (once)")
    try:
        run(npm, "ci", "--no-progress", "--ignore-scripts", where=PAGES, extra=NO_DOWNLOAD)
    except Failed as failure:
        say(f"tests of pages, editors and workflows are skipped: {failure}")
        return
    stamp.write_text(content, encoding="ascii")


# ------------------------------------------------------------------------------------------------ main


def install_beside() -> None:
    """What tests need beside the packages of Python."""
    install_system()
    install_pages()


def newer_python() -> str | None:
    """A Python on this machine that is new enough, where the one that runs this is not."""
    return next((found for name in NEWER if (found := shutil.which(name))), None)


def main(arguments: Sequence[str]) -> int:
    """Make the checkout ready. 0: the toolkit can be used; 1: it cannot, and why was said."""
    if sys.version_info[:2] < OLDEST:
        newer = newer_python()
        if newer is None:
            say(f"this needs Python {OLDEST[0]}.{OLDEST[1]} or later; `python3` is {sys.version.split()[0]}")
            return 1
        return subprocess.run([newer, __file__, *arguments], check=False).returncode
    runtime = "--runtime" in arguments
    try:
        with ThreadPoolExecutor() as pool:  # both mostly wait for what comes over the network
            beside = [] if runtime else [pool.submit(install_beside)]
            install_packages(runtime=runtime)
            for one in beside:
                one.result()
    except Failed as failure:
        say(str(failure))
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
