"""A migration maps what it does not list, or lists nothing.

`split` says into which questions an answer goes, `merged` from which it comes; their `map` can only speak of those. What it says of
others is never used, and what is listed twice or not at all loses answers.

```yaml bank
migrations:
  split: {x_old: {into: [x_kept], map: {kept: {x_kept: yes, x_more: yes}}}}  # PIA238 at yes}}}}
  merged: {x_more: {from: [], map: []}}  # PIA238 at []
sections:
  - id: x_use
    questions:
      - {id: x_kept, text: {ja: 保存しますか。, en: "Is it kept?"}}
      - {id: x_more, text: {ja: 渡しますか。, en: "Is it passed on?"}}
```

Use instead: `into: [x_kept, x_more]`, and under `from` the ids of the version before.

---

移行の対応表が、移行元・移行先に挙げていない質問のことを書いているか、移行元・移行先が空です。

`split` は回答の移し先を、`merged` は移し元を挙げます。対応表(`map`)に書けるのは、その質問だけです。ほかの質問について書いても使われず、挙げ忘れると回答が失われます。

代わりに: `into: [x_kept, x_more]` のように移し先をすべて挙げます。`from` には、前の版のIDを挙げます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each list that is empty or says an id twice, and each id of a map that its list does not have."""
    migrations = context.bank.migrations
    if migrations is None:
        return
    for old, split in migrations.split.items():
        path: Path = ("migrations", "split", old)
        yield from _listed((*path, "into"), split.into)
        mapped = (((*path, "map", answer, new), new) for answer, moved in split.map.items() for new in moved)
        yield from _unlisted(mapped, split.into)
    for new, merged in migrations.merged.items():
        path = ("migrations", "merged", new)
        yield from _listed((*path, "from"), merged.from_)
        rows = enumerate(merged.map)
        asked = (((*path, "map", number, "when", old), old) for number, row in rows for old in row.when)
        yield from _unlisted(asked, merged.from_)


def _listed(path: Path, names: tuple[str, ...]) -> Iterator[Finding]:
    if not names:
        yield Finding(path, {"id": "", "twice": ""})
    for number, name in enumerate(names):
        if name in names[:number]:
            yield Finding((*path, number), {"id": "", "twice": name})


def _unlisted(mapped: Iterator[tuple[Path, str]], names: tuple[str, ...]) -> Iterator[Finding]:
    for path, name in mapped:
        if name not in names:
            yield Finding(path, {"id": name, "twice": ""})


RULE = Rule(
    code="PIA238",
    level="error",
    about="bank",
    message={
        "ja": "この移行は、回答をすべて移せません[(「{id}」が into または from にありません)][(「{twice}」が重複しています)]。",
        "en": "This migration does not move all answers[: “{id}” is not among those listed][: “{twice}” is listed twice].",
    },
    hint={
        "ja": "移し先(into)と移し元(from)に、質問のIDを1回ずつすべて挙げてください。",
        "en": "List each question once under `into` or `from`.",
    },
    check=check,
)
