"""The JSON document: versioned, the same figures, the same silence about what is withheld."""

import json
from dataclasses import replace

import pytest

from tests.export.documents import exported
from tests.report.robot import CANARY, report_of
from tsukuba_pia.export.json import compact
from tsukuba_pia.model.text import Said, borrowed
from tsukuba_pia.report.model import Audience


def test_it_carries_its_version_and_its_figures() -> None:
    """Programs read ids; people's texts carry their language."""
    report = report_of()
    found = json.loads(exported("json"))
    assert found["pia_report"] == 1
    assert found["title"] == {"text": "小さなロボット", "lang": "ja"}
    assert found["as_of"] == {"iso": "2026-11-24", "shown": "令和8年(2026年)11月24日"}
    assert found["risks"][0]["levels"]["current"]["worst"]["id"] == report.risks[0].levels.current.worst.id


def test_the_public_document_holds_nothing_withheld() -> None:
    """Not even escaped."""
    assert CANARY not in exported("json")
    assert CANARY in exported("json", report_of(audience="internal"))


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("language", ["ja", "en", "ja-x-easy"])
def test_one_line_says_the_same(language: str, audience: Audience) -> None:
    """The document of a register is the same document, whatever a text holds; a borrowed label has no marks in it."""
    report = report_of(audience=audience, language=language)
    words = f'"\\{chr(1)}\n\t\x7f\u2028</script>😀 {borrowed("label", "en")}'
    report = replace(report, title=Said(words, language), related=(words,))
    line = compact(report)
    assert json.loads(line) == json.loads(exported("json", report))
    assert line.count(b"\n") == 1
