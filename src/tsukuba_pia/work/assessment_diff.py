"""Finds the two sides of `pia diff`: assessments as they lie here, or as they lay at a revision of git."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tsukuba_pia.change.assessment_diff import AssessmentDiff, assessment_diff
from tsukuba_pia.change.causes import sides_fit
from tsukuba_pia.change.diff import Diff, diff
from tsukuba_pia.change.sides import Side
from tsukuba_pia.change.slots import Given
from tsukuba_pia.load.assessment import file_of
from tsukuba_pia.load.evidence import evidence_digests
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.against import BaseScales
from tsukuba_pia.work.against_git import revision
from tsukuba_pia.work.laying import lay
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.work.released import document_of
from tsukuba_pia.work.renamed_side import under_new_names

if TYPE_CHECKING:
    from tsukuba_pia.diagnostics import Diagnostic
    from tsukuba_pia.yaml_source import Source


class Found(NamedTuple):
    """A side: what people call it, and the assessment with its banks."""

    name: str
    opened: Opened

    @property
    def side(self) -> Side:
        """All that scoring is given."""
        one = self.opened
        assert one.assessment is not None  # noqa: S101 - it is usable
        assert one.questionnaire is not None  # noqa: S101
        return Side(one.questionnaire, Given(one.assessment, one.as_of, one.loaded.missing_evidence))

    @property
    def evidence(self) -> dict[str, str | None]:
        """Its evidence with digests."""
        assert self.opened.assessment is not None  # noqa: S101 - it is usable
        return evidence_digests(self.opened.assessment, self.opened.path.parent)


class Compared(NamedTuple):
    """Both sides and what differs."""

    old: Found
    new: Found
    diff: AssessmentDiff
    was: Mapping[str, str]  # ids of the old side by those that the new side's banks have given them


class SideUnusable(Problem):
    """A side cannot be scored, or neither; `diagnostics` say why, with the sources that they point into."""

    def __init__(self, *sides: Found) -> None:
        """Remember what is wrong with them; what lay at a revision is called as it was asked for."""
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.sources: dict[str, Source] = {}
        for found in sides:
            own = str(found.opened.path)
            errors = [one for one in found.opened.diagnostics if one.level == "error"]
            self.diagnostics += tuple(replace(one, file=found.name) if one.file == own else one for one in errors)
            sources = found.opened.banks.read_sources | found.opened.sources
            self.sources |= {found.name if name == own else name: source for name, source in sources.items()}
        names = ", ".join(found.name for found in sides)
        super().__init__("side_unusable", name=names, count=len(self.diagnostics))


def compare_assessments(old: str, new: str, here: Path, as_of: str, scratch: Path) -> Compared:
    """What changed from one assessment to the other.

    Args:
        old: a file, a folder, REV:path, or a revision of the other side's file.
        new: the same, for what it became.
        here: where the person stands.
        as_of: the day on which both are scored.
        scratch: an empty folder, for what lay at a revision.

    Raises:
        Problem: a side is not there or cannot be scored, both are one file, or they have no bank in common.

    """
    later, earlier = _found(new, here, as_of, scratch / "new"), _found(old, here, as_of, scratch / "old")
    earlier = earlier or _at_a_revision(old, later, as_of, scratch / "old")
    later = later or _at_a_revision(new, earlier, as_of, scratch / "new")
    if earlier is None or later is None:
        raise Problem("no_assessment", found=old if earlier is None else new)
    if earlier.opened.path.resolve() == later.opened.path.resolve():
        raise Problem("same_file", old=old, new=new)
    if unusable := [one for one in (earlier, later) if not one.opened.usable]:
        raise SideUnusable(*unusable)
    sides = (earlier.side, later.side)
    if not sides_fit(*sides):
        names = (", ".join(bank.bank for bank in side.questionnaire.banks) for side in sides)
        raise Problem("no_common_bank", **dict(zip(("old", "new"), names, strict=True)))
    before = under_new_names(earlier.opened, later.opened, sides[0])
    evidence = (earlier.evidence, later.evidence)
    found = assessment_diff(before.side, sides[1], evidence, tuple(_banks(earlier, later)))
    return Compared(earlier, later, found, before.was)


def _banks(old: Found, new: Found) -> Iterator[Diff]:
    """What changed in the banks that both use."""
    one, other = old.opened.banks, new.opened.banks
    for bank in other.banks:
        name = bank.bank
        if name not in one.files or one.files[name] == other.files[name]:
            continue
        before, after = document_of(one.source(name)), document_of(other.source(name))
        if before is not None and after is not None and before.digest != after.digest:
            yield diff(before, after, BaseScales(after, other.files[name]))


def _found(given: str, here: Path, as_of: str, scratch: Path) -> Found | None:
    """What lies here, or what lay at a revision."""
    file = file_of(here / given)
    if file.is_file():
        return Found(given, open_assessment(file, as_of, rules=False))
    name, mark, place = given.partition(":")
    if not mark or not place:
        return None
    laid = lay(revision(here, name), here / place, scratch)
    if laid is None:
        raise Problem("not_at_revision", path=place, name=name)
    return Found(given, open_assessment(laid, as_of, rules=False))


def _at_a_revision(given: str, other: Found | None, as_of: str, scratch: Path) -> Found | None:
    """Only a revision was given: the other side's file, as it was then."""
    if other is None:
        return None
    try:
        at = revision(other.opened.path.parent, given)
    except Problem as problem:
        if problem.code in ("no_revision", "no_repository", "no_git"):
            return None
        raise
    laid = lay(at, other.opened.path, scratch)
    if laid is None:
        raise Problem("not_at_revision", path=other.name, name=given)
    return Found(f"{given}:{other.name}", open_assessment(laid, as_of, rules=False))
