"""`related` or `supersedes` names an assessment that the workspace does not have.

Whoever reads it cannot follow, and what is related cannot be looked at together.

Use instead: the name under `assessment` of the other file; or take it out.

---

`related` か `supersedes` に挙げた評価書が、ワークスペースにありません。

読む人がたどれず、関係するものを合わせて確かめることもできません。

代わりに: もう一方のファイルの `assessment` にある名前を書くか、消します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.meant import meant
from tsukuba_pia.lint.portfolio_context import PortfolioContext, found, place_of
from tsukuba_pia.lint.rule import Rule


def check(context: PortfolioContext) -> Iterator[Finding]:
    """Each name that leads nowhere, where all assessments of the workspace are known."""
    for one in context.records if context.complete else ():
        for named in (*one.related, *((one.supersedes,) if one.supersedes is not None else ())):
            if named.name not in context.names:
                args = {"name": named.name, "closest": meant(named.name, context.names)}
                yield found(one, place_of(named), args)


RULE = Rule(
    code="PIA551",
    level="warning",
    about="portfolio",
    message={
        "ja": "「{name}」という評価書はありません。",
        "en": "There is no assessment “{name}”.",
    },
    hint={
        "ja": "[「{closest}」ではありませんか。]評価書の `assessment` にある名前を書いてください。",
        "en": "[Did you mean “{closest}”? ]Write the name that stands under `assessment` in the other file.",
    },
    check=check,
)
