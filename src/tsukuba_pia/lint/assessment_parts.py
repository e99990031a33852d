"""The parts of an assessment that several rules look at, each with its path."""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.model.assessment import Assessment, Withheld

Words = Iterator[tuple[Path, str]]


def withholdings(context: AssessmentContext) -> Iterator[tuple[Path, Withheld, str]]:
    """All that is withheld: its path, how, and who answered."""
    for one in context.answered:
        if one.answer.withheld is not None:
            yield one.at("withheld"), one.answer.withheld, one.answer.by or ""
    for number, member in enumerate(context.assessment.team):
        if member.withheld is not None:
            yield ("team", number, "withheld"), member.withheld, ""
    for name, section in context.assessment.withheld.items():
        yield ("withheld", name), section, ""


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
