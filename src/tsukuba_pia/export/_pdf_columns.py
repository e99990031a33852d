"""Columns of equal height, found sooner: the library for PDF tries one height after the other, a pixel apart.

Each of its tries lays a whole column out. Where no item of a list may be torn, a try differs from the one before
only when the next item begins to fit: until then, what came out before is told again. What stands in the end is laid
out by the library itself, so that a page is the same without this, byte by byte.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import inf
from typing import Any, NamedTuple

KNOWN = "70."  # the versions whose inner ways these are
_CLEAR = 2  # pixels: what lacks as many does not fit, however the library rounds
_LONG = 300  # characters: each rest of a text is measured, and to keep all of a long one would fill the memory
_WHOLE = ("avoid", "avoid-column")


class _Try(NamedTuple):
    """What came out, and for how many free pixels at the foot of the page the same would: more than, and up to."""

    result: Any
    least: float
    most: float


class _Column(NamedTuple):
    """A column whose height is sought: what its tries gave, and where its items end, by what stands before them."""

    box: Any
    tries: dict[tuple[str, bool], _Try]
    ends: dict[str, list[float]]


class _Task(NamedTuple):
    """What the library asks for, in its own order."""

    context: Any
    box: Any
    free: float  # at the foot of the page
    skip: Any  # what stands in another column
    around: Any
    empty: bool  # lay something out, whether it fits or not
    absolute: list[Any]
    fixed: list[Any]
    margins: list[Any] | None  # none: in earnest
    first_letter: Any
    first_line: Any


@contextmanager
def sooner(library: Any) -> Iterator[None]:  # noqa: ANN401 - without types of its own
    """Within this, the library's search for the height of columns repeats no work; another version than known does."""
    if not library.__version__.startswith(KNOWN):
        yield
        return
    block, preferred = library.layout.block, library.layout.preferred
    lay, split = block.block_box_layout, preferred.split_first_line
    block.block_box_layout, preferred.split_first_line = _Columns(lay, block.remove_placeholders), _once(split)
    try:
        yield
    finally:
        block.block_box_layout, preferred.split_first_line = lay, split


def _once(split: Callable[..., Any]) -> Callable[..., Any]:
    """How wide the first line of a text is and where it ends, measured once; the drawn line itself is not kept."""
    known: dict[tuple[Any, ...], Any] = {}

    def quick(text: str, style: Any, *asked: Any, **more: Any) -> Any:  # noqa: ANN401 - the library's own
        if len(text) > _LONG:
            return split(text, style, *asked, **more)
        key = (text, id(style), asked[1:], *more.values())  # the first one asked is the document
        if key not in known:
            end, width = split(text, style, *asked, **more)[2:4]
            known[key] = (style, None, end, width, None, None)  # what is held is no other's id
        return known[key]

    return quick


class _Columns:
    """Lays boxes out as the library does, and remembers what the tries of columns gave."""

    def __init__(self, lay: Callable[..., Any], forget: Callable[..., Any]) -> None:
        """Take the library's own ways of laying out, and of taking back what was laid out."""
        self._lay, self._forget = lay, forget
        self._known: dict[int, _Column] = {}  # not with the box: what holds itself stays in the memory

    def __call__(self, *asked: Any, **more: Any) -> Any:  # noqa: ANN401 - the library's own
        """What came out, whether this page needs it or it is a try."""
        if not asked[1].is_column or not _is_try(task := _Task(*asked)):
            return self._lay(*asked, **more)
        column = self._known.setdefault(id(task.box), _Column(task.box, {}, {}))
        key = (repr(task.skip), task.empty)
        known = column.tries.get(key)
        if known is None or not known.least < task.free <= known.most:
            result = self._lay(*asked, **more)
            least = -inf if task.empty else self._least(task, column.ends, result, more)
            known = column.tries[key] = _Try(result, least, task.free)
        return known.result

    def _least(self, task: _Task, ends: dict[str, list[float]], result: Any, more: dict[str, Any]) -> float:  # noqa: ANN401
        """How much may stay free at least so that the next item does not fit."""
        laid, resume_at = result[:2]
        if laid is not None and resume_at is None:
            return task.free
        if repr(task.skip) not in ends:
            alone = task._replace(free=-inf, empty=True, absolute=[], fixed=[], margins=[])
            whole = self._lay(*alone, **more)[0]
            self._forget(task.context, [whole], [], [])
            ends[repr(task.skip)] = [one.border_box_y() + one.border_height() for one in whole.children]
        fitting = 0 if laid is None else len(laid.children)
        return float(task.context.page_bottom - ends[repr(task.skip)][fitting] + _CLEAR)


def _is_try(task: _Task) -> bool:
    """A column of some height, or, without any, what its next item needs; and none of its items may be torn."""
    a_height, what_is_needed = task.free < inf and not task.empty, task.free == inf and task.empty
    whole = (one.is_in_normal_flow() and one.style["break_inside"] in _WHOLE for one in task.box.children)
    return task.margins is not None and (a_height or what_is_needed) and all(whole)
