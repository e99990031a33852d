"""Splices into the text of a YAML file: where the lines of a value, a key or a list's item go, and how they are laid.

They look at places only; whether a splice said what was meant is for `yaml_promise` to find out.
"""

from collections.abc import Mapping, Sequence

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.places import PLACES
from tsukuba_pia.yaml_fragment import LIST_WIDTH, inline, item_lines, mapping_lines, value_lines
from tsukuba_pia.yaml_layout import TOOL, Entry, Layout
from tsukuba_pia.yaml_source import Source

ANSWERS = "answers"
STEP = 2


def put(source: Source, path: Path, value: object, before: Sequence[str] | None = None) -> str:
    """A value at a path; what is missing is made, behind those of `before` or at the end.

    Raises LookupError or TypeError where it has no place.
    """
    here = source.data
    for depth, step in enumerate(path):
        if isinstance(here, list) and isinstance(step, int):
            here = here[step]
            continue
        if here is None or here == {}:
            return replaced(Layout(source), path[:depth], _nested(path[depth:], value))
        if not isinstance(here, dict):  # a text or a list in the way is not written over
            raise TypeError(path)
        if step not in here:
            new = {str(step): _nested(path[depth + 1 :], value)}
            return inserted(Layout(source), path[:depth], new, _earlier(here, step) if before is None else before)
        here = here[step]
    return replaced(Layout(source), path, value)


def _earlier(here: Mapping[str, object], new: str | int) -> Sequence[str]:
    """The keys behind which a new one stands: a part of an assessment at its place, anything else behind all."""
    if "assessment" not in here or new not in PLACES:
        return list(here)
    return [name for name in here if PLACES.get(name, len(PLACES)) < PLACES[str(new)]]


def _nested(path: Path, value: object) -> object:
    for step in reversed(path):
        value = {step: value}
    return value


def replaced(layout: Layout, path: Path, value: object) -> str:
    """Another value behind a key."""
    entry = layout.entry(path)
    text = layout.text
    if entry.flow:
        space = " " if text[entry.begin - 1] == ":" else ""
        return text[: entry.begin] + space + inline(value) + text[entry.end :]
    short = f" {inline(value)}"
    mark = layout.mark(path)
    stays = layout.is_flow(mark) and mark.inner and len(short) <= LIST_WIDTH
    return spliced(layout, entry, [short] if stays else value_lines(value, step_of(layout)))


def spliced(layout: Layout, entry: Entry, lines: Sequence[str]) -> str:
    """Lines behind a key; comments that stood beside the old value stay beside or below the new one."""
    text, newline = layout.text, layout.newline
    line_end = layout.line_end(entry.end)
    first, *below = [one for _, one in layout.comments(entry.colon, line_end)] or [""]
    if first and layout.line_end(entry.colon) != line_end and below and not _on_line(layout, entry, first):
        first, below = "", [first, *below]
    indent = " " * entry.column
    head = f"{lines[0]}{'  ' + first if first else ''}"
    if first and layout.line_end(entry.colon) == line_end:
        head = lines[0] + text[entry.end : line_end].rstrip()  # as far away as the person put it
    rest = [indent + line if line else line for line in lines[1:]] + [indent + one for one in below]
    return text[: entry.colon] + newline.join([head, *rest]) + text[line_end:]


def _on_line(layout: Layout, entry: Entry, comment: str) -> bool:
    """Whether a comment stands on the key's own line."""
    return comment in layout.text[entry.colon : layout.line_end(entry.colon)]


def removed(layout: Layout, path: Path) -> str:
    """Without an entry; its comments stay in its place."""
    entry = layout.entry(path)
    start, end = layout.line_start(entry.key), layout.next_line(entry.end)
    kept = [one for _, one in layout.comments(entry.colon, layout.line_end(entry.end))]
    lines = "".join(" " * entry.column + one + layout.newline for one in kept)
    return layout.text[:start] + lines + layout.text[end:]


