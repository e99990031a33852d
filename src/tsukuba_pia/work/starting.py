"""Starts an assessment: its name, its banks, and the commented file that people fill in."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tsukuba_pia.load.bank import CORE
from tsukuba_pia.load.catalog import BankFile, Catalog
from tsukuba_pia.model.places import PLACES
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import LANGUAGES
from tsukuba_pia.problems import Problem
from tsukuba_pia.resources import shipped
from tsukuba_pia.work.captions import caption
from tsukuba_pia.yaml_fragment import inline, mapping_lines
from tsukuba_pia.yaml_source import read

STEP = 2
HEAD = ("assessment", "format", "language", "title", "banks")
BLOCKS = 3  # of the template, in which these stand
PARTS = tuple(name for name in PLACES if name not in HEAD)
LONGEST_NAME = 60
_PART = re.compile(r"#([a-z_]+):")
_MARK = re.compile(r"@([A-Z]+)@")


@dataclass(frozen=True, slots=True)
class Start:
    """What is known when an assessment is started."""

    name: str
    title: object
    language: str
    banks: Mapping[str, str]
    parts: Mapping[str, Any] = field(default_factory=dict)  # other top-level parts
    answers: Mapping[str, Any] = field(default_factory=dict)


def name_for(title: str, sectors: Sequence[str], day: str) -> str:
    """A name from the title's Latin words; where it has none, from the sectors and the day."""
    words = "-".join(re.findall(r"[a-z0-9]+", title.lower())).lstrip("-0123456789")
    if len(words.replace("-", "")) < 3 or not title.isascii():  # noqa: PLR2004 - shorter says nothing
        words = "-".join([*(sectors or ["pia"]), day])
    return words[:LONGEST_NAME].rstrip("-")


def sectors_of(catalog: Catalog) -> tuple[str, ...]:
    """The sectors that there are banks for."""
    return tuple(name for name in catalog.banks if name != CORE)


def choose_banks(sectors: Sequence[str], catalog: Catalog) -> dict[str, str]:
    """Core and the sectors' banks, each in its newest version that may start an assessment.

    Core is left out where a bank brings a method of its own.

    Raises:
        Problem: there is no such bank.

    """
    chosen = {name: _newest(name, catalog) for name in dict.fromkeys(sectors)}
    if not any("method" in data for name, (_, data) in chosen.items() if name != CORE):
        chosen = {CORE: _newest(CORE, catalog)} | chosen
    return {name: file.version for name, (file, _) in chosen.items()}


def _newest(name: str, catalog: Catalog) -> tuple[BankFile, Mapping[str, Any]]:
    """A withdrawn version still scores what it started, and starts nothing new."""
    for file in reversed(catalog.versions(name)):
        data = read(file.path).data
        if isinstance(data, dict) and data.get("status") != "withdrawn":
            return file, data
    raise Problem("no_bank", bank=name, meant="")


def new_assessment(questionnaire: Questionnaire, start: Start, shown: Container[str]) -> str:
    """The text of a commented `assessment.yaml`, with the questions of `shown` above their (still empty) answers."""
    language = start.language if start.language in LANGUAGES else "en"
    template = (shipped("templates") / "assessment" / f"{language}.yaml").read_text(encoding="utf-8")
    blocks = _blocks(template, start.parts)
    marks = {
        "NAME": inline(start.name),
        "TITLE": inline(start.title),
        "BANKS": inline(start.banks),
        "FILE": start.name,
        "LANGUAGE": inline(start.language),
    }
    head = _MARK.sub(lambda match: marks[match[1]] if match[1] in marks else match[0], "\n\n".join(blocks[:BLOCKS]))
    text = "\n\n".join([head, *blocks[BLOCKS:]])
    return f"{text}\n{_answers(questionnaire, start, shown)}"


def _blocks(template: str, parts: Mapping[str, Any]) -> list[str]:
    """The template's blocks; what is known and has no example there stands at its place between them."""
    blocks = template.rstrip("\n").split("\n\n")
    names = [_part_of(block) for block in blocks]
    blocks = [_block(block, parts) for block in blocks]
    for name in [name for name in PARTS if name in parts and name not in names]:
        before = (number for number, other in enumerate(names) if PLACES.get(other, PLACES[name]) < PLACES[name])
        place = max(BLOCKS, *(number + 1 for number in before))
        names.insert(place, name)
        blocks.insert(place, "\n".join(mapping_lines({name: parts[name]}, STEP)))
    return blocks


def _part_of(block: str) -> str:
    found = next((match for line in block.splitlines() if (match := _PART.match(line))), None)
    return found[1] if found else ""


def _block(block: str, parts: Mapping[str, Any]) -> str:
    """A part of the template: as it is, or with what is known in the place of its commented example."""
    name = _part_of(block)
    if name not in parts:
        return block
    kept = [line for line in block.splitlines() if line.startswith("# ")]
    return "\n".join([*kept, *mapping_lines({name: parts[name]}, STEP)])


def _answers(questionnaire: Questionnaire, start: Start, shown: Container[str]) -> str:
    lines = ["answers:"]
    for name in questionnaire.questions:
        if name not in shown and name not in start.answers:
            continue
        above = [f"#: {line}" for line in caption(questionnaire, name, start.language)]
        answer = mapping_lines({name: start.answers.get(name)}, STEP)
        gap = [""] if len(lines) > 1 else []
        lines += [*gap, *(" " * STEP + line if line else line for line in [*above, *answer])]
    others = {name: value for name, value in start.answers.items() if name not in questionnaire.questions}
    lines += [" " * STEP + line if line else line for line in mapping_lines(others, STEP)]
    return "\n".join(lines) + "\n"
