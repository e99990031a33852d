"""The JSON Schemas and the shape gate come from the same classes; here their verdicts are held to each other."""

import copy
import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tsukuba_pia.exchange.json_schema import KINDS, schema_of
from tsukuba_pia.load.shape import BAD, reader_of
from tsukuba_pia.yaml_source import read

ROOT = Path(__file__).parents[2]
FILES = {
    "question-bank": ROOT / "questionnaires" / "core" / "1.0.yaml",
    "vocabulary": ROOT / "questionnaires" / "vocabulary" / "1.0.yaml",
    "references": ROOT / "questionnaires" / "references" / "1.0.yaml",
    "crosswalks": ROOT / "questionnaires" / "crosswalks" / "1.0.yaml",
    "scenarios": ROOT / "questionnaires" / "core" / "tests" / "stories.yaml",
    "assessment": ROOT / "examples" / "sidewalk-robot" / "assessment.yaml",
}


@cache
def validator(kind: str) -> Draft202012Validator:
    """The schema of a kind of file, ready to judge."""
    return Draft202012Validator(schema_of(kind))


@cache
def sound(kind: str) -> Any:  # noqa: ANN401 - plain data
    """A real file as plain data, decimals as JSON has them."""
    return json.loads(json.dumps(read(FILES[kind]).data, default=float))


def passes_gate(kind: str, data: object) -> bool:
    """Whether the shape gate tells nothing."""
    told: list[str] = []
    value = reader_of(KINDS[kind])(_decimals(data), (), lambda code, *_, **__: told.append(code))
    return value is not BAD and not told


def _decimals(data: Any) -> Any:  # noqa: ANN401 - plain data
    if isinstance(data, dict):
        return {key: _decimals(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_decimals(value) for value in data]
    return Decimal(str(data)) if isinstance(data, float) else data


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - plain data
    """Every place in plain data."""
    yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from places(value, (*path, key))


@pytest.mark.parametrize("kind", FILES)
def test_real_files_pass_both(kind: str) -> None:
    """What we ship is sound by both."""
    assert passes_gate(kind, sound(kind))
    assert not list(validator(kind).iter_errors(sound(kind)))


@pytest.mark.parametrize("kind", ["question-bank", "assessment", "scenarios"])
@given(seed=st.integers(0, 10**9))
def test_both_judge_a_changed_file_alike(kind: str, seed: int) -> None:
    """Drop, retype, rename or empty something at random: both find it wrong, or both find it harmless."""
    random = Random(seed)  # noqa: S311 - repeatable on purpose
    data = copy.deepcopy(sound(kind))
    path = random.choice([one for one in places(data) if one])
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    last = path[-1]
    match random.choice(["drop", "retype", "rename", "empty"]):
        case "drop":
            del holder[last]
        case "retype":
            holder[last] = random.choice([None, 7, 1.5, "?", "yes", True, [], ["a"], {}, {"ja": "x"}, {"zz9": 1}, [{}]])
        case "rename" if isinstance(holder, dict):
            holder[random.choice(["extra", "id", "title", "Title"])] = holder.pop(last)
        case _:
            holder[last] = None
    assert passes_gate(kind, data) == validator(kind).is_valid(data), path


def test_shipped_schemas_are_fresh() -> None:
    """`make schemas` was run after the model changed."""
    for kind in KINDS:
        shipped = json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))
        assert shipped == schema_of(kind), f"schemas/{kind}.schema.json is stale: make schemas"
