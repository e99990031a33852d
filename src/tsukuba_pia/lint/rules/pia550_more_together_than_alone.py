"""Parts that need little or no assessment alone need more together.

These assessments have something in common: a contract, a data set, a linked file and its key, a purpose, or they name each other under `related`. Worked out again for all of them
as one service, the threshold analysis asks for more than of any of them. Whoever cuts a service into parts may get round its assessment, also without meaning to.

Use instead: one assessment of the whole; or, where they have nothing to do with each other, say so where the finding points: another name for what is not the same.

---

一つ一つでは評価が要らない、または軽くて済むものが、合わせるともっと重い評価になります。

これらの評価書には、共通するものがあります。契約、データ、結び付ける相手とキー、目的が同じか、`related` で互いを挙げています。全体を一つのサービスとしてしきい値分析をやり直すと、どれか一つのときよりも重い結果になりました。サービスを分けると、そのつもりがなくても、評価を免れることがあります。

代わりに: 全体を一つの評価書にします。関係のないものどうしなら、指摘の箇所で、同じでないものに別の名前を付けます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Position
from tsukuba_pia.lint.portfolio_context import PortfolioContext, Traits, found, others, place_of
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.together import outcome_together

Group = list[tuple[Traits, Position]]


def check(context: PortfolioContext) -> Iterator[Finding]:
    """Each of the parts, by the first thing that it has in common with the others."""
    told: set[str] = set()
    for kind, group in (*_related(context), *_sharing(context)):
        parts = [(one, place) for one, place in group if one.threshold.decision and not one.threshold.heaviest]
        outcome = outcome_together([one for one, _ in parts], context.bank_of) if len(parts) > 1 else ""
        for one, place in parts if outcome else ():
            if one.file not in told:
                told.add(one.file)
                args = {"shared": f"@common_{kind}", "others": others(one, [other for other, _ in parts])}
                yield found(one, place, args | {"outcome": outcome, "alone": one.threshold.outcome})


def _sharing(context: PortfolioContext) -> Iterator[tuple[str, Group]]:
    for (kind, _), them in context.sharing.items():
        yield kind, [(one, place_of(share)) for one, share in them]


def _related(context: PortfolioContext) -> Iterator[tuple[str, Group]]:
    """What names each other, and what those name in turn."""
    live = {one.name: one for one in context.live}
    near: dict[str, set[str]] = {name: set() for name in live}
    for one in live.values():
        for named in one.related:
            if named.name in live:
                near[one.name].add(named.name)
                near[named.name].add(one.name)
    seen: set[str] = set()
    for start in near:
        reached, waiting = set[str](), [start] if start not in seen else []
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting += near[name]
        seen |= reached
        yield "related", [(live[name], _place(live[name])) for name in sorted(reached)]


def _place(one: Traits) -> Position:
    return place_of(one.related[0]) if one.related else one.place


RULE = Rule(
    code="PIA550",
    level="warning",
    about="portfolio",
    message={
        "ja": "{others} と{shared}。合わせてしきい値分析をすると「{outcome}」になります(単独では「{alone}」)。",
        "en": "{shared} {others}. Together the threshold analysis says “{outcome}”; alone, “{alone}”.",
    },
    hint={
        "ja": "全体を一つの評価書にしてください。関係がなければ、同じでないものに別の名前を付けてください。",
        "en": "Assess the whole as one; or, where they have nothing to do with each other, tell apart what is not the same.",
    },
    check=check,
)
