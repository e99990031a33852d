"""Reading YAML: every refusal at its line and column, YAML 1.2's types, limits at the limit and one beyond."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tsukuba_pia import yaml_source
from tsukuba_pia.diagnostics import Position
from tsukuba_pia.yaml_scalar import MAX_DIGITS
from tsukuba_pia.yaml_source import MAX_BYTES, MAX_DEPTH, MAX_KEY, MAX_SCALAR, Source, parse, read, scalars

Told = tuple[str, int, int]


def told(source: Source) -> list[Told]:
    """Codes with their places."""
    return [(one.code, one.line, one.column) for one in source.diagnostics]


def found(text: str) -> Source:
    """A text as it is read."""
    return parse(text.encode(), "x.yaml")


def data(text: str) -> Any:  # noqa: ANN401 - plain data
    """What a sound text says."""
    source = found(text)
    assert source.diagnostics == []
    return source.data


# ------------------------------------------------------------------------------------------------- what is refused

REFUSED: dict[str, tuple[str, Told]] = {
    "tab": ("a:\n\tb: 1\n", ("PIA004", 2, 1)),
    "tab behind blanks": ("a:\n  \tb: 1\n", ("PIA004", 2, 3)),
    "tab in a list": ("a:\n  - b\n\t- c\n", ("PIA004", 3, 1)),
    "tab behind a dash": ("-\ta: 1\n-\tb: 2\n", ("PIA004", 1, 2)),
    "tab in brackets": ("a: [\n\t1,\n\t2]\n", ("PIA004", 2, 1)),
    "tab that would go on with a plain text": ("a: x\n \ty\n", ("PIA004", 2, 2)),
    "tab before a block's text": ("a: |\n\tx\n", ("PIA004", 2, 1)),
    "tab after a block text with tabs": ("a: |\n  x\n  \ty\nb:\n\tc: 1\n", ("PIA004", 5, 1)),
    "tag": ("a: 1\nb: !secret x\n", ("PIA005", 2, 4)),
    "tag of Python": ("a: !!python/object:os.system {}\n", ("PIA005", 1, 4)),
    "tag of YAML": ("a: !!int 5\n", ("PIA005", 1, 4)),
    "tag that says nothing": ("a: ! b\n", ("PIA005", 1, 4)),
    "tag of a key": ("!!str a: b\n", ("PIA005", 1, 1)),
    "tag of a list": ("a: !x [1]\n", ("PIA005", 1, 4)),
    "anchor": ("a: &x 1\n", ("PIA006", 1, 4)),
    "anchor of nothing": ("a: &x\n", ("PIA006", 1, 4)),
    "anchor of a mapping": ("a: &x\n  b: 1\n", ("PIA006", 1, 4)),
    "anchor of a key": ("&x a: 1\n", ("PIA006", 1, 1)),
    "alias": ("a: *x\n", ("PIA006", 1, 4)),
    "alias as a key": ("*x : 1\n", ("PIA006", 1, 1)),
    "merge key": ("a:\n  <<: *x\n", ("PIA006", 2, 7)),
    "empty": ("", ("PIA009", 1, 1)),
    "comments only": ("# a\n\n# b\n", ("PIA009", 1, 1)),
    "null": ("null\n", ("PIA009", 1, 1)),
    "an empty document": ("---\n", ("PIA009", 1, 1)),
    "unclosed double quote": ('a: 1\nb: "x\nc: 2\n', ("PIA010", 2, 4)),
    "unclosed single quote": ("a: 'x\nb: 1\n", ("PIA010", 1, 4)),
    "unclosed bracket": ("a: [1, 2\nb: 3\n", ("PIA010", 2, 2)),
    "unclosed bracket at the end": ("a: [", ("PIA010", 2, 1)),
    "unclosed brace": ("a: {b: 1\n", ("PIA010", 2, 1)),
    "comma of another width before a key": ("a: {b: c、d: e}\n", ("PIA010", 1, 9)),
    "comma of another width and a blank": ("a: {b: c, d: e、 f: g}\n", ("PIA010", 1, 15)),
    "comma of another width behind a quote": ('a: ["b"，"c"]\n', ("PIA010", 1, 8)),
    "comma of another width within a text": ("a: {b: は、い, c: [d}\n", ("PIA010", 1, 18)),
    "odd indentation": ("a:\n  b: 1\n c: 2\n", ("PIA010", 3, 2)),
    "a line without a colon": ("a:\n- b\nc\n", ("PIA010", 4, 1)),
    "escape that is none": ('a: "\\q"\n', ("PIA010", 1, 5)),
    "escaped half of a character": ('a: "\\ud800"\n', ("PIA010", 1, 7)),
    "at sign": ("a: @x\n", ("PIA010", 1, 4)),
    "backtick": ("a: `x`\n", ("PIA010", 1, 4)),
    "percent sign": ("a: %x\n", ("PIA010", 1, 4)),
    "star alone": ("a: *\n", ("PIA010", 1, 4)),
    "ampersand alone": ("a: & b\n", ("PIA010", 1, 4)),
    "greater-than before a text": ("a: >x\n", ("PIA010", 1, 4)),
    "list as a key": ("? [a]\n: b\n", ("PIA010", 1, 3)),
    "mapping as a key": ("? {a: b}\n: c\n", ("PIA010", 1, 3)),
    "list as a key, in one line": ("[a, b]: c\n", ("PIA010", 1, 1)),
    "only an end": ("...\n", ("PIA010", 1, 1)),
    "colon in a text": ("title: Robot: north\n", ("PIA011", 1, 13)),
    "colon in Japanese": ("title: 駅: 北口\n", ("PIA011", 1, 9)),
    "key without a colon above": ("a\nb: 1\n", ("PIA011", 2, 2)),
    "full-width colon": ("title： x\nbanks: 1\n", ("PIA012", 1, 6)),
    "full-width colon below a key": ("service:\n  owner： x\n  unit: y\n", ("PIA012", 2, 8)),
    "full-width colon in a list": ("data:\n  - id： x\n    name: y\n", ("PIA012", 2, 7)),
    "full-width colon inside a text is not the fault": ("a: b： c: d\n", ("PIA011", 1, 8)),
    "NUL": ("a: x\x00\n", ("PIA013", 1, 5)),
    "escape character": ("a: 1\nb: \x1b[31m\n", ("PIA013", 2, 4)),
    "next line": ("a: x\u0085y\n", ("PIA013", 1, 5)),
    "line separator": ("a: x\u2028y\n", ("PIA013", 1, 5)),
    "right-to-left override": ("a: x\u202ey\n", ("PIA013", 1, 5)),
    "in a comment too": ("a: 1 # \u2066x\n", ("PIA013", 1, 8)),
    "byte order mark inside": ("a: \ufeffx\n", ("PIA013", 1, 4)),
    "return without a new line": ("a: 1\rb: 2\r", ("PIA013", 1, 5)),
    "NUL as an escape": ('a: "x\\0"\n', ("PIA013", 1, 4)),
    "override as an escape, in a key": ('a: 1\n"b\\u202e": 2\n', ("PIA013", 2, 1)),
    "two documents": ("a: 1\n---\nb: 1\n", ("PIA014", 2, 1)),
    "version of YAML": ("%YAML 1.2\n---\na: 1\n", ("PIA014", 1, 1)),
    "version that is not known": ("%YAML 1.3\n---\na: 1\n", ("PIA014", 1, 1)),
    "version that is none": ("%YAML x\n---\na: 1\n", ("PIA014", 1, 7)),
    "tag directive": ("%TAG ! x:\n---\na: 1\n", ("PIA014", 1, 1)),
    "other directive": ("%FOO x\n---\na: 1\n", ("PIA014", 1, 5)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_at_its_place(name: str) -> None:
    """One diagnostic, at the very character; no data."""
    text, expected = REFUSED[name]
    source = found(text)
    assert told(source) == [expected], source.diagnostics
    assert source.data is None
    assert source.root is None


ENCODED = {
    "Shift_JIS (CP932)": ("a: 1\nb: 日本語の文\n".encode("cp932"), ("PIA002", 2, 4)),
    "EUC-JP": ("a: 1\nb: 日本語の文\n".encode("euc_jp"), ("PIA002", 2, 4)),
    "ISO-2022-JP": ("a: 1\nb: 日本語の文\n".encode("iso2022_jp"), ("PIA002", 2, 4)),
    "UTF-16 LE": ("a: 日本\n".encode("utf-16"), ("PIA002", 1, 1)),
    "UTF-16 BE": (b"\xfe\xff" + "a: 日本\n".encode("utf-16-be"), ("PIA002", 1, 1)),
    "UTF-32 LE": ("a: 日本\n".encode("utf-32"), ("PIA002", 1, 1)),
    "UTF-8 BOM": ("a: 日本\n".encode("utf-8-sig"), ("PIA003", 1, 1)),
    "": (b"a: 1\nb: \xff\x81\n", ("PIA002", 2, 4)),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_encodings_are_told_apart(encoding: str) -> None:
    """By name, where the bytes allow it."""
    raw, expected = ENCODED[encoding]
    source = parse(raw, "x.yaml")
    assert told(source) == [expected]
    assert source.diagnostics[0].args == {"encoding": encoding}


def test_utf_16_without_a_mark() -> None:
    """Every other byte is empty."""
    for encoding, name in (("utf-16-le", "UTF-16 LE"), ("utf-16-be", "UTF-16 BE")):
        source = parse("bank: 日本\n".encode(encoding), "x.yaml")
        assert [one.args for one in source.diagnostics] == [{"encoding": name}]


def test_halves_of_characters_are_no_encoding() -> None:
    """Lone surrogates, as some programs write them."""
    source = parse(b"a: \xed\xa0\x80\n", "x.yaml")
    assert told(source) == [("PIA002", 1, 4)]
    assert source.diagnostics[0].args == {"encoding": ""}


def test_duplicate_keys_are_all_told_and_the_first_counts() -> None:
    """Reading goes on behind them."""
    source = found("a: 1\nb: {c: 1, c: 2}\na: [x, y]\nb: 3\n")
    assert told(source) == [("PIA015", 2, 11), ("PIA015", 3, 1), ("PIA015", 4, 1)]
    assert [one.args for one in source.diagnostics] == [
        {"key": "c", "first": "2"}, {"key": "a", "first": "1"}, {"key": "b", "first": "2"},
    ]  # fmt: skip
    assert source.data == {"a": 1, "b": {"c": 1}}


def test_marks_of_a_merge_are_called_so() -> None:
    """At the first of them, wherever the parser stumbles."""
    source = found("a: 1\n<<<<<<< ours\n# x\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n")
    assert told(source) == [("PIA010", 2, 1)]
    assert source.diagnostics[0].args == {"problem": "@syntax_merge"}


def test_what_the_parser_stumbled_over_is_said_in_words() -> None:
    """Never in the parser's own."""
    problems = {name: found(text).diagnostics[0].args.get("problem", "") for name, (text, _) in REFUSED.items()}
    assert problems["unclosed double quote"] == "@syntax_quote"
    assert problems["unclosed bracket"] == "@syntax_bracket"
    assert problems["odd indentation"] == "@syntax_indent"
    assert problems["a line without a colon"] == "@syntax_colon"
    assert problems["escape that is none"] == "@syntax_escape"
    assert problems["at sign"] == "@syntax_character"
    assert problems["list as a key"] == "@syntax_key"
    assert all(one == "" or one.startswith("@syntax_") for one in problems.values())


