"""`pia doctor`: what pia stands on, each with how it is and, where it is not well, one way to mend it."""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple
from warnings import catch_warnings, simplefilter

from tsukuba_pia import cache
from tsukuba_pia.cli import context
from tsukuba_pia.fold import fold
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.settings import settings_near
from tsukuba_pia.load.assessment import FILE, load_profile
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.model.text import LANGUAGES, escaped, printable
from tsukuba_pia.problems import Problem
from tsukuba_pia.resources import WORKSPACE_FILE, own_of, workspace_of
from tsukuba_pia.version import VERSION

State = Literal["ok", "warn", "fail"]
WIDTH = 80
NARROW = 60
NEEDED = 20 * 1024 * 1024  # bytes free; a report with its pictures takes less


class Sign(NamedTuple):
    """One thing that was looked at; `key` names its words, which may name `args`."""

    about: str
    state: State
    key: str
    args: Mapping[str, object] = {}


def run(*, as_json: bool) -> int:
    """Look at all of it; 1 where something fails."""
    signs = list(examine())
    words: Mapping[str, str] = labels(context.language())["doctor"]
    if as_json:
        found = [
            {"about": one.about, "state": one.state, "message": _said(one, words), "mend": _mend(one, words)}
            for one in signs
        ]
        context.tell(escaped(json.dumps({"pia_doctor": 1, "findings": found}, ensure_ascii=False, indent=2)))
    else:
        for one in signs:
            for line in _lines(one, words):
                context.tell(line)
    return int(any(one.state == "fail" for one in signs))


def _lines(sign: Sign, words: Mapping[str, str]) -> Iterator[str]:
    yield from fold(_said(sign, words), WIDTH, f"{words[sign.state]}  ", " " * 6)
    if mend := _mend(sign, words):
        yield from fold(mend, WIDTH, f"      {words['mend']} ", " " * 8)


def _said(sign: Sign, words: Mapping[str, str]) -> str:
    return printable(words[sign.key].format(**sign.args))


def _mend(sign: Sign, words: Mapping[str, str]) -> str | None:
    return None if sign.state == "ok" else printable(words[f"{sign.key}_mend"].format(**sign.args))


def examine() -> Iterator[Sign]:
    """Everything, in the order in which it is told."""
    yield Sign("python", "ok", "python", {"pia": VERSION, "python": platform.python_version(), "system": sys.platform})
    yield _reading()
    yield _pdf()
    yield from _terminal()
    yield _fonts()
    yield from _git()
    yield _folder()
    yield _cache()
    yield _settings()
    yield _city()
    yield _banks()
    yield _face()


def _reading() -> Sign:
    """Whether files are read by the half that is compiled."""
    try:
        import tsukuba_pia._yaml_at_once  # noqa: F401, PLC0415 - only to see whether it is there and works
    except ImportError:
        return Sign("reading", "warn", "reading_slow")
    return Sign("reading", "ok", "reading")


def _pdf() -> Sign:
    """The one extra, and the library of the system that it needs."""
    from tsukuba_pia.export._pdf import weasyprint  # noqa: PLC0415 - heavy

    try:
        with catch_warnings():
            simplefilter("ignore")  # fonts have a line of their own
            found = weasyprint()
    except Problem as problem:
        return Sign("pdf", "warn", problem.code)
    return Sign("pdf", "ok", "pdf", {"version": found.__version__})


def _terminal() -> Iterator[Sign]:
    encoding = (getattr(sys.stdout, "encoding", None) or "none").lower()
    fits = encoding.replace("-", "") in ("utf8", "utf8sig")
    yield (
        Sign("encoding", "ok", "encoding", {"encoding": encoding})
        if fits
        else Sign("encoding", "warn", "encoding_other", {"encoding": encoding})
    )
    asked = os.environ.get("PIA_LANG", "")
    known = not asked or asked.lower()[:2] in LANGUAGES
    told = {"language": context.language(), "asked": asked}
    yield Sign("language", "ok" if known else "warn", "language" if known else "language_unknown", told)
    columns = shutil.get_terminal_size().columns
    if not sys.stdout.isatty():
        yield Sign("terminal", "ok", "no_terminal")
    elif columns < NARROW:
        yield Sign("terminal", "warn", "terminal_narrow", {"columns": columns})
    else:
        yield Sign("terminal", "ok", "terminal", {"columns": columns})


