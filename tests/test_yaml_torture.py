"""Whatever bytes a file holds: reading never breaks, ends soon, and every place points at what it is the place of."""

import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.lint.engine import check_file
from tsukuba_pia.yaml_source import MAX_BYTES, Mark, Source, parse, scalars

SECONDS = 5.0
MOST = MAX_BYTES - 100

TORTURE: dict[str, bytes] = {
    "brackets": b"[" * MOST,
    "brackets that close": b"[" * 40 + b"]" * MOST,
    "braces": b"{" * MOST,
    "dashes": b"- " * (MOST // 2),
    "question marks": b"? " * (MOST // 2),
    "colons": b":" * MOST,
    "colons and blanks": b": " * (MOST // 2),
    "keys below keys": b"".join(b" " * level + b"a:\n" for level in range(2_000)),
    "empty lists": b"[" + b"[]," * (MOST // 3) + b"]",
    "empty keys": b"{" + b"a," * 1_000_000 + b"}",
    "an open quote": b'"' + b"x" * MOST,
    "an open quote over many lines": b'"' + b"x\n" * (MOST // 2),
    "a quote of escapes": b'a: "' + b"\\x41" * (MOST // 4) + b'"',
    "a long plain text": b"a: " + b"x " * (MOST // 2),
    "a long block": b"a: |\n" + b"  x\n" * (MOST // 4),
    "a long key": b"x" * MOST + b": 1",
    "a long number": b"a: " + b"9" * MOST,
    "a long exponent": b"a: 1e" + b"9" * 1_000,
    "a long hexadecimal number": b"a: 0x" + b"f" * MOST,
    "anchors": b"a: [" + b"&a 1," * 100_000 + b"]",
    "laughs": b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n",
    "documents": b"---\n" * (MOST // 4),
    "tabs": b"a: |\n" + b"\t\n" * 100_000,
    "tabs in a block": b"a: |\n" + b"  \tx\n" * 100_000,
    "tabs in a block, then a fault": b"a: |\n" + b"  \tx\n" * 100_000 + b"b: [\n",
    "comments": b"#x\n" * (MOST // 3),
    "comments behind texts": b"".join(b"k%d: x #y\n" % number for number in range(50_000)),
    "wide colons": "a：\n".encode() * 500_000,
    "wide texts": b"".join(b"k%d: \xef\xbd\x99\n" % number for number in range(50_000)),
    "blank lines": b"\n" * MOST,
    "blanks": b" " * MOST,
    "returns": b"\r\n" * (MOST // 2),
    "NULs": b"\x00" * MOST,
    "bytes of no encoding": b"\xff" * MOST,
    "half a character": "あ".encode() * 1_000_000 + b"\xe3\x81",
    "escapes of ISO-2022-JP": b"\x1b$B" * 100_000,
    "the same key": b"a: 1\n" * 50_000,
    "percent": b"%" * MOST,
}


@pytest.mark.parametrize("name", TORTURE)
def test_torture(name: str) -> None:
    """Diagnostics or data, soon, and no traceback."""
    begin = time.process_time()
    source = parse(TORTURE[name], "x.yaml")
    found = (*source.diagnostics, *(check_file(source) if source.data is not None else ()))
    assert time.process_time() - begin < SECONDS
    assert found or source.data is not None
    assert all(one.line >= 1 and one.column >= 1 for one in found)
    assert all(len(value) < 2_000 for one in found for value in one.args.values())


# ------------------------------------------------------------------------------------------------------ properties

PIECES = st.sampled_from(
    ["a", "bc", "日本", "👩", "：", "　", "１",
     "\t", "\n", "\r\n", "  ", " ", "- ", ": ", "? ", ":", "#", " #", "# ", ",",
     "[", "]", "{", "}", "'", '"', "\\", "|\n", ">-\n", "|2+\n", "&a", "*a", "!t ", "!!int ", "%YAML 1.2\n", "---\n",
     "...\n", "<<: ", "~", "null", "true", "yes", "1.10", "0x1F", "1e999999999", "2027-04-01", ".inf", "\x00", "\x1b",
     "\u0085", "\u2028", "\ufeff", "\u202e", "@", "`", "=", "\\u0041", "\\x00"]
)  # fmt: skip
YAMLISH = st.lists(PIECES, max_size=30).map("".join)


def look(source: Source) -> None:
    """What holds of everything that was read."""
    lines = source.text.split("\n")
    for one in source.diagnostics:
        assert 1 <= one.line <= len(lines) + 1
        assert one.column >= 1
        assert one.code.startswith("PIA0")
    assert (source.data is None) == (source.root is None)
    assert source.data is not None or source.diagnostics
    for path, text, mark in scalars(source):
        assert source.position(path) == mark.start
        assert_points_at(source, text, mark)
    for one in check_file(source) if source.data is not None else ():
        assert 1 <= one.line <= len(lines)


def between(source: Source, mark: Mark) -> str:
    """The text from a value's first character to its last."""
    lines = source.text.split("\n")
    (first, begin), (last, end) = mark.start, mark.after
    if first == last:
        return lines[first - 1][begin - 1 : end - 1]
    return "\n".join(
        [lines[first - 1][begin - 1 :], *lines[first : last - 1], "".join(lines[last - 1 : last])[: end - 1]]
    )


def assert_points_at(source: Source, text: str, mark: Mark) -> None:
    """A plain text on one line stands there as it is; a quoted one says there what it says; a block begins there."""
    span = between(source, mark)
    if mark.plain:
        assert span == text or ("\n" in span and span.split() == text.split())
    elif span[0] in "'\"":
        again = parse(f"- {span}\n".encode(), "")
        assert again.data == [text]
    else:
        assert span[0] in "|>"


@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    """Never raises."""
    look(parse(raw, "x.yaml"))


@given(st.text(max_size=100))
def test_any_text(text: str) -> None:
    """Never raises, halves of characters included."""
    look(parse(text.encode("utf-8", "surrogatepass"), "x.yaml"))


@given(YAMLISH)
def test_anything_like_yaml(text: str) -> None:
    """Never raises, and places are right."""
    look(parse(text.encode(), "x.yaml"))


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff"), max_size=12)
PLAIN = st.recursive(
    st.one_of(WORDS, st.sampled_from(["yes", "on", "2027-04-01", "1.10", "a\nb\n", "  x\n\ty\n\n"])),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(WORDS, inner, max_size=4)),
    max_leaves=12,
)


def leaves(data: Any, path: Path = ()) -> list[tuple[Path, str]]:  # noqa: ANN401 - plain data
    """Every text with its path."""
    if isinstance(data, str):
        return [(path, data)]
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    return [leaf for step, part in steps for leaf in leaves(part, (*path, step))]


@given(PLAIN, st.sampled_from(["plain", "'", '"', "|", ">"]), st.booleans())
def test_what_another_tool_writes_is_read_as_it_says(plain: object, style: str, flow: bool) -> None:
    """PyYAML writes, in each of its styles; every text comes back with its place."""
    text = yaml.dump(
        plain, default_style=None if style == "plain" else style, default_flow_style=flow, allow_unicode=True, width=40
    )
    source = parse(text.encode(), "x.yaml")
    if source.data is None or any(one.code == "PIA015" for one in source.diagnostics):
        return  # an empty file, or what we forbid and YAML does not: tags, other lines' ends
    look(source)
    if yaml.load(text, yaml.BaseLoader) == plain:  # noqa: S506 - it makes nothing but texts
        strings = {(path, one) for path, one, _ in scalars(source)}
        assert strings <= set(leaves(plain))