# ---------------------------------------------------------------------------------------------------------- limits


def test_bytes() -> None:
    """At the limit, and one beyond."""
    text = b"a: 1\n#".ljust(MAX_BYTES, b"x")
    assert parse(text, "").data == {"a": 1}
    source = parse(text + b"x", "")
    assert told(source) == [("PIA008", 1, 1)]
    assert source.diagnostics[0].args == {"limit": "5,000,000", "what": "@bytes"}


def test_a_larger_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    """One byte more than the limit is enough to know."""
    file = tmp_path / "x.yaml"
    file.write_bytes(b"x" * (MAX_BYTES + 100))
    source = read(file)
    assert told(source) == [("PIA008", 1, 1)]
    assert len(source.raw) == MAX_BYTES + 1


def test_depth() -> None:
    """Lists in lists, and mappings in mappings."""
    assert found("[" * MAX_DEPTH + "]" * MAX_DEPTH).diagnostics == []
    assert told(found("[" * (MAX_DEPTH + 1))) == [("PIA007", 1, MAX_DEPTH + 1)]
    lines = "".join(f"{' ' * level}a:\n" for level in range(MAX_DEPTH))
    assert told(found(lines)) == []
    assert told(found(lines + " " * MAX_DEPTH + "a: 1\n")) == [("PIA007", MAX_DEPTH + 1, MAX_DEPTH + 1)]


