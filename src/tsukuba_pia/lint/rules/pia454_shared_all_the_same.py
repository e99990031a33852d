"""A data item is said to be shared with nobody, and a flow carries it to a private body that does not work for the city.

The inventory's `share: {none: …}` is what residents read. A contractor handles data for the city, within its contract; whoever gets it
for purposes of their own is a recipient.

```yaml assessment
actors:
  - {id: city, name: 市, kind: city_organ}
  - {id: analyst, name: 地図の事業者, kind: business}
data:
  - {id: trips, name: 利用の記録, lifecycle: {share: {none: どこにも渡しません。}}}
flows:
  - {from: city, to: analyst, items: [trips], purpose: 集計, basis: [appi-61]}  # PIA454 at trips
```

Use instead: `share` with who gets it, for what and on which basis; or no such flow.

---

どこにも提供しないと書かれたデータが、市のために働くのではない民間の相手に渡る流れがあります。

市民が読むのは、データ一覧の `share: {none: …}` です。受託者は契約の範囲で市のために扱いますが、自分の目的のために受け取る相手は提供先です。

代わりに: 誰に、何のために、どの根拠で渡すかを `share` に書くか、その流れをなくします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import outsiders


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each item that is said to go nowhere and goes to an actor under the law for private bodies alone."""
    assessment = context.assessment
    lives = {one.id: one.lifecycle for one in assessment.data or () if one.lifecycle is not None}
    kept = {name for name, life in lives.items() if life.share is not None and life.share.none}
    outside = set(_recipients(context)) if kept else set()
    for number, flow in enumerate(assessment.flows or ()):
        for order, item in enumerate(flow.items if flow.to in outside and flow.from_ not in outside else ()):
            if item in kept:
                yield Finding(("flows", number, "items", order), {"item": item, "to": flow.to})


def _recipients(context: AssessmentContext) -> Iterator[str]:
    """Who is under no rule of the public side, and under no contract of the city."""
    vocabulary = context.questionnaire.vocabulary
    for actor in outsiders(context.assessment, vocabulary):
        kind = vocabulary.find("actor_kinds", actor.kind)
        said = (actor.regime,) if actor.regime else kind.regimes if kind else ()
        rules = [vocabulary.find("regimes", name) for name in said]
        if actor.contract is None and not any(rule is None or "public" in rule.covers for rule in rules):
            yield actor.id


RULE = Rule(
    code="PIA454",
    level="warning",
    about="assessment",
    message={
        "ja": "提供しないはずのデータ「{item}」が、「{to}」に渡ります。",
        "en": "“{item}” is said to be shared with nobody, and goes to “{to}”.",
    },
    hint={
        "ja": "データ一覧の share に提供先を書くか、この流れを確かめてください。",
        "en": "Tell it under `share`, or look at this flow again.",
    },
    check=check,
)
