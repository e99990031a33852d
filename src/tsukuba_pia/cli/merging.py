"""`pia merge`: what git calls where two branches changed the same assessment."""

from collections.abc import Iterator
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.files import save
from tsukuba_pia.fold import fold
from tsukuba_pia.load.assessment import FILE
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import printable
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.against_git import merged_by_lines
from tsukuba_pia.work.merging import Name, merge
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.yaml_edit import ANSWERS
from tsukuba_pia.yaml_source import contents

WIDTH = 80
SNAPSHOTS = "approvals"


def run(base: str, ours: str, theirs: str, path: str) -> int:
    """Merge into OURS, and say what a person has to decide; 1 where there is something."""
    place = Path(path)
    if SNAPSHOTS in place.parts or (path != ours and place.name != FILE):
        raise Problem("merge_no_assessment", path=place)
    file = Path(ours)
    before, mine, other = (contents(one) for one in (base, ours, theirs))
    merged = merge(before, mine, other, merged_by_lines)
    text = merged.text.encode("utf-8", "surrogateescape")
    if text != mine:
        save(file, text, mine)
        file.with_name(f".{file.name}.lock").unlink(missing_ok=True)  # it is git's own file, gone in a moment
    for line in _told(merged.conflicts, by_lines=merged.by_lines, place=place, mine=mine):
        for folded in fold(printable(line), WIDTH, "", "  "):
            context.say(folded)
    return int(bool(merged.conflicts) or merged.by_lines)


def _told(conflicts: tuple[Name, ...], *, by_lines: bool, place: Path, mine: bytes) -> Iterator[str]:
    """What stands between marks, by the words of the questions; answers are not repeated here."""
    if by_lines:
        yield context.words("merge", "by_lines", path=place)
    if conflicts:
        yield context.words("merge", "conflicts", path=place, n=len(conflicts))
        asked = open_assessment(place, context.today(), raw=mine, rules=False).questionnaire
        for name in conflicts:
            yield f"- {_named(name, asked)}"
    if by_lines or conflicts:
        yield context.words("merge", "then", path=place)


def _named(name: Name, asked: Questionnaire | None) -> str:
    """A question by its text; else the key, and the id or the number of the entry."""
    if name[0] == ANSWERS and len(name) > 1:
        known = asked.questions.get(name[1]) if asked else None
        return f"{context.in_line(known.question.text)} ({name[1]})" if known else name[1]
    return f"{name[0]}: {name[1]}" if len(name) > 1 else name[0]
