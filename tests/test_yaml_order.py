"""Entries that change places: whatever stands around them, each keeps its lines and its comments."""

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tsukuba_pia.yaml_layout import Layout
from tsukuba_pia.yaml_order import moved
from tsukuba_pia.yaml_promise import at, changed
from tsukuba_pia.yaml_source import Source, parse

VALUES = (
    "yes", "", '{answer: x, note: "# no"}', "\n{}  answer: |\n{}    # no comment\n\n{}    x\n{}  # inside",
    "\n{}  - a\n{}  - b  # c", ">-\n{}  folded\n{}  text", "'quoted\n{}  over lines'", "[a,\n{}  b]",
)  # fmt: skip
ENTRY = st.tuples(
    st.sampled_from(VALUES), *(st.booleans() for _ in range(3)), st.sampled_from(["", "", "\n", "\n{}# apart\n\n"])
)


def entry(name: str, how: tuple[str, bool, bool, bool, str], depth: str) -> str:
    """A key with its value, a comment above it, another deeper below it, and what follows."""
    value, above, tool, below, gap = how
    lines = [*[f"{depth}# above {name}\n"] * above, *[f"{depth}#: tool {name}\n"] * tool]
    said = f"{name}: {value}".replace("{}", depth) if "{}" in value else f"{name}: {value}"
    return "".join([*lines, f"{depth}{said}\n", *[f"{depth}  # below {name}\n"] * below, gap.replace("{}", depth)])


def sorted_text(source: Source, parent: tuple[str, ...], places: dict[str, int]) -> str:
    """The text with the entries in order; it says the same."""
    return changed(source, moved(Layout(source), parent, places), (), source.data)


@settings(max_examples=150, deadline=None)
@given(
    names=st.permutations("abcdefgh"),
    hows=st.lists(ENTRY, min_size=2, max_size=8),
    unplaced=st.sets(st.sampled_from("abcdefgh"), max_size=3),
    inside=st.booleans(),
    form=st.tuples(st.sampled_from(["\n", "\r\n"]), st.booleans()),
)
def test_whatever_stands_around_them(
    names: list[str], hows: list[tuple[str, bool, bool, bool, str]], unplaced: set[str], *, inside: bool,
    form: tuple[str, bool],
) -> None:  # fmt: skip
    """In order, line by line the same, with its comments; a second time nothing moves."""
    newline, ended = form
    depth, parent = ("  ", ("answers",)) if inside else ("", ())
    body = "".join(entry(f"k_{name}", how, depth) for name, how in zip(names, hows, strict=False))
    text = f"# head\n\nanswers:\n{body}z: 2\n" if inside else f"# head\n\n{body}"
    text = (text if ended else text.rstrip("\n")).replace("\n", newline)
    places = {f"k_{name}": place for place, name in enumerate("abcdefgh") if name not in unplaced}
    after = parse(sorted_text(parse(text.encode(), "f"), parent, places).encode(), "f")
    found = [places[name] for name in at(after.data, parent) if name in places]
    assert found == sorted(found)
    lines = after.text.split(newline)
    assert Counter(filter(None, lines)) == Counter(filter(None, text.split(newline)))
    assert lines[0] == "# head"
    for one, next_one in pairwise(lines):
        if one.strip().startswith(("# above", "#: tool")):
            assert next_one.strip().startswith(("#: tool", one.split()[-1])), after.text
        if next_one.strip().startswith("# below"):
            assert one.strip(), after.text
    assert moved(Layout(after), parent, places) == []


def test_as_few_as_can_be() -> None:
    """One that stands too late, or too early, moves alone."""
    places = {name: place for place, name in enumerate("abcde")}
    for order in ("bcdea", "eabcd", "acbde"):
        source = parse("".join(f"{name}: 1\n" for name in order).encode(), "f")
        assert len(moved(Layout(source), (), places)) == 2


def test_the_head_of_a_file_stays() -> None:
    """What stands above the first key is said of the whole; blank lines go with what they set apart."""
    source = parse(b"# head\nb: 1\n\nc: 2\n\n# of a\na: 3\n", "f")
    assert sorted_text(source, (), {"a": 0, "b": 1, "c": 2}) == "# head\n# of a\na: 3\n\nb: 1\n\nc: 2\n"
