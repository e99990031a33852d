"""An answer and the inventory say different things about what the banks read as one.

Banks ask some things twice: in a question, and in the inventory of data, actors and flows. Where two rows or more hold by either of them,
they are one thing to the bank, also where the rows draw their lines at different places. The level is that of the worse one, but readers see the other too, and one of the two is wrong.
Banks also ask whether there is data about people at all. A “no” beside names, addresses or other data that is always about somebody is an error from approval on: hardly anything is asked after it.

```yaml assessment
banks: {core: "1.0", kiosk: "1.0"}
data:
  - {id: trips, name: 利用の記録, categories: [location], captures: [fixed_camera]}
answers:
  k_resold: no
  k_filmed: nobody  # PIA453 at nobody
```

Use instead: what is true, in both places. Where the same people stand in several data sets, `people_total` says how many they are.

---

質問票が同じことと見ている内容について、回答とデータ一覧が食い違っています。

質問票は、同じことを、質問とデータ一覧(データ、関係者、流れ)の両方で確かめることがあります。質問票の2つ以上の条件が両方を並べて見ているとき、同じことを聞いているものとみなします。
評価には重い方を数えますが、読む人はもう一方も目にします。どちらかは誤りです。
人の情報を扱うかどうかも、質問票が聞きます。データ一覧に氏名や住所など、必ず人のものである情報があるのに「いいえ」と答えていると、承認の段階からはエラーです。その後の質問がほとんどなくなるためです。

代わりに: 事実を、両方に書きます。同じ人が複数のデータに入っているときは、実際の人数を `people_total` に書きます。
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext, Counted
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.model.assessment import as_typed
from tsukuba_pia.model.condition import NUMBER_FACTS, Atom
from tsukuba_pia.model.facts import Facts
from tsukuba_pia.model.questionnaire import SameThing
from tsukuba_pia.model.result import AnswerState, Asked, Truth
from tsukuba_pia.score.conditions import Judge

SURE = 2  # rows that the answer denies; a bank that says it but once may have put two different signs together


# Kinds of data that are always about a person, beside those that the vocabulary calls sensitive. A place, a film, a
# device or a log of use may be a thing's.
OF_A_PERSON: Mapping[str, AbstractSet[str]] = {
    "categories": {
        "name", "contact", "home_address", "presence_at_home", "account", "face_image", "family", "household",
        "id_document", "employment",
    },
    "identifiers": {
        "my_number", "card_serial", "resident_code", "phone_number", "email", "insurance_number", "patient_number",
        "passport_number", "face_template",
    },
}  # fmt: skip


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer that denies what the inventory says; once for each question."""
    yield from _no_person(context)
    denied: dict[tuple[str, str], list[SameThing]] = {}
    for thing in context.questionnaire.same_things:
        if _denied(thing, context.judge):
            denied.setdefault((thing.answer.name, thing.fact.name), []).append(thing)
    found = {name: them[0] for (name, _), them in reversed(denied.items()) if sum(one.times for one in them) >= SURE}
    for name, thing in found.items():
        one = context.counted_by_id.get(name)
        if one is not None and _is_sure(one):
            fact = thing.fact
            args = {"question": one.id, "answer": as_typed(one.standing.value), "fact": fact.name}
            yield Finding(one.path, args | {"found": _found(fact, context.judge.facts)})


def _no_person(context: AssessmentContext) -> Iterator[Finding]:
    """Each “no” to whether there is data about people, beside an inventory that lists some."""
    denied = {atom.name for atom in context.questionnaire.signs_of_data if context.judge(atom) is Truth.FALSE}
    settled = STAGES.index(context.stage) >= STAGES.index("approval")
    fact, words = _about_people(context) if denied else ("", "")
    for name in sorted(denied) if words else ():
        one = context.counted_by_id.get(name)
        if one is not None and _is_sure(one) and one.question.type == "yes_no":
            args = {"question": one.id, "answer": as_typed(one.standing.value), "fact": fact, "found": words}
            yield Finding(one.path, args, level="error" if settled else None)


def _is_sure(one: Counted) -> bool:
    return one.standing.asked is Asked.ASKED and one.standing.state is AnswerState.ANSWERED


def _about_people(context: AssessmentContext) -> tuple[str, str]:
    """What of the inventory is about people by its kind alone, and the list that it is of; nothing where nothing is."""
    for fact, always in OF_A_PERSON.items():
        terms = getattr(context.questionnaire.vocabulary, fact)
        kinds = always | {term.id for term in terms if term.sensitive}
        found = context.judge.facts.sets[fact].found & kinds
        if found:
            return fact, ", ".join(sorted(found))
    return "", ""


def _denied(one: SameThing, judge: Judge) -> bool:
    """Whether the fact holds, and the answer does not."""
    return judge(one.fact) is Truth.TRUE and judge(one.answer) is Truth.FALSE


def _found(fact: Atom, facts: Facts) -> str:
    """What the inventory says."""
    if fact.name in NUMBER_FACTS:
        return f"{facts.numbers[fact.name].at_least:,}"
    there, values = facts.sets[fact.name].found, set(map(str, fact.values))
    matching = {"includes": there & values, "includes_other_than": there - values}.get(fact.operator, there)
    return ", ".join(sorted(matching))


RULE = Rule(
    code="PIA453",
    level="warning",
    about="assessment",
    message={
        "ja": "「{question}」の回答「{answer}」は、データ一覧({fact}: {found})と食い違っています。",
        "en": "“{question}” is answered “{answer}”, but the inventory says {fact}: {found}.",
    },
    hint={
        "ja": "事実を確かめて、回答かデータ一覧を直してください。",
        "en": "Find out which is true, and correct the answer or the inventory.",
    },
    check=check,
)
