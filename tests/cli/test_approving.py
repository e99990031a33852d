"""`pia approve` and `pia verify` as a person types them."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, run
from tests.work.signed import edit, room
from tsukuba_pia.fold import width

WHO = ("--name", "山田 一", "--post", "mayor", "--document", "つ第1号", "--because", "必要です。")
BUILT = ("--outcome", "approved_with_conditions", *WHO)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment that may be approved on conditions."""
    return room(tmp_path)


def approvals(file: Path) -> list[str]:
    """What was written."""
    place = file.parent / "approvals"
    return sorted(one.name for one in place.iterdir()) if place.exists() else []


def test_on_behalf_of(file: Path) -> None:
    """Signed, compared, changed, compared again."""
    done = run("approve", file, *BUILT, "--on-behalf-of", "つ第1号")
    assert done.returncode == 0, done.stderr
    assert "Condition: Faces are masked. (k_masking) (都市計画課, by 2027-03-01)" in done.stdout
    assert approvals(file) == ["001-2027-01-15-approved_with_conditions"]
    same = run("verify", file, "--rescore")
    assert (same.returncode, same.stdout.splitlines()[-1]) == (0, "It is as it was signed.")
    assert "State: approved with conditions (may be prepared, may not start yet)" in run("status", file).stdout
    assert json.loads(run("status", file, "--json").stdout)["state"] == "approved_with_conditions"
    edit(file, "k_people: 500", "k_people: 50")
    changed = run("verify", file)
    assert changed.returncode == 1
    assert "  How many people? (k_people): 500 → 50" in changed.stdout.splitlines()
    told = json.loads(run("verify", file, "--json", "--lang", "ja").stdout)
    assert told["changes"] == [{"at": "k_people.answer", "what": "changed", "was": "500", "now": "50"}]


@pytest.mark.parametrize(
    ("more", "environment", "said"),
    [
        ((), {}, "takes a person"),
        (("--on-behalf-of", " "), {}, "needs the number"),
        (("--on-behalf-of", "1"), {"CI": "true"}, "Nothing is approved in CI"),
        (("--on-behalf-of", "1", "--waive", "k_red_sale"), {}, "is no waiver"),
        (("--on-behalf-of", "1", "--condition", "x"), {}, "is no condition"),
        (("--on-behalf-of", "1", "--post", "minister"), {}, "is no post"),
    ],
)
def test_nothing_is_signed_without_a_person(
    file: Path, more: tuple[str, ...], environment: dict[str, str], said: str
) -> None:
    """Usage: told in one line, exit 2, nothing written."""
    done = run("approve", file, *BUILT, *more, cwd=None, **environment)
    assert done.returncode == 2
    assert said in done.stderr
    assert approvals(file) == []


def test_what_stands_in_the_way_is_told_at_once(file: Path) -> None:
    """With codes; nothing is written."""
    done = run(
        "approve", file, "--outcome", "approved", "--name", "高橋直", "--post", "owner", "--document", "1",
        "--on-behalf-of", "1", "--waive", "k_red_sale=ordinance,1,2026-01-01",
    )  # fmt: skip
    assert done.returncode == 1
    assert [code for code in ("PIA510", "PIA512", "PIA513", "PIA520") if code not in done.stderr] == []
    assert approvals(file) == []


def test_a_section_that_is_gone_is_shown_to_who_signs(file: Path) -> None:
    """With nothing in the way."""
    edit(file, "choices: []", "choices: [{what: 顔を写さない道, default: 選べる}]")
    assert run("approve", file, *BUILT, "--on-behalf-of", "1").returncode == 0
    edit(file, "choices: [{what: 顔を写さない道, default: 選べる}]", "choices: []")
    done = run("approve", file, *BUILT, "--dry-run")
    assert (done.returncode, "warning PIA574" in done.stderr) == (0, True)


