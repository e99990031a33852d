"""Canonical content: what counts and what does not."""

from decimal import Decimal

from tests.change.library import LIBRARY, changed, document
from tests.golden import ROOT
from tsukuba_pia.change.canonical import canonical_json, content
from tsukuba_pia.change.tree import scalar, tree
from tsukuba_pia.work.released import document_of
from tsukuba_pia.yaml_source import read

DIGEST = document(LIBRARY).digest


def test_layout_and_comments_do_not_count() -> None:
    """Neither do quotes, the order of keys, defaults that are written out, and short and long forms."""
    same = changed(
        ("prefix: lib\nlanguages: [ja, en]\n", "# a comment\nlanguages: [ja,  en]\nprefix: 'lib'\n"),
        ("required: true", "brief: false\n        required: true"),
        ("is: each_loan}", "is: [each_loan]}"),
        ("max: 400}", "max: 400.0}"),
        ("      base: negligible", "      base: negligible # starts low"),
    )
    assert document(same).digest == DIGEST
    assert document(changed(("図書館", "図書\u9928"))).digest == DIGEST


def test_what_becomes_of_a_version_later_does_not_count() -> None:
    """It may be withdrawn, and a person may review it."""
    assert document(changed(("status: published", "status: withdrawn"))).digest == DIGEST
    assert document(changed(("status: published", "status: published\nreviewed_by: 佐藤(2027-01-05)"))).digest == DIGEST


def test_what_it_says_counts() -> None:
    """Each of these is another content."""
    for pair in (
        ("Library", "Libraries"), ('version: "1.0"', 'version: "1.1"'), ("max: 400", "max: 401"),
        ("[counts, each_loan]", "[each_loan, counts]"), ("above: 30", "at_least: 30"),
    ):  # fmt: skip
        assert document(changed(pair)).digest != DIGEST, pair


def test_composed_and_decomposed_characters_are_one() -> None:
    """A file that a Mac wrote says the same."""
    assert document(changed(("図書館", "か\u3099く"))).digest == document(changed(("図書館", "がく"))).digest


def test_numbers_have_one_spelling() -> None:
    """Exactly, however long they are."""
    numbers = [Decimal("2.50"), Decimal("-0.0"), Decimal("1e3"), 10, Decimal("0." + "1" * 29)]
    assert [scalar(one) for one in numbers] == ["2.5", "0", "1000", "10", "0." + "1" * 29]


def test_json_is_that_of_rfc_8785() -> None:
    """Keys by UTF-16 code units, no blanks, only what must be escaped is."""
    plain = {"\ufb33": 1, "\U0001f600": "€", "a": '"\\\n\x1f/é'}
    assert canonical_json(plain).decode() == '{"a":"\\"\\\\\\n\\u001f/é","\U0001f600":"€","\ufb33":1}'


def test_every_path_leads_into_the_file() -> None:
    """A finding about a node stands on its line."""
    found = document(LIBRARY)
    node = found.tree.get("risks", "lib_exposed", "likelihood")
    assert node is not None
    assert found.source.position(node.path).line == LIBRARY.split("\n").index("    likelihood:") + 2


def test_our_own_files_keep_their_content() -> None:
    """The tree holds all that the model reads: leaving out defaults loses nothing."""
    for file in sorted((ROOT / "questionnaires").glob("*/*.yaml")):
        found = document_of(read(file))
        assert found is not None, file
        assert content(found.value).keys() <= found.source.data.keys()
        assert tree(found.value).plain == tree(found.value).plain
