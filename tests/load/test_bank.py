"""Loading banks: what keeps an assessment from being scored is told at the place that asks for it."""

from pathlib import Path

import pytest

from tests.work.desk import workspace
from tsukuba_pia import cache
from tsukuba_pia.load.bank import load_banks
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.work.opening import check_bank_file, open_assessment
from tsukuba_pia.work.shelf import sound_banks
from tsukuba_pia.yaml_source import read

HEAD = "assessment: t\nformat: 1\nlanguage: ja\ntitle: t\n"


def test_banks_that_bring_no_method(tmp_path: Path) -> None:
    """A sector alone, or no bank at all: never silence."""
    for banks in ('{transport: "1.0"}', "{}"):
        file = tmp_path / "assessment.yaml"
        file.write_text(f"{HEAD}banks: {banks}\n", encoding="utf-8")
        opened = open_assessment(file, "2027-04-01")
        assert not opened.usable
        assert [(one.code, one.line, one.column) for one in opened.diagnostics] == [("PIA418", 5, 8)]


def bank_of(file: Path) -> Path:
    """The bank file of the small workspace."""
    return next(next(one for one in file.parents if (one / "city.yaml").exists()).glob("questionnaires/*/*.yaml"))


@pytest.mark.parametrize(("old", "new", "line"), [
    ("bank: kiosk", "bank: core", 1), ("bank: kiosk", "bank: other", 1), ('version: "0.1"', 'version: "0.2"', 2),
])  # fmt: skip
def test_bank_that_is_not_what_its_place_says(tmp_path: Path, old: str, new: str, line: int) -> None:
    """It is found by its folder and its name; under another name it would be used by halves."""
    file = workspace(tmp_path)
    bank = bank_of(file)
    bank.write_text(bank.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    opened = open_assessment(file, "2027-04-01")
    assert not opened.usable
    assert [(one.code, one.line) for one in opened.diagnostics if one.level == "error"] == [("PIA104", line)]
    assert ("PIA104", line) in [(one.code, one.line) for one in check_bank_file(bank)[0]]


def test_checking_a_bank_under_a_shipped_name(tmp_path: Path) -> None:
    """It is told at the bank itself too, not only where somebody uses it."""
    own = bank_of(workspace(tmp_path))
    core = own.parent.parent / "core" / "0.1.yaml"
    core.parent.mkdir()
    core.write_text(own.read_text(encoding="utf-8").replace("bank: kiosk", "bank: core", 1), encoding="utf-8")
    assert ("PIA217", 1) in [(one.code, one.line) for one in check_bank_file(core)[0]]


def test_what_is_kept_is_what_was_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bank that changes while it is read is kept under its own digest, never under the other's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = workspace(tmp_path)
    bank, catalog = bank_of(file), Catalog(tmp_path)
    before = bank.read_text(encoding="utf-8")
    load = cache.load

    def meanwhile(key: str) -> object:
        bank.write_text(before.replace("案内端末", "別の端末"), encoding="utf-8")
        return load(key)

    with monkeypatch.context() as patch:
        patch.setattr(cache, "load", meanwhile)
        sound_banks(load_banks({"kiosk": "0.1"}, catalog))
    bank.write_text(before, encoding="utf-8")
    again = load_banks({"kiosk": "0.1"}, catalog)
    assert again.sound
    assert again.banks[0].title == {"ja": "案内端末", "en": "Kiosk"}


def test_checking_a_bank_does_not_vouch_for_its_base(tmp_path: Path) -> None:
    """The base is held to the rules too before both are remembered as sound."""
    file = workspace(tmp_path)
    base = bank_of(file)
    broken = base.read_text(encoding="utf-8").replace("is: yes}", "is: maybe}", 1)
    base.write_text(broken, encoding="utf-8")
    upper = base.parent.parent / "upper" / "1.0.yaml"
    upper.parent.mkdir()
    upper.write_text(
        'bank: upper\nversion: "1.0"\nstatus: draft\nprefix: up\nlanguages: [ja, en]\n'
        "title: {ja: 上, en: Upper}\nextends: kiosk@0.1\n",
        encoding="utf-8",
    )
    assert "PIA204" in [one.code for one in check_bank_file(upper)[0]]
    banks = sound_banks(load_banks({"upper": "1.0", "kiosk": "0.1"}, Catalog(tmp_path)))
    assert "PIA204" in [one.code for one in banks.diagnostics]


def test_base_is_asked_first_in_whatever_order_banks_are_named(tmp_path: Path) -> None:
    """A condition only reads what was asked before."""
    file = workspace(tmp_path)
    upper = bank_of(file).parent.parent / "upper" / "1.0.yaml"
    upper.parent.mkdir()
    question = "{id: up_one, type: yes_no, text: {ja: 問, en: Q}, ask_when: {question: k_personal, is: yes}}"
    upper.write_text(
        'bank: upper\nversion: "1.0"\nstatus: draft\nprefix: up\nlanguages: [ja, en]\ntitle: {ja: 上, en: U}\n'
        f"extends: kiosk@0.1\nsections: [{{id: up_all, title: {{ja: 節, en: S}}, questions: [{question}]}}]\n",
        encoding="utf-8",
    )
    text = file.read_text(encoding="utf-8").replace('{kiosk: "0.1"}', '{upper: "1.0", kiosk: "0.1"}')
    file.write_text(text, encoding="utf-8")
    opened = open_assessment(file, "2027-04-01", rules=False)
    assert [bank.bank for bank in opened.banks.banks] == ["kiosk", "upper"]
    assert "up_one" in opened.score().standings


@pytest.mark.parametrize("method", [
    "severity_steps: -1", "matrix: {limited: [high]}", "matrix: {nope: [low, low]}", "matrix: {limited: [low, nope]}",
    "matrix: {limited: [high, low]}", "matrix: {limited: [high, high]}", "verified_lowers_at_most: 0", "nope: 1",
])  # fmt: skip
def test_profile_with_an_error_is_never_half_used(tmp_path: Path, method: str) -> None:
    """Scoring without it would be scoring by a looser method; told at its line."""
    file = workspace(tmp_path)
    (tmp_path / "city.yaml").write_text(f"city: T\nmethod: {{{method}}}\n", encoding="utf-8")
    opened = open_assessment(file, "2027-04-01", rules=False)
    assert not opened.usable or method == "matrix: {limited: [high, high]}"
    told = {(Path(one.file).name, one.line) for one in opened.diagnostics if one.level == "error"}
    assert told == (set() if opened.usable else {("city.yaml", 2)})


def test_file_names_that_look_like_versions(tmp_path: Path) -> None:
    """Digits of other kinds are no version."""
    folder = tmp_path / "questionnaires" / "own"
    folder.mkdir(parents=True)
    for name in ("².yaml", "1.².yaml", "１.0.yaml"):
        (folder / name).touch()
    assert Catalog(tmp_path).versions("own") == []


def test_lines_are_remembered_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the cache as from the file, for every place of a shipped bank; another content has lines of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for _ in range(3):
        loaded = load_banks({"core": "1.0", "transport": "1.0"}, Catalog())
        if loaded.sound:
            assert not loaded.read_sources
        loaded.remember()
        source = read(loaded.files["transport"])
        for number, risk in enumerate(source.data["risks"]):
            paths = [("risks", number), ("risks", number, "severity", "rows", 0), ("risks", number, "nothing")]
            paths += [("risks", number, "safeguards", one) for one in range(len(risk["safeguards"]))]
            for path in paths:
                assert loaded.line("transport", path) == (source.file, source.position(path).line)
