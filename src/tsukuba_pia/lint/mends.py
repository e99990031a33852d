"""How a finding is mended: a small change of the text, and what the data says afterwards.

Only what leaves no doubt is mended. Whether a mend kept its promise is looked at before anything is written
(`work/mending.py`); here it is only said.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, cast

from tsukuba_pia.diagnostics import Diagnostic, Path, Position
from tsukuba_pia.yaml_source import Mark, Source, parse

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")  # what may be written with and without quotes
LARGE = 100  # entries of a mapping that is not looked through anew for every finding in it
_large: list[Any] = [None, []]


class Edit(NamedTuple):
    """A stretch of a text, by its indices, and what stands there instead."""

    start: int
    end: int
    text: str


class Mend(NamedTuple):
    """One finding's mend.

    `becomes` makes the data as it will be out of the data as it is (nothing: the same), `lost` are people's comments
    that go. `stays`: the finding is still told afterwards. `brings`: the codes by which the gaps it marks are told.
    `counts`: an answer that counted for nothing counts then.
    """

    edits: tuple[Edit, ...]
    becomes: Callable[[Any], Any] | None = None
    lost: tuple[str, ...] = ()
    stays: bool = False
    brings: tuple[str, ...] = ()
    counts: bool = False


Fix = Callable[[Source, Diagnostic], Mend | None]


def word_in_its_place(source: Source, found: Diagnostic) -> Mend | None:
    """Put the word there that was meant beyond doubt."""
    word = found.args.get("sure", "")
    return None if not word or _is_misspelt_itself(source, found, word) else with_word(source, found, word)


def _is_misspelt_itself(source: Source, found: Diagnostic, word: str) -> bool:
    """Whether it may be the id that is misspelt: it is given in this file, which says the other word more often."""
    place = scalar_with(source, found)
    if place is None or not re.search(rf"\bid: *[\"']?{re.escape(word)}\b", source.text):
        return False
    _, begin, end = place
    return source.text.count(source.text[begin:end]) > source.text.count(word)


def key_in_its_place(source: Source, found: Diagnostic) -> Mend | None:
    """Put the key there that was meant beyond doubt."""
    return with_key(source, found, found.args.get("sure", ""))


def with_word(source: Source, found: Diagnostic, word: str, *, quotes: bool = True) -> Mend | None:
    """Another word where the finding points at a value of one word; its quotes stay, unless `quotes` says otherwise."""

    def again(typed: str) -> str:
        quote = typed[0] if quotes and typed[0] in "'\"" else ""
        return f"{quote}{word}{quote}"

    return written(source, found, again) if _WORD.fullmatch(word) else None


def apart(source: Source, found: Diagnostic, split: Callable[[str], list[str]]) -> Mend | None:
    """The one word of a list in brackets that a finding points at, as several."""
    place = scalar_with(source, found)
    if place is None:
        return None
    (*to, number), begin, end = place
    parent = tuple(to)
    whole = mark_at(source, parent)
    parts = split(source.text[begin:end])
    if (
        not isinstance(number, int)
        or source.text[whole.begin.index] != "["
        or not all(_WORD.fullmatch(part) for part in parts)
    ):
        return None

    def becomes(data: Any) -> Any:  # noqa: ANN401 - plain data
        from tsukuba_pia.yaml_promise import at, with_value  # noqa: PLC0415 - only where something is mended

        here = at(data, parent)
        return with_value(data, parent, [*here[:number], *parts, *here[number + 1 :]])

    return Mend((Edit(begin, end, ", ".join(parts)),), becomes)


def in_quotes(source: Source, found: Diagnostic, form: re.Pattern[str]) -> Mend | None:
    """The value as it was typed, as a text; where it then has the form that it must have."""
    return written(source, found, lambda typed: f'"{typed}"' if form.fullmatch(typed) else typed)


def written(source: Source, found: Diagnostic, again: Callable[[str], str]) -> Mend | None:
    """The single value that a finding points at, written as `again` makes it of what was typed."""
    place = scalar_with(source, found)
    if place is None:
        return None
    path, begin, end = place
    typed = source.text[begin:end]
    new = again(typed) if typed and "\n" not in typed else typed
    return Mend((Edit(begin, end, new),), reading(path, new)) if new != typed else None


def with_key(source: Source, found: Diagnostic, key: str, *, counts: bool = False) -> Mend | None:
    """Another key where the finding points at one; not where that key is there already."""
    path = path_at(source, found, key=True) if _WORD.fullmatch(key) else None
    if path is None:
        return None
    parent, old = path[:-1], str(path[-1])
    inner = mark_at(source, parent).inner
    start = inner[old][0].index
    if key in inner or not source.text.startswith(old, start):  # one in quotes is left alone
        return None
    return Mend((Edit(start, start + len(old), key),), _with_key(parent, old, key), counts=counts)


def in_order(source: Source, path: Path, places: Mapping[str, int]) -> Mend | None:
    """The entries of the mapping at a path in the order of their places; those without one stay behind the same."""
    from tsukuba_pia.yaml_layout import Layout  # noqa: PLC0415 - only where something is mended
    from tsukuba_pia.yaml_order import moved  # noqa: PLC0415

    try:
        edits = moved(Layout(source), path, places)
    except LookupError:
        return None
    return Mend(tuple(Edit(*one) for one in edits)) if edits else None


def inserting(source: Source, path: Path, texts: Mapping[str, str], order: Sequence[str]) -> Mend | None:
    """New keys of the mapping at a path, behind the nearest that `order` has before them; not those it has."""
    from tsukuba_pia.yaml_layout import Layout  # noqa: PLC0415 - only where something is mended
    from tsukuba_pia.yaml_splice import inserted  # noqa: PLC0415

    mark = mark_at(source, path)
    if not isinstance(mark.inner, dict) or not mark.inner:
        return None
    new = {key: text for key, text in texts.items() if key not in mark.inner}
    if not new:
        return None
    text = inserted(Layout(source), path, new, order[: list(order).index(next(iter(new)))])
    return Mend((_between(source.text, text),), _with_keys(path, new), stays=True)


def _between(old: str, new: str) -> Edit:
    """The one insertion that makes a text of another."""
    step = 4096
    start = 0
    while old[start : start + step] == new[start : start + step] and start < len(old):
        start += step
    start = min(start, len(old))
    while start < len(old) and old[start] == new[start]:
        start += 1
    return Edit(start, start, new[start : start + len(new) - len(old)])


def scalar_with(source: Source, found: Diagnostic, shift: int = 0) -> tuple[Path, int, int] | None:
    """The path of the single value that begins where a finding points (`shift` columns aside), and its place."""
    path = path_at(source, replace(found, column=found.column + shift))
    if path is None:
        return None
    mark = mark_at(source, path)
    block = not mark.plain and source.text[mark.begin.index : mark.begin.index + 1] in ("|", ">")
    return None if mark.inner is not None or block else (path, mark.begin.index, mark.end.index)


def path_at(source: Source, found: Diagnostic, *, key: bool = False) -> Path | None:
    """The path of the innermost value, or of the key, that begins where a finding points; None where none does."""
    return next((path for path, is_key in _way_to(source, found) if is_key == key), None)


def mappings_at(source: Source, found: Diagnostic) -> list[Path]:
    """The paths of all values that begin where a finding points, the innermost first."""
    return [path for path, is_key in _way_to(source, found) if not is_key]


def _way_to(source: Source, found: Diagnostic) -> list[tuple[Path, bool]]:
    """What begins at a place, on the one way that leads there, innermost first; whether the key is meant."""
    wanted = (found.line - 1, found.column - 1)
    here: list[tuple[Path, bool]] = []
    path: Path = ()
    mark = source.root
    while mark is not None:
        if (mark.begin.line, mark.begin.column) == wanted:
            here.append((path, False))
        step, begin, mark = _step_to(mark, wanted)
        path = (*path, step)
        if isinstance(step, str) and begin == wanted:
            here.append((path, True))
    return here[::-1]


def _step_to(mark: Mark, wanted: tuple[int, int]) -> tuple[str | int, tuple[int, int], Mark | None]:
    """The last entry or item of a collection that begins at a place or before it: step, beginning, value."""
    if isinstance(mark.inner, dict):
        entries = _entries(mark.inner)
        place = bisect(entries, wanted, key=lambda one: _beginning(one[1][0])) - 1
        if place >= 0:
            step, (begin, value) = entries[place]
            return step, _beginning(begin), value
    elif mark.inner:
        place = bisect(mark.inner, wanted, key=lambda one: _beginning(one.begin)) - 1
        if place >= 0:
            return place, _beginning(mark.inner[place].begin), mark.inner[place]
    return 0, (0, 0), None


def _entries(inner: dict[str, Any]) -> list[tuple[str, Any]]:
    """A mapping's entries; of the last large one they are kept, for thousands of findings may lie in it."""
    if len(inner) <= LARGE:
        return list(inner.items())
    if _large[0] is not inner:
        _large[:] = inner, list(inner.items())
    return cast("list[tuple[str, Any]]", _large[1])