def inserted(
    layout: Layout, parent: Path, entry: Mapping[str, object], before: Sequence[str], comment_lines: Sequence[str] = ()
) -> str:
    """A new entry behind the nearest of `before` that is there, else in front of all."""
    mark = layout.mark(parent)
    here = list(mark.inner)
    earlier = [one for one in before if one in here]
    if layout.is_flow(mark) or layout.in_flow(parent):
        return _into_flow(layout, parent, inline(entry)[1:-1], earlier)
    lines = [*as_comments(comment_lines), *mapping_lines(entry, step_of(layout))]
    first = layout.entry((*parent, here[0]))
    if not earlier and layout.text[layout.line_start(first.key) : first.key].strip():
        earlier = here[:1]  # the first key stands behind a dash: in front of it there is no line of its own
    if earlier:
        return appended(layout, parent, lines, earlier)
    top = layout.head(first.key)
    block = "".join(line + layout.newline for line in _indented(lines, first.column))
    return layout.text[:top] + block + layout.text[top:]


def _into_flow(layout: Layout, parent: Path, entry: str, earlier: Sequence[str]) -> str:
    text = layout.text
    if earlier:
        end = layout.entry((*parent, earlier[-1])).end
        return f"{text[:end]}, {entry}{text[end:]}"
    begin = layout.mark(parent).begin.index + 1
    return f"{text[:begin]}{entry}{', ' if layout.mark(parent).inner else ''}{text[begin:]}"


def appended(layout: Layout, parent: Path, lines: Sequence[str], earlier: Sequence[str]) -> str:
    """Lines of a new entry behind an earlier one, set apart by a blank line where that is the habit."""
    neighbour = layout.entry((*parent, earlier[-1]))
    block = _indented(lines, neighbour.column)
    if parent in ((), (ANSWERS,)) and _spaced(layout, neighbour.key):
        block.insert(0, "")
    return _below(layout, layout.foot(neighbour.end, neighbour.column), block)


def item_added(source: Source, path: Path, item: object) -> str:
    """A list with one more item: in its own style; made where there is none. Raises LookupError."""
    layout = Layout(source)
    mark = layout.mark(path)
    last = mark.inner[-1]
    if layout.is_flow(mark) or layout.in_flow(path):
        end = layout.end(last)
        return f"{layout.text[:end]}, {inline(item)}{layout.text[end:]}"
    column = mark.begin.column
    block = _indented(item_lines(item, step_of(layout)), column)
    if len(mark.inner) > 1 and _spaced(layout, last.begin.index):
        block.insert(0, "")
    return _below(layout, layout.foot(layout.end(last), _remarks(layout, path, column)), block)


def _remarks(layout: Layout, path: Path, column: int) -> int:
    """How deep a remark on the last item stands: where dashes are as deep as their key, deeper than these."""
    over = layout.entry(path).column if path and isinstance(path[-1], str) else -1
    return max(column, over + 1)


def _below(layout: Layout, point: int, lines: Sequence[str]) -> str:
    return layout.text[:point] + "".join(layout.newline + line for line in lines) + layout.text[point:]


def _indented(lines: Sequence[str], column: int) -> list[str]:
    return [" " * column + line if line else line for line in lines]


def _spaced(layout: Layout, index: int) -> bool:
    top = layout.head(index)
    return top > 0 and not layout.line(top - 1).strip()


def step_of(layout: Layout) -> int:
    """By how much this file indents: as answers are, else two."""
    try:
        mark = layout.mark((ANSWERS,))
        return max(1, next(iter(mark.inner.values()))[0].column) if mark.inner and not layout.is_flow(mark) else STEP
    except (LookupError, AttributeError):
        return STEP


def as_comments(lines: Sequence[str]) -> list[str]:
    """Lines of the tool's own."""
    return [f"{TOOL} {line}".rstrip() for line in lines]


def refreshed(source: Source, question: str, lines: Sequence[str]) -> str:
    """The tool's lines directly above an answer as they should be; where a person removed them, none."""
    layout = Layout(source)
    entry = layout.entry((ANSWERS, question))
    top = bottom = layout.line_start(entry.key)
    while top > 0 and layout.line(top - 1).lstrip().startswith(TOOL):
        top = layout.line_start(top - 1)
    if top == bottom or not lines or entry.flow:
        return source.text
    block = "".join(" " * entry.column + line + layout.newline for line in as_comments(lines))
    return source.text[:top] + block + source.text[bottom:]
