"""The rules that look at the text of any file, at their line and column."""

import re

import pytest

from tests.lint.frame import found_in
from tests.lint.marked import check as marked
from tests.lint.pages import Example
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.engine import check_file
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.yaml_source import parse


def check(text: str) -> None:
    """A raw file against its marks."""
    marked(text, kind="file")


def test_full_width_colons() -> None:
    """Where the parser takes the line for a text; Japanese words before it are a text."""
    check("""
service:
  owner：移動サービス課  # PIA012 at ：
other:
  - id：trips  # PIA012 at ：
  - 対象：市民
  - "note：x"
  - Robot：北地区
""")


def test_texts_swallowed_by_comments() -> None:
    """Only what has no blank behind `#`; marks of the tool and rows of `#` are meant as comments."""
    check("""
a: See rule #3  # PIA018 at #3
b: x #y  # PIA018 at #y
c: [x, y #z  # PIA018 at #z
  ]
d: 'x' #y
e: x #: y
f: x ## y
g: x  #
h: 5 #y
i: x#y
j: |
  x #y
k: two
  lines #y  # PIA018 at #y
""")
    [one] = found_in(Example("file", "a: See rule #3 of the book\n"))
    assert one.args == {"lost": "#3 of the book"}


def test_values_in_full_width() -> None:
    """Ids, numbers and dates; not sentences, names and paragraphs."""
    check("""
a: ｙｅｓ  # PIA019 at ｙｅｓ
b: [１２, １．５, －３]  # PIA019 at １２; PIA019 at １．５; PIA019 at －３
c: ２０２７－０４－０１  # PIA019 at ２０
d: 2027ー04ー01
e: "core＿leak"  # PIA019 at "core
f: "　市民"  # PIA019 at "
g: 市民　  # PIA019 at 市民
m: 駅のﾊﾞｽ  # PIA019 at 駅
n: 駅のバス・カー
h: ＡＩ
i: 第１条の２
j: ＮＴＴ西日本
k: 市民　センター
l: |
  　段落
""")
    assert [dict(one.args) for one in found_in(Example("file", "a: ２０２７－４－１\nb: 市民　\n"))] == [
        {"problem": "@wide_characters", "meant": "2027-4-1", "way": "@write_narrow"},
        {"problem": "@wide_edge", "meant": "", "way": "@write_narrow"},
    ]  # fmt: skip


def test_unknown_files() -> None:
    """Told at their first key."""
    check("name: x  # PIA017 at name\n")
    check("- bank  # PIA017 at - bank\n")


def test_sound_files_are_not_walked() -> None:
    """Whether there is anything to find is seen from the text as a whole."""
    source = parse(b"a: 1\nb: x # y\n", "x.yaml")
    source.root = None
    source.data = object()
    assert check_file(source) == ()


SAID = [
    ("PIA001", {"reason": "@missing"}), ("PIA001", {"reason": "File name too long"}), ("PIA002", {"encoding": ""}),
    ("PIA002", {"encoding": "EUC-JP"}), ("PIA003", {"encoding": "UTF-8 BOM"}), ("PIA007", {"limit": "50"}),
    ("PIA008", {"limit": "5,000,000", "what": "@bytes"}), ("PIA008", {"limit": "200,000", "what": "@nodes"}),
    ("PIA013", {"character": "U+0000"}), ("PIA418", {}), ("PIA901", {"what": "KeyError"}), ("PIA902", {"reason": ""}),
    ("PIA902", {"reason": "disk full"}), ("PIA903", {"file": "a.yaml"}), ("PIA904", {"file": "a.yaml"}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "args"), SAID)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_words_of_what_no_example_shows(code: str, args: dict[str, str], language: str) -> None:
    """Nothing is left unfilled."""
    one = Diagnostic("x.yaml", 1, 1, code, args)
    for words in (message_of(one, language), hint_of(one, language)):
        assert words
        assert not re.search(r"[{}@\[\]]|\(\)|  ", words), words
