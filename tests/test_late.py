"""Regular expressions that are compiled when first asked: each one compiles, and asking gives what `re` gives."""

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
                for number, one in enumerate(value if isinstance(value, tuple) else (value,)):
                    if isinstance(one, _Late):
                        yield f"{module.name}.{name}.{number}", one


EACH = dict(_all())


def test_there_are_many() -> None:
    """The walk finds them, those in a tuple too."""
    assert len(EACH) > 80
    assert any(name.startswith("tsukuba_pia.lint.my_number._FORMS.4") for name in EACH)


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


def test_unknown_name() -> None:
    """What a pattern does not have, this has not either."""
    with pytest.raises(AttributeError):
        late("a").nothing_of_the_kind  # type: ignore[attr-defined]  # noqa: B018 - asking is the test