def _beginning(begin: Any) -> tuple[int, int]:  # noqa: ANN401 - the parser's own
    return begin.line, begin.column


def mark_at(source: Source, path: Path) -> Mark:
    """The mark of a value that is there."""
    mark, _ = source.mark(path)
    assert mark is not None  # noqa: S101 - the path came from this source
    return mark


def index_of(text: str, found: Diagnostic) -> int:
    """The index of the place that a finding points at."""
    start = 0
    for _ in range(found.line - 1):
        start = text.find("\n", start) + 1
    return start + found.column - 1


def changed_text(text: str, edits: Iterable[Edit]) -> str:
    """A text with stretches changed that do not overlap."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def position_of(text: str, index: int) -> Position:
    """Line and column of an index into a text."""
    return Position(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def reading(path: Path, typed: str) -> Callable[[Any], Any]:
    """The data with what a text of YAML says at a path."""

    def becomes(data: Any) -> Any:  # noqa: ANN401 - plain data
        from tsukuba_pia.yaml_promise import with_value  # noqa: PLC0415 - only where something is mended

        return with_value(data, path, _said(typed))

    return becomes


def _said(typed: str) -> Any:  # noqa: ANN401 - plain data
    """What a value's text says by itself."""
    lines = "".join(f"\n {line}" for line in typed.split("\n"))
    source = parse(f"k:{lines}\n".encode("utf-8", "surrogatepass"), "")
    return None if source.data is None else source.data["k"]


def _with_keys(path: Path, new: Mapping[str, str]) -> Callable[[Any], Any]:
    """The data with more keys in one of its mappings."""

    def becomes(data: Any) -> Any:  # noqa: ANN401 - plain data
        from tsukuba_pia.yaml_promise import at, with_value  # noqa: PLC0415 - only where something is mended

        return with_value(data, path, {**at(data, path), **new})

    return becomes


def _with_key(parent: Path, old: str, new: str) -> Callable[[Any], Any]:
    """The data with another name for one of a mapping's keys."""

    def becomes(data: Any) -> Any:  # noqa: ANN401 - plain data
        from tsukuba_pia.yaml_promise import at, with_value  # noqa: PLC0415 - only where something is mended

        here = at(data, parent)
        return with_value(data, parent, {new if key == old else key: value for key, value in here.items()})

    return becomes
