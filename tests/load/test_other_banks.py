"""Banks that an assessment did not choose."""

from pathlib import Path

import pytest

from tests.work.desk import workspace
from tsukuba_pia.load import other_banks as module
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.other_banks import OtherBank, other_banks
from tsukuba_pia.model.condition import Atom
from tsukuba_pia.work.opening import open_assessment

HEAD = (
    'prefix: m\nlanguages: [ja]\ntitle: 移動\nextends: kiosk@0.1\nversion: "{version}"\nstatus: {status}\nbank: rides\n'
)
WHEN = "required_when: {data: captures, includes: [drone]}\n"
QUESTIONS = "sections: [{id: s, title: 章, questions: [{id: m_one, type: yes_no, text: 問}]}]\n"


def put(folder: Path, text: str, version: str = "0.1", status: str = "draft", name: str = "rides") -> Path:
    """A bank of the workspace's own."""
    file = folder / "questionnaires" / name / f"{version}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD.format(version=version, status=status) + text, encoding="utf-8")
    return file


def found(folder: Path, *chosen: str) -> dict[str, OtherBank]:
    """By name, without those that are shipped."""
    return {one.name: one for one in other_banks(Catalog(folder), chosen) if one.name in ("rides", "kiosk")}


def test_newest_version_of_what_was_not_chosen(tmp_path: Path) -> None:
    """With its condition and its questions."""
    workspace(tmp_path)
    put(tmp_path, "", "0.9")
    put(tmp_path, WHEN + QUESTIONS, "0.10")
    required = Atom("data", "captures", "includes", ("drone",))
    assert found(tmp_path, "kiosk") == {"rides": OtherBank("rides", "0.10", required, frozenset(["m_one"]))}
    assert found(tmp_path, "kiosk", "rides") == {}


def test_requires_nothing_where_it_cannot_be_added(tmp_path: Path) -> None:
    """Without the bank that it extends, or withdrawn; its questions are known nevertheless."""
    workspace(tmp_path)
    put(tmp_path, WHEN + QUESTIONS)
    assert found(tmp_path, "core")["rides"] == OtherBank("rides", "0.1", None, frozenset(["m_one"]))
    assert found(tmp_path, "core")["kiosk"].required_when is None
    put(tmp_path, WHEN, "0.2", "withdrawn")
    assert found(tmp_path, "kiosk")["rides"].required_when is None


def test_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time it comes from the cache, until it changes."""
    workspace(tmp_path)
    file = put(tmp_path, WHEN + QUESTIONS)
    first = found(tmp_path, "kiosk")
    with monkeypatch.context() as patch:
        patch.delattr(module, "parse")
        assert found(tmp_path, "kiosk") == first
    file.write_text(file.read_text(encoding="utf-8").replace("m_one", "m_two"), encoding="utf-8")
    assert found(tmp_path, "kiosk")["rides"].questions == {"m_two"}


@pytest.mark.parametrize(
    "text", ["required_when: {data: [}\n", "required_when: maybe\n", "title: 二度\n", "sections: 3\n"]
)
def test_broken_banks_do_not_disturb(tmp_path: Path, text: str) -> None:
    """They are told of where they are chosen or checked."""
    file = workspace(tmp_path)
    put(tmp_path, text)
    put(tmp_path, "- 3\n", name="list")
    assert open_assessment(file, "2027-01-15").usable


@pytest.mark.parametrize(
    "when",
    [
        "{data: nothing, includes: [drone]}",
        "{data: captures, at_least: 2}",
        "{question: k_level, at_least: 2}",
        "{question: k_people, at_least: many}",
        "{question: m_gone, is: yes}",
    ],
)
def test_conditions_that_cannot_be_judged_require_nothing(tmp_path: Path, when: str) -> None:
    """A bank that is not in use has not been held to the rules."""
    file = workspace(tmp_path)
    put(tmp_path, f"required_when: {when}\n")
    file.write_text(file.read_text(encoding="utf-8") + "  k_people: 5\n  k_level: counts\n", encoding="utf-8")
    opened = open_assessment(file, "2027-01-15")
    assert opened.usable
    assert "PIA419" not in [one.code for one in opened.diagnostics]


def test_told_where_it_is_required(tmp_path: Path) -> None:
    """And an answer to one of its questions names it."""
    file = workspace(tmp_path)
    put(tmp_path, "required_when: {question: k_personal, is: yes}\n" + QUESTIONS)
    file.write_text(file.read_text(encoding="utf-8") + "  m_one: yes\n", encoding="utf-8")
    opened = open_assessment(file, "2027-01-15")
    told = {one.code: one.args for one in opened.diagnostics}
    assert told["PIA419"] == {"bank": "rides", "version": "0.1", "certain": "@bank_needed", "unknown": ""}
    assert told["PIA401"] == {"question": "m_one", "bank": "rides", "meant": ""}
    assert opened.usable
    assert opened.score().current