def test_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Values of any kind count; keys do not."""
    monkeypatch.setattr(yaml_source, "MAX_NODES", 5)
    assert found("a: [1, 2, 3]\n").diagnostics == []
    source = found("a: [1, 2, 3, 4, 5, 6]\n")
    assert told(source) == [("PIA008", 1, 20)]
    assert source.diagnostics[0].args == {"limit": "5", "what": "@nodes"}


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_length_of_a_text(quote: str) -> None:
    """Plain or in quotes."""
    text = quote + "x" * MAX_SCALAR + quote
    assert len(data(f"a: {text}\n")["a"]) == MAX_SCALAR
    longer = quote + "x" * (MAX_SCALAR + 1) + quote
    source = found(f"a:\n  - {longer}\n")
    assert told(source) == [("PIA008", 2, 5)]
    assert source.diagnostics[0].args == {"limit": "100,000", "what": "@characters"}


def test_length_of_a_key() -> None:
    """Keys are words."""
    assert data(f"? {'x' * MAX_KEY}\n: 1\n") == {"x" * MAX_KEY: 1}
    assert told(found(f"a: 1\n? {'x' * (MAX_KEY + 1)}\n: 1\n")) == [("PIA008", 2, 3)]


@pytest.mark.parametrize("sign", ["", "-"])
def test_digits(sign: str) -> None:
    """Whole and decimal, and with an exponent."""
    most = sign + "9" * (MAX_DIGITS - len(sign))
    assert data(f"a: {most}\n") == {"a": int(most)}
    for number in (
        f"{most}9",
        f"{most[:-2]}.99",
        "1e31",
        "1e-31",
        "1e99999999999999999999",
        "0e99999",
        "0x" + "f" * 29,
    ):
        assert told(found(f"a:\n  b: {number}\n")) == [("PIA016", 2, 6)], number
    assert data("a: 1e30\n") == {"a": Decimal("1e30")}


# ----------------------------------------------------------------------------------------------------------- types

TYPES: dict[str, Any] = {
    "yes": "yes", "no": "no", "on": "on", "off": "off", "Yes": "Yes", "y": "y",
    "true": True, "True": True, "TRUE": True, "false": False, "tRue": "tRue",
    "null": None, "~": None, "": None, "Null": None, "nULL": "nULL", "none": "none",
    "2027-04-01": "2027-04-01", "2027-04-01T10:00:00Z": "2027-04-01T10:00:00Z", "12:30": "12:30", "1:2:3": "1:2:3",
    "0": 0, "7": 7, "-7": -7, "+7": 7, "010": 10, "0o10": 8, "0x1F": 31, "0b11": "0b11", "1_000": "1_000",
    "0o8": "0o8", "0xg": "0xg", "-0x1": "-0x1", "1,000": "1,000",
    "1.10": Decimal("1.10"), "1.": Decimal(1), ".5": Decimal("0.5"), "-.5": Decimal("-0.5"), "1e3": Decimal(1000),
    "1.5E-3": Decimal("0.0015"), "1e": "1e", "1.2.3": "1.2.3", ".": ".", "+": "+", "1.10.0": "1.10.0",
    ".inf": ".inf", "-.inf": "-.inf", ".nan": ".nan", "１２": "１２", "²": "²", "=": "=", "<<": "<<",
    '"1"': "1", "'yes'": "yes", '"true"': "true", '""': "", "''": "", '"\\u3042\\x41"': "あA",
}  # fmt: skip


@pytest.mark.parametrize("text", TYPES)
def test_types_of_yaml_1_2(text: str) -> None:
    """The core schema; infinity and "not a number" stay texts, decimals are exact."""
    value = data(f"k: {text}\n")["k"]
    assert value == TYPES[text]
    assert type(value) is type(TYPES[text])


def test_keys_are_texts() -> None:
    """Whatever they look like."""
    assert data("1: a\nyes: b\n~: c\nnull: d\n1.5: e\n? f\n'': g\n<<: {h: 1}\n") == {
        "1": "a", "yes": "b", "~": "c", "null": "d", "1.5": "e", "f": None, "": "g", "<<": {"h": 1},
    }  # fmt: skip


def test_decimals_are_exact() -> None:
    """Never binary floats."""
    assert str(data("a: 0.1000000000000000055511\n")["a"]) == "0.1000000000000000055511"


def test_what_may_stand_in_a_file() -> None:
    """Ends of lines of Windows, an end mark, wide characters, emoji, tabs that are no indentation."""
    assert data("---\r\na: 1\r\nb:\r\n- x\r\n...\r\n") == {"a": 1, "b": ["x"]}
    assert data("a: 日本　語\nb: 👩‍👩‍👧\n") == {"a": "日本　語", "b": "👩‍👩‍👧"}
    assert data("a:\tx\ty\t# c\n") == {"a": "x\ty"}
    assert data("a: |\n  x\n  \ty\n  z\tz\nb: 1\n") == {"a": "x\n\ty\nz\tz\n", "b": 1}
    assert data('a: "x\n\ty"\nb: 1\n') == {"a": "x y", "b": 1}
    assert data("a: 'x\n\n\ty'\n") == {"a": "x\ny"}
    assert data("hello\n") == "hello"


# ---------------------------------------------------------------------------------------------------------- places


def test_places_of_keys_and_values() -> None:
    """Counted in characters from 1, behind wide characters and those beyond the first plane too."""
    source = found("a: x\n日本: {👩: [z, 'y']}\nb:\n  - |\n    text\n  - c: d\n")
    assert source.position(("日本",)) == Position(2, 5)
    assert source.position(("日本",), key=True) == Position(2, 1)
    assert source.position(("日本", "👩"), key=True) == Position(2, 6)
    assert source.position(("日本", "👩", 0)) == Position(2, 10)
    assert source.position(("日本", "👩", 1)) == Position(2, 13)
    assert source.position(("b", 0)) == Position(4, 5)
    assert source.position(("b", 1, "c")) == Position(6, 8)


def test_places_of_what_is_not_there() -> None:
    """The nearest parent's."""
    source = found("# c\na: 1\nb:\n  c: {d: 1}\n")
    assert source.position(("z",)) == Position(2, 1)
    assert source.position(("b", "c", "z")) == Position(4, 6)
    assert source.position(("b", "c", "z"), key=True) == Position(4, 3)
    assert source.position(("a", 0, "x")) == Position(2, 4)
    assert source.position(("b", 7)) == Position(4, 3)
    assert Source("x").position(("a",)) == Position(1, 1)


