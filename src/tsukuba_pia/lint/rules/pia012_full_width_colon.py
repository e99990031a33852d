"""A key is followed by a full-width colon.

`：` looks like `:` and is another character. To YAML the line is a text, and the lines below it belong to nothing.

```yaml file
service:
  owner： 移動サービス課  # PIA012
```

Use instead: `owner: 移動サービス課`, with the half-width colon and a blank. In Japanese text `：` is fine.

---

キーの後のコロンが全角です。

「：」と「:」は見た目が似ていますが、別の文字です。YAML はその行をただの文章とみなし、下の行が何に属するのか分からなくなります。

代わりに: `owner: 移動サービス課`(半角のコロンと空白)。日本語の文章の中の「：」はかまいません。
"""

import re
from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Position
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source, scalars

_KEY = re.compile(r"[a-z][a-z0-9_]*：")


def check(source: Source) -> Iterator[Finding]:
    """Each plain text that begins as a key does; where the parser stumbles over one, reading the file tells it."""
    if "：" not in source.text:
        return
    for path, text, mark in scalars(source):
        if mark.plain and (found := _KEY.match(text)):
            yield Finding(path, at=Position(mark.start.line, mark.start.column + found.end() - 1))


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
)
