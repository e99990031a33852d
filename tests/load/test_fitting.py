"""Finding banks and laying them together: all that can be wrong with that, each told where it stands."""

from pathlib import Path

import pytest

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.load.catalog import Catalog, rank
from tsukuba_pia.work.opening import Opened, check_bank_file, open_assessment

DAY = "2027-01-01"
QUESTION = """\
sections:
  - id: {prefix}_all
    title: {{ja: 問, en: Q}}
    questions:
      - id: {prefix}_one
        type: choice
        informs: true
        text: {{ja: どれですか。, en: Which one}}
        why: {{ja: 理由, en: Why}}
        help: {{ja: 調べ方, en: Help}}
        evidence: {{ja: 資料, en: Evidence}}
        stage: govern
        principle: accountability
        threats: [linking]
        refs: [appi-61]
        options:
          - {{id: first, label: {{ja: 一, en: One}}}}
          - {{id: second, label: {{ja: 二, en: Two}}}}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A city's workspace with nothing in it yet."""
    (tmp_path / "city.yaml").write_text("city: {ja: 市, en: City}\n", encoding="utf-8")
    return tmp_path


def add_bank(workspace: Path, name: str, *, version: str = "1.0", prefix: str | None = None, head: str = "") -> Path:
    """A bank of the city's own."""
    prefix = prefix or name
    file = workspace / "questionnaires" / name / f"{version}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    start = f'bank: {name}\nversion: "{version}"\nstatus: draft\nprefix: {prefix}\nlanguages: [ja, en]\n'
    title = f"title: {{ja: 問, en: Q}}\n{head or 'extends: core@1.0'}\n"
    file.write_text(start + title + QUESTION.format(prefix=prefix), encoding="utf-8")
    return file


def opened(workspace: Path, banks: str) -> Opened:
    """An assessment in the workspace with these banks."""
    file = workspace / "assessments" / "a" / "assessment.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"assessment: a\nformat: 1\nlanguage: ja\ntitle: 題\nbanks: {banks}\n", encoding="utf-8")
    return open_assessment(file, DAY)


def errors(found: tuple[Diagnostic, ...]) -> list[tuple[int, int, str]]:
    """Line, column and code of each error."""
    return [(one.line, one.column, one.code) for one in found if one.level == "error"]


def test_own_bank_beside_core(workspace: Path) -> None:
    """It is found, laid on core and used."""
    add_bank(workspace, "own")
    one = opened(workspace, '{core: "1.0", own: "1.0"}')
    assert errors(one.diagnostics) == []
    assert one.questionnaire is not None
    assert "own_one" in one.questionnaire.questions


@pytest.mark.parametrize(("banks", "column", "meant"), [
    ('{core: "1.0", trnsport: "1.0"}', 22, "transport"),
    ('{core: "1.0", transport: "7.0"}', 33, ""),
])  # fmt: skip
def test_bank_that_is_not_there(workspace: Path, banks: str, column: int, meant: str) -> None:
    """A misspelt bank or another version: told at `banks` with what was meant, and nothing is scored."""
    one = opened(workspace, banks)
    assert errors(one.diagnostics) == [(5, column, "PIA219")]
    assert [found.args["meant"] for found in one.diagnostics] == [meant]
    assert not one.usable


def test_own_bank_under_a_shipped_name(workspace: Path) -> None:
    """A city cannot put its own core in the place of ours."""
    add_bank(workspace, "transport", version="2.0", prefix="trn")
    one = opened(workspace, '{core: "1.0", transport: "1.0"}')
    assert "PIA217" in [found.code for found in one.diagnostics]
    assert not one.usable


def test_own_bank_with_an_error_is_never_half_used(workspace: Path) -> None:
    """One bad condition, and the assessment is not scored at all."""
    file = add_bank(workspace, "own")
    text = file.read_text(encoding="utf-8")
    bad = text.replace("        informs: true\n", "        ask_when: {question: own_two, is: x}\n")
    file.write_text(bad, encoding="utf-8")
    one = opened(workspace, '{core: "1.0", own: "1.0"}')
    assert "PIA203" in [found.code for found in one.diagnostics]
    assert not one.usable


@pytest.mark.parametrize(("head", "code"), [
    ("extends: own@1.0", "PIA218"),
    ("extends: cor@1.0", "PIA219"),
    ("extends: core@9.0", "PIA219"),
    ("extends: other@1.0", "PIA218"),
])  # fmt: skip
def test_extends_that_leads_nowhere(workspace: Path, head: str, code: str) -> None:
    """Itself, nothing, a later version, or a bank that itself stands on another: never a loop."""
    add_bank(workspace, "other", head="extends: own@1.0")
    found, _ = check_bank_file(add_bank(workspace, "own", head=head))
    assert code in [one.code for one in found]


def test_bank_that_needs_a_later_core(workspace: Path) -> None:
    """Its conditions may read questions that the chosen core does not have."""
    add_bank(workspace, "own", head="extends: core@0.10")
    one = opened(workspace, '{core: "1.0", own: "1.0"}')
    assert (5, 27, "PIA430") in errors(one.diagnostics)
    assert not one.usable


def test_two_banks_with_one_id(workspace: Path) -> None:
    """An answer could be to either."""
    add_bank(workspace, "own")
    add_bank(workspace, "more", prefix="own")
    found = opened(workspace, '{core: "1.0", own: "1.0", more: "1.0"}').diagnostics
    assert "PIA431" in [one.code for one in found]


def test_two_methods(workspace: Path) -> None:
    """A second core beside core."""
    core = (Path(Catalog().newest("core").path)).read_text(encoding="utf-8")  # type: ignore[union-attr]  # shipped
    method = core[core.index("method:\n") : core.index("\nsections:\n")]
    head = 'uses: {vocabulary: "1.0", references: "1.0"}\n' + method
    add_bank(workspace, "own", head=head)
    found = opened(workspace, '{core: "1.0", own: "1.0"}').diagnostics
    assert "PIA432" in [one.code for one in found]


def test_versions_are_numbers() -> None:
    """1.10 comes after 1.9."""
    assert rank("1.10") > rank("1.9")
    assert rank("draft") < rank("0.1")


def test_shape_of_a_bank_is_shown_with_its_line(workspace: Path) -> None:
    """A frame needs the source, also where the shape is wrong."""
    file = add_bank(workspace, "own", head="extnds: core@1.0")
    found, sources = check_bank_file(file)
    assert ("PIA101", 7) in [(one.code, one.line) for one in found]
    assert str(file) in sources


def test_catalog_lists_core_first(workspace: Path) -> None:
    """As people read lists of banks."""
    add_bank(workspace, "alpha")
    first, *others = Catalog(workspace).banks
    assert first == "core"
    assert others[0] == "alpha"
    assert "transport" in others
    assert others == sorted(others)
