"""`pia site`: the register of all assessments below a folder; what is not published, and why, is said."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.cli.walking import files_in
from tsukuba_pia.lint.settings import settings_near
from tsukuba_pia.load.assessment import FILE, load_profile
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.problems import Problem
from tsukuba_pia.resources import own_of, with_own, workspace_of
from tsukuba_pia.work.own_face import errors_of
from tsukuba_pia.work.site import Built, Demand, build_site
from tsukuba_pia.work.workers import processors

MANY = 20  # assessments from which on a bar shows how far it is
MOST = 20  # of a kind that are said; a city that has more begins with these


def run(  # noqa: PLR0913 - one per option
    folder: str, output: str, base_url: str | None, jobs: int | None, as_of: str | None, *, draft: bool
) -> int:
    """Build it; 1 where something that should stand in it may not."""
    room, out = Path(folder), Path(output)
    if not room.is_dir():
        raise Problem("no_folder", path=folder)
    files = _assessments(room, out)
    if not files and not out.is_dir():
        raise Problem("site_nothing", path=folder)
    demand = Demand(
        out=out,
        as_of=context.day(as_of) if as_of else context.today(),
        started=context.moment(),
        profile=_profile(room),
        drafts=draft,
        address=base_url,
        jobs=jobs or processors(),
        elsewhere=lambda: _assessments(workspace_of(room) or room, out, every=True),
    )
    face = own_of(workspace_of(room))
    if wrong := errors_of(face):
        say_findings(wrong, {})
        return 1
    with _bar(len(files)) as told, with_own(face):
        built = build_site(files, demand, told)
    return _tell(built, out, draft=draft)


def _assessments(room: Path, out: Path, *, every: bool = False) -> list[Path]:
    """Below a folder; `every` one, also those that settings exclude."""
    found = (file for file in files_in(room, None if every else settings_near(room)) if file.name == FILE)
    return [file for file in found if not file.resolve().is_relative_to(out.resolve())]


def _profile(room: Path) -> Profile | None:
    """The city's, where the folder is in a workspace. Raises Problem where it cannot be read."""
    workspace = workspace_of(room)
    profile, source = load_profile(workspace)
    if source is not None and profile is None:
        raise Problem("site_city", path=source.file)
    return profile


@contextmanager
def _bar(total: int) -> Iterator[Callable[[], None]]:
    """How far it is, where a person looks on and it takes a while."""
    if total < MANY or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where somebody waits
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(context.words("site", "building"), total=total)
        yield lambda: progress.advance(task)


def _tell(built: Built, out: Path, *, draft: bool) -> int:
    say = context.words
    count = len(built.made) + len(built.unchanged) + len(built.kept)
    context.say(say("site", "done", n=count, made=len(built.made), unchanged=len(built.unchanged), path=out))
    if draft:
        context.say(say("site", "drafts"))
    for why in ("gone", "elsewhere", "revised", "withdrawn"):
        names = sorted(name for name, one in built.kept.items() if one == why and name not in built.withdrawn)
        _list(f"kept_{why}", names)
    for name, fields in sorted(built.withdrawn.items()):
        context.say(say("site", "withdrawn", name=name, fields=", ".join(fields)))
    _list("unread", [str(file) for file in built.unread])
    _list("altered", sorted(built.altered))
    _list("decided", sorted(built.decided))
    _list("unshown", [f"{name} {number}" for name, numbers in sorted(built.unshown.items()) for number in numbers])
    _list("undecided", [str(file.parent) for file, refused in built.refused if refused.why == "undecided"])
    wrong = [(file, refused) for file, refused in built.refused if refused.why != "undecided"]
    for file, refused in wrong[:MOST]:
        context.say(say("site", refused.why, path=file, n=refused.findings))
    if len(wrong) > MOST:
        context.say(say("site", "more", n=len(wrong) - MOST))
    for file, fields in built.leaking:
        context.say(say("site", "leaking", path=file, fields=", ".join(fields)))
    if built.faults:
        say_findings(built.faults, {})
    return int(bool(wrong or built.leaking or built.faults))


def _list(key: str, names: list[str]) -> None:
    if names:
        more = f" … (+{len(names) - MOST})" if len(names) > MOST else ""
        context.say(context.words("site", key, n=len(names), names=", ".join(names[:MOST]) + more))
