"""What an assessment says twice (answers, inventory, flows, actors): an example, changed (PIA453, PIA476, PIA481)."""

import pytest

from tests.golden import ROOT
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.work.opening import open_assessment

EXAMPLE = ROOT / "examples" / "sidewalk-robot" / "assessment.yaml"
DAY = "2026-12-01"
ABOUT = ("PIA453", "PIA476", "PIA481")
RECIPIENTS = "  core_recipients: [processor, business]\n"


def found(changes: dict[str, str], stage: Stage = "approval") -> list[tuple[str, str, str]]:
    """What these rules find after some changes: code, level, what is missing or found."""
    text = EXAMPLE.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    opened = open_assessment(EXAMPLE, DAY, raw=text.encode(), stage=stage)
    told = [one for one in opened.diagnostics if one.code in ABOUT]
    return [(one.code, one.level, one.args.get("missing") or one.args.get("found") or one.args["name"]) for one in told]


def without(section: str) -> dict[str, str]:
    """Take a list of the example away: its lines up to the next key."""
    text = EXAMPLE.read_text(encoding="utf-8")
    start = text.index(f"\n{section}:") + 1
    end = next(place for place in range(start + 1, len(text)) if text[place - 1] == "\n" and text[place] not in " #\n")
    return {text[start:end]: f"{section}: []\n"}


@pytest.mark.parametrize("stage", ["review", "approval", "publication"])
def test_a_sound_example(stage: Stage) -> None:
    """Says the same everywhere."""
    assert found({}, stage) == []


@pytest.mark.parametrize(("stage", "level"), [("draft", "warning"), ("approval", "error")])
def test_no_personal_data_beside_names_and_addresses(stage: Stage, level: str) -> None:
    """An answer that spares all others."""
    told = found({"  core_personal_data: yes\n": "  core_personal_data: no\n"}, stage)
    assert ("PIA453", level, "contact, home_address, name") in told


def test_kinds_of_data_that_may_be_a_thing_s() -> None:
    """A place or a log of use is not always somebody's; a telephone number is."""
    kinds = {
        "categories: [name, contact, home_address, order_history]": "categories: [location, usage_log, building]",
        "identifiers: [phone_number, order_number]": "identifiers: [building_id]",
        "  core_personal_data: yes\n": "  core_personal_data: no\n",
    }
    assert [one for one in found(kinds) if one[0] == "PIA453" and "core" not in one[2]] == []
    numbers = kinds | {"identifiers: [phone_number, order_number]": "identifiers: [building_id, email]"}
    assert ("PIA453", "error", "email") in found(numbers)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("[]", [("PIA476", "error", "operator, shops, map_cloud")]),
        ("[processor]", [("PIA476", "warning", "shops")]),
        ("{answer: [processor], note: 店には番号だけを渡します。}", []),
        ("unknown", []),
    ],
)
def test_recipients_that_the_flows_name(answer: str, told: list[tuple[str, str, str]]) -> None:
    """Nobody, or not those; a note may say why a kind is not counted."""
    assert found({RECIPIENTS: f"  core_recipients: {answer}\n"}) == told


def test_recipients_that_the_inventory_names() -> None:
    """Without flows, what it says of sharing; the city itself receives nothing."""
    told = found({RECIPIENTS: "  core_recipients: []\n"} | without("flows"))
    assert told == [("PIA476", "warning", "店")]


def test_actors_that_are_not_listed() -> None:
    """Who receives and who is asked; an error once nobody is listed although data goes somewhere."""
    receivers = [("PIA481", "error", name) for name in ("city", "operator", "shops", "map_cloud")]
    assert sorted(found(without("actors"))) == sorted(receivers)
    assert sorted(found(without("actors"), "review")) == sorted((code, "warning", name) for code, _, name in receivers)
    assert found(without("actors") | without("flows")) == [("PIA481", "warning", "operator")]
    nobody = found(without("actors") | {RECIPIENTS: "  core_recipients: []\n"})
    assert ("PIA476", "error", "city, operator, shops, map_cloud") in nobody
    assert found({"  - {id: shops": "  - {id: stores"}) == [("PIA481", "warning", "shops")]


@pytest.mark.parametrize(
    ("asked", "told"),
    [("operator", False), ("vendor", False), ("mayor", False), ("市民協働課", False), ("The shops", False),
     ("佐藤 明", False), ("somebody_else", True), ("map-cloud", True)],
)  # fmt: skip
def test_who_is_asked(asked: str, told: bool) -> None:
    """By an id that is no actor's; a name is somebody's."""
    assert found({"asking: operator": f"asking: {asked}"}) == ([("PIA481", "warning", asked)] if told else [])
