"""What every edit of a person's file promises, and the looking whether it was kept.

The data is what was meant, every line outside the edit is the same, and no comment of a person's is lost.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.problems import Problem
from tsukuba_pia.yaml_fragment import same
from tsukuba_pia.yaml_layout import TOOL, Layout
from tsukuba_pia.yaml_source import Source, parse


def cannot(source: Source, what: Path | str) -> Problem:
    """The refusal: nothing was written. `what` is a path or a name."""
    name = what if isinstance(what, str) else ".".join(map(str, what))
    return Problem("cannot_edit", file=source.file, what=name)


def again(source: Source, text: str) -> Source:
    """Another text of the same file, read."""
    return parse(text.encode("utf-8", "surrogatepass"), source.file)


def verified(source: Source, text: str, path: Path, *values: object) -> str:
    """Hold an edit to its promise. A block text that now ends the file may need the line end that the file had not."""
    ended = text if text.endswith("\n") else text + Layout(source).newline
    for candidate in dict.fromkeys((text, ended)):
        if _kept(source, candidate, path, values):
            return candidate
    raise cannot(source, path)


def changed(
    source: Source, changes: Sequence[tuple[int, int, str]], path: Path, value: object, lost: Sequence[str] = ()
) -> str:
    """The text with these stretches changed, where that says what was meant and no person's comment but `lost` goes."""
    text = source.text
    for start, end, word in sorted(changes, reverse=True):
        text = text[:start] + word + text[end:]
    after = again(source, text)
    gone = Counter(_people(source)) - Counter(lost)
    kept = all(one in text for one in gone)
    if after.diagnostics or not kept or not _alike(after.data, with_value(source.data, path, value)):
        raise cannot(source, path)
    return text


def at(data: Any, path: Path) -> Any:  # noqa: ANN401 - plain data
    """The value at a path. Raises LookupError or TypeError where there is none."""
    for step in path:
        data = data[step]
    return data


def with_value(data: Any, path: Path, value: object) -> Any:  # noqa: ANN401 - plain data
    """The data with another value at a path; the number behind a list's last adds to it."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, list) and isinstance(step, int):
        new = [with_value(None, rest, value)] if step == len(data) else []
        return [with_value(one, rest, value) if number == step else one for number, one in enumerate(data)] + new
    base = data if isinstance(data, dict) else {}
    return base | {step: with_value(base.get(step), rest, value)}


def _kept(source: Source, text: str, path: Path, values: Sequence[object]) -> bool:
    """Whether the data is as meant, nothing else has changed, and no comment of a person is lost."""
    after = again(source, text)
    meant = any(_alike(after.data, with_value(source.data, path, value)) for value in values)
    lost = Counter(_people(source)) - Counter(_people(after)) if meant else Counter()
    return not after.diagnostics and meant and not lost and _elsewhere_same(source, after, path)


def _alike(one: Any, other: Any) -> bool:  # noqa: ANN401 - plain data
    """The same data, whatever the order of keys."""
    if isinstance(one, dict) and isinstance(other, dict):
        return set(one) == set(other) and all(_alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_alike, one, other))
    return same(one, other)


def _people(source: Source) -> list[str]:
    """People's comments: those that are not the tool's."""
    return [one for _, one in Layout(source).comments() if not one.startswith(TOOL)]


def _elsewhere_same(before: Source, after: Source, path: Path) -> bool:
    """Every line outside the entry's own is there, in order, byte for byte."""
    layout = Layout(before)
    depth = _depth(before.data, path)
    here = path[: depth + 1]
    if layout.in_flow(here):
        here = here[: next(number for number in range(len(here)) if layout.is_flow(layout.mark(here[:number])))]
        if not here:
            return True
    elif depth < len(path) and not (depth and _empty(before.data, path[:depth])):
        rest = iter(f"{line}\n" for line in after.text.splitlines())
        return all(f"{line}\n" in rest for line in before.text.splitlines())
    else:
        here = path[:depth]
    top, end = layout.lines(here)
    return after.text.startswith(before.text[:top]) and after.text.endswith(before.text[end:])


def _depth(data: Any, path: Path) -> int:  # noqa: ANN401 - plain data
    """How many steps of a path are there."""
    for depth, step in enumerate(path):
        there = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if not there and not (isinstance(data, dict) and step in data):
            return depth
        data = data[step]
    return len(path)


def _empty(data: Any, path: Path) -> bool:  # noqa: ANN401 - plain data
    found = at(data, path)
    return not (isinstance(found, dict | list) and found)
