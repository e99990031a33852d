"""The only writing door: changes one answer in a person's file and leaves every other line as it is.

A splice into the text, not a round trip (docs/decisions/0002). Each edit is read back: the data must be what was meant,
all other lines the same, and no comment of a person's lost; else `Problem("cannot_edit")`, and nothing was written.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.problems import Problem
from tsukuba_pia.yaml_fragment import LIST_WIDTH, inline, mapping_lines, same, value_lines
from tsukuba_pia.yaml_layout import TOOL, Entry, Layout
from tsukuba_pia.yaml_source import Source, parse

ANSWERS = "answers"
STEP = 2


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
        raise _cannot(source, question) from None
    return _verified(source, text, (ANSWERS, question), value, {"answer": value})


def set_value(source: Source, path: Path, value: object, before: Sequence[str] | None = None) -> str:
    """The text with this value at a path of keys; what is missing is made, behind those of `before` or at the end."""
    try:
        text = _put(source, path, value, before)
    except LookupError:
        raise _cannot(source, ".".join(map(str, path))) from None
    return _verified(source, text, path, value)


def refresh_comments(source: Source, wanted: Mapping[str, Sequence[str]]) -> str:
    """The text with the tool's comments above answers as they should be now; people's own stay."""
    for question, lines in wanted.items():
        if question in _answers(source):
            source = _again(source, _refreshed(source, question, lines))
    return source.text


def rename_keys(source: Source, path: Path, names: Mapping[str, str]) -> str:
    """The text with other keys in the mapping at a path, all at once: two can change places."""
    layout = Layout(source)
    try:
        entries = {old: layout.entry((*path, old)) for old in names}
    except LookupError:
        raise _cannot(source, ".".join(map(str, path))) from None
    spans = {old: layout.text[one.key : one.colon - 1].rstrip() for old, one in entries.items()}
    changes = [(one.key, one.key + len(spans[old]), inline(names[old])) for old, one in entries.items()]
    here = {names.get(key, key): value for key, value in _at(source.data, path).items()}
    return _told(source, changes, path, here)


def replace_words(source: Source, words: Mapping[Path, str]) -> str:
    """The text with other words at these paths, in lists too; nothing else is touched."""
    layout, data = Layout(source), source.data
    try:
        marks = {path: layout.mark(path) for path in words}
    except LookupError:
        raise _cannot(source, ", ".join(".".join(map(str, path)) for path in words)) from None
    changes = [(mark.begin.index, layout.end(mark), inline(words[path])) for path, mark in marks.items()]
    for path, word in words.items():
        data = _with(data, path, word)
    return _told(source, changes, (), data)


def retire(source: Source, path: Path, why: str) -> str:
    """The text with an entry as comment lines: it counts no more and is still there to be read."""
    layout = Layout(source)
    try:
        entry = layout.entry(path)
    except LookupError:
        raise _cannot(source, ".".join(map(str, path))) from None
    start, end = layout.line_start(entry.key), layout.next_line(entry.end)
    lines = [f"# {why}", *(f"# {line[entry.column :]}".rstrip() for line in layout.text[start:end].splitlines())]
    block = "".join(" " * entry.column + line + layout.newline for line in lines)
    top = start
    while top > 0 and layout.line(top - 1).lstrip().startswith(TOOL):
        top = layout.line_start(top - 1)
    here = {key: value for key, value in _at(source.data, path[:-1]).items() if key != path[-1]}
    return _told(source, [(top, end, block)], path[:-1], here or None)


def _at(data: Any, path: Path) -> Any:  # noqa: ANN401 - plain data
    for step in path:
        data = data[step]
    return data


def _told(source: Source, changes: Sequence[tuple[int, int, str]], path: Path, value: object) -> str:
    """The text with these stretches changed, where that says what was meant and no person's comment is lost."""
    text = source.text
    for start, end, word in sorted(changes, reverse=True):
        text = text[:start] + word + text[end:]
    after = _again(source, text)
    kept = all(one in text for one in _people(source))
    if after.diagnostics or not kept or not _alike(after.data, _with(source.data, path, value)):
        raise _cannot(source, ".".join(map(str, path)))
    return text


def plain(answer: Answer) -> Any:  # noqa: ANN401 - plain data
    """An answer as plain data: the value alone where nothing else is said."""
    said = _plain_of(answer)
    if set(said) <= {"answer"}:
        return said.get("answer")
    return {"answer": None} | said


