"""The compiled half of the reading door and the one in Python say the same of whatever a file holds."""

import shutil
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden import ROOT
from tests.test_yaml_source import REFUSED
from tests.test_yaml_torture import PIECES, TORTURE
from tsukuba_pia import yaml_source
from tsukuba_pia.yaml_source import Mark, Source, parse

SHARED = ROOT.parent / "shared"
LARGE = 300_000  # bytes; what is over it says nothing new
FOUND = [
    *(file for folder in ("questionnaires", "examples", "docs", "tests") for file in ROOT.glob(f"{folder}/**/*.y*ml")),
    *SHARED.glob("**/*.yaml"),
    *SHARED.glob("**/*.json"),  # which is YAML in brackets
]
FILES = [file for file in FOUND if "node_modules" not in file.parts and file.stat().st_size <= LARGE]
EXAMPLE = (ROOT / "examples" / "sidewalk-robot" / "assessment.yaml").read_text(encoding="utf-8").splitlines()

CAN_BE_COMPILED = bool(shutil.which("cc")) and Path(sysconfig.get_path("include"), "Python.h").exists()

needs_it = pytest.mark.skipif(find_spec("tsukuba_pia._yaml_at_once") is None, reason="not compiled here")


@contextmanager
def without() -> Iterator[None]:
    """As where nothing was compiled."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_source, "_at_once", lambda _text: None)
        yield


def whole(data: Any, mark: Any) -> Any:  # noqa: ANN401 - either half's marks
    """A value with all that is known of its place, and so on inward."""
    spots = [(one.index, one.line, one.column) for one in (mark.begin, mark.end)]
    here = (repr(data), spots, mark.start, mark.after, mark.plain)
    if isinstance(mark.inner, dict):
        keys = {key: (at.index, at.line, at.column) for key, (at, _) in mark.inner.items()}
        return here, keys, [whole(data[key], inner) for key, (_, inner) in mark.inner.items()]
    if isinstance(mark.inner, list):
        return here, [whole(one, inner) for one, inner in zip(data, mark.inner, strict=True)]
    assert mark.inner is None
    return here


def seen(source: Source) -> Any:  # noqa: ANN401 - to be compared
    """All that one can know of a source."""
    return source.text, source.diagnostics, whole(source.data, source.root) if source.root is not None else None


def held_to_each_other(raw: bytes) -> Source:
    """What both halves say, which has to be one and the same."""
    found = parse(raw, "x.yaml")
    with without():
        assert seen(parse(raw, "x.yaml")) == seen(found)
    return found


def was_at_once(source: Source) -> bool:
    """Whether the compiled half read it."""
    return source.root is not None and type(source.root) is not Mark


def test_compiled_where_it_can_be() -> None:
    """Else all that follows would compare a thing with itself, and nobody would see that reading became slow."""
    assert not CAN_BE_COMPILED or find_spec("tsukuba_pia._yaml_at_once") is not None, "delete .venv, then: make setup"


@needs_it
@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT.parent)))
def test_files(file: Path) -> None:
    """Those of this repository, of the contract and from outside."""
    held_to_each_other(file.read_bytes())


@needs_it
@pytest.mark.parametrize("file", sorted(ROOT.glob("examples/*/assessment.yaml")), ids=lambda file: file.parent.name)
def test_assessments_are_ordinary(file: Path) -> None:
    """The compiled half reads them, with what stands in them in escapes and without."""
    assert was_at_once(held_to_each_other(file.read_bytes()))


@needs_it
@pytest.mark.parametrize("text", [text for text, _ in REFUSED.values()], ids=list(REFUSED))
def test_what_is_refused(text: str) -> None:
    """In the words and at the place of the half that has them."""
    assert held_to_each_other(text.encode()).diagnostics


@needs_it
@pytest.mark.parametrize("name", TORTURE)
def test_torture(name: str) -> None:
    """Bytes that are meant to break it."""
    held_to_each_other(TORTURE[name][:100_000])


ORDINARY = {
    "a word": "word\n",
    "a number": "1.10\n",
    "an empty list": "[]\n",
    "an empty mapping": "{}\n",
    "a key that is a word for nothing": "null: 1\n~: 2\n",
    "an empty key": '"": 1\n',
    "a value that is not there": "a:\nb: 1\n",
    "an escape": 'a: "\\u3042\\n"\n',
    "a question mark": "? a\n: b\n",
    "a mapping in a list": "- a: 1\n  b: 2\n- c: 3\n",
    "a list at its key's column": "a:\n- b\n- c\nd: 1\n",
    "brackets within brackets": "[[1, [2]], {a: [3, {b: 4}]}]\n",
    "a block": "a: |\n  x\n\n  y\nb: >-\n  z\n",
    "a plain text over lines": "a: x\n  y\nb: 1\n",
    "returns": "a: 1\r\nb:\r\n  - c\r\n",
    "a mark of a document": "---\na: 1\n...\n",
    "letters of four bytes": "𠮷: {𠮷野家: 𠮷}\n",
    "depth at its limit": "[" * yaml_source.MAX_DEPTH + "]" * yaml_source.MAX_DEPTH,
    "a key at its limit": "あ" * yaml_source.MAX_KEY + ": 1\n",
    "a text at its limit": "a: " + "あ" * yaml_source.MAX_SCALAR + "\n",
}


@needs_it
@pytest.mark.parametrize("text", ORDINARY.values(), ids=list(ORDINARY))
def test_what_is_ordinary(text: str) -> None:
    """The compiled half reads it, up to each limit."""
    assert was_at_once(held_to_each_other(text.encode()))


@needs_it
@pytest.mark.parametrize(
    "text",
    [
        "[" * (yaml_source.MAX_DEPTH + 1) + "]" * (yaml_source.MAX_DEPTH + 1),
        "あ" * (yaml_source.MAX_KEY + 1) + ": 1\n",
        "a: " + "あ" * (yaml_source.MAX_SCALAR + 1) + "\n",
        "a: " + "1" * 31 + "\n",
        'a: "\\x00"\n',
        "a: 1\na: 2\n",
    ],
    ids=["depth", "key", "text", "number", "escape", "key twice"],
)
def test_one_beyond(text: str) -> None:
    """It is told, and with the same words."""
    found = held_to_each_other(text.encode())
    assert found.diagnostics
    assert not was_at_once(found)


@needs_it
def test_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the limit of how many there may be, and one beyond."""
    monkeypatch.setattr(yaml_source, "MAX_NODES", 1_000)
    assert was_at_once(held_to_each_other(b"[" + b"1," * 999 + b"]"))
    assert not was_at_once(held_to_each_other(b"[" + b"1," * 1_000 + b"]"))