def test_scalars_in_order() -> None:
    """Every text with its path; numbers and nothing are no texts."""
    assert [(path, text) for path, text, _ in scalars(found("a: [x, 1, {b: y}]\nc: 'z'\nd:\n"))] == [
        (("a", 0), "x"), (("a", 2, "b"), "y"), (("c",), "z"),
    ]  # fmt: skip
    assert list(scalars(found(""))) == []


# ----------------------------------------------------------------------------------------------------------- files


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, a folder, no permission, and what the system says of itself."""

    def reason(path: Path) -> str:
        source = read(path)
        assert told(source) == [("PIA001", 1, 1)]
        return source.diagnostics[0].args["reason"]

    assert reason(tmp_path / "none.yaml") == "@missing"
    assert reason(tmp_path) == "@folder"
    assert reason(tmp_path / ("x" * 300)) == "@long_name"
    (tmp_path / "link").symlink_to("nowhere")
    assert reason(tmp_path / "link") == "@link_to_nothing"
    (tmp_path / "loop").symlink_to("loop")
    assert reason(tmp_path / "loop") == "@link_loop"
    assert reason(Path("/dev/null")) == "@no_file"
    for error, word in ((PermissionError(13, "no"), "@permission"), (OSError(), "@unreadable")):

        def refuse(*_: object, error: OSError = error, **__: object) -> None:
            raise error

        monkeypatch.setattr("builtins.open", refuse)
        assert reason(tmp_path / "a") == word
        monkeypatch.undo()


def test_a_file_is_read(tmp_path: Path) -> None:
    """With its bytes, and the name that a person uses."""
    file = tmp_path / "x.yaml"
    file.write_bytes(b"a: 1\n")
    source = read(file, "short.yaml")
    assert (source.file, source.text, source.raw, source.data) == ("short.yaml", "a: 1\n", b"a: 1\n", {"a": 1})