def test_dry_run_writes_nothing(file: Path) -> None:
    """It may run anywhere, in CI too."""
    done = run("approve", file, *BUILT, "--dry-run", CI="true")
    assert (done.returncode, approvals(file)) == (0, [])


def test_a_person_types_the_name(file: Path) -> None:
    """What is missing is asked for; another word than the assessment's name signs nothing."""
    for typed, code in (("yes", 1), ("t-1", 0)):
        person = Terminal("approve", file, *BUILT[:-2])
        person.see("Reason (of an approval")
        person.child.send("必要です。\r")
        person.see("type the assessment's name")
        person.child.send(f"{typed}\r")
        person.child.expect_exact("Not signed." if code else "Signed:")
        person.child.wait()
        assert person.child.exitstatus == code
        assert len(approvals(file)) == 1 - code


def test_nothing_was_signed(file: Path) -> None:
    """It says what to do."""
    done = run("verify", file)
    assert done.returncode == 2
    assert "`pia approve` signs" in done.stderr


def test_report_tells_the_state(file: Path) -> None:
    """In the reader's language; before any decision as in preparation."""
    before = run("render", file, "--format", "md", "--draft", "-o", "-").stdout
    assert "In preparation" in before
    assert run("approve", file, *BUILT, "--on-behalf-of", "つ第1号").returncode == 0
    after = run("render", file, "--format", "md", "--draft", "-o", "-").stdout
    assert "Approved with conditions (preparation may go ahead; the service may not start yet)" in after


def test_the_posts_that_may_sign_are_named_as_the_city_calls_them(file: Path) -> None:
    """A person types what stands on the door, and not the method's word."""
    edit(file, "k_masking: {answer: planned, owner: 都市計画課, due: 2027-03-01}", "k_masking: absent")
    (file.parents[2] / "city.yaml").write_text(
        "city: つくば市\norgans:\n  - {id: mayor, name: 市長, posts: {owner: 担当課長, mayor: 市長}}\n",
        encoding="utf-8",
    )
    told = "「高い」を受け入れられる職: 市長"
    who = ("--outcome", "approved", "--name", "山田 一", "--document", "1", "--because", "試し", "--dry-run")
    low = run("approve", file, *who, "--post", "担当課長", "--lang", "ja")
    assert (low.returncode, low.stderr.splitlines().count(told)) == (1, 1)
    high = run("approve", file, *who, "--post", "市長", "--lang", "ja")
    assert (high.returncode, told in high.stderr) == (0, False)


def test_a_change_is_told_in_words(file: Path) -> None:
    """Options and parts of an answer by their names, in lines of 80 columns; what is no answer by its place."""
    assert run("approve", file, *BUILT, "--on-behalf-of", "1").returncode == 0
    edit(file, "k_level: per_person", "k_level: counts")
    edit(file, "owner: 都市計画課", "owner: 情報政策課")
    edit(file, "k_purpose: 案内", "k_purpose: 123456789018 " + "長" * 50)
    edit(file, "starts_on: 2027-04-01", "starts_on: 2027-05-01")
    done = run("verify", file, "--lang", "ja")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert "  どの細かさですか。 (k_level): 個人ごと → 件数" in lines
    assert "  顔を消します。 (k_masking) 責任者: 都市計画課 → 情報政策課" in lines
    assert "  dates.starts_on: 2027-04-01 → 2027-05-01" in lines
    assert "123456789018" not in done.stdout
    assert max(width(line) for line in lines) <= 80


def test_levels_of_another_method_are_told_as_they_are(file: Path) -> None:
    """A sign-off that somebody changed may name levels that no method has."""
    assert run("approve", file, *BUILT, "--on-behalf-of", "1").returncode == 0
    sign_off = next((file.parent / "approvals").glob("*/sign-off.yaml"))
    edit(sign_off, "inherent: high", "inherent: dreadful")
    done = run("verify", file, "--rescore")
    assert done.returncode == 1
    assert "  before safeguards: signed as dreadful, now High" in done.stdout.splitlines()
