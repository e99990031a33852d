"""Starts a city's own bank: a sound small one with its scenarios, to be rewritten for a field."""

import re
from pathlib import Path
from string import Template

from tsukuba_pia import files
from tsukuba_pia.load.catalog import NOT_BANKS, Catalog
from tsukuba_pia.problems import Problem
from tsukuba_pia.resources import shipped

FIRST = "0.1"
_NAME, _PREFIX = re.compile(r"[a-z][a-z0-9_-]*"), re.compile(r"[a-z][a-z0-9_]*")


def start_bank(name: str, prefix: str | None, titles: dict[str, str], catalog: Catalog, folder: Path) -> list[Path]:
    """Write `questionnaires/<name>/0.1.yaml` and its scenarios into a folder.

    Args:
        name: the bank's name, as assessments will say it under `banks`.
        prefix: what all its ids begin with; made from the name where it is not given.
        titles: the title by language.
        catalog: the banks that there are; none may have this name.
        folder: the workspace.

    Returns:
        The files that were made.

    Raises:
        Problem: the name or prefix has a wrong form or is taken, or the bank is there.

    """
    prefix = prefix or re.sub(r"[^a-z]", "", name)[:3]
    if not _NAME.fullmatch(name) or name in NOT_BANKS:
        raise Problem("bank_name_form", name=name)
    if not _PREFIX.fullmatch(prefix):
        raise Problem("bank_prefix_form", prefix=prefix)
    if catalog.versions(name):
        raise Problem("bank_there", bank=name, path=catalog.versions(name)[-1].path)
    taken = next((one for one in catalog.banks if _begins(catalog, one, prefix)), None)
    if taken:
        raise Problem("bank_prefix_taken", prefix=prefix, bank=taken)
    core = catalog.newest("core")
    values = {
        "name": name, "prefix": prefix, "extends": f"core@{core.version if core else '1.0'}",
        "title_ja": _quoted(titles["ja"]), "title_en": _quoted(titles["en"]),
    }  # fmt: skip
    room = folder / "questionnaires" / name
    made = {room / f"{FIRST}.yaml": "new.yaml", room / "tests" / "start.yaml": "new_tests.yaml"}
    for place, template in made.items():
        text = Template((shipped("templates") / "bank" / template).read_text(encoding="utf-8")).substitute(values)
        place.parent.mkdir(parents=True, exist_ok=True)
        files.save(place, text.encode("utf-8"), expected=None)
    return list(made)


def _begins(catalog: Catalog, bank: str, prefix: str) -> bool:
    """Whether the newest version of a bank has this prefix."""
    file = catalog.newest(bank)
    return file is not None and bool(re.search(rf"^prefix: {prefix}$", file.path.read_text("utf-8"), re.MULTILINE))


def _quoted(title: str) -> str:
    """A title as YAML has it, whatever a person typed."""
    return '"' + title.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
