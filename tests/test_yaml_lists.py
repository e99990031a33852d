"""One more item in a list, and keys of an item: only their lines change, in whatever style a person wrote the list."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_yaml_edit import LINES, WORDS, source_of
from tsukuba_pia.problems import Problem
from tsukuba_pia.yaml_edit import append_item, as_data, set_value
from tsukuba_pia.yaml_fragment import same
from tsukuba_pia.yaml_source import parse

KEYS = ["what", "who", "by_when", "note"]
SCALARS = st.one_of(WORDS, LINES, st.none(), st.booleans(), st.integers(-9, 9), st.decimals(-9, 9, places=2))
MAPPINGS = st.dictionaries(
    st.sampled_from(KEYS),
    st.one_of(SCALARS, st.lists(WORDS, max_size=2), st.dictionaries(st.sampled_from(["ja", "en"]), LINES, max_size=2)),
)
ITEMS = st.one_of(SCALARS, MAPPINGS)

ITEM_TEXTS: dict[str, Any] = {
    "- a": "a",
    "- 'it''s # a'  # beside": "it's # a",
    "-   what: x\n    who: y": {"what": "x", "who": "y"},
    "- what: x  # first\n  # inside\n  note: |\n    one\n\n    two\n  who: z": {
        "what": "x", "note": "one\n\ntwo\n", "who": "z",
    },
    "-\n  what: x": {"what": "x"},
    "- {what: x, who: [y]}": {"what": "x", "who": ["y"]},
    "- - a\n  - b": ["a", "b"],
    "- # said before\n  what: >-\n    one\n    two\n  who: z": {"what": "one two", "who": "z"},
    '- "one\n  two"': "one two",
}  # fmt: skip
FLOWS: dict[str, list[Any]] = {
    " [a, 'b']": ["a", "b"],
    " [a,]  # trailing": ["a"],
    " [{what: x}, {what: y, who: z}]": [{"what": "x"}, {"what": "y", "who": "z"}],
    "\n    [\n      a,  # one\n      {what: y},  # two\n    ]": ["a", {"what": "y"}],
}
EMPTY = {"": None, " []": None, " ~  # none yet": None, "  # none yet": None, " [ ]": None}


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, list[Any] | None]:
    """A file with a list as people write them, and what is in it; None where it is not there."""
    style = draw(st.sampled_from(["block", "block", "flow", "empty", "missing"]))
    lines = ["# a comment", "assessment: x", *draw(st.sampled_from([[], ["answers:", "  #: tool?", "  q: yes"]]))]
    data: list[Any] | None = None
    if style == "block":
        lines.append("tasks:" + draw(st.sampled_from(["", "  # tasks"])))
        texts = draw(st.lists(st.sampled_from(sorted(ITEM_TEXTS)), min_size=1, max_size=3))
        data = [ITEM_TEXTS[text] for text in texts]
        dent, gap = " " * draw(st.sampled_from([0, 2, 4])), draw(st.sampled_from([[], [""], ["# people"]]))
        for text in texts:
            lines += [*gap, *(line and dent + line for line in text.split("\n"))]
        lines += draw(st.sampled_from([[], [f"{dent}# people"], [f"{dent}  # people", f"{dent}#: tool"]]))
    elif style == "flow":
        text = draw(st.sampled_from(sorted(FLOWS)))
        lines.append(f"tasks:{text}")
        data = FLOWS[text]
    elif style == "empty":
        lines.append(f"tasks:{draw(st.sampled_from(sorted(EMPTY)))}")
    lines += draw(st.lists(st.sampled_from(["", "# end", "title: t"]), max_size=3, unique=True))
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), data


def lost(text: str, new: str) -> list[str]:
    """The lines that are not in the new text."""
    return list((Counter(text.splitlines()) - Counter(new.splitlines())).elements())


@settings(max_examples=600, deadline=None)
@given(lists(), ITEMS)
def test_one_more_item(layout: tuple[str, list[Any] | None], item: Any) -> None:  # noqa: ANN401 - plain data
    """Data as meant; every other line, people's and the tool's comments and the line ends as they were."""
    text, data = layout
    source = source_of(text)
    new = append_item(source, ("tasks",), item)
    after = source_of(new).data
    assert same(after, source.data | {"tasks": [*(data or []), item]})
    there = "tasks:" in text and (data is None or "[" in text.partition("tasks:")[2].lstrip()[:1])
    assert len(lost(text, new)) <= there
    for comment in ("# a comment", "# tasks", "# people", "#: tool", "# beside", "# inside", "# none yet", "# end"):
        assert new.count(comment) == text.count(comment)
    assert new.count("\r") == (new.count("\n") if "\r" in text else 0)
    assert new.endswith(("\n", "\r\n")) or not text.endswith("\n")


@settings(max_examples=200, deadline=None)
@given(lists(), st.lists(ITEMS, min_size=2, max_size=4))
def test_items_stand_in_the_order_in_which_they_came(layout: tuple[str, list[Any] | None], items: list[Any]) -> None:
    """A meeting adds one after the other."""
    text, data = layout
    for item in items:
        text = append_item(source_of(text), ("tasks",), item)
    assert same(source_of(text).data["tasks"], [*(data or []), *items])


@settings(max_examples=400, deadline=None)
@given(lists(), st.integers(0, 2), st.sampled_from(KEYS), ITEMS, st.none() | st.lists(st.sampled_from(KEYS)))
def test_a_key_of_an_item(
    layout: tuple[str, list[Any] | None],
    number: int,
    key: str,
    value: Any,  # noqa: ANN401 - plain data
    before: list[str] | None,
) -> None:
    """Set or inserted; the item's other keys and all other items as they were. What is no mapping is left alone."""
    text, data = layout
    source = source_of(text)
    path = ("tasks", number, key)
    if data is None or number >= len(data) or not isinstance(data[number], dict):
        with pytest.raises(Problem):
            set_value(source, path, value)
        return
    new = set_value(source, path, value, before)
    after = source_of(new).data
    item = after["tasks"][number]
    assert same(item.pop(key), value)
    assert item == {name: one for name, one in data[number].items() if name != key}
    after["tasks"][number] = data[number]
    assert after == source.data
    if key not in data[number] and not isinstance(source.data["tasks"], str) and "{" not in text:
        assert lost(text, new) == []
    assert set_value(source_of(new), path, value) == new


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n", "a: 1\ntasks:\n  - what: x\n    who: y\n"),
        ("a: 1", "a: 1\ntasks:\n  - what: x\n    who: y"),
        ("tasks: []\nb: 1\n", "tasks:\n  - what: x\n    who: y\nb: 1\n"),
        ("tasks:  # none\nb: 1\n", "tasks:  # none\n  - what: x\n    who: y\nb: 1\n"),
        ("tasks:\n- a\n# about b\nb: 1\n", "tasks:\n- a\n- what: x\n  who: y\n# about b\nb: 1\n"),
        ("tasks:\n  - a\n  # more\nb: 1\n", "tasks:\n  - a\n  # more\n  - what: x\n    who: y\nb: 1\n"),
        ("tasks:\n  - a\n\n  - b\n\nb: 1\n", "tasks:\n  - a\n\n  - b\n\n  - what: x\n    who: y\n\nb: 1\n"),
        ("tasks:\n    -   a", "tasks:\n    -   a\n    - what: x\n      who: y"),
        ("tasks: [a]  # all\r\nb: 1\r\n", "tasks: [a, {what: x, who: y}]  # all\r\nb: 1\r\n"),
        ("tasks:\r\n- a\r\nb: 1\r\n", "tasks:\r\n- a\r\n- what: x\r\n  who: y\r\nb: 1\r\n"),
        ("{a: 1}\n", "{a: 1, tasks: [{what: x, who: y}]}\n"),
        ("answers:\n    q: yes\n", "answers:\n    q: yes\ntasks:\n    - what: x\n      who: y\n"),
    ],
)
def test_in_the_style_that_is_there(text: str, expected: str) -> None:
    """Dashes where they are, brackets where they are, and a list where there was none."""
    assert append_item(source_of(text), ("tasks",), {"what": "x", "who": "y"}) == expected