def _fonts() -> Sign:
    """For browsers and printing only: pages name no font of their own."""
    listing = shutil.which("fc-list")
    if listing is None:
        return Sign("fonts", "ok", "fonts_not_known")
    done = subprocess.run([listing, ":lang=ja", "family"], capture_output=True, check=False, text=True)  # noqa: S603 - no shell
    found = done.stdout.strip().partition("\n")[0]
    return Sign("fonts", "ok", "fonts", {"font": found}) if found else Sign("fonts", "warn", "fonts_none")


def _git() -> Iterator[Sign]:
    git = shutil.which("git")
    if git is None:
        yield Sign("git", "warn", "git_none")
        return
    version = subprocess.run([git, "--version"], capture_output=True, check=False, text=True).stdout.split()  # noqa: S603
    yield Sign("git", "ok", "git", {"version": version[2] if len(version) > 2 else "?"})  # noqa: PLR2004
    inside = subprocess.run([git, "rev-parse", "--is-inside-work-tree"], capture_output=True, check=False, text=True)  # noqa: S603
    if inside.stdout.strip() == "true":
        yield Sign("repository", "ok", "repository")
        yield from _merging(git)
    else:
        yield Sign("repository", "warn", "repository_none")


def _merging(git: str) -> Iterator[Sign]:
    """How git merges assessments, where the repository wants it done by `pia merge`: each clone has to be told."""
    wanted = subprocess.run([git, "check-attr", "merge", "--", FILE], capture_output=True, check=False, text=True)  # noqa: S603
    if wanted.stdout.strip().endswith(": pia"):
        driver = subprocess.run([git, "config", "merge.pia.driver"], capture_output=True, check=False, text=True)  # noqa: S603
        known = "pia merge" in driver.stdout or "tsukuba_pia merge" in driver.stdout
        yield Sign("merge", "ok", "merge") if known else Sign("merge", "warn", "merge_none")


def _folder() -> Sign:
    here = Path.cwd()
    try:
        with tempfile.TemporaryFile(dir=here):
            pass
    except OSError as error:
        return Sign("folder", "fail", "folder_closed", {"path": here, "reason": error.strerror or ""})
    free = shutil.disk_usage(here).free
    if free < NEEDED:
        return Sign("folder", "warn", "folder_full", {"path": here, "free": free // 1024})
    return Sign("folder", "ok", "folder", {"path": here})


def _cache() -> Sign:
    place = cache.folder()
    if place is None or not os.access(place, os.W_OK):
        return Sign("cache", "warn", "cache_none")
    return Sign("cache", "ok", "cache", {"path": place})


def _settings() -> Sign:
    source = settings_near(Path()).source
    if source is None:
        return Sign("settings", "ok", "settings_none")
    if source.diagnostics:
        return Sign("settings", "fail", "settings_wrong", {"path": source.file})
    return Sign("settings", "ok", "settings", {"path": source.file})


def _city() -> Sign:
    workspace = workspace_of(Path())
    if workspace is None:
        return Sign("workspace", "warn", "workspace_none", {"file": WORKSPACE_FILE})
    profile, source = load_profile(workspace)
    if profile is None or (source is not None and source.diagnostics):
        return Sign("workspace", "fail", "workspace_wrong", {"path": workspace / WORKSPACE_FILE})
    return Sign("workspace", "ok", "workspace", {"path": workspace / WORKSPACE_FILE})


def _face() -> Sign:
    """The city's own templates, words and logo that take the place of the shipped ones."""
    face = own_of(workspace_of(Path()))
    if face is None:
        return Sign("face", "ok", "face_none")
    from tsukuba_pia.work.own_face import errors_of, in_force  # noqa: PLC0415 - heavy, and few cities have one

    names = in_force(face)
    told = {"n": len(names), "names": ", ".join(names), "path": face.folder}
    return Sign("face", "fail", "face_wrong", told) if errors_of(face) else Sign("face", "ok", "face", told)


def _banks() -> Sign:
    banks = Catalog(workspace_of(Path())).banks
    if "core" not in banks:
        return Sign("banks", "fail", "banks_none")
    return Sign("banks", "ok", "banks", {"n": len(banks), "names": ", ".join(banks)})
