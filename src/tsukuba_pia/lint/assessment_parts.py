"""The parts of an assessment that several rules look at, each with its path."""

from collections.abc import Iterator

from tsukuba_pia.change.approval import AUTHOR
from tsukuba_pia.diagnostics import Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.model.assessment import Assessment, Member, Withheld
from tsukuba_pia.score.asked import same_name, same_person

Words = Iterator[tuple[Path, str]]


def withholdings(context: AssessmentContext) -> Iterator[tuple[Path, Withheld, str]]:
    """All that is withheld: its path, how, and who answered."""
    for one in context.long_forms:
        if one.answer.withheld is not None:
            yield one.at("withheld"), one.answer.withheld, one.answer.by or ""
    for number, member in enumerate(context.assessment.team):
        if member.withheld is not None:
            yield ("team", number, "withheld"), member.withheld, ""
    for name, section in context.assessment.withheld.items():
        yield ("withheld", name), section, ""


def is_author(assessment: Assessment, name: str | None) -> bool:
    """Whether a name is the author's: written as a name, or as the post that the team says is the author's."""
    authors = (member for member in assessment.team if member.role == AUTHOR)
    return any(same_name(name, one.name) or any(same_person(name, post) for post in _posts(one)) for one in authors)


def _posts(member: Member) -> Iterator[str]:
    """A member's post in each language, also with the organisation before it."""
    for post in versions(member.post):
        yield from (f"{before}{post}" for before in ("", *versions(member.organisation)))


def bases(assessment: Assessment) -> Words:
    """All references to law, each with its path."""
    for number, actor in enumerate(assessment.actors or ()):
        yield from listed(("actors", number, "refs"), actor.refs)
    for number, item in enumerate(assessment.data or ()):
        for stage in ("collect", "use", "share", "store", "retain", "delete"):
            found = getattr(item.lifecycle, stage) if item.lifecycle else None
            if found is not None:
                yield from listed(("data", number, "lifecycle", stage, "basis"), found.basis)
    for key in ("flows", "linkage", "provision"):
        for number, one in enumerate(getattr(assessment, key) or ()):
            yield from listed((key, number, "basis"), one.basis)


def listed(path: Path, words: tuple[str, ...] | None) -> Words:
    """Each word of a list with its path."""
    for number, word in enumerate(words or ()):
        yield (*path, number), word
