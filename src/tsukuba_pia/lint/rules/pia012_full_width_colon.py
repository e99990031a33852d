"""A key is followed by a full-width colon.

`：` looks like `:` and is another character. To YAML the line is a text, and the lines below it belong to nothing.

```yaml file
service:
  owner： 移動サービス課  # PIA012 at ：
```

Use instead: `owner: 移動サービス課`, with the half-width colon and a blank. In Japanese text `：` is fine.

---

キーの後のコロンが全角です。

「：」と「:」は見た目が似ていますが、別の文字です。YAML はその行をただの文章とみなし、下の行が何に属するのか分からなくなります。

代わりに: `owner: 移動サービス課`(半角のコロンと空白)。日本語の文章の中の「：」はかまいません。
"""

import re
from collections.abc import Iterator

from tsukuba_pia.diagnostics import Diagnostic, Finding, Position
from tsukuba_pia.late import late
from tsukuba_pia.lint.mends import Edit, Mend, index_of, reading, scalar_with
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source, scalars

_KEY = late(r"[a-z][a-z0-9_]*：")
_HEAD = late(r" *(?:- +)*(?P<key>[a-z][a-z0-9_]*)(?P<colon>：[ \u3000]*)(?P<rest>[^\r\n]*)")


def check(source: Source) -> Iterator[Finding]:
    """Each plain text that begins as a key does; where the parser stumbles over one, reading the file tells it."""
    if "：" not in source.text:
        return
    for path, text, mark in scalars(source):
        if mark.plain and (found := _KEY.match(text)):
            yield Finding(path, at=Position(mark.start.line, mark.start.column + found.end() - 1))


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """The half-width colon and a blank, where a line begins as a key does; in a text of several lines, in each."""
    colon = index_of(source.text, found)
    start = source.text.rfind("\n", 0, colon) + 1
    head = _HEAD.match(source.text, start)
    if source.data is None:
        return Mend((_edit(head),)) if head and head.start("colon") == colon else None
    key = re.search(r"[a-z][a-z0-9_]*\Z", source.text[start:colon])
    place = scalar_with(source, found, -len(key[0])) if key else None
    if place is None:
        return None
    path, begin, end = place
    lines = [_HEAD.match(source.text, at) for at in _starts(source.text, begin, end)]
    if not all(lines):
        return None
    edits = tuple(_edit(one) for one in lines if one)
    written = "\n".join(f"{one['key']}: {one['rest']}" for one in lines if one)
    return Mend(edits, reading(path, written))


def _edit(head: re.Match[str]) -> Edit:
    return Edit(*head.span("colon"), ": " if head["rest"] else ":")


def _starts(text: str, begin: int, end: int) -> Iterator[int]:
    """Where a text begins, and where each of its further lines does."""
    yield begin
    while (begin := text.find("\n", begin, end) + 1) > 0:
        yield begin


RULE = Rule(
    code="PIA012",
    level="error",
    about="file",
    message={
        "ja": "キーの後のコロンが全角(：)です。",
        "en": "The colon after this key is full-width (：).",
    },
    hint={
        "ja": "半角のコロン(:)と空白に直してください。",
        "en": "Type the half-width colon (:) and a blank.",
    },
    check=check,
    fix=fix,
)
