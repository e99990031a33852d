"""A migration speaks of an id that the version before does not have.

It would move nothing, and the id that was meant stays without a word.

Use instead: the id as the version before spells it.

---

移行(migrations)に、前の版にないIDが書かれています。

何も移されず、本当に移すはずだったIDが取り残されます。

代わりに: 前の版のとおりのIDを書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.change_context import ChangeContext
from tsukuba_pia.lint.meant import meant
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Bank


def check(context: ChangeContext) -> Iterator[Finding]:
    """Each source of a migration that is not there; only against the version before."""
    before, migrations = context.before, context.now.migrations
    if before is None or migrations is None or context.since or not isinstance(before.value, Bank):
        return
    known = before.value.ids
    for path, old in migrations.sources():
        if old not in known:
            args = {"id": old, "older": context.older, "meant": meant(old, known)}
            yield Finding(("migrations", *path), args, key=path[0] != "merged")
    options = {question.id: [option.id for option in question.options] for question in before.value.questions}
    for question, moved in migrations.options.items():
        for old in moved:
            if question in options and old not in options[question]:
                args = {"id": old, "older": context.older, "meant": meant(old, options[question])}
                yield Finding(("migrations", "options", question, old), args, key=True)


RULE = Rule(
    code="PIA318",
    level="error",
    about="change",
    message={
        "ja": "移行(migrations)に書かれた「{id}」は、前の版({older})にありません。",
        "en": "“{id}”, which the migrations move, is not there in the version before ({older}).",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]前の版のIDを確かめてください。",
        "en": "[Did you mean “{meant}”? ]Check the id in the version before.",
    },
    check=check,
)
