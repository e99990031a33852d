"""A provision is cited for somebody on whom it does not fall.

Chapter 4 of the Act on the Protection of Personal Information is for businesses, chapter 5 for public bodies such as the organs of a
city. When information is passed on, the provision is that of the one who passes it on. Contractors, designated managers, municipal
hospitals, universities and other bodies under mixed rules cite across the chapters, and rightly so.

```yaml assessment
actors:
  - {id: city, name: 駐車場の担当課, kind: city_organ}
  - {id: maker, name: 機器の会社, kind: business, refs: [appi-61]}  # PIA310 at appi-61
flows:
  - {from: city, to: maker, items: [trips], basis: [appi-27]}  # PIA310 at appi-27
```

Use instead: `basis: [appi-69]`, or the kind of actor that they are (`contractor_of_city`).

---

その人には当てはまらない章の条文が、根拠として書かれています。

個人情報保護法の第4章は民間事業者の定め、第5章は市の機関など公的部門の定めです。情報を渡すときは、渡す側の定めによります。
市の委託先、指定管理者、公立の病院や大学など、両方の章の定めに関わるものは対象にしません。

代わりに: `basis: [appi-69]` と書くか、実際の立場に合う関係者の種類にします(`contractor_of_city` など)。
"""

from collections.abc import Iterator, Sequence

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.assessment_parts import bases
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.assessment import Actor
from tsukuba_pia.model.vocabulary import Reference, Vocabulary

NOTHING = {"private": "", "public": "", "regime": ""}


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each declared regime that does not fit the kind, and each provision of a chapter that falls on nobody there."""
    vocabulary, references = context.questionnaire.vocabulary, context.questionnaire.references.by_id
    actors = context.assessment.actors or ()
    for number, actor in enumerate(actors):
        kind = vocabulary.find("actor_kinds", actor.kind)
        if kind is not None and kind.regimes and actor.regime and actor.regime not in kind.regimes:
            yield Finding(("actors", number, "regime"), NOTHING | {"regime": actor.regime, "actor": actor.id})
    for path, name in bases(context.assessment):
        reference = references.get(name)
        if reference is None or reference.regime not in ("private", "public"):
            continue
        concerned = _concerned(context, path, reference)
        if concerned and not any(_falls_on(one, reference, vocabulary) for one in concerned):
            named = ", ".join(one.id for one in concerned)
            yield Finding(path, NOTHING | {reference.regime: name, "actor": named})


def _concerned(context: AssessmentContext, path: Path, reference: Reference) -> Sequence[Actor]:
    """On whom a provision would have to fall: who cites it, who passes on or receives, or else anybody."""
    actors = context.assessment.actors or ()
    place, number = path[0], path[1]
    if place == "actors" and isinstance(number, int):
        return (actors[number],)
    if place == "flows" and isinstance(number, int):
        flow = (context.assessment.flows or ())[number]
        end = {"giver": flow.from_, "receiver": flow.to}.get(reference.duty_of or "")
        both = [actor for actor in actors if actor.id in (flow.from_, flow.to)]
        return [actor for actor in both if actor.id == end] or both
    return actors


def _falls_on(actor: Actor, reference: Reference, vocabulary: Vocabulary) -> bool:
    """Whether one of the regimes of the actor's kind holds the provision; what is not known may."""
    kind = vocabulary.find("actor_kinds", actor.kind)
    regimes = [vocabulary.find("regimes", name) for name in (kind.regimes if kind else ())]
    return not regimes or any(regime is None or reference.regime in regime.covers for regime in regimes)


RULE = Rule(
    code="PIA310",
    level="warning",
    about="assessment",
    message={
        "ja": "[「{private}」は民間事業者の定め(第4章など)で、「{actor}」には当てはまりません。][「{public}」は市の機関など公的部門の定め(第5章など)で、「{actor}」には当てはまりません。][「{actor}」の種類に「{regime}」は当てはまりません。]",
        "en": "[“{private}” is a provision for businesses (chapter 4 and others) and does not fall on “{actor}”.][“{public}” is a provision for public bodies (chapter 5 and others) and does not fall on “{actor}”.][“{regime}” does not go with the kind of actor that “{actor}” is.]",
    },
    hint={
        "ja": "その関係者の種類に合う条文を書いてください。市の仕事を受託している会社などは、種類を市の委託先にします。",
        "en": "Cite the provision for that kind of actor. A company that works for the city is a contractor of the city.",
    },
    check=check,
)