def test_a_list_inside_an_item() -> None:
    """What is missing on the way is made."""
    text = "risks:\n  - id: r\n    text: t  # ours\n  - id: s\n"
    new = append_item(source_of(text), ("risks", 0, "notes", "said"), "x")
    assert new == text.replace("# ours\n", "# ours\n    notes:\n      said: [x]\n")
    assert append_item(source_of(new), ("risks", 0, "notes", "said"), "y") == new.replace("[x]", "[x, y]")


def test_keys_of_an_item_at_their_place() -> None:
    """Behind the nearest earlier key; never in front of the one that stands behind the dash."""
    text = "opinions:\n  - by: Sato  # chair\n    says: |\n      one\n      two\n"
    new = set_value(source_of(text), ("opinions", 0, "on"), "2027-02-01", ["by", "post"])
    assert new == text.replace("# chair\n", "# chair\n    on: 2027-02-01\n")
    assert set_value(source_of(text), ("opinions", 0, "on"), "x", []) == text.replace("chair\n", "chair\n    on: x\n")
    assert set_value(source_of(text), ("opinions", 0, "by"), "Abe") == text.replace("Sato", "Abe")


@pytest.mark.parametrize(
    "text",
    [
        "tasks: a\n",
        'tasks: ""\n',
        "tasks: 0\n",
        "tasks: {a: b}\n",
        "tasks: {}\n",
        "tasks: &all [a]\n",
        "tasks: *all\n",
        "tasks:\n\t- a\n",
        "tasks:\n  - a\n  -\tb: [\n",
        "tasks: [a\n",
        "tasks: !!set {a}\n",
        "tasks: [a]\ntasks: [b]\n",
        "- tasks\n",
        "tasks: |\n  a",
    ],
)
def test_refused_rather_than_guessed(text: str) -> None:
    """No list, or a file that cannot be read as one thing: nothing is written."""
    for item in ("x", {"what": "x"}):
        with pytest.raises(Problem, match="cannot_edit"):
            append_item(parse(text.encode(), "f"), ("tasks",), item)


@pytest.mark.parametrize("path", [("tasks", 3, "a"), ("tasks", 0), ("tasks", "a"), ("a", "b"), ("tasks", -1, "a"), ()])
def test_a_path_that_leads_nowhere(path: tuple[str | int, ...]) -> None:
    """An item that is not there, an item instead of a key, a text in the way."""
    with pytest.raises(Problem, match="cannot_edit"):
        set_value(source_of("a: x\ntasks:\n  - a: b\n"), path, "x")


def test_what_a_file_may_not_hold() -> None:
    """An invisible character is refused by the reader, so it is not written."""
    with pytest.raises(Problem, match="cannot_edit"):
        append_item(source_of("tasks: [a]\n"), ("tasks",), "a\u202eb")


def test_values_of_the_models_as_items() -> None:
    """Without what is not said."""
    from tsukuba_pia.model.assessment import Withheld  # noqa: PLC0415

    assert as_data({"a": Withheld("security", until="2028-03-31")}) == {
        "a": {"reason": "security", "until": "2028-03-31"}
    }
