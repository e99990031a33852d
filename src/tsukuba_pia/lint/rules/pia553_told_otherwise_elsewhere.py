"""Two assessments say different things about the same data set or contract.

They are about one entry of the register, one data set from one source, or one contract, and one says that it is kept for a month, another for a year; one that nobody receives it, another that somebody does. One of
them is wrong, and residents who read that one are told what is not so.

Use instead: what is the case, in both. Where they are not the same, name them apart.

---

同じデータや契約について、別の評価書と違うことが書かれています。

個人情報ファイル簿の同じ項、同じ出所の同じデータ、または同じ契約なのに、一方は1か月保存、もう一方は1年保存とするような場合です。提供先がないとするものと、あるとするものもあります。どちらかが誤りで、そちらを読んだ市民には、事実と違うことが伝わります。

代わりに: 両方に、事実を書きます。同じものでなければ、別の名前にします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.portfolio_context import PortfolioContext, Told, Traits, found, place_of
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.score.person_names import folded


def check(context: PortfolioContext) -> Iterator[Finding]:
    """Each statement that another assessment contradicts, with the first that does."""
    told: dict[tuple[str, int, str], list[tuple[Traits, Told]]] = {}
    for one in context.live:
        for fact in one.told:
            told.setdefault((fact.kind, fact.key, fact.what), []).append((one, fact))
    for them in told.values():
        first_of = {folded(fact.value): (one, fact) for one, fact in reversed(them)}
        for one, fact in them if len(first_of) > 1 else ():
            other, otherwise = next(pair for value, pair in first_of.items() if value != folded(fact.value))
            if other.file != one.file:
                args = {"shared": f"@shared_{fact.kind}", "what": fact.what, "value": fact.value}
                yield found(one, place_of(fact), args | {"other": other.name, "otherwise": otherwise.value})


RULE = Rule(
    code="PIA553",
    level="warning",
    about="portfolio",
    message={
        "ja": "同じ{shared}について、{what}が「{value}」ですが、{other} では「{otherwise}」です。",
        "en": "{other} says otherwise of {shared} that both have: {what} is “{value}” here, “{otherwise}” there.",
    },
    hint={
        "ja": "両方を事実に合わせるか、同じものでなければ別の名前にしてください。",
        "en": "Say in both what is the case; or name them apart, where they are not the same.",
    },
    check=check,
)
