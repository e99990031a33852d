"""The JSON document: versioned, the same figures, the same silence about what is withheld."""

import json

from tests.export.documents import exported
from tests.report.robot import CANARY, report_of


def test_it_carries_its_version_and_its_figures() -> None:
    """Programs read ids; people's texts carry their language."""
    report = report_of()
    found = json.loads(exported("json"))
    assert found["pia_report"] == 1
    assert found["title"] == {"text": "小さなロボット", "lang": "ja"}
    assert found["as_of"] == {"iso": "2026-11-24", "shown": "令和8年11月24日(2026年)"}
    assert found["risks"][0]["levels"]["current"]["worst"]["id"] == report.risks[0].levels.current.worst.id


def test_the_public_document_holds_nothing_withheld() -> None:
    """Not even escaped."""
    assert CANARY not in exported("json")
    assert CANARY in exported("json", report_of(audience="internal"))
