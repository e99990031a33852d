"""Two assessments have the same name, or are about the same service.

A name stays for good and is how a register, a link and a sign-off find an assessment: two with one name are an error. Two with one title leave residents to guess which of them holds, and let a city choose the
one it likes better.

Use instead: a name of its own for each; `supersedes` in the one that takes the other's place.

---

同じ名前の評価書、または同じサービスの評価書が二つあります。

識別名は、台帳やリンクや決裁の記録が評価書を見分けるためのもので、ずっと変わりません。同じ識別名が二つあればエラーです。名称が同じものが二つあると、どちらが有効か市民に分からず、都合のよいほうを選ぶこともできてしまいます。

代わりに: それぞれに別の識別名を付けます。一方がもう一方に代わるものなら、`supersedes` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.portfolio_context import PortfolioContext, found, others, place_of
from tsukuba_pia.lint.rule import Rule


def check(context: PortfolioContext) -> Iterator[Finding]:
    """Each of those with one name, and each of those with one title."""
    for them in context.names.values():
        for one in them if len(them) > 1 else ():
            yield found(one, one.place, {"what": "@same_name", "others": others(one, them)})
    for (kind, _), sharing in context.sharing.items():
        for one, share in sharing if kind == "title" else ():
            them = tuple(other for other, _ in sharing if other.name != one.name)
            if them:
                args = {"what": "@same_title", "others": others(one, them)}
                yield found(one, place_of(share), args, level="warning")


RULE = Rule(
    code="PIA552",
    level="error",
    about="portfolio",
    message={
        "ja": "{what}が {others} と同じです。",
        "en": "{others} has the same as this: {what}.",
    },
    hint={
        "ja": "別の名前にするか、一方に代わるものなら `supersedes` に書いてください。",
        "en": "Give it another; or, if one takes the other's place, say so under `supersedes`.",
    },
    check=check,
)
