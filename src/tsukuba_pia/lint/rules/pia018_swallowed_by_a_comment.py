"""A comment swallows the rest of a text.

To YAML, a blank and `#` begin a comment that goes on to the end of the line. Of `See rule #3 of the book` only `See rule` is left, and nobody sees
that the rest is lost. With a blank behind `#` it looks as a comment does, and nobody can tell them apart: put texts with `#` in quotes.

```yaml file
title: See rule #3  # PIA018 at #3
```

Use instead: `title: "See rule #3"`. A comment is written `# like this`, with a blank behind `#`.

---

文章の続きがコメントになり、失われています。

YAML では、空白の後の「#」から行の終わりまでがコメントです。`規則 #3 による` は `規則` だけになり、続きが消えたことに気付けません。「#」の後に空白があると、
コメントと見分けられず、この指摘も出ません。「#」を含む文章は、引用符で囲みます。

代わりに: `title: "See rule #3"`。コメントは `# このように`、「#」の後に空白を入れます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Position
from tsukuba_pia.late import late
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.titles import shortened
from tsukuba_pia.yaml_source import Source, scalars

_SOME = late(r"#(?<=[ \t]#)[^\s#:]")  # to begin with a sign is what makes it quick
_COMMENT = late(r"[ \t]+(?P<lost>#[^\s#:].*)")


def check(source: Source) -> Iterator[Finding]:
    """Each plain text that is followed, on its line, by a comment that nobody meant."""
    if not _SOME.search(source.text):
        return
    lines = source.text.split("\n")
    for path, _, mark in scalars(source):
        line, column = mark.after
        if mark.plain and (found := _COMMENT.match(lines[line - 1], column - 1)):
            yield Finding(path, {"lost": shortened(found["lost"])}, at=Position(line, found.start("lost") + 1))


RULE = Rule(
    code="PIA018",
    level="warning",
    about="file",
    message={
        "ja": "「{lost}」は、行の終わりまでコメントとみなされ、文章から失われます。",
        "en": "“{lost}” is taken for a comment, to the end of the line, and is lost from the text.",
    },
    hint={
        "ja": '文章なら全体を二重引用符(`"`)で囲み、コメントなら「#」の後に空白を入れてください。',
        "en": "Put a text in double quotes; put a blank behind the “#” of a comment.",
    },
    check=check,
)
