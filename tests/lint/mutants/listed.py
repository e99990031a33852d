"""The list of changes that may live, tests/lint/survivors.txt: under each reason places with their operators.

A place stands for all entries alike, of which a run tries some. Where a change lives in one entry and is found in
another, its reason begins with `SOMEWHERE`, and that it was found does not take it off the list.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.lint.mutants.trying import Key, Tried, survivors

LIST = Path(__file__).parent.parent / "survivors.txt"
EACH, SEED = 1, 1  # what the list was made with: how many changes of each place by each operator, and by which chance
SOMEWHERE = "In some entries: "


def reasons(text: str) -> dict[Key, str]:
    """By place and operator: why it may live."""
    found: dict[Key, str] = {}
    reason = ""
    for line in text.splitlines():
        if line.startswith("== "):
            reason = line.removeprefix("== ")
        elif line and not line.startswith("#"):
            place, _, operators = line.rpartition(": ")
            for operator in operators.split(", "):
                assert (place, operator) not in found, line
                found[place, operator] = reason
    return found


def lines(keys: Iterable[Key]) -> Iterator[str]:
    """Places with their operators, as the list has them."""
    by_place: dict[str, list[str]] = {}
    for place, operator in sorted(keys):
        by_place.setdefault(place, []).append(operator)
    for place, operators in by_place.items():
        yield f"{place}: {', '.join(operators)}"


def differences(tried: Iterable[Tried], known: Mapping[Key, str]) -> tuple[list[Key], list[Key]]:
    """What lives without a reason, and what is listed and was found."""
    all_tried = list(tried)
    alive = survivors(all_tried)
    keys = {one.key for one in all_tried}
    everywhere = {key for key, reason in known.items() if not reason.startswith(SOMEWHERE)}
    return sorted(set(alive) - set(known)), sorted((everywhere & keys) - set(alive))


def failed(tried: Iterable[Tried]) -> list[Key]:
    """Changes at which a rule, or the tool itself, failed."""
    return sorted({one.key for one in tried if any(code.startswith("PIA9") for code in one.codes)})
