"""Which size of letters a sheet gets: the largest that fits, whichever is tried first, and in few tries."""

from itertools import product
from types import SimpleNamespace

import pytest

from tsukuba_pia.export._pdf import _fitting

SIZES = (11, 10, 9, 8.5, 8, 7.5)


@pytest.mark.parametrize(("fitting", "first"), list(product(range(len(SIZES) + 1), (None, *range(len(SIZES))))))
def test_the_largest_that_fits(fitting: int, first: int | None) -> None:
    """The last `fitting` sizes take one sheet, the others two."""
    tried: list[float] = []

    def lay(size: float) -> SimpleNamespace:
        tried.append(size)
        return SimpleNamespace(size=size, pages=[None] * (1 if SIZES.index(size) >= len(SIZES) - fitting else 2))

    found = _fitting(lay, SIZES, 1, first)
    assert (found and found.size) == (SIZES[-fitting] if fitting else None)
    assert len(tried) == len(set(tried)) <= 4
