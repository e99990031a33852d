"""Versioned files held to what they were: by the record, by the version before, by a revision of git."""
# ruff: noqa: E501 - messages and edits as a person sees them

from inspect import get_annotations
from pathlib import Path

import pytest

from tests.work.city import BANK, city, commit, edit, git
from tsukuba_pia.change.released import FILE, line_of
from tsukuba_pia.diagnostics import in_order
from tsukuba_pia.exchange.json_schema import KINDS
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.against_git import blob, files_below, revision
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.checking import check_files, diagnostics_of
from tsukuba_pia.work.released import VERSIONED, check_record, document_of, release
from tsukuba_pia.yaml_source import read

OURS = tuple(f"PIA{number}" for number in (*range(305, 310), *range(313, 319)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A published bank, recorded, committed as `v1`; then `main` goes on."""
    bank = city(tmp_path)
    record(bank)
    commit(tmp_path, "recorded")
    return bank


def record(bank: Path) -> Path:
    """Write its line by hand: these small banks have findings of other rules."""
    document = document_of(read(bank))
    assert document is not None
    place = bank.parent.parent / FILE
    before = place.read_text() if place.exists() else ""
    place.write_text(before + line_of(document.digest, f"lib/{bank.name}"))
    return place


def found(*files: Path, since: str | None = None) -> list[tuple[str, str, int, str]]:
    """Level, code, line and message of what became of the files, in English; in Japanese there is one as well."""
    at = revision(files[0].parent, since) if since is not None else None
    told = in_order(
        one for one in diagnostics_of(check_files(files, Demand("2027-01-01", since=at))) if one.code in OURS
    )
    assert all(message_of(one, "ja") and "{" not in message_of(one, "ja") + hint_of(one, "ja") for one in told)
    return [(one.level, one.code, one.line, message_of(one, "en")) for one in told]


def codes(*files: Path, since: str | None = None) -> list[str]:
    """The codes alone."""
    return [code for _, code, _, _ in found(*files, since=since)]


def test_a_published_version_that_is_as_it_was(file: Path) -> None:
    """Comments, layout, a review and a withdrawal change nothing."""
    edit(
        file,
        ("status: published", "status: withdrawn  # 2027\nreviewed_by: 佐藤"),
        ("bank: lib\n", "# lib\nbank:   lib\n"),
    )
    assert codes(file) == codes(file, since="v1") == codes(file.parent.parent / FILE) == []


def test_a_published_version_that_changed(file: Path) -> None:
    """By its record without git, by the revision without a record; once where both tell."""
    edit(file, ("残す", "残しておく"), ("Yes", "It is kept"))
    assert found(file) == [
        ("error", "PIA305", 2, "The published version 1.0 of “lib” does not say what was published.")
    ]
    assert codes(file, since="v1") == ["PIA305"]
    (file.parent.parent / FILE).unlink()
    (told,) = (one for one in found(file, since="v1") if one[1] == "PIA305")
    assert "(compared with v1)" in told[3]


def test_a_published_version_that_is_a_draft_again(file: Path) -> None:
    """That would free it from its promise."""
    edit(file, ("status: published", "status: draft"))
    assert found(file) == [("error", "PIA305", 3, "The published version 1.0 of “lib” is a draft again.")]
    (file.parent.parent / FILE).unlink()
    assert codes(file) == []
    assert codes(file, since="recorded") == ["PIA305", "PIA315"]


def test_a_published_version_without_a_line(tmp_path: Path) -> None:
    """Nobody would notice a change."""
    bank = city(tmp_path)
    assert [(code, line) for _, code, line, _ in found(bank)] == [("PIA309", 3)]
    edit(bank, ("status: published", "status: draft"))
    assert codes(bank) == []


def test_a_bank_elsewhere_has_no_record(tmp_path: Path) -> None:
    """A file that somebody tries something with."""
    bank = tmp_path / "trial.yaml"
    bank.write_text(BANK, encoding="utf-8")
    assert codes(bank) == []


def test_a_translation_left_behind(file: Path) -> None:
    """The language that stayed, at its line; easy Japanese only as a warning."""
    draft = edit(file, ("status: published", "status: draft"), ('"1.0"', '"0.1"'), to=file.with_name("0.1.yaml"))
    commit(file.parents[2], "draft")
    edit(draft, ("貸出の履歴を残しますか。", "貸出や予約の履歴を残しますか。"))
    assert found(draft, since="draft") == [
        ("error", "PIA306", 16, "The text changed in Japanese (ja), but in English (en) it is still that of draft."),
        (
            "warning",
            "PIA306",
            17,
            "The text changed in Japanese (ja), but in easy Japanese (ja-x-easy) it is still that of draft.",
        ),
    ]
    edit(
        draft,
        ("Are loans kept?", "Are loans and reservations kept?"),
        ("ja-x-easy: 残しますか。", "ja-x-easy: 予約も残しますか。"),
    )
    assert codes(draft, since="draft") == []


def test_small_corrections_leave_no_translation_behind(file: Path) -> None:
    """Blanks and punctuation; easy Japanese alone; a language that is new."""
    draft = edit(file, ("status: published", "status: draft"), ('"1.0"', '"0.1"'), to=file.with_name("0.1.yaml"))
    commit(file.parents[2], "draft")
    edit(
        draft,
        ("Are loans kept?", "Are  loans kept ?"),
        ("ja-x-easy: 残しますか。", "ja-x-easy: のこしますか。\n          zh: 保存吗"),
    )
    assert codes(draft, since="draft") == []


def test_a_new_version_is_held_to_the_published_one_before(file: Path) -> None:
    """Without git: ids, promises and translations; each change that weighs too much, at its line."""
    new = edit(
        file, ('"1.0"', '"1.1"'), ("status: published", "status: draft"), ("id: kept", "id: stored"), ("is: kept", "is: stored"),
        ("base: limited\n", "base: negligible\n"), ("読書が知られる", "読書が人に知られる"), to=file.with_name("1.1.yaml"),
    )  # fmt: skip
    told = found(new)
    assert [(level, code, line) for level, code, line, _ in told] == [
        ("error", "PIA307", 20), ("error", "PIA308", 20), ("error", "PIA306", 24), ("error", "PIA308", 26), ("error", "PIA308", 27),
    ]  # fmt: skip
    assert (
        told[0][3] == "The option “kept” of “lib_loans”, which 1.0 has, is gone, and nothing says what becomes of it."
    )
    assert "From 1.0 to 1.1 there is a major change (lib_exposed.severity.base: the level falls" in told[3][3]


def test_a_major_version_with_its_migrations(file: Path) -> None:
    """All is said; a migration of what was never there is told."""
    new = edit(
        file, ('"1.0"', '"2.0"\nmigrations:\n  options: {lib_loans: {kept: stored}}'), ("status: published", "status: draft"),
        ("id: kept", "id: stored"), ("is: kept", "is: stored"), to=file.with_name("2.0.yaml"),
    )  # fmt: skip
    assert codes(new) == []
    edit(new, ("{kept: stored}}", "{kept: stored, keep: none}}\n  removed: {lib_loan: x}"))
    assert [(code, line, message) for _, code, line, message in found(new)] == [
        ("PIA318", 4, "“keep”, which the migrations move, is not there in the version before (1.0)."),
        ("PIA318", 5, "“lib_loan”, which the migrations move, is not there in the version before (1.0)."),
    ]


def test_a_draft_may_lose_ids_with_a_warning(file: Path) -> None:
    """It promised nothing; whoever filled in a trial wants to know."""
    draft = edit(file, ("status: published", "status: draft"), ('"1.0"', '"0.1"'), to=file.with_name("0.1.yaml"))
    commit(file.parents[2], "draft")
    edit(draft, ("id: kept", "id: stored"), ("is: kept", "is: stored"))
    assert [(level, code) for level, code, _, _ in found(draft, since="draft")] == [("warning", "PIA307")]


def test_a_version_that_is_renamed_is_held_to_what_it_was(file: Path) -> None:
    """`git mv 1.0.yaml 1.1.yaml` is no way round."""
    new = file.with_name("1.1.yaml")
    file.rename(new)
    edit(new, ('"1.0"', '"1.1"'), ("status: published", "status: draft"), ("base: limited\n", "base: negligible\n"))
    place = file.parent.parent / FILE
    assert codes(new, place, since="recorded") == ["PIA314", "PIA308", "PIA314"]


def test_a_line_that_is_rewritten(file: Path) -> None:
    """Together with its bank it would bear witness to anything."""
    edit(file, ("残す", "残しておく"), ("Yes", "It is kept"))
    place = file.parent.parent / FILE
    place.unlink()
    record(file)
    assert codes(file, place) == []
    told = found(file, place, since="recorded")
    assert [(code, line) for _, code, line, _ in told] == [("PIA305", 2), ("PIA315", 1)]
    assert (
        told[1][3]
        == "The line of “lib/1.0.yaml” in the record of released versions names another digest since recorded."
    )


def test_lines_that_cannot_be_used(file: Path) -> None:
    """Each at its line."""
    place = file.parent.parent / FILE
    place.write_text(f"{place.read_text()}nonsense\n{place.read_text()}{'0' * 64}  lib/9.9.yaml\n")
    told, source = check_record(place)
    assert [(one.code, one.line) for one in told] == [("PIA313", 2), ("PIA313", 3), ("PIA314", 4)]
    assert source.text.startswith(told[0].args.get("x", ""))


def test_what_could_not_be_read_before(file: Path) -> None:
    """Told as a warning: it is for people to compare."""
    edit(file, ("bank: lib", "bank: [lib"))
    commit(file.parents[2], "broken")
    git(file.parents[2], "checkout", "-q", "v1", "--", "questionnaires/lib")
    assert [(level, code) for level, code, _, _ in found(file, since="broken")] == [("warning", "PIA316")]


def test_a_file_that_is_broken_now_is_told_by_others(file: Path) -> None:
    """Reading has told it, once."""
    edit(file, ("bank: lib", "bank: [lib"))
    assert codes(file, since="v1") == []


def test_what_git_says(file: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Files and folders as they were; what is not there is nothing."""
    top = file.parents[2]
    at = revision(file, "v1")
    edit(file, ("残す", "残しておく"))
    assert blob(at, file) == BANK.encode()
    assert blob(at, top / "nothing.yaml") is None
    assert blob(at, tmp_path_factory.mktemp("elsewhere") / "x.yaml") is None
    assert [one.name for one in files_below(at, top)] == ["city.yaml", "1.0.yaml"]
    assert files_below(at, file.parent) == (file,)
    assert files_below(at, top / "nothing") == ()


@pytest.mark.parametrize("name", ["nope", "", "--help", "v1:city.yaml", "HEAD~99", "v1 v1"])
def test_no_such_revision(name: str, file: Path) -> None:
    """No name of a revision is an option of git's."""
    with pytest.raises(Problem) as caught:
        revision(file, name)
    assert caught.value.code == "no_revision"


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told with git's own reason; and so is a machine without git."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(Problem) as caught:
        revision(tmp_path / "not" / "there", "v1")
    assert caught.value.code == "no_repository"
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Problem) as caught:
        revision(tmp_path, "v1")
    assert caught.value.code == "no_git"


def test_release_refuses(tmp_path: Path) -> None:
    """A draft, a bank with errors, a file that lies nowhere."""
    bank = city(tmp_path)
    with pytest.raises(Problem) as caught:
        release(bank, diagnostics_of(check_files([bank], Demand("2027-01-01"))))
    assert caught.value.code == "not_clean"
    edit(bank, ("status: published", "status: draft"))
    with pytest.raises(Problem) as caught:
        release(bank, ())
    assert caught.value.code == "not_published"
    elsewhere = edit(bank, ("status: draft", "status: published"), to=tmp_path / "trial.yaml")
    with pytest.raises(Problem) as caught:
        release(elsewhere, ())
    assert caught.value.code == "not_in_a_room"
    assert not (bank.parent.parent / FILE).exists()


def test_release_writes_one_line_once(tmp_path: Path) -> None:
    """Behind what is there, also where its last line has no end."""
    bank = city(tmp_path)
    place = bank.parent.parent / FILE
    place.write_text("# 記録")
    assert release(bank, ()).new
    assert not release(bank, ()).new
    head, line, end = place.read_text(encoding="utf-8").split("\n")
    assert (head, line[64:], end) == ("# 記録", "  lib/1.0.yaml", "")
    assert codes(bank, place) == []


def test_every_versioned_kind_is_guarded() -> None:
    """A kind of file with a version and a status is held still like a bank."""
    versioned = {kind for kind, shape in KINDS.items() if {"version", "status"} <= get_annotations(shape).keys()}
    assert {"bank" if kind == "question-bank" else kind for kind in versioned} == set(VERSIONED)
