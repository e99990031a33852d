"""The one place that asks git: which revision is meant, what a file held there. Nothing is fetched or written."""

import hashlib
import os
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from tsukuba_pia.problems import Problem

HEAD = "HEAD"
SHA1 = 40  # hexadecimal digits


class Revision(NamedTuple):
    """A revision of a repository, by the name that a person gave it."""

    top: Path
    name: str
    commit: str


def revision(place: Path, name: str) -> Revision:
    """The revision `name` of the repository in which a place lies; `HEAD` of a new one holds nothing.

    Raises:
        Problem: there is no git, no repository, or no such revision.

    """
    folder = next((one for one in (place.absolute(), *place.absolute().parents) if one.is_dir()), Path())
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top.failed:
        raise Problem("no_repository", path=place, why=top.why)
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found.failed and name == HEAD and not _git(folder, "symbolic-ref", "--quiet", HEAD).failed:
        found = _git(folder, "hash-object", "-t", "tree", "--stdin")  # nothing was committed yet: an empty tree
    if found.failed:
        raise Problem("no_revision", name=name)
    return Revision(Path(top.line).resolve(), name, found.line)


def blob(at: Revision, path: Path) -> bytes | None:
    """What a file held at a revision; None where it was not there."""
    name = _inside(at, path)
    if name is None:
        return None
    done = _git(at.top, "cat-file", "blob", f"{at.commit}:{name}")
    return None if done.failed else done.out


def files_below(at: Revision, folder: Path) -> tuple[Path, ...]:
    """The files that lay in a folder at a revision, as paths below `folder`."""
    return tuple(blobs_below(at, folder))


def blobs_below(at: Revision, folder: Path) -> dict[Path, str]:
    """The same, each with git's name for what it held."""
    name = _inside(at, folder)
    if name is None:
        return {}
    done = _git(at.top, "ls-tree", "-r", "-z", "--full-tree", f"{at.commit}:{'' if name == '.' else name}")
    lines = done.out.decode("utf-8", "surrogateescape").split("\0") if not done.failed else []
    told = (line.partition("\t") for line in lines if line)
    return {folder / PurePosixPath(path): about.split(" ")[2] for about, _, path in told}


def whole(path: Path) -> Path:
    """A path from the root, by which two names of one file are the same; a link's own place counts."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - it takes `..` out and follows nothing


def same_blob(file: Path, name: str) -> bool:
    """Whether a file holds what git calls by a name. A link holds nothing of its own."""
    if file.is_symlink():
        return False
    raw, kind = file.read_bytes(), "sha1" if len(name) == SHA1 else "sha256"
    return hashlib.new(kind, b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest() == name


def changed_files(since: Revision) -> tuple[Path, ...]:
    """The files that are not what they were at a revision, also gone ones. Raises Problem where git does not tell."""
    return _named(since, "diff", "--name-only", "--no-renames", "--ignore-submodules=none", "-z", since.commit, "--")


def new_files(since: Revision) -> tuple[Path, ...]:
    """The files that git does not know yet. Raises Problem where it does not tell."""
    return _named(since, "ls-files", "--others", "--exclude-standard", "-z")


def _named(since: Revision, *asked: str) -> tuple[Path, ...]:
    done = _git(since.top, *asked)
    if done.failed:
        raise Problem("no_repository", path=since.top, why=done.why)
    names = done.out.decode("utf-8", "surrogateescape").split("\0")
    return tuple(since.top / PurePosixPath(name) for name in names if name)


def renamed_since(since: Revision, name: str) -> dict[Path, Path]:
    """Of the files of a name: those that git takes for moved since a revision, and where each of them lay."""
    pattern = f":(top,glob)**/{name}"
    done = _git(
        since.top, "diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", since.commit, "--", pattern
    )
    parts = done.out.decode("utf-8", "surrogateescape").split("\0") if not done.failed else []
    return {since.top / new: since.top / old for old, new in zip(parts[1::3], parts[2::3], strict=False)}


def first_day(at: Revision, path: Path, line: str) -> str:
    """The day of the first commit up to a revision that touched a file, or wrote a line into one called the same.

    So it is found where its folder was called otherwise; a copy that says another name is not taken for it. `line`: an
    extended regular expression. Nothing where no day is known.
    """
    name = _inside(at, path)
    if name is None:
        return ""
    told = ("log", "--date=short", "--format=%ad%n%cd")
    touched = _git(at.top, "--literal-pathspecs", *told, at.commit, "--", name)
    wrote = ("--text", "--no-textconv", "--no-renames", "-G", line, at.commit, "--", f":(top,glob)**/{path.name}")
    written = _git(at.top, *told, *wrote)
    return min((day for one in (touched, written) if not one.failed for day in one.line.split()), default="")


def merged_by_lines(base: str, ours: str, theirs: str) -> tuple[str, bool]:
    """Three texts merged line by line, with git's marks where that does not go; whether there are none.

    Raises:
        Problem: there is no git, or it takes one of the texts for no text.

    """
    import tempfile  # noqa: PLC0415 - seldom asked for

    with tempfile.TemporaryDirectory() as room:
        names = ("ours", "base", "theirs")
        for name, text in zip(names, (ours, base, theirs), strict=True):
            (Path(room) / name).write_bytes(text.encode("utf-8", "surrogateescape"))
        done = _git(Path(room), "merge-file", "-p", *(f"-L{name}" for name in names), *names)
    text = done.out.decode("utf-8", "surrogateescape")
    if done.failed and done.why:
        raise Problem("no_merge", why=done.why)
    return text, not done.failed


def _inside(at: Revision, path: Path) -> str | None:
    """The name of a path in the repository. A link in the last place counts as itself."""
    whole = path.resolve() if path.name in ("", "..") else path.absolute().parent.resolve() / path.name
    return whole.relative_to(at.top).as_posix() if whole.is_relative_to(at.top) else None


class _Done(NamedTuple):
    """What git answered."""

    failed: bool
    out: bytes
    why: str  # git's own words

    @property
    def line(self) -> str:
        """The one line of the answer."""
        return self.out.decode("utf-8", "surrogateescape").removesuffix("\n")


def _git(folder: Path, *arguments: str) -> _Done:
    import subprocess  # noqa: PLC0415 - only who asks git pays for it

    command = ("git", "-C", str(folder), *arguments)
    try:
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603 - no shell
    except FileNotFoundError:
        raise Problem("no_git") from None
    why = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
    return _Done(done.returncode != 0, done.stdout, why)
