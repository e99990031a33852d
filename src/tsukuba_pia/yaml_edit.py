"""The only writing door: changes one thing in a person's file and leaves every other line as it is.

A splice into the text, not a round trip (docs/decisions/0002). Each edit is read back: the data must be what was meant,
all other lines the same, and no comment of a person's lost; else `Problem("cannot_edit")`, and nothing was written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.yaml_fragment import inline, mapping_lines, same
from tsukuba_pia.yaml_layout import TOOL, Layout
from tsukuba_pia.yaml_promise import again, at, cannot, changed, verified, with_value
from tsukuba_pia.yaml_source import Source
from tsukuba_pia.yaml_splice import (
    ANSWERS,
    STEP,
    appended,
    as_comments,
    inserted,
    item_added,
    put,
    refreshed,
    removed,
    replaced,
    spliced,
)

__all__ = [
    "ANSWERS",
    "append_item",
    "as_data",
    "plain",
    "refresh_comments",
    "rename_keys",
    "replace_words",
    "retire",
    "set_answer",
    "set_value",
]


def set_answer(
    source: Source, question: str, answer: Answer, before: Sequence[str] = (), comment_lines: Sequence[str] = ()
) -> str:
    """The text with this answer.

    Args:
        source: the file as it was read; it has no diagnostics.
        question: whose answer it is.
        answer: what is to stand there; in the short form where only `answer` is set.
        before: the questions that are asked earlier, in order: a new answer goes behind the nearest that is there.
        comment_lines: what the tool says above the answer, without `#: `; refreshed where it stands already.

    """
    value = plain(answer)
    try:
        text = _set(source, question, value, before, comment_lines)
    except LookupError:
        raise cannot(source, question) from None
    return verified(source, text, (ANSWERS, question), value, {"answer": value})


def set_value(source: Source, path: Path, value: object, before: Sequence[str] | None = None) -> str:
    """The text with this value at a path.

    Args:
        source: the file as it was read; it has no diagnostics.
        path: keys, and numbers of items (from 0) of lists on the way; its last step is a key. Mappings that are missing
            are made, items are not: that is `append_item`'s.
        value: plain data.
        before: the keys that stand earlier, in order: a new key goes behind the nearest that is there. Without it a
            part of an assessment goes to its place, anything else to the end.

    """
    try:
        text = put(source, path, value, before)
    except (LookupError, TypeError):
        raise cannot(source, path) from None
    return verified(source, text, path, value)


def append_item(source: Source, path: Path, item: object) -> str:
    """The text with one more item at the end of the list at a path.

    The list keeps its style: dashes at their depth, brackets where it is written in brackets, blank lines where items
    are set apart. Where there is no list, or an empty one, it is made, also the mappings that lead to it.

    Args:
        source: the file as it was read; it has no diagnostics.
        path: keys, and numbers of items (from 0) of lists on the way.
        item: plain data: a scalar or a mapping.

    """
    try:
        count = _count(source.data, path)
        text = item_added(source, path, item) if count else put(source, path, [item])
    except (LookupError, TypeError):
        raise cannot(source, path) from None
    return verified(source, text, (*path, count), item) if count else verified(source, text, path, [item])


def _count(data: Any, path: Path) -> int:  # noqa: ANN401 - plain data
    """How many items the list at a path has; 0 where none is there. Raises LookupError or TypeError for no list."""
    for step in path:
        data = data.get(step) if isinstance(data, dict) else data and data[step]
    if not isinstance(data, list | None):
        raise TypeError(path)
    return len(data or ())


def refresh_comments(source: Source, wanted: Mapping[str, Sequence[str]]) -> str:
    """The text with the tool's comments above answers as they should be now; people's own stay."""
    for question, lines in wanted.items():
        if question in _answers(source):
            source = again(source, refreshed(source, question, lines))
    return source.text


def rename_keys(source: Source, path: Path, names: Mapping[str, str]) -> str:
    """The text with other keys in the mapping at a path, all at once: two can change places."""
    layout = Layout(source)
    try:
        entries = {old: layout.entry((*path, old)) for old in names}
    except LookupError:
        raise cannot(source, path) from None
    spans = {old: layout.text[one.key : one.colon - 1].rstrip() for old, one in entries.items()}
    changes = [(one.key, one.key + len(spans[old]), inline(names[old])) for old, one in entries.items()]
    here = {names.get(key, key): value for key, value in at(source.data, path).items()}
    return changed(source, changes, path, here)


def replace_words(source: Source, words: Mapping[Path, str]) -> str:
    """The text with other words at these paths, in lists too; nothing else is touched."""
    layout, data = Layout(source), source.data
    try:
        marks = {path: layout.mark(path) for path in words}
    except LookupError:
        raise cannot(source, ", ".join(".".join(map(str, path)) for path in words)) from None
    changes = [(mark.begin.index, layout.end(mark), inline(words[path])) for path, mark in marks.items()]
    for path, word in words.items():
        data = with_value(data, path, word)
    return changed(source, changes, (), data)


def retire(source: Source, path: Path, why: str) -> str:
    """The text with an entry as comment lines: it counts no more and is still there to be read."""
    layout = Layout(source)
    try:
        entry = layout.entry(path)
    except LookupError:
        raise cannot(source, path) from None
    start, end = layout.line_start(entry.key), layout.next_line(entry.end)
    lines = [f"# {why}", *(f"# {line[entry.column :]}".rstrip() for line in layout.text[start:end].splitlines())]
    block = "".join(" " * entry.column + line + layout.newline for line in lines)
    top = start
    while top > 0 and layout.line(top - 1).lstrip().startswith(TOOL):
        top = layout.line_start(top - 1)
    here = {key: value for key, value in at(source.data, path[:-1]).items() if key != path[-1]}
    return changed(source, [(top, end, block)], path[:-1], here or None)


def plain(answer: Answer) -> Any:  # noqa: ANN401 - plain data
    """An answer as plain data: the value alone where nothing else is said."""
    said = as_data(answer)
    if set(said) <= {"answer"}:
        return said.get("answer")
    return {"answer": None} | said


def as_data(value: Any) -> Any:  # noqa: ANN401 - plain data
    """A value of the models as plain data, without what is not said."""
    if is_dataclass(value):
        parts = {field.name.rstrip("_"): as_data(getattr(value, field.name)) for field in fields(value)}
        return {key: part for key, part in parts.items() if part is not None and (part != [] or key == "answer")}
    if isinstance(value, list | tuple):
        return [as_data(one) for one in value]
    if isinstance(value, Mapping):
        return {key: as_data(one) for key, one in value.items()}
    return value


def _answers(source: Source) -> dict[str, Any]:
    found = source.data.get(ANSWERS) if isinstance(source.data, dict) else None
    return found if isinstance(found, dict) else {}


def _set(source: Source, question: str, value: object, before: Sequence[str], comment_lines: Sequence[str]) -> str:
    answers = _answers(source)
    if question not in answers:
        return _added(source, question, value, before, comment_lines)
    source = again(source, refreshed(source, question, comment_lines))
    layout = Layout(source)
    path = (ANSWERS, question)
    entry = layout.entry(path)
    old = answers[question]
    has_comments = bool(layout.comments(entry.begin, layout.line_end(entry.end)))
    stays_long = isinstance(value, dict) or has_comments
    if isinstance(old, dict) and old and stays_long and not layout.in_flow((*path, "answer")):
        return _key_by_key(source, path, value if isinstance(value, dict) else {"answer": value})
    return source.text if same(old, value) else replaced(layout, path, value)


def _key_by_key(source: Source, path: Path, value: Mapping[str, object]) -> str:
    """Change only the keys of a long form that differ."""
    old = at(source.data, path)
    for key in [key for key in old if key not in value]:
        source = again(source, removed(Layout(source), (*path, key)))
    earlier: list[str] = []
    for key, part in value.items():
        here = at(source.data, path)
        if key not in here:
            source = again(source, inserted(Layout(source), path, {key: part}, earlier))
        elif not same(here[key], part):
            source = again(source, replaced(Layout(source), (*path, key), part))
        earlier.append(key)
    return source.text


def _added(source: Source, question: str, value: object, before: Sequence[str], comment_lines: Sequence[str]) -> str:
    layout = Layout(source)
    if _answers(source):
        return inserted(layout, (ANSWERS,), {question: value}, before, comment_lines)
    if layout.in_flow((ANSWERS,)):
        return put(source, (ANSWERS,), {question: value})
    block = [*as_comments(comment_lines), *mapping_lines({question: value}, STEP)]
    lines = ["", *(" " * STEP + line if line else line for line in block)]
    if ANSWERS in source.data:
        return spliced(layout, layout.entry((ANSWERS,)), lines)
    return appended(layout, (), [f"{ANSWERS}:{lines[0]}", *lines[1:]], list(source.data))
