"""The documents keep up: every command and option is in the guides, every link leads somewhere, every code exists."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.golden import ROOT
from tsukuba_pia.cli.app import app, command_names, load
from tsukuba_pia.lint.engine import codes

SHARED = {"--lang", "--help"}
GUIDES = ("docs/guide.md", "docs/guide.ja.md")
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*/*.md")],
)
NAMES = [str(file.relative_to(ROOT)) for file in DOCUMENTS]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<(?:img|a)[^>]* (?:src|href)=\"([^\"]+)\"")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@cache
def commands() -> dict[str, frozenset[str]]:
    """`init`, …, `bank list`: each command that does something, by its words, and the long spellings of its options."""
    found: dict[str, frozenset[str]] = {}
    for name in command_names():
        command = load(name)
        inner = getattr(command, "commands", None)
        whole = {f"{name} {one}": inner[one] for one in inner} if inner else {name: command}
        found |= {one: options(whole[one].params) for one in whole}
    return found


def options(parameters: Iterable[Any]) -> frozenset[str]:
    """The long spellings of options; `--` alone names none."""
    return frozenset(one for parameter in parameters for one in parameter.opts if one.startswith("--"))


def sections(guide: str) -> dict[str, str]:
    """What a guide's reference says, by its headings `### pia …`."""
    parts = re.split(r"^### ", (ROOT / guide).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {part.partition("\n")[0].strip("` "): part for part in parts}


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("name", list(commands()))
def test_a_command_is_in_the_guide_with_all_its_options(guide: str, name: str) -> None:
    """In a section of the reference of its own, and no option that is not there; what all share is told once."""
    said = [text for title, text in sections(guide).items() if re.match(rf"pia {name}( |$)", title)]
    assert len(said) == 1, f"{guide} has no section ### `pia {name} …`"
    told = set(re.findall(r"--[a-z][a-z-]*", said[0]))
    assert commands()[name] - SHARED <= told <= commands()[name]


@pytest.mark.parametrize("guide", GUIDES)
def test_the_reference_has_no_command_that_is_not_there(guide: str) -> None:
    """What was renamed or taken away goes from the guide too."""
    titles = [title for title in sections(guide) if title.startswith("pia ")]
    assert len(titles) == len(commands())


@pytest.mark.parametrize("guide", GUIDES)
def test_what_all_commands_share_is_in_the_guide(guide: str) -> None:
    """`--lang`, `--help`, `--version` and the shell's completion."""
    text = (ROOT / guide).read_text(encoding="utf-8")
    assert [one for one in options(app([]).params) | SHARED if f"`{one}" not in text] == []


def anchor(heading: str) -> str:
    """A heading's name in links, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def complaint(file: Path, link: str) -> str | None:
    """What is wrong with a link, or None."""
    if re.match(r"[a-z]+:", link):
        return None
    path, _, fragment = unquote(link).partition("#")
    target = (file.parent / path).resolve() if path else file
    if not target.exists():
        return f"{link}: there is no such file"
    if not fragment:
        return None
    headings = HEADING.findall(FENCE.sub("", target.read_text(encoding="utf-8")))
    return None if fragment in map(anchor, headings) else f"{link}: there is no such heading"


@pytest.mark.parametrize("file", DOCUMENTS, ids=NAMES)
def test_every_link_leads_somewhere(file: Path) -> None:
    """Relative links and their headings; addresses are not asked for."""
    text = FENCE.sub("", file.read_text(encoding="utf-8"))
    links = [one or other for one, other in LINK.findall(text)]
    assert [said for link in links if (said := complaint(file, link))] == []


@pytest.mark.parametrize("file", DOCUMENTS, ids=NAMES)
def test_every_code_that_is_named_exists(file: Path) -> None:
    """A code is kept or goes from the documents."""
    named = set(re.findall(r"\bPIA[0-9]{3}\b", file.read_text(encoding="utf-8")))
    assert named <= set(codes())


def test_pictures_are_small_and_used() -> None:
    """A README that loads slowly is not read; a picture that nobody shows goes stale."""
    pictures = {file.name: file.stat().st_size for file in (ROOT / "docs" / "pictures").glob("*")}
    shown = {
        name for name in pictures if any(f"pictures/{name}" in one.read_text(encoding="utf-8") for one in DOCUMENTS)
    }
    assert pictures
    assert shown == set(pictures)
    assert max(pictures.values()) < 250 * 1024
