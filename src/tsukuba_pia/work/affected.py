"""Which files something that changed since a revision of git can concern: rather more of them than fewer."""

import os
from collections.abc import Iterable
from pathlib import Path

from tsukuba_pia.lint.settings import OWN, SHARED
from tsukuba_pia.resources import WORKSPACE_FILE, workspace_of
from tsukuba_pia.work.against_git import Revision, changed_files, new_files

BANKS = "questionnaires"
ASSESSMENT = "assessment.yaml"


def affected(files: Iterable[Path], since: Revision) -> list[Path]:
    """Those that changed; assessments with anything in their folder; all where banks, city or settings changed."""
    changed = [os.path.abspath(one) for one in (*changed_files(since), *new_files(since))]  # noqa: PTH100 - a link's own place counts
    settings = [os.path.dirname(one) + os.sep for one in changed if os.path.basename(one) in (OWN, SHARED)]  # noqa: PTH119, PTH120
    return [file for file in files if _concerns(file, changed) or os.path.abspath(file).startswith(tuple(settings))]  # noqa: PTH100


def _concerns(file: Path, changed: list[str]) -> bool:
    place = os.path.abspath(file)  # noqa: PTH100
    rooms = [place]
    if file.name == ASSESSMENT:
        rooms.append(os.path.dirname(place) + os.sep)  # noqa: PTH120
    workspace = workspace_of(file.parent)
    if workspace is not None:
        rooms += [str(workspace / WORKSPACE_FILE), str(workspace / BANKS) + os.sep]
    elif f"{os.sep}{BANKS}{os.sep}" in place:  # banks beside each other, without a city
        rooms.append(place.partition(f"{os.sep}{BANKS}{os.sep}")[0] + f"{os.sep}{BANKS}{os.sep}")
    return any(_touches(one, room) for one in changed for room in rooms)


def _touches(changed: str, room: str) -> bool:
    """Whether what changed is a file, or lies in a folder; of a repository within this one git names the folder."""
    return changed == room or (room.endswith(os.sep) and changed.startswith(room)) or room.startswith(changed + os.sep)
