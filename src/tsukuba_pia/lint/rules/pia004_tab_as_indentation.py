"""A line is indented with a tab.

YAML forbids it: a tab is as wide as each editor likes, so nobody could say what belongs to what. Inside a text a tab is fine.

```yaml file
service:
\towner: 移動サービス課  # PIA004
```

Use instead: two spaces for each step. Most editors have “convert indentation to spaces”.

---

行の字下げにタブが使われています。

タブの幅はエディターごとに違い、何が何に属するのか決められないため、YAML では使えません。文章の中のタブはかまいません。

代わりに: 1段につき半角の空白2つで字下げします。多くのエディターに「インデントを空白に変換」があります。
"""  # noqa: D301 - the example needs a real tab

from typing import Any

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.mends import Edit, Mend, changed_text
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source, parse, scalars
from tsukuba_pia.yaml_text import tabs

WIDTHS = (2, 4, 8)  # of a tab, as editors show it


def fix(source: Source, _found: Diagnostic) -> Mend | None:
    """Spaces for tabs, where the file then says the same however wide a tab is taken to be."""
    if source.data is not None:
        return None
    readings = [one for width in WIDTHS if (one := _spaced(source, width)) is not None]
    if not readings or any(data != readings[0][1] for _, data in readings):
        return None
    return Mend(readings[0][0])


def _spaced(source: Source, width: int) -> tuple[tuple[Edit, ...], Any] | None:
    """The edits for one width, and what the file then says; nothing where it cannot be read. Texts keep their tabs."""
    lines = {place.line for place in tabs(source.text)}
    for _ in range(2):  # which lines are a text's is known only when the file could be read
        edits = tuple(_edits(source.text, lines, width))
        after = parse(changed_text(source.text, edits).encode(), source.file)
        if after.data is None or not (inside := lines & _of_texts(after)):
            break
        lines -= inside
    return None if after.data is None else (edits, after.data)


def _edits(text: str, lines: set[int], width: int) -> list[Edit]:
    found, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if number in lines:
            blank = line[: len(line) - len(line.lstrip(" \t"))]
            found.append(Edit(start, start + len(blank), blank.expandtabs(width)))
        start += len(line) + 1
    return found


def _of_texts(source: Source) -> set[int]:
    """The lines of texts that go over several lines, without the first of each."""
    marks = [mark for _, _, mark in scalars(source) if not mark.plain]
    return {line for mark in marks for line in range(mark.begin.line + 2, mark.end.line + 1 + bool(mark.end.column))}


RULE = Rule(
    code="PIA004",
    level="error",
    about="file",
    message={
        "ja": "字下げにタブが使われています。",
        "en": "This line is indented with a tab.",
    },
    hint={
        "ja": "タブを半角の空白(1段につき2つ)に置き換えてください。",
        "en": "Put spaces in its place, two for each step.",
    },
    fix=fix,
)
