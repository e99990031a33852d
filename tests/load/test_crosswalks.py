"""Lists of crosswalks: what they name is there, or it is told where they name it."""

from pathlib import Path

from tests.golden import ROOT
from tsukuba_pia.lint.words import message_of
from tsukuba_pia.load.crosswalks import parts_of
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.crosswalk import Crosswalk, Crosswalks
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.checking import check_files, diagnostics_of
from tsukuba_pia.yaml_source import read

DAY = "2026-11-28"
SHIPPED = sorted((ROOT / "questionnaires" / "crosswalks").glob("*.yaml"))
HEAD = """crosswalks: own
version: "1.0"
status: draft
languages: [ja, en]
extends: {extends}
texts:
  - id: policy
    ref: {ref}
    title: {{ja: 市の方針, en: City policy}}
    known_from: {{ja: 未確認です。, en: Not read.}}
    items:
      - item: "1"
        title: {{ja: 目的, en: Purpose}}
        checked: false
"""


def found(folder: Path, item: str, extends: str = "core@1.0", ref: str = "appi-61") -> list[tuple[str, str, str]]:
    """What is told about a list: the code, what stands at the place, and the words."""
    file = folder / "1.0.yaml"
    text = HEAD.format(extends=extends, ref=ref) + item
    file.write_text(text, encoding="utf-8")
    lines = text.splitlines()
    return [
        (one.code, lines[one.line - 1][one.column - 1 :].partition("]")[0], message_of(one, "en"))
        for one in diagnostics_of(check_files([file], Demand(DAY)))
    ]


def texts() -> list[Crosswalk]:
    """The shipped texts."""
    listed = [read_shape(Crosswalks, read(file)) for file in SHIPPED]
    assert listed
    return [text for one in listed if one is not None for text in one.texts]


def test_shipped_lists_lead_somewhere() -> None:
    """No finding at all."""
    assert [one for one in diagnostics_of(check_files(SHIPPED, Demand(DAY))) if one.code != "PIA312"] == []
    assert {text.id for text in texts()} >= {"jis-x-9251", "my-number-form", "gsca-principles", "tsukuba-ethics"}


def test_each_item_is_met_somewhere_and_says_how_far_it_was_checked() -> None:
    """An item without a place would look covered; one that is checked says what was read, and when."""
    for text in texts():
        assert len({item.item for item in text.items}) == len(text.items)
        for item in text.items:
            places = (*item.stages, *item.principles, *item.questions, *item.decisions, *item.parts)
            assert places or item.elsewhere, (text.id, item.item)
            assert item.checked_how is not None or not item.checked, (text.id, item.item)
            for words in (item.title, item.elsewhere, item.checked_how, text.title, text.known_from, text.note):
                assert words is None or (isinstance(words, dict) and {"ja", "en"} <= set(words)), (text.id, item.item)


def test_what_is_named_and_not_there_is_told_at_its_place(tmp_path: Path) -> None:
    """Each kind of name, with the one that was probably meant."""
    item = """        questions: [core_purpose_told, core_purpose_tld]
        stages: [colect]
        principles: [accountability, acountability]
        decisions: [threshold, thresh]
        parts: [service.scope, service.scop]
"""
    assert found(tmp_path, item, ref="appi-6111") == [
        ("PIA320", "appi-6111", "There is no reference “appi-6111”."),
        ("PIA320", "core_purpose_tld", "There is no question “core_purpose_tld”."),
        ("PIA320", "colect", "There is no stage “colect”."),
        ("PIA320", "acountability", "There is no principle “acountability”."),
        ("PIA320", "thresh", "There is no decision with the role “thresh”."),
        ("PIA320", "service.scop", "There is no key “service.scop” of an assessment."),
    ]


def test_a_sound_list_and_one_that_stands_on_nothing(tmp_path: Path) -> None:
    """Its questions are those of a bank that must be there."""
    assert found(tmp_path, "        parts: [data.lifecycle.collect.basis]\n") == []
    assert [(code, at) for code, at, _ in found(tmp_path, "", extends="core@9.0")] == [("PIA219", "core@9.0")]
    assert [(code, at) for code, at, _ in found(tmp_path, "", extends="cor@1.0")] == [("PIA219", "cor@1.0")]


def test_a_misspelled_key_is_told_and_nothing_else(tmp_path: Path) -> None:
    """A list that does not have the shape is not half used."""
    assert [(code, at) for code, at, _ in found(tmp_path, "        question: [nothing]\n")] == [
        ("PIA101", "question: [nothing")
    ]


def test_parts_are_the_keys_of_an_assessment() -> None:
    """With dots, as files have them."""
    parts = parts_of(Assessment)
    assert {"service", "service.scope.in", "answers.evidence", "data.lifecycle.collect.basis", "flows.from"} <= parts
    assert not {"service.scope.in_", "scope"} & parts
