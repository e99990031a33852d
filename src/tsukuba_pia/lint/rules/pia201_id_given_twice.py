"""An id is given twice.

Answers, rows and other banks speak of questions, risks and options by their ids. With one id for two things, nobody could
say which of them is meant.

```yaml bank
sections:
  - id: x_use
    questions:
      - {id: x_level, text: {ja: 個人ごとに保存しますか。, en: "Is it kept per person?"}}
      - {id: x_level, text: {ja: 日ごとに保存しますか。, en: "Is it kept per day?"}}  # PIA201 at x_level
```

Use instead: another id for the second one, such as `x_level_per_day`.

---

同じIDが2回使われています。

回答、判定の条件、ほかの質問票は、質問やリスク、選択肢をIDで指します。1つのIDが2つのものを指すと、どちらのことか分からなくなります。

代わりに: 2つ目に `x_level_per_day` のような別のIDを付けます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.bank_parts import Named, ids_of
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Bank

SHARED = ("sections", "questions", "risks", "red_lines", "decisions", "indices")  # with the banks it builds on


def check(context: BankContext) -> Iterator[Finding]:
    """Each id after the first of its kind; options, outcomes and grades only within their own list."""
    taken = {
        (named.scope, named.id): bank.bank for bank in context.base for named in ids_of(bank) if named.kind in SHARED
    }
    seen: dict[tuple[Path, str], Path] = {}
    for scope, path, name in (*ids_of(context.bank), *_own_words(context.bank)):
        if (scope, name) in taken:
            yield Finding(path, {"id": name, "first": "", "bank": taken[scope, name]})
        elif (scope, name) in seen:
            first = context.source.position(seen[scope, name])
            yield Finding(path, {"id": name, "first": str(first.line), "bank": ""})
        seen.setdefault((scope, name), path)


def _own_words(bank: Bank) -> Iterator[Named]:
    """The terms and the law of the bank's own."""
    for words, terms in (bank.vocabulary or {}).items():
        for number, term in enumerate(terms):
            yield Named(("vocabulary", words), ("vocabulary", words, number, "id"), term.id)
    for number, item in enumerate(bank.references):
        yield Named(("references",), ("references", number, "id"), item.id)


RULE = Rule(
    code="PIA201",
    level="error",
    about="bank",
    message={
        "ja": "ID「{id}」が重複しています[(最初は{first}行目)][(土台の質問票「{bank}」にすでにあります)]。",
        "en": "The id “{id}” is given twice[ (first on line {first})][ (the bank “{bank}” has it already)].",
    },
    hint={
        "ja": "こちらに別のIDを付けてください。",
        "en": "Give this one another id.",
    },
    check=check,
)
