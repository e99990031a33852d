"""Regular expressions that are compiled when first asked: each one compiles, and asking gives what `re` gives."""

import copy
import gc
import pickle
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

import tsukuba_pia
from tsukuba_pia.late import _Late, late


def _all() -> Iterator[tuple[str, _Late]]:
    for module in walk_packages(tsukuba_pia.__path__, "tsukuba_pia."):
        if not module.name.endswith("__main__"):
            for name, value in vars(import_module(module.name)).items():
                there = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
                for number, one in enumerate(there):
                    if isinstance(one, _Late):
                        yield f"{module.name}.{name}.{number}", one


EACH = dict(_all())


def test_there_are_many() -> None:
    """The walk finds all that there are, those in tuples and tables too."""
    assert len(EACH) > 80
    gc.unfreeze()  # a test before this one may have put them out of sight
    assert {id(one) for one in gc.get_objects() if type(one) is _Late} == {id(one) for one in EACH.values()}


@pytest.mark.parametrize("name", sorted(EACH))
def test_each_compiles(name: str) -> None:
    """A mistake in a pattern would otherwise wait for the text that asks it."""
    re.compile(*EACH[name]._given)


def test_asked_as_one_that_is_compiled() -> None:
    """Every way of asking, the first time and again."""
    for _ in range(2):
        pattern, same = late("(a)(b)?", re.IGNORECASE), re.compile("(a)(b)?", re.IGNORECASE)
        for text in ("AB", "xa", ""):
            assert (pattern.fullmatch(text) is None) == (same.fullmatch(text) is None)
            assert [one.span() for one in pattern.finditer(text)] == [one.span() for one in same.finditer(text)]
            assert pattern.sub(".", text) == same.sub(".", text)
            assert pattern.groups == same.groups
        assert pattern.pattern == same.pattern


def test_copied() -> None:
    """As it is, asked or not."""
    one = late("a", re.IGNORECASE)
    for _ in range(2):
        for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):  # noqa: S301 - our own
            assert other.fullmatch("A")
        assert one.fullmatch("A")  # from now on it is one that was asked


def test_unknown_name() -> None:
    """What a pattern does not have, this has not either."""
    with pytest.raises(AttributeError):
        late("a").nothing_of_the_kind  # type: ignore[attr-defined]  # noqa: B018 - asking is the test
