"""What `pia status` tells."""

import re
from pathlib import Path
from typing import get_args

from tests.golden import ROOT
from tests.work import asked
from tests.work.desk import ASSESSMENT, opened, workspace
from tests.work.signed import DAY, DONE, PLANNED, at, edit, room, signed
from tsukuba_pia.change.state import State
from tsukuba_pia.labels import labels
from tsukuba_pia.model.sign_off import Expedited
from tsukuba_pia.model.text import LANGUAGES
from tsukuba_pia.work.commenting import Wish, propose_window, put
from tsukuba_pia.work.next_steps import STEPS
from tsukuba_pia.work.status import status_of


def test_half_way(tmp_path: Path) -> None:
    """Counts, sections, what is required, what is not decided, what next."""
    status = status_of(opened(workspace(tmp_path)), "t-1")
    assert status.counts == {"answered": 2, "open": 6}
    assert [(one.section, one.answered, one.total) for one in status.sections] == [("k_first", 2, 2), ("k_use", 0, 6)]
    assert status.open_required == ("k_level",)
    assert [(one.red_line, one.state, one.questions) for one in status.blocked] == [
        ("k_red_sale", "unknown", ("k_sold",))
    ]
    assert [one.key for one in status.next_steps][:2] == ["next_required", "next_part"]
    assert status.threshold is not None
    assert status.threshold.outcome.worst == "full"


def test_red_line_crossed(tmp_path: Path) -> None:
    """It comes first."""
    status = status_of(opened(workspace(tmp_path, f"{ASSESSMENT}  k_level: counts\n  k_sold: yes\n")), "t-1")
    assert [one.state for one in status.blocked] == ["crossed"]
    assert status.next_steps[0].key == "next_crossed"
    assert status.next_steps[0].args == {"red_line": "k_red_sale"}


def test_no_assessment_needed(tmp_path: Path) -> None:
    """Then nothing more is asked for."""
    status = status_of(opened(workspace(tmp_path, ASSESSMENT.replace("k_personal: yes", "k_personal: no"))), "t-1")
    assert status.threshold is not None
    assert status.threshold.outcome.worst == "none"
    assert status.parts_missing == ()
    assert [one.key for one in status.next_steps] == ["next_reviewer", "next_publish"]


AFTER = "2027-04-02"  # the first day is over
WRITTEN = asked.TEXT
RUNS = WRITTEN.replace(PLANNED, DONE)
TOLD = "publication: {published_on: 2027-01-15}\nteam:"


def steps(file: Path, day: str = DAY) -> tuple[str, list[str]]:
    """The state on a day, and what next."""
    status = status_of(at(file, day), "t-1")
    told = [one.key.removeprefix("next_") for one in status.next_steps if one.key != "next_errors"]
    return status.state, told


def test_until_a_decision(tmp_path: Path) -> None:
    """Written, looked through, put to comment, decided."""
    alone = "  - {role: reviewer, name: 伊藤 文}\n"
    assert steps(room(tmp_path / "a", WRITTEN.replace(alone, ""))) == ("draft", ["reviewer", "render"])
    file = room(tmp_path / "b", WRITTEN)
    assert steps(file) == ("review", ["meeting", "comment", "decide"])
    window = "publication: {window: {from: 2027-01-10, to: 2027-02-10}}\nteam:"
    assert steps(room(tmp_path / "c", WRITTEN.replace("team:", window))) == ("comment", ["comments", "meeting"])
    signed(file, "changes_required")
    assert steps(file) == ("review", ["changes", "meeting", "comment", "decide"])
    edit(file, "k_people: 500", "k_people: unknown")
    assert steps(file) == ("review", ["changes", "open", "meeting", "comment", "decide"])


def test_from_a_window_to_an_approval(tmp_path: Path) -> None:
    """Once residents have been heard on what it says, they are not to be asked again; else they are."""
    file = room(tmp_path, WRITTEN)
    opened_now = at(file)
    put(opened_now, propose_window(opened_now, Wish("市民")))
    assert steps(file, "2027-01-20") == ("comment", ["comments", "meeting"])
    assert steps(file, "2027-02-20") == ("review", ["meeting", "decide"])
    edit(file, PLANNED, "k_masking: absent")
    assert steps(file, "2027-02-20") == ("review", ["meeting", "comment", "decide"])


def test_from_approval_to_the_end(tmp_path: Path) -> None:
    """Nothing is answered any more: built, published, verified, looked at again, told that it ended."""
    file = room(tmp_path, WRITTEN)
    signed(file)
    assert steps(file) == ("approved_with_conditions", ["conditions", "run"])
    edit(file, PLANNED, DONE)
    signed(file, "approved")
    assert steps(file) == ("approved", ["publish", "verify"])
    assert steps(file, AFTER) == ("monitoring", ["publish", "review_day", "plan"])
    edit(file, "team:", TOLD)
    assert steps(file) == ("published", ["verify"])
    edit(file, "team:", "review: {due: 2028-04-01}\nteam:")
    assert steps(file, AFTER) == ("monitoring", ["look_again", "plan"])
    edit(file, "dates: {", "dates: {ended: {on: 2027-05-01, why: 終了}, ")
    assert steps(file, "2027-05-01") == ("ended", ["publish_end"])
    edit(file, "published_on: 2027-01-15", "published_on: 2027-05-01")
    assert steps(file, "2027-05-01") == ("ended", ["nothing"])


def test_refused_and_not_needed(tmp_path: Path) -> None:
    """It is told; nobody is asked to answer the rest."""
    open_ones = WRITTEN.replace("  k_people: 500\n", "")
    file = room(tmp_path / "a", open_ones)
    signed(file, "refused")
    assert steps(file) == ("refused", ["publish_refusal", "try_again"])
    edit(file, "team:", TOLD)
    assert steps(file) == ("refused", ["try_again"])
    none = WRITTEN.replace("k_personal: yes", "k_personal: no").partition("  k_kinds")[0]
    assert steps(room(tmp_path / "b", none)) == ("review", ["publish"])
    assert steps(room(tmp_path / "c", none.replace("team:", TOLD))) == ("no_pia", ["if_it_changes"])


def test_suspended(tmp_path: Path) -> None:
    """It is stopped first; then what took the leave away, by its kind."""
    for name, old, new, wanted in (
        ("a", "k_sold: no", "k_sold: yes", ["crossed"]),
        ("b", "k_sold: no", "k_sold: unknown", ["undecided"]),
        ("c", "team:", "cooperation: [{request: 図面, to: 事業者, state: refused}]\nteam:", ["cooperation"]),
    ):
        file = room(tmp_path / name, RUNS)
        signed(file, "approved")
        edit(file, old, new)
        assert steps(file, AFTER) == ("suspended", ["stop", *wanted, "decide"])
    file = room(tmp_path / "d", RUNS)
    edit(signed(file, "approved") / "city.yaml", "city", "city ")
    assert steps(file, AFTER) == ("suspended", ["stop", "sign_offs", "decide"])
    file = room(tmp_path / "e", RUNS)
    signed(file, "expedited", expedited=Expedited("本部", "水害", "2027-04-10"))
    assert steps(file, AFTER) == ("monitoring", ["publish", "expedited", "review_day", "plan"])


def test_every_state_has_a_step_in_words() -> None:
    """In both languages; what is told about is never told to be answered."""
    assert set(STEPS) == set(get_args(State))
    keys = set(re.findall(r'"(next_\w+)"', (ROOT / "src/tsukuba_pia/work/next_steps.py").read_text("utf-8")))
    for language in LANGUAGES:
        assert {key for key in labels(language)["status"] if key.startswith("next_")} == keys
