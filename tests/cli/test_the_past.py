"""`pia check --against REV` as somebody tries to get round it who may change every file of the repository."""

import shutil
from pathlib import Path

import pytest

from tests.work.city import BANK, commit, edit, git
from tests.work.signed import resealed, room, signed
from tsukuba_pia.change.released import FILE, line_of
from tsukuba_pia.cli import checking
from tsukuba_pia.work.released import document_of
from tsukuba_pia.yaml_source import read

DAY = "2027-01-20"


@pytest.fixture(name="city")
def _city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A refused assessment and a released bank in a subfolder of the repository; committed as `v1`."""
    place = tmp_path / "city"
    place.mkdir()
    signed(room(place), "refused", because="危険です。")
    bank = place / "questionnaires" / "lib" / "1.0.yaml"
    bank.parent.mkdir()
    bank.write_text(BANK, encoding="utf-8")
    release(bank)
    git(tmp_path, "init", "-q")
    commit(tmp_path, "v1")
    monkeypatch.setenv("PIA_TODAY", DAY)
    monkeypatch.setenv("PIA_LANG", "en")
    monkeypatch.chdir(tmp_path)
    return place


def release(bank: Path) -> None:
    """Write the record of a bank anew."""
    document = document_of(read(bank))
    assert document is not None
    (bank.parent.parent / FILE).write_text(line_of(document.digest, f"lib/{bank.name}"), encoding="utf-8")


def settings(city: Path, text: str) -> None:
    """Settings of the whole repository."""
    (city.parent / "pia.toml").write_text(f"[check]\n{text}\n", encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str], *, changed: bool = False, exit_zero: bool = True) -> set[str]:
    """Codes with their files of what fails, whatever may be silenced."""
    capsys.readouterr()
    code = checking.run(["."], "concise", against="v1", jobs=1, changed=changed, exit_zero=exit_zero, no_cache=True)
    out = capsys.readouterr().out
    lines = [line for line in out.splitlines() if " error PIA" in line]
    found = {f"{line.split(':')[0]} {line.partition(' error ')[2][:6]}" for line in lines}
    kept = {one for one in found if one[-6:] in {"PIA305", "PIA314", "PIA315", "PIA511", "PIA561", "PIA563"}}
    assert code == 1 or not kept
    return {one for one in kept if "/kiosk/" not in one}  # the assessment's own bank goes with the other one


HOME = "city/assessments/t-1/assessment.yaml"
BANKS = "city/questionnaires/lib/1.0.yaml"
RECORD = f"city/questionnaires/{FILE}"


def test_nothing_was_touched(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where the whole city has moved."""
    assert told(capsys) == set()
    capsys.readouterr()
    checking.run([str(Path("city") / ".." / "city")], "concise", against="v1", jobs=1, no_cache=True)
    assert not {"PIA314", "PIA315", "PIA561"} & set(capsys.readouterr().out.split())
    shutil.move(city, city.with_name("town"))
    assert told(capsys) == set()


@pytest.mark.parametrize("changed", [False, True])
def test_excluded_and_its_refusal_taken_out(city: Path, capsys: pytest.CaptureFixture[str], *, changed: bool) -> None:
    """The setting is an error, and the sign-off is missed all the same."""
    settings(city, 'exclude = ["city/assessments/*"]')
    assert told(capsys, changed=changed) == {"pia.toml PIA563"}
    shutil.rmtree(city / "assessments" / "t-1" / "approvals")
    assert told(capsys, changed=changed) == {"pia.toml PIA563", f"{HOME} PIA561"}
    (city.parent / "pia.toml").unlink()
    checking.run([str(Path("city") / ".." / "city")], "concise", against="v1", jobs=1, no_cache=True)
    assert capsys.readouterr().out.count("PIA561") == 1


@pytest.mark.parametrize("where", ["node_modules", ".pia", "city/assessments/.venv"])
def test_hidden_where_no_walk_goes(where: str, city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An assessment with its refusal is only moved where it is still checked."""
    place = city.parent / where
    place.mkdir()
    shutil.move(city / "assessments" / "t-1", place / "t-1")
    assert told(capsys) == {f"{HOME} PIA561"}


def test_called_otherwise(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that no walk takes for an assessment."""
    home = city / "assessments" / "t-1"
    (home / "assessment.yaml").rename(home / "assessment.yml")
    assert told(capsys) == {f"{HOME} PIA561"}


@pytest.mark.parametrize("changed", [False, True])
def test_banks_and_their_record_taken_out(city: Path, capsys: pytest.CaptureFixture[str], *, changed: bool) -> None:
    """The folder of banks is asked for in the revision's tree; of what still exists nobody learns that it is gone."""
    shutil.rmtree(city / "questionnaires" / "lib")
    (city / "questionnaires" / FILE).unlink()
    assert told(capsys, changed=changed) == {f"{BANKS} PIA314", f"{RECORD} PIA315"}
    shutil.rmtree(city / "questionnaires")
    assert told(capsys, changed=changed) == {f"{BANKS} PIA314", f"{RECORD} PIA315"}


def test_banks_moved_and_changed(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a record made anew beside them; where only the place is another, nothing is lost."""
    place = city / "more" / "questionnaires"
    place.parent.mkdir()
    shutil.move(city / "questionnaires", place)
    assert told(capsys) == set()
    edit(place / "lib" / "1.0.yaml", ("level: maximum", "level: limited"))
    release(place / "lib" / "1.0.yaml")
    assert told(capsys) == {f"{BANKS} PIA314", f"{RECORD} PIA315"}


@pytest.mark.parametrize("pattern", ["city/questionnaires/*", "*/1.0.yaml", "*.yaml"])
def test_a_bank_excluded_and_changed(pattern: str, city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was released is held to what it was, whether a walk passes over it or not."""
    settings(city, f'exclude = ["{pattern}"]')
    before = told(capsys)
    assert before <= {"pia.toml PIA563"}
    edit(city / "questionnaires" / "lib" / "1.0.yaml", ("level: maximum", "level: limited"))
    assert told(capsys) == before | {f"{BANKS} PIA305"}


def test_no_setting_ignores_what_was_released(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither by its code, nor by what is selected, nor by a baseline."""
    edit(city / "questionnaires" / "lib" / "1.0.yaml", ("level: maximum", "level: limited"))
    for text in ('ignore = ["PIA3"]', 'select = ["PIA2"]'):
        settings(city, text)
        assert told(capsys) == {f"{BANKS} PIA305"}
    settings(city, 'ignore = ["PIA305"]')
    assert told(capsys, exit_zero=False) == {f"{BANKS} PIA305"}
    assert checking.run(["."], "concise", against="v1", exit_zero=True) == 1
    (city.parent / "pia.toml").unlink()
    checking.run(["."], write_baseline="known.json", against="v1")
    assert checking.run(["."], "concise", baseline="known.json", against="v1") == 1
    assert f"{BANKS}:2:1" in capsys.readouterr().out


def test_an_approval_made_of_a_refusal(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of it rewritten so that it fits, with a folder of another name and a new seal: git still has the refusal."""
    place = next((city / "assessments" / "t-1" / "approvals").iterdir())
    edit(place / "sign-off.yaml", ("outcome: refused", "outcome: approved"))
    assert told(capsys) == {f"{HOME} PIA511", f"{HOME} PIA561"}
    edit(place / "sign-off.yaml", ("\nseal: ", "\naccepted: high\nseal: "))
    place = place.rename(place.with_name(place.name.replace("refused", "approved")))
    resealed(place)
    assert told(capsys) == {f"{HOME} PIA561"}
