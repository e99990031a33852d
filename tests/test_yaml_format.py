"""The canonical layout: what it changes, what it never does, and that it is the same the second time."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.golden import ROOT
from tsukuba_pia.problems import Problem
from tsukuba_pia.yaml_format import formatted
from tsukuba_pia.yaml_fragment import same
from tsukuba_pia.yaml_layout import Layout
from tsukuba_pia.yaml_source import parse, read

CASES = {
    "depth": ("a:\n    b:\n        c: d\n", "a:\n  b:\n    c: d\n"),
    "dashes one level in": ("a:\n- b\n-   c\n", "a:\n  - b\n  - c\n"),
    "an item that is a mapping": ("a:\n-   b: c\n    d: e\n- f: g\n", "a:\n  - b: c\n    d: e\n  - f: g\n"),
    "a list in a list": ("a:\n- - b\n  - c\n-  - d\n", "a:\n  - - b\n    - c\n  - - d\n"),
    "blanks": ("a:   b   \nc : d\n\n\n\ne: f\n\n", "a: b\nc: d\n\ne: f\n"),
    "brackets": ("a: {b:   c,d: [ e,f , g ]}\n", "a: {b: c, d: [e, f, g]}\n"),
    "brackets on several lines": ("a: [b,\n    c,\n  d]\n", "a: [b, c, d]\n"),
    "quotes": ("a: 'b'\nc: 'it''s'\nd: \"e\"\nf: '1.0'\n", "a: b\nc: it's\nd: \"e\"\nf: \"1.0\"\n"),
    "line ends": ("a: b\r\nc:\r\n    d: e\r\n", "a: b\nc:\n  d: e\n"),
    "comments": (
        "# head\n\n\n# more\na: b # why\n#: tool\nc:   # list\n# of\n    - d # one\n    # two\n    - e\n# end\n",
        "# head\n\n# more\na: b  # why\n#: tool\nc:  # list\n  # of\n  - d  # one\n  # two\n  - e\n# end\n",
    ),
    "a text of several lines": (
        "a: |\n      b\n        c\n\n      d\ne: >-   # why\n    f\n    g\n",
        "a: |\n  b\n    c\n\n  d\ne: >-  # why\n  f\n  g\n",
    ),
    "a folded text": ("a: b\n     c\n\n     d\n", "a: b\n  c\n\n  d\n"),
    "nothing there": ("a:\nb: ~\nc: {}\nd: []\n", "a:\nb: ~\nc: {}\nd: []\n"),
    "a key in quotes": ("\"a b\" :  c\n'd': e\n", "\"a b\": c\n'd': e\n"),
    "no line end": ("a: b", "a: b\n"),
    "a comment within brackets": ("a: [b, # why\n     c]\nd:  e\n", "a: [b, # why\n  c]\nd: e\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_layout(text: str, expected: str) -> None:
    """Each thing by itself, and again."""
    source = parse(text.encode(), "x.yaml")
    assert not source.diagnostics
    assert formatted(source) == expected
    assert formatted(parse(expected.encode(), "x.yaml")) == expected


@pytest.mark.parametrize("text", ["a: |2\n    b\n", "{a: b}\n", "a\n"])
def test_what_is_left_alone(text: str) -> None:
    """A text that says its own depth, a file in brackets, a file that is one word."""
    source = parse(text.encode(), "x.yaml")
    assert not source.diagnostics
    with pytest.raises(Problem):
        formatted(source)


ROOMS = ("questionnaires/**", "examples/*", "docs/*/questionnaires/*")
OURS = sorted(file for room in ROOMS for file in ROOT.glob(f"{room}/*.yaml"))


@pytest.mark.parametrize("file", OURS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_our_own_files_are_laid_out_so(file: Any) -> None:  # noqa: ANN401 - a path
    """What we ship is what we ask for."""
    assert formatted(read(file)) == file.read_text(encoding="utf-8")


WORDS = st.sampled_from(
    ["市の", "a b", "yes", "1.0", "2027-01-01", "it's", "a: b", "#x", "-", "", "一行\n二行", "x" * 90, "[", "a\n\n b"]
)
KEYS = st.sampled_from(["a", "b-c", "d e", "号"])
DATA = st.recursive(
    WORDS | st.integers(-5, 10**6) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
FILES = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), DATA, min_size=1)


@given(
    FILES, st.sampled_from([None, True, False]), st.integers(2, 6), st.sampled_from([20, 80, 500]),
    st.sampled_from([None, "'", '"', "|", ">"]),
)  # fmt: skip
def test_any_file_in_any_style(
    data: dict[str, Any], flow: bool | None, indent: int, width: int, style: str | None
) -> None:
    """Says the same afterwards, and stays as it is the second time; or it is left alone."""
    text = yaml.safe_dump(
        data, default_flow_style=flow, indent=indent, width=width, default_style=style, allow_unicode=True
    )
    source = parse(text.encode(), "x.yaml")
    if source.diagnostics:
        return
    try:
        after = formatted(source)
    except Problem:
        assert text.startswith("{")  # the file itself in brackets
        return
    again = parse(after.encode(), "x.yaml")
    assert same(again.data, source.data)
    assert formatted(again) == after


@given(FILES, st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["#", "# why", "#: tool", "# a: b"])), max_size=6))
def test_no_comment_is_lost(data: dict[str, Any], comments: list[tuple[int, str]]) -> None:
    """Wherever somebody writes one."""
    lines = yaml.safe_dump(data, default_flow_style=False, allow_unicode=True).split("\n")
    for place, comment in comments:
        lines.insert(place % len(lines), comment)
    source = parse("\n".join(lines).encode(), "x.yaml")
    if source.diagnostics:
        return
    try:
        after = parse(formatted(source).encode(), "x.yaml")
    except Problem:
        return
    told = [sorted(comment for _, comment in Layout(one).comments()) for one in (source, after)]
    assert told[0] == told[1]
