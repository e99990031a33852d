"""The old side of a comparison under the ids of the new side's banks: what a version only renamed is one thing."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from tsukuba_pia.change.renaming import ids_in, one_to_one, renamed
from tsukuba_pia.change.sides import Side
from tsukuba_pia.change.slots import Given
from tsukuba_pia.load.catalog import rank
from tsukuba_pia.load.compose import compose, tighten
from tsukuba_pia.load.shape import build, read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import UNKNOWN, Bank
from tsukuba_pia.model.migrations import Migrations
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.yaml_source import read

Names = Mapping[str, str]


class Renamed(NamedTuple):
    """A side under new names, and what each id was called before."""

    side: Side
    was: Names


def under_new_names(old: Opened, new: Opened, side: Side) -> Renamed:
    """The old side as the banks of the new one call things; as it is where they name nothing anew."""
    banks = {bank.bank: _data(old, bank.bank) for bank in old.banks.banks}
    assessment, was = old.source.data, dict[str, str]()
    for migrations in _declared(old, new):
        names = one_to_one(migrations.renamed, [one for data in banks.values() for one in ids_in(data)])
        assessment = _answered(assessment, names, _options(migrations))
        was = {names.get(now, now): before for now, before in was.items()} | {
            now: before for before, now in names.items() if before not in was
        }
        banks = {name: renamed(data, migrations) for name, data in banks.items()}
    if assessment is old.source.data:
        return Renamed(side, {})
    vocabulary, references = old.banks.vocabulary, old.banks.references
    assert vocabulary is not None  # noqa: S101 - it is usable
    assert references is not None  # noqa: S101
    whole = compose([build(Bank, data) for data in banks.values()], vocabulary, references)
    if old.profile is not None:
        whole = tighten(whole, old.profile.method)
    given = Given(build(Assessment, assessment), side.given.as_of, side.given.missing)
    return Renamed(Side(whole, given), was)


def _data(opened: Opened, name: str) -> Any:  # noqa: ANN401 - plain data
    return opened.banks.source(name).data


def _declared(old: Opened, new: Opened) -> Iterator[Migrations]:
    """What the versions on the way say of ids, one after another."""
    before = {bank.bank: bank.version for bank in old.banks.banks}
    for bank in new.banks.banks:
        if bank.bank in before:
            for file in new.catalog.versions(bank.bank):
                if rank(before[bank.bank]) < file.rank <= rank(bank.version):
                    found = read_shape(Bank, read(file.path))
                    drafted = found is not None and found.status == "draft" and file.version != bank.version
                    if found is not None and found.migrations is not None and not drafted:
                        yield found.migrations


def _options(migrations: Migrations) -> dict[str, Names]:
    """Options of which only the name changed."""
    return {
        question: one_to_one({old: new for old, new in moved.items() if new != UNKNOWN}, moved)
        for question, moved in migrations.options.items()
    }


def _answered(data: Any, names: Names, options: Mapping[str, Names]) -> Any:  # noqa: ANN401 - plain data
    """An assessment's data under new names: answers, raised levels, what incidents touch."""
    answers = {name: _value(one, options.get(name, {})) for name, one in (data.get("answers") or {}).items()}
    found = {**data, "answers": {names.get(name, name): one for name, one in answers.items()}}
    if isinstance(data.get("overrides"), Mapping):
        found["overrides"] = {names.get(name, name): one for name, one in data["overrides"].items()}
    if isinstance(data.get("incidents"), list):
        found["incidents"] = [
            {**one, "touches": [names.get(risk, risk) for risk in one["touches"]]} if "touches" in one else one
            for one in data["incidents"]
        ]
    return found


def _value(answer: Any, moved: Names) -> Any:  # noqa: ANN401 - plain data
    if isinstance(answer, Mapping):
        return {key: _value(one, moved) if key == "answer" else one for key, one in answer.items()}
    if isinstance(answer, list):
        return [moved.get(one, one) if isinstance(one, str) else one for one in answer]
    return moved.get(answer, answer) if isinstance(answer, str) else answer
