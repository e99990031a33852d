"""An old bank's plain data under the ids that its next version gives them, so that only what else changed is told."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tsukuba_pia.model.bank import UNKNOWN
from tsukuba_pia.model.condition import QUESTION_OPERATORS
from tsukuba_pia.model.migrations import Migrations

_NAMING = ("id", "question", "risk", "specialises")
Names = Mapping[str, str]


def renamed(data: Any, migrations: Migrations) -> Any:  # noqa: ANN401 - plain data
    """A copy with new ids; every path stays as it is in the old file."""
    names = one_to_one(migrations.renamed, ids_in(data))
    options = {
        question: {old: new for old, new in moved.items() if new != UNKNOWN}
        for question, moved in migrations.options.items()
    }
    return _Renaming(names, options).copy(data)


def ids_in(data: Any) -> Iterator[str]:  # noqa: ANN401 - plain data
    """All ids that plain data gives."""
    if isinstance(data, dict) and isinstance(data.get("id"), str):
        yield data["id"]
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from ids_in(part)


def one_to_one(names: Names, there: Iterable[str]) -> Names:
    """Without what would give one name to two things: such moves are more than a new name."""
    staying = set(there) - names.keys()
    times = Counter(names.values())
    return {old: new for old, new in names.items() if times[new] == 1 and new not in staying}


@dataclass(frozen=True, slots=True)
class _Renaming:
    ids: Names
    options: Mapping[str, Names]  # by question, as the old bank calls it

    def copy(self, data: Any) -> Any:  # noqa: ANN401 - plain data
        """The data under its new names."""
        if isinstance(data, list):
            return [self.copy(one) for one in data]
        if not isinstance(data, dict):
            return data
        moved = self.options.get(str(data.get("question", data.get("id"))), {})
        return {key: self._part(key, value, moved) for key, value in data.items()}

    def _part(self, key: str, value: Any, moved: Names) -> Any:  # noqa: ANN401 - plain data
        if key in _NAMING and isinstance(value, str):
            return self.ids.get(value, value)
        if key == "options" and moved and isinstance(value, list):
            return self._options(value, moved)
        if key in QUESTION_OPERATORS and moved:
            listed = value if isinstance(value, list) else [value]
            return [moved.get(one, one) if isinstance(one, str) else one for one in listed]
        return self.copy(value)

    @staticmethod
    def _options(options: list[Any], moved: Names) -> list[Any]:
        names = one_to_one(moved, (str(one["id"]) for one in options if isinstance(one, dict) and "id" in one))
        return [
            {**one, "id": names.get(one["id"], one["id"])} if isinstance(one, dict) and "id" in one else one
            for one in options
        ]
