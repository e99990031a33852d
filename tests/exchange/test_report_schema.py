"""The schema of a report's JSON: fresh, and every report holds to it."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.golden import ROOT
from tests.report.robot import VARIANTS, on_record, report_of, sign_off, variant
from tests.worked import EXAMPLES, WHOLE, opened, rendered
from tsukuba_pia.exchange.report_schema import report_schema
from tsukuba_pia.export.json import plain
from tsukuba_pia.report.model import VERSION

FILE = ROOT / "schemas" / "report.schema.json"


def wrong(data: Any) -> list[str]:  # noqa: ANN401 - JSON
    """What of a document does not hold to the schema."""
    return [f"{one.json_path}: {one.message}" for one in Draft202012Validator(report_schema()).iter_errors(data)]


def test_it_is_fresh() -> None:
    """`make schemas` was run after a report grew."""
    made = report_schema()
    Draft202012Validator.check_schema(made)
    assert json.loads(FILE.read_text(encoding="utf-8")) == made, "schemas/report.schema.json is stale: make schemas"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_example_holds_to_it(example: Any) -> None:  # noqa: ANN401 - a path
    """For residents and for colleagues."""
    for audience in ("public", "internal"):
        assert wrong(json.loads(rendered(opened(example), "json", audience, "ja"))) == []


@pytest.mark.parametrize("name", VARIANTS)
def test_whatever_came_of_a_plan(name: str) -> None:
    """With a decision and what changed since."""
    signed = on_record(sign_off())
    report = report_of(variant(name), signed=signed, earlier=report_of(signed=signed), audience="internal")
    assert wrong(json.loads(json.dumps(plain(report)))) == []


def test_what_was_written_once_holds_to_it_still() -> None:
    """The report that lies there as expected."""
    whole = ROOT / "examples" / WHOLE / "expected" / "public.en.json"
    assert wrong(json.loads(whole.read_text(encoding="utf-8"))) == []


def test_it_finds_what_is_wrong_and_passes_over_what_it_does_not_know() -> None:
    """A key that is missing, another version, a text that is none; a key of a later day is fine."""
    data = json.loads(json.dumps(plain(report_of())))
    assert wrong(data | {"later": 1}) == []
    assert wrong({key: one for key, one in data.items() if key != "signed"}) != []
    assert wrong(data | {"pia_report": VERSION + 1}) != []
    assert wrong(data | {"title": "text"}) != []
    assert wrong(data | {"state": None}) != []
