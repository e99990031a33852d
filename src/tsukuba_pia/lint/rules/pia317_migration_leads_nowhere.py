"""A migration leads to something that this bank does not have.

A migration moves answers of the version before to ids of this one. An id that is not here would take the answer with it;
and what is declared as removed cannot be here still.

```yaml bank
migrations:
  renamed: {x_loans: x_no_such}  # PIA317 at x_no_such
  removed: {x_kept: {ja: 不要のため。, en: Not needed.}}  # PIA317 at x_kept
sections:
  - id: x_use
    questions:
      - {id: x_kept, type: choice, options: [{id: each_loan}, {id: none}]}
```

Use instead: an id of this bank, or an option of the question that the answer moves to; `unknown` where no option says
the same.

---

回答の移し先が、この質問票にありません。

migrations は、前の版の回答を、この版のIDへ移します。ここにないIDへ移すと、回答が失われます。また、なくしたと書いたIDは、ここにあってはなりません。

代わりに: この質問票のIDか、移し先の質問の選択肢を書きます。同じ意味の選択肢がなければ `unknown` と書きます。
"""

from collections.abc import Iterable, Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.meant import meant
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import UNKNOWN
from tsukuba_pia.model.migrations import Migrations

_MISSING = "@migrates_nothing"


def check(context: BankContext) -> Iterator[Finding]:
    """Each target that is not there, and each removed id that is."""
    migrations = context.bank.migrations
    if migrations is None:
        return
    ids = context.bank.ids
    answers = {question.id: question.answers for question in context.bank.questions}
    for path, target in _targets(migrations):
        if target not in ids:
            yield _nowhere(path, target, ids)
    for path, question, answer in _answers(migrations):
        there = answers.get(question, ())
        if question in answers and there and answer not in (*there, UNKNOWN):
            yield _nowhere(path, answer, there)
    for old in migrations.removed:
        if old in ids:
            yield Finding(
                ("migrations", "removed", old), {"id": old, "what": "@migrates_present", "meant": ""}, key=True
            )


def _nowhere(path: Path, target: str, known: Iterable[str]) -> Finding:
    return Finding(("migrations", *path), {"id": target, "what": _MISSING, "meant": meant(target, known)})


def _targets(migrations: Migrations) -> Iterator[tuple[Path, str]]:
    """Every id of this bank that is moved to."""
    yield from ((("renamed", old), new) for old, new in migrations.renamed.items())
    yield from (
        ((kind, old), migrations.now(old)) for kind in ("options", "ask_again") for old in getattr(migrations, kind)
    )
    yield from ((("merged", new), new) for new in migrations.merged)
    for old, split in migrations.split.items():
        yield from ((("split", old, "into", number), new) for number, new in enumerate(split.into))
        for answer, moved in split.map.items():
            yield from ((("split", old, "map", answer, new), new) for new in moved if new not in split.into)


def _answers(migrations: Migrations) -> Iterator[tuple[Path, str, str]]:
    """Every answer that is moved to, with its question."""
    for question, moved in migrations.options.items():
        now = migrations.now(question)
        yield from ((("options", question, old), now, new) for old, new in moved.items())
    for old, split in migrations.split.items():
        for answer, parts in split.map.items():
            yield from ((("split", old, "map", answer, new), new, value) for new, value in parts.items())
    for new, merged in migrations.merged.items():
        for number, row in enumerate(merged.map):
            yield ("merged", new, "map", number, "answer"), new, row.answer


RULE = Rule(
    code="PIA317",
    level="error",
    about="bank",
    message={
        "ja": "移行(migrations)に書かれた「{id}」{what}。",
        "en": "“{id}”, of which the migrations speak, {what}.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]移し先のIDを確かめてください。",
        "en": "[Did you mean “{meant}”? ]Check where the answers are to go.",
    },
    check=check,
)
