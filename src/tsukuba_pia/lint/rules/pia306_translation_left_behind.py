"""A text changed in one language and not in another.

Whoever reads the other language reads what the bank said before. Two readers of one question would answer two different
questions. `pia check --against REV` finds it against a revision; a new version is held to the published one before it.

A change of blanks or punctuation alone does not count. For a text in easy Japanese (`ja-x-easy`) whose Japanese changed,
this is a warning: the easy text may still be true.

Use instead: look at the text in each language, and change what no longer says the same.

---

文章が、ある言語では変わり、別の言語では変わっていません。

別の言語で読む人は、変わる前の内容を読むことになります。同じ質問に、人によって違う意味で答えることになります。`pia check --against REV` が
リビジョンと比べて見つけます。新しい版は、一つ前の公開した版と比べます。

空白や句読点だけの変更は数えません。日本語が変わり、やさしい日本語(`ja-x-easy`)が変わっていないときは、警告にとどめます。やさしい日本語は、そのままでよいこともあるためです。

代わりに: それぞれの言語の文章を読み、同じ内容でなくなったものを直します。
"""

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.change_context import ChangeContext
from tsukuba_pia.lint.listed import listed
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.texts import is_gap

if TYPE_CHECKING:  # whoever checks an assessment does not wait for the comparison
    from tsukuba_pia.change.compare import Change, Key


CALLED = frozenset(("ja", "en", "ja-x-easy"))  # languages that there are words for


def check(context: ChangeContext) -> Iterator[Finding]:
    """Each language of a text that stayed as it was while another one changed."""
    if context.diff is None:
        return
    found: dict[Key, list[Change]] = {}
    for change, _, _ in context.diff.changes:
        if change.language:
            found.setdefault(change.key[:-1], []).append(change)
    for changes in found.values():
        yield from _left_behind(context, changes)


def _left_behind(context: ChangeContext, changes: "list[Change]") -> Iterator[Finding]:
    old, new = changes[0].texts or (None, None)
    assert old is not None  # noqa: S101 - each change of a language has both texts
    assert new is not None  # noqa: S101
    touched = {change.language for change in changes}
    moved = [change.language for change in changes if _says_another(change)]
    spoken = context.now.value.languages
    for language in new.plain:
        if language in touched:
            continue
        own = language in spoken
        others = [one for one in moved if (one in spoken if own else one == language.partition("-")[0])]
        if others:
            args = _named("behind", [language]) | _named("changed", others) | {"older": context.older}
            yield Finding((*new.path, language), args, level=None if own else "warning")


def _named(name: str, languages: list[str]) -> dict[str, str]:
    """Languages as a person calls them."""
    if not CALLED.issuperset(languages):
        return {name: ", ".join(languages)}
    return listed(name, "in", languages)


def _says_another(change: "Change") -> bool:
    """Whether more than blanks and punctuation changed, and into words: of a gap PIA301 tells."""
    old, new = (change.old.plain if change.old else "", change.new.plain if change.new else "")
    return change.what == "changed" and _bare(old) != _bare(new) and not is_gap(new)


def _bare(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKC", text) if one.isalnum())


RULE = Rule(
    code="PIA306",
    level="error",
    about="change",
    message={
        "ja": "{changed}の文が変わったのに、{behind}の文は {older} のままです。",
        "en": "The text changed in {changed}, but in {behind} it is still that of {older}.",
    },
    hint={
        "ja": "{behind}の文も読み、同じ内容になるように直してください。",
        "en": "Read it in {behind} too, and make it say the same.",
    },
    check=check,
)