def _plain_of(value: Any) -> Any:  # noqa: ANN401 - plain data
    if is_dataclass(value):
        parts = {field.name.rstrip("_"): _plain_of(getattr(value, field.name)) for field in fields(value)}
        return {key: part for key, part in parts.items() if part is not None and (part != [] or key == "answer")}
    if isinstance(value, list | tuple):
        return [_plain_of(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _plain_of(one) for key, one in value.items()}
    return value


def _cannot(source: Source, what: str) -> Problem:
    return Problem("cannot_edit", file=source.file, what=what)


def _answers(source: Source) -> dict[str, Any]:
    found = source.data.get(ANSWERS) if isinstance(source.data, dict) else None
    return found if isinstance(found, dict) else {}


def _again(source: Source, text: str) -> Source:
    return parse(text.encode("utf-8", "surrogatepass"), source.file)


def _set(source: Source, question: str, value: object, before: Sequence[str], comment_lines: Sequence[str]) -> str:
    answers = _answers(source)
    if question not in answers:
        return _added(source, question, value, before, comment_lines)
    source = _again(source, _refreshed(source, question, comment_lines))
    layout = Layout(source)
    path = (ANSWERS, question)
    entry = layout.entry(path)
    old = answers[question]
    has_comments = bool(layout.comments(entry.begin, layout.line_end(entry.end)))
    stays_long = isinstance(value, dict) or has_comments
    if isinstance(old, dict) and old and stays_long and not layout.in_flow((*path, "answer")):
        return _key_by_key(source, path, value if isinstance(value, dict) else {"answer": value})
    return source.text if same(old, value) else _replaced(layout, path, value)


def _key_by_key(source: Source, path: Path, value: Mapping[str, object]) -> str:
    """Change only the keys of a long form that differ."""
    old = source.data[path[0]][path[1]]
    for key in [key for key in old if key not in value]:
        source = _again(source, _removed(Layout(source), (*path, key)))
    earlier: list[str] = []
    for key, part in value.items():
        here = source.data[path[0]][path[1]]
        if key not in here:
            source = _again(source, _inserted(Layout(source), path, {key: part}, earlier))
        elif not same(here[key], part):
            source = _again(source, _replaced(Layout(source), (*path, key), part))
        earlier.append(key)
    return source.text


def _added(source: Source, question: str, value: object, before: Sequence[str], comment_lines: Sequence[str]) -> str:
    layout = Layout(source)
    if _answers(source):
        return _inserted(layout, (ANSWERS,), {question: value}, before, comment_lines)
    if layout.in_flow((ANSWERS,)):
        return _put(source, (ANSWERS,), {question: value})
    block = [*_as_comments(comment_lines), *mapping_lines({question: value}, STEP)]
    lines = ["", *(" " * STEP + line if line else line for line in block)]
    if ANSWERS in source.data:
        return _spliced(layout, layout.entry((ANSWERS,)), lines)
    return _appended(layout, (), [f"{ANSWERS}:{lines[0]}", *lines[1:]], list(source.data))


def _put(source: Source, path: Path, value: object, before: Sequence[str] | None = None) -> str:
    here = source.data
    for depth, step in enumerate(path):
        if not isinstance(here, dict) or not here:
            return _replaced(Layout(source), path[:depth], _nested(path[depth:], value))
        if step not in here:
            new = {str(step): _nested(path[depth + 1 :], value)}
            return _inserted(Layout(source), path[:depth], new, list(here) if before is None else before)
        here = here[step]
    return _replaced(Layout(source), path, value)


def _nested(path: Path, value: object) -> object:
    for step in reversed(path):
        value = {step: value}
    return value


def _replaced(layout: Layout, path: Path, value: object) -> str:
    """Another value behind a key."""
    entry = layout.entry(path)
    text = layout.text
    if entry.flow:
        space = " " if text[entry.begin - 1] == ":" else ""
        return text[: entry.begin] + space + inline(value) + text[entry.end :]
    short = f" {inline(value)}"
    stays = layout.is_flow(layout.mark(path)) and len(short) <= LIST_WIDTH
    return _spliced(layout, entry, [short] if stays else value_lines(value, _step(layout)))


def _spliced(layout: Layout, entry: Entry, lines: Sequence[str]) -> str:
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


def _removed(layout: Layout, path: Path) -> str:
    """Without an entry; its comments stay in its place."""
    entry = layout.entry(path)
    start, end = layout.line_start(entry.key), layout.next_line(entry.end)
    kept = [one for _, one in layout.comments(entry.colon, layout.line_end(entry.end))]
    lines = "".join(" " * entry.column + one + layout.newline for one in kept)
    return layout.text[:start] + lines + layout.text[end:]


def _inserted(
    layout: Layout, parent: Path, entry: Mapping[str, object], before: Sequence[str], comment_lines: Sequence[str] = ()
) -> str:
    """A new entry behind the nearest of `before` that is there, else in front of all."""
    mark = layout.mark(parent)
    here = list(mark.inner)
    earlier = [one for one in before if one in here]
    if layout.is_flow(mark) or layout.in_flow(parent):
        return _into_flow(layout, parent, inline(entry)[1:-1], earlier)
    lines = [*_as_comments(comment_lines), *mapping_lines(entry, _step(layout))]
    if earlier:
        return _appended(layout, parent, lines, earlier)
    first = layout.entry((*parent, here[0]))
    top = layout.head(first.key)
    indent = " " * first.column
    block = "".join((indent + line if line else line) + layout.newline for line in lines)
    return layout.text[:top] + block + layout.text[top:]


def _into_flow(layout: Layout, parent: Path, entry: str, earlier: Sequence[str]) -> str:
    text = layout.text
    if earlier:
        end = layout.entry((*parent, earlier[-1])).end
        return f"{text[:end]}, {entry}{text[end:]}"
    begin = layout.mark(parent).begin.index + 1
    return f"{text[:begin]}{entry}{', ' if layout.mark(parent).inner else ''}{text[begin:]}"


def _appended(layout: Layout, parent: Path, lines: Sequence[str], earlier: Sequence[str]) -> str:
    """Lines of a new entry behind an earlier one, set apart by a blank line where that is the habit."""
    neighbour = layout.entry((*parent, earlier[-1]))
    point = layout.foot(neighbour.end, neighbour.column)
    indent = " " * neighbour.column
    block = [indent + line if line else line for line in lines]
    if parent == (ANSWERS,) and _spaced(layout, neighbour):
        block.insert(0, "")
    return layout.text[:point] + "".join(layout.newline + line for line in block) + layout.text[point:]


def _spaced(layout: Layout, entry: Entry) -> bool:
    top = layout.head(entry.key)
    return top > 0 and not layout.line(top - 1).strip()


def _step(layout: Layout) -> int:
    """By how much this file indents: as answers are, else two."""
    try:
        mark = layout.mark((ANSWERS,))
        return max(1, next(iter(mark.inner.values()))[0].column) if mark.inner and not layout.is_flow(mark) else STEP
    except (LookupError, AttributeError):
        return STEP


def _as_comments(lines: Sequence[str]) -> list[str]:
    return [f"{TOOL} {line}".rstrip() for line in lines]


def _refreshed(source: Source, question: str, lines: Sequence[str]) -> str:
    """The tool's lines directly above an answer as they should be; where a person removed them, none."""
    layout = Layout(source)
    entry = layout.entry((ANSWERS, question))
    top = bottom = layout.line_start(entry.key)
    while top > 0 and layout.line(top - 1).lstrip().startswith(TOOL):
        top = layout.line_start(top - 1)
    if top == bottom or not lines or entry.flow:
        return source.text
    block = "".join(" " * entry.column + line + layout.newline for line in _as_comments(lines))
    return source.text[:top] + block + source.text[bottom:]


def _verified(source: Source, text: str, path: Path, *values: object) -> str:
    """Hold an edit to its promise. A block text that now ends the file may need the line end that the file had not."""
    ended = text if text.endswith("\n") else text + Layout(source).newline
    for candidate in dict.fromkeys((text, ended)):
        if _keeps_promise(source, candidate, path, values):
            return candidate
    raise _cannot(source, ".".join(map(str, path)))


def _keeps_promise(source: Source, text: str, path: Path, values: Sequence[object]) -> bool:
    """The data is as meant, nothing else has changed, and no comment of a person is lost."""
    after = _again(source, text)
    meant = any(_alike(after.data, _with(source.data, path, value)) for value in values)
    lost = Counter(_people(source)) - Counter(_people(after)) if meant else Counter()
    return not after.diagnostics and meant and not lost and _elsewhere_same(source, after, path)


def _with(data: Any, path: Path, value: object) -> Any:  # noqa: ANN401 - plain data
    if not path:
        return value
    if isinstance(data, list):
        return [_with(one, path[1:], value) if number == path[0] else one for number, one in enumerate(data)]
    base = data if isinstance(data, dict) else {}
    return base | {path[0]: _with(base.get(path[0]), path[1:], value)}


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
    entry = layout.entry(here)
    top = layout.head(entry.key)
    return after.text.startswith(before.text[:top]) and after.text.endswith(before.text[layout.line_end(entry.end) :])


def _depth(data: Any, path: Path) -> int:  # noqa: ANN401 - plain data
    """How many steps of a path are there."""
    depth = 0
    while depth < len(path) and isinstance(data, dict) and path[depth] in data:
        data = data[path[depth]]
        depth += 1
    return depth


def _empty(data: Any, path: Path) -> bool:  # noqa: ANN401 - plain data
    for step in path:
        data = data[step]
    return not (isinstance(data, dict) and data)
