"""Changing one answer: only its lines change, and the data is what was meant (libraries.md R5, R6)."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tsukuba_pia.model.assessment import Answer, Withheld
from tsukuba_pia.problems import Problem
from tsukuba_pia.yaml_edit import plain, refresh_comments, set_answer, set_value
from tsukuba_pia.yaml_fragment import inline, mapping_lines, same
from tsukuba_pia.yaml_source import Source, parse
from tsukuba_pia.yaml_text import FORBIDDEN

WORDS = st.text("aあ漢#:,'\"[]{}-|>&*!%@`~ \t\\/.?0", max_size=12)
LINES = st.lists(WORDS, min_size=1, max_size=4).map("\n".join)
ODD = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
IDS = [f"q_{letter}" for letter in "abcdefg"]


def source_of(text: str) -> Source:
    """A text that can be read."""
    source = parse(text.encode(), "a.yaml")
    assert source.diagnostics == []
    return source


def changed(text: str, question: str, answer: Answer, *before: str, comment: tuple[str, ...] = ()) -> str:
    """The text after the edit."""
    return set_answer(source_of(text), question, answer, before, comment)


@given(st.one_of(WORDS, LINES, ODD))
def test_texts_come_back(text: str) -> None:
    """What a person types is read back as it was typed, also in brackets; what no file may hold is refused."""
    for yaml in ("\n".join(mapping_lines({"k": text}, 2)) + "\n", f"k: {inline(text)}\n", f"- [x, {inline(text)}]\n"):
        source = parse(yaml.encode(), "")
        if FORBIDDEN.search(text):
            assert [one.code for one in source.diagnostics] == ["PIA013"]
            continue
        data = source.data["k"] if isinstance(source.data, dict) else source.data[0][1]
        assert source.diagnostics == []
        assert same(data, text)


ANSWERS = st.builds(
    Answer,
    answer=st.one_of(
        st.none(), st.sampled_from(["yes", "no", "unknown", "1", "null"]), st.integers(-9, 9), WORDS,
        st.decimals(-9, 9, places=2), st.lists(WORDS, max_size=3).map(tuple),
    ),
    note=st.one_of(st.none(), WORDS, LINES, st.just({"ja": "理由", "en": "why\nso"})),
    owner=st.one_of(st.none(), WORDS),
    evidence=st.lists(WORDS, max_size=2).map(tuple),
    withheld=st.one_of(st.none(), st.just(Withheld("security", until="2028-03-31"))),
)  # fmt: skip

VALUES: Mapping[str, Any] = {
    "yes": "yes", "'yes'": "yes", '"a # b"': "a # b", "": None, "~": None, "12": 12, "[a, b]": ["a", "b"],
    "{answer: a, owner: 'b'}": {"answer": "a", "owner": "b"},
}  # fmt: skip
BLOCKS: Mapping[str, Any] = {
    "\n    - a\n    - b": ["a", "b"],
    "\n    answer: a\n    note: x": {"answer": "a", "note": "x"},
    "\n    # inside\n    answer: a  # why\n    owner: |-\n      one\n\n      two\n    note: x": {
        "answer": "a", "owner": "one\n\ntwo", "note": "x",
    },
    " |\n    one\n\n    two": "one\n\ntwo\n",
    " >-  # folded\n    one\n    two": "one two",
    ' "one\n    two"': "one two",
    "\n    plain": "plain",
    "  # beside\n    - a  # first\n    - b": ["a", "b"],
}  # fmt: skip


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A file as people write them: comments, blank lines, quotes, styles, line ends."""
    data: dict[str, Any] = {}
    lines = ["# a comment", "assessment: x", "answers:" + draw(st.sampled_from(["", "  # answers"]))]
    for name in draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=5, unique=True).map(sorted)):
        lines += draw(st.lists(st.sampled_from(["", "  # people", "  #: tool", "# at the edge"]), max_size=3))
        key = draw(st.sampled_from([name, f'"{name}"', f"{name} "]))
        if draw(st.booleans()):
            value = draw(st.sampled_from(sorted(VALUES)))
            lines.append(f"  {key}: {value}{draw(st.sampled_from(['', '  # trailing', '   ']))}")
            data[name] = VALUES[value]
        else:
            block = draw(st.sampled_from(sorted(BLOCKS)))
            lines.append(f"  {key}:{block}")
            data[name] = BLOCKS[block]
    lines += draw(st.lists(st.sampled_from(["", "# end", "title: t", "  # indented"]), max_size=3, unique=True))
    ends = ["\n", "\n\n"] + [""] * (
        not lines[-1].endswith("two")
    )  # a block text at the very end would lack its line end
    text = "\n".join(lines) + draw(st.sampled_from(ends))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), data


