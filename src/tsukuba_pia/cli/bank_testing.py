"""`pia bank test`: a bank held to its scenarios, told in numbers and findings; and drafts of scenarios to add."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from tsukuba_pia import files
from tsukuba_pia.cli import checking, context
from tsukuba_pia.cli.options import Lang, argument, option
from tsukuba_pia.model.text import printable
from tsukuba_pia.problems import Problem

FORMATS = "|".join(checking.formats())
FULL = 100.0


def run(  # noqa: PLR0913, PLR0917 - one per option
    banks: Annotated[list[str] | None, argument("test_banks", metavar="[BANK]...")] = None,
    at_least: Annotated[float, option("test_at_least", "--at-least", metavar="PERCENT", min=0, max=100)] = FULL,
    propose: Annotated[bool, option("test_propose", "--propose")] = False,  # noqa: FBT002 - Typer's way to say a flag
    output: Annotated[str | None, option("test_output", "-o", "--output")] = None,
    output_format: Annotated[str, option("output_format", "--output-format", metavar=FORMATS)] = "text",
    lang: Lang = None,
) -> None:
    """Hold banks to their scenarios: what comes of them, what they reach, whether they would notice a change."""
    from tsukuba_pia.load.catalog import Catalog  # noqa: PLC0415 - only when called
    from tsukuba_pia.resources import here  # noqa: PLC0415
    from tsukuba_pia.work.bank_tests.running import run_tests  # noqa: PLC0415

    del lang
    catalog = Catalog(here())
    failed = False
    for file in _files(banks, catalog):
        tested = run_tests(file, catalog)
        if propose:
            _tell_proposals(tested, output)
        else:
            _tell(tested, file, output_format, at_least)
        failed = failed or not _passed(tested, at_least)
    raise typer.Exit(int(failed))


def _files(banks: Iterable[str] | None, catalog: Any) -> list[Path]:  # noqa: ANN401 - a Catalog; imported when called
    return [bank_file(one, catalog) for one in banks or catalog.banks]


def bank_file(asked: str, catalog: Any) -> Path:  # noqa: ANN401 - a Catalog
    """A bank by its file, by name@version, or by name (then its newest version)."""
    from tsukuba_pia.lint.meant import meant  # noqa: PLC0415

    if asked.endswith(".yaml"):
        return Path(asked)
    name, _, version = asked.partition("@")
    found = catalog.find(name, version) if version else catalog.newest(name)
    if found is None or name not in catalog.banks:
        close = meant(name, catalog.banks) if not catalog.versions(name) else ""
        raise Problem("no_bank", bank=asked, meant=context.words("refusal", "meant", meant=close) if close else "")
    return _near(found.path)


def _near(path: Path) -> Path:
    """A path as a person would type it from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _passed(tested: Any, at_least: float) -> bool:  # noqa: ANN401 - a Tested
    return tested.complete and min(_share(*_reached(tested)), _share(tested.noticed, tested.changes)) >= at_least


def _reached(tested: Any) -> tuple[int, int]:  # noqa: ANN401 - a Tested
    return len(tested.goals) - len(tested.missed), len(tested.goals)


def _share(part: int, whole: int) -> float:
    """Per cent, never rounded up to all of it."""
    return FULL * part / whole if whole else FULL


def _tell(tested: Any, file: Path, output_format: str, at_least: float) -> None:  # noqa: ANN401 - a Tested
    from tsukuba_pia.cli.checking import reporter_of  # noqa: PLC0415
    from tsukuba_pia.diagnostics import in_order  # noqa: PLC0415
    from tsukuba_pia.reporters.reporter import Findings, InFile, shown  # noqa: PLC0415

    found = in_order(tested.diagnostics)
    if output_format != "text" or found:
        told = InFile(str(file), shown(found, tested.sources))
        sys.stdout.writelines(reporter_of(output_format).report(Findings([told], context.language(), context.colour())))
    if output_format == "text" and tested.bank:
        for line in _summary(tested, at_least):
            context.tell(printable(line))


def _summary(tested: Any, at_least: float) -> Iterator[str]:  # noqa: ANN401 - a Tested
    def words(key: str, **values: object) -> str:
        return context.words("bank_test", key, **values)

    if not tested.goals:
        yield words("not_run", bank=tested.bank, version=tested.version)
        return
    yield words("head", bank=tested.bank, version=tested.version, scenarios=tested.scenarios, failed=tested.failed)
    yield words("reach", share=f"{_floor(_share(*_reached(tested)))}", at_least=f"{at_least:g}")
    for kind, (part, whole) in tested.reach.items():
        if whole:
            yield words("line", what=words(kind), part=part, whole=whole)
    if tested.failed:
        yield words("strength_waits")
    if tested.changes:
        share = _floor(_share(tested.noticed, tested.changes))
        yield words("strength", share=share, part=tested.noticed, whole=tested.changes, at_least=f"{at_least:g}")


def _floor(share: float) -> str:
    """One figure behind the point; 100 only where it is all."""
    return f"{int(share * 10) / 10:g}"


def _tell_proposals(tested: Any, output: str | None) -> None:  # noqa: ANN401 - a Tested
    from tsukuba_pia.work.bank_tests.proposing import propose  # noqa: PLC0415

    if tested.bench is None or tested.failed:
        context.say(context.words("bank_test", "mend_first"))
        return
    made = list(propose(tested.bench, tested.missed, tested.survivors))
    context.say(context.words("bank_test", "proposals", n=len(made), missed=len(tested.missed) + len(tested.survivors)))
    if not made:
        return
    text = "\n".join(["scenarios:", *(line for one in made for line in _lines(one))])
    if output is None:
        context.tell(text)
        return
    files.save(Path(output), f"{text}\n".encode(), expected=None)
    context.say(context.words("render", "written", path=output))


def _lines(draft: Any) -> Iterator[str]:  # noqa: ANN401 - a Proposal
    yield f"  - name: {draft.name}"
    yield f"    based_on: {draft.based_on}"
    if "data" in draft.changes:
        yield f"    data: {_flow([_item(item) for item in draft.changes['data']])}"
        yield "    data_complete: yes"
    answers = {name: value for name, value in draft.changes.items() if name != "data"}
    if answers:
        yield f"    answers: {_flow(answers)}"
    yield f"    expect: {_flow(draft.expect)}"


def _item(item: Any) -> dict[str, Any]:  # noqa: ANN401 - a DataItem
    keys = ("categories", "people", "groups", "captures", "identifiers")
    made: dict[str, Any] = {"id": item.id, "name": item.name}
    made |= {key: getattr(item, key) for key in keys}
    return made | {"location": {"country": item.location.country}}


def _flow(value: Any) -> str:  # noqa: ANN401 - plain data of ids and numbers
    """YAML in one line; ids and numbers need no quotes."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return json.dumps(value) if isinstance(value, str) and not value.isidentifier() else str(value)
