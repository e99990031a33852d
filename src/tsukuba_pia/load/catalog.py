"""Which banks, vocabularies and references there are: those that come with the toolkit, and a city's own."""

import os
from dataclasses import dataclass
from pathlib import Path

from tsukuba_pia.resources import WORKSPACE_FILE, shipped

NOT_BANKS = ("vocabulary", "references", "crosswalks")


@dataclass(frozen=True, slots=True)
class BankFile:
    """One version of one bank, by its place alone: `<folder>/<bank>/<version>.yaml`."""

    name: str
    version: str
    path: Path
    own: bool  # a city's own, not shipped

    @property
    def rank(self) -> tuple[int, ...]:
        """Versions in their order: 1.10 comes after 1.9."""
        return rank(self.version)


def rank(version: str) -> tuple[int, ...]:
    """A version as numbers; what is no version ranks below all."""
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isascii() and part.isdigit() for part in parts) else (-1,)


def _in_folder(folder: Path, *, own: bool) -> list[BankFile]:
    found = []
    for room in sorted(_subfolders(folder)):
        for file in sorted(os.listdir(folder / room)):  # noqa: PTH208 - names are enough
            version, end = os.path.splitext(file)  # noqa: PTH122
            if end == ".yaml" and rank(version) != (-1,):
                found.append(BankFile(room, version, folder / room / file, own))
    return found


def _subfolders(folder: Path) -> list[str]:
    return [entry.name for entry in os.scandir(folder) if entry.is_dir()] if folder.is_dir() else []


class Catalog:
    """All that can be found from a workspace."""

    def __init__(self, workspace: Path | None = None) -> None:
        """Look at the shipped folder and at the workspace's own."""
        self.workspace = workspace
        theirs = _in_folder(workspace / "questionnaires", own=True) if workspace else []
        ours = _in_folder(shipped("questionnaires"), own=False)
        known = {file.path.resolve() for file in ours}
        self.files = ours + [file for file in theirs if file.path.resolve() not in known]

    @classmethod
    def alone(cls, folder: Path) -> "Catalog":
        """Only what a folder holds, as if it came with the toolkit: a snapshot is scored by its own copies."""
        catalog = cls.__new__(cls)
        catalog.workspace = folder if (folder / WORKSPACE_FILE).is_file() else None
        catalog.files = _in_folder(folder / "questionnaires", own=False)
        return catalog

    @property
    def banks(self) -> tuple[str, ...]:
        """Names of all banks, core first."""
        names = {file.name for file in self.files if file.name not in NOT_BANKS}
        return tuple(sorted(names, key=lambda name: (name != "core", name)))

    def versions(self, name: str) -> list[BankFile]:
        """All versions of a bank, the newest last."""
        return sorted((file for file in self.files if file.name == name), key=lambda file: file.rank)

    def newest(self, name: str) -> BankFile | None:
        """The newest version of a bank."""
        return next(reversed(self.versions(name)), None)

    def find(self, name: str, version: str) -> BankFile | None:
        """Exactly this version."""
        return next((file for file in self.versions(name) if file.version == version), None)

    def fitting(self, extends: str) -> BankFile | None:
        """The bank that `core@1.2` asks for: 1.2 or later within 1."""
        name, _, version = extends.partition("@")
        wanted = rank(version)
        return next(
            (file for file in reversed(self.versions(name)) if file.rank[0] == wanted[0] and file.rank >= wanted), None
        )

    def twice(self, name: str) -> tuple[BankFile, ...]:
        """A city's own files under the name of a shipped bank."""
        files = self.versions(name)
        return tuple(file for file in files if file.own) if any(not file.own for file in files) else ()
