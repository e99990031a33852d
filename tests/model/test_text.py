"""Texts that may hold anything: what a terminal takes for more than text does not get through."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tsukuba_pia.model.text import _UNPRINTABLE, escaped, printable

HOSTILE = ["\x1b", "\x00", "\x85", "\x9b", "\u202e", "\u200b", "\ufeff", "\U000e0041", "\\", '"', "\n", "あ"]


@given(st.dictionaries(st.text(), st.text() | st.text(st.sampled_from(HOSTILE))))
def test_an_escaped_document_says_the_same(data: dict[str, str]) -> None:
    """Without a raw character that would be taken out of a text."""
    document = escaped(json.dumps(data, ensure_ascii=False, indent=2))
    assert json.loads(document) == data
    assert printable(document) == document


def test_what_python_calls_printable_is() -> None:
    """A line of which it says so is left as it is without a look at each character."""
    assert not [one for one in map(chr, _UNPRINTABLE) if one.isprintable()]