@needs_it
@pytest.mark.parametrize(
    "text", ["[http://x]", "{a:1}", "[a?]", "{a?: 1}", "[a::b]", "{people:50}", "- [10:30, 本当?]"]
)
def test_one_libyaml_of_several(text: str) -> None:
    """Later ones take what the one beside `ruamel.yaml` refuses: both halves have to ask the same."""
    assert held_to_each_other(text.encode()).diagnostics


@needs_it
@pytest.mark.parametrize(("around", "size"), [("{}", 4), ("[{}]", 3), ("{{{}}}", 3), ("a: {}", 3)])
def test_all_that_is_short(around: str, size: int) -> None:
    """Each text of a few signs that mean something."""
    for signs in product('a:-?[]{},"# \n', repeat=size):
        held_to_each_other(around.format("".join(signs)).encode())


@needs_it
@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_is_put_together(text: str) -> None:
    """Pieces that mean something to YAML, in any order."""
    held_to_each_other(text.encode("utf-8", "surrogatepass"))


@needs_it
@given(st.data())
def test_an_example_with_something_put_in(data: st.DataObject) -> None:
    """A file as people write them, in which something goes wrong."""
    first = data.draw(st.integers(0, len(EXAMPLE) - 1))
    lines = EXAMPLE[first : first + 40]
    line = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[line])))
    dropped = data.draw(st.integers(0, 3))
    piece = data.draw(st.one_of(st.just(""), PIECES))
    lines[line] = lines[line][:column] + piece + lines[line][column + dropped :]
    held_to_each_other("\n".join(lines).encode("utf-8", "surrogatepass"))


@needs_it
def test_marks_stay_when_the_source_goes() -> None:
    """They keep alive what they are made of."""
    source = parse(b"a: {b: [1, 2]}\n", "x.yaml")
    inner = source.mark(("a", "b"))[0]
    del source
    assert inner is not None
    assert [(one.begin.index, one.end.index) for one in inner.inner] == [(8, 9), (11, 12)]
    assert inner.inner is inner.inner
