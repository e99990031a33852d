"""The same condition stands twice within one `all`, `any` or `of`.

In `all` and `any` the second one changes nothing; another was probably meant. In `{at_least: 2, of: […]}` it is worse: one answer then counts as
two.

```yaml bank
risks:
  - id: x_leak
    severity:
      rows:
        - when: {at_least: 2, of: [{question: x_frame_asked, is: yes}, {question: x_frame_asked, is: yes}]}  # PIA254 at {question: x_frame_asked, is: yes}]
```

Use instead: the other condition that was meant, or only one.

---

1つの `all`、`any`、`of` の中に、同じ条件が2回あります。

`all` と `any` では2つ目に意味がなく、別の条件のつもりだったことが多いものです。`{at_least: 2, of: […]}` では、1つの回答を2つと数えてしまいます。

代わりに: つもりだった別の条件に直すか、1つにします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.condition import Condition, Joined


def check(context: BankContext) -> Iterator[Finding]:
    """Each part of a joint that it has already."""
    for _, path, condition in context.conditions:
        yield from _twice(condition, path)


def _twice(condition: Condition, path: Path) -> Iterator[Finding]:
    if not isinstance(condition, Joined):
        return
    word = "of" if condition.word == "at_least" else condition.word
    for number, part in enumerate(condition.of):
        if part in condition.of[:number]:
            yield Finding((*path, word, number), {"word": word})
        yield from _twice(part, (*path, word, number))


RULE = Rule(
    code="PIA254",
    level="warning",
    about="bank",
    message={
        "ja": "同じ条件が、この「{word}」の中にすでにあります。",
        "en": "This “{word}” has the same condition already.",
    },
    hint={
        "ja": "別の条件に直すか、取り除いてください。",
        "en": "Write the one that was meant, or take it out.",
    },
    check=check,
)