@settings(max_examples=600, deadline=None)
@given(layouts(), st.sampled_from(IDS), ANSWERS)
def test_only_the_answers_lines_change(layout: tuple[str, dict[str, Any]], question: str, answer: Answer) -> None:
    """Data as meant, for this answer and all others; line ends as before; no person's comment lost."""
    text, data = layout
    source = source_of(text)
    assert same(source.data["answers"], data)
    new = set_answer(source, question, answer, IDS[: IDS.index(question)], ("the question",))
    after = source_of(new).data
    value = after["answers"].pop(question)
    long = value if isinstance(value, dict) else {"answer": value}
    meant = plain(answer) if isinstance(plain(answer), dict) else {"answer": plain(answer)}
    assert set(long) == set(meant)
    assert all(same(long[key], meant[key]) for key in meant)
    rest = {name: one for name, one in data.items() if name != question}
    assert same(after["answers"], rest)
    kept = {key: one for key, one in source.data.items() if key != "answers"}
    assert {key: one for key, one in after.items() if key != "answers"} == kept
    for comment in (
        "# a comment",
        "# answers",
        "# people",
        "# at the edge",
        "# trailing",
        "# inside",
        "# why",
        "# end",
    ):
        assert new.count(comment) >= text.count(comment)
    assert ("\r\n" in text) == ("\r\n" in new)
    assert new.count("\r") in (0, new.count("\n"))


@settings(max_examples=200, deadline=None)
@given(layouts(), ANSWERS, ANSWERS)
def test_twice_is_once(layout: tuple[str, dict[str, Any]], one: Answer, two: Answer) -> None:
    """Saying the same again changes nothing, and the last word counts."""
    text, data = layout
    name = next(iter(data))
    first = changed(text, name, one)
    last = changed(first, name, two)
    assert changed(last, name, two) == last


PLACES = """\
assessment: x
answers:
  #: One
  #: q_a? (yes | no)
  q_a: yes  # mine
  # remark

  #: q_c?
  q_c: no
# edge
title: t
"""


@pytest.mark.parametrize(
    ("question", "before", "expected"),
    [
        ("q_b", ["q_a"], "  # remark\n  #: new?\n  q_b: x\n\n  #: q_c?"),
        ("q_d", ["q_a", "q_b", "q_c"], "  q_c: no\n\n  #: new?\n  q_d: x\n# edge"),
        ("q_0", [], "answers:\n  #: new?\n  q_0: x\n  #: One"),
    ],
)  # fmt: skip
def test_new_answer_at_its_place(question: str, before: list[str], expected: str) -> None:
    """Behind the nearest earlier question, below people's remarks about that one."""
    assert expected in changed(PLACES, question, Answer("x"), *before, comment=("new?",))


def test_one_line_differs() -> None:
    """The smallest change there is."""
    assert changed(PLACES, "q_a", Answer("no")) == PLACES.replace("q_a: yes", "q_a: no")


def test_long_form_and_back() -> None:
    """Long where more is said; the comment stays on the answer's line."""
    long = changed(PLACES, "q_a", Answer("unknown", asking="操作者", note="a\nb"))
    block = "  q_a:  # mine\n    answer: unknown\n    note: |-\n      a\n      b\n    asking: 操作者\n  # remark"
    assert block in long
    assert "  q_a: yes  # mine\n" in changed(long, "q_a", Answer("yes"))


def test_only_the_keys_that_differ() -> None:
    """Inside a long form as well."""
    text = 'answers:\n  q:\n    # who\n    owner: "Sato"   # see list\n    answer: planned\n    due: 2027-01-01\n'
    new = changed(text, "q", Answer("implemented", owner="Sato", due="2027-01-01", evidence=("e.md",)))
    assert new == text.replace("planned", "implemented") + "    evidence: [e.md]\n"
    assert changed(text, "q", Answer("planned", owner="Sato")) == text.replace("    due: 2027-01-01\n", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("assessment: x\n", "assessment: x\nanswers:\n  #: q?\n  q: yes\n"),
        ("assessment: x", "assessment: x\nanswers:\n  #: q?\n  q: yes"),
        ("answers:\n", "answers:\n  #: q?\n  q: yes\n"),
        ("answers: {}  # none\nb: c\n", "answers:  # none\n  #: q?\n  q: yes\nb: c\n"),
        ("answers: {a: b}\n", "answers: {q: yes, a: b}\n"),
        ('{"answers": {"a": "b"}}\n', '{"answers": {q: yes, "a": "b"}}\n'),
        ("{a: b}\n", "{a: b, answers: {q: yes}}\n"),
    ],
)
def test_answers_are_made(text: str, expected: str) -> None:
    """Where there is no `answers` yet, or it is written in braces."""
    assert changed(text, "q", Answer("yes"), comment=("q?",)) == expected


def test_tool_comments_are_refreshed() -> None:
    """Lines that begin with `#: ` are the tool's; where a person removed them, they stay away."""
    assert "  #: new\n  q_c: no" in refresh_comments(source_of(PLACES), {"q_c": ["new"], "q_x": ["?"]})
    bare = PLACES.replace("  #: q_c?\n", "")
    assert refresh_comments(source_of(bare), {"q_c": ["new"]}) == bare


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("title",), "title: 'a: b'"),
        (("service", "contact", "unit"), "service:\n  contact:\n    unit: "),
    ],
)
def test_other_values(path: tuple[str, ...], expected: str) -> None:
    """Plain values elsewhere; mappings on the way are made."""
    text = set_value(source_of(PLACES), path, "a: b")
    assert expected.replace("'a: b'", '"a: b"') in text


def test_layout_that_cannot_be_edited() -> None:
    """Refused rather than guessed."""
    with pytest.raises(Problem):
        changed("answers: {a, q, b: c}\n", "q", Answer("yes"))
