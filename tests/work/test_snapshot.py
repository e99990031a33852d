"""Snapshots: whole or not there, numbered one after the other, never over what changed meanwhile."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden import ROOT
from tests.work.signed import DONE, PLANNED, TEXT, at, edit, room, signed, wish
from tsukuba_pia.files import Changed, SaveFailed
from tsukuba_pia.load.sign_offs import load_sign_offs
from tsukuba_pia.work.signing import propose, sign
from tsukuba_pia.work.verifying import verify

CALLS = ("os.mkdir", "os.fsync", "os.rename")
SIGNER = """
import os, signal, sys
from pathlib import Path
from tests.work.signed import at, wish
from tsukuba_pia.work.signing import propose, sign
file, call, number = Path(sys.argv[1]), sys.argv[2].partition(".")[2], int(sys.argv[3])
opened = at(file)
wanted = propose(opened, wish())
real, count = getattr(os, call), 0
def killing(*args, **named):
    global count
    count += 1
    if count == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args, **named)
setattr(os, call, killing)
sign(opened, wanted)
"""
RACER = """
import sys
from pathlib import Path
from tests.work.signed import at, wish
from tsukuba_pia.files import Changed
from tsukuba_pia.work.signing import propose, sign
file = Path(sys.argv[1])
for _ in range(5):
    while True:
        opened = at(file)
        try:
            sign(opened, propose(opened, wish("changes_required")))
        except Changed:
            continue
        break
"""


def run(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Another process."""
    return subprocess.Popen([sys.executable, "-c", code, *arguments], cwd=ROOT)


@pytest.mark.parametrize("number", [1, 2, 4, 7])
@pytest.mark.parametrize("call", CALLS)
def test_killed_between_two_steps(tmp_path: Path, call: str, number: int) -> None:
    """No half snapshot has a name; the next one cleans up and follows what is there."""
    file = room(tmp_path)
    with run(SIGNER, str(file), call, str(number)) as signer:
        killed = signer.wait(60) == -signal.SIGKILL
    found = load_sign_offs(file.parent)
    assert found.fits
    assert len(found.all) <= 1
    assert killed or len(found.all) == 1
    place = signed(file)
    after = load_sign_offs(file.parent)
    assert after.fits
    assert after.all[-1].folder == place.name
    assert len(after.all) == len(found.all) + 1
    assert [one.name for one in place.parent.iterdir() if one.name.startswith(".pia")] == []


def test_two_processes_at_once(tmp_path: Path) -> None:
    """Each is whole, none has another's number, each follows the one before it."""
    file = room(tmp_path)
    racers = [run(RACER, str(file)) for _ in range(2)]
    assert [one.wait(120) for one in racers] == [0, 0]
    found = load_sign_offs(file.parent)
    assert found.fits
    assert [one.number for one in found.sound] == list(range(1, 11))


def test_what_changed_meanwhile_is_not_signed(tmp_path: Path) -> None:
    """The assessment, or what was signed before."""
    file = room(tmp_path)
    opened = at(file)
    wanted = propose(opened, wish())
    edit(file, "k_people: 500", "k_people: 5")
    with pytest.raises(Changed):
        sign(opened, wanted)
    assert not (file.parent / "approvals").exists()
    opened = at(file)
    signed(file, "refused")
    with pytest.raises(Changed):
        sign(opened, propose(opened, wish()))
    assert len(load_sign_offs(file.parent).all) == 1


def test_the_bytes_that_were_scored(tmp_path: Path) -> None:
    """An editor saves a bank or the profile between the scoring and the copying: what was scored is kept."""
    file = room(tmp_path)
    opened = at(file)
    wanted = propose(opened, wish())
    scored = {name: (tmp_path / name).read_bytes() for name in ("questionnaires/kiosk/0.1.yaml", "city.yaml")}
    edit(tmp_path / "questionnaires" / "kiosk" / "0.1.yaml", "significant: [low, high]", "significant: [low, low]")
    (tmp_path / "city.yaml").write_text("city: ほかの市\n", encoding="utf-8")
    place = sign(opened, wanted)
    assert {name: (place / name).read_bytes() for name in scored} == scored
    assert load_sign_offs(file.parent).fits
    told = verify(at(file), rescore=True)
    assert (told.levels, told.problems) == ((), ())
    assert [one.name for one in told.banks] == ["questionnaires/kiosk/0.1.yaml"]


def test_a_bank_from_the_cache_is_copied_as_it_was_read(tmp_path: Path) -> None:
    """The cache spares the parsing, not the reading."""
    file = room(tmp_path)
    at(file)
    opened = at(file)
    assert opened.banks.sound
    bank = tmp_path / "questionnaires" / "kiosk" / "0.1.yaml"
    before = bank.read_bytes()
    bank.unlink()
    place = sign(opened, propose(opened, wish()))
    assert (place / "questionnaires" / "kiosk" / "0.1.yaml").read_bytes() == before


@pytest.mark.parametrize("when", ["before the score", "before the digest", "before the copy"])
def test_evidence_that_changes_meanwhile_is_not_signed(tmp_path: Path, when: str) -> None:
    """It comes after it was found missing, goes after it was found, or says something else than its digest."""
    file = room(tmp_path, TEXT.replace(PLANNED, DONE))
    evidence = file.parent / "evidence" / "mask.md"
    if when == "before the score":
        evidence.unlink()
    opened = at(file)
    if when == "before the score":
        evidence.write_text("late\n", encoding="utf-8")
    elif when == "before the digest":
        evidence.unlink()
    wanted = propose(opened, wish("approved"))
    if when == "before the copy":
        evidence.write_text("other\n", encoding="utf-8")
    with pytest.raises(Changed) as why:
        sign(opened, wanted)
    assert why.value.path.name == "mask.md"
    assert not (file.parent / "approvals").exists()


def test_disk_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reason is told, and nothing is left."""
    file = room(tmp_path)
    opened = at(file)
    wanted = propose(opened, wish())

    def failing(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(SaveFailed):
        sign(opened, wanted)
    assert not (file.parent / "approvals").exists()
