"""Makes the record of one assessment that rules about several look at."""

import hashlib
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import over, started
from tsukuba_pia.lint.portfolio_context import Named, Share, Threshold, Told, Traits
from tsukuba_pia.lint.threshold import NO_ASSESSMENT, ROLE, outcome_of
from tsukuba_pia.model.assessment import DataItem
from tsukuba_pia.model.bank import Decision
from tsukuba_pia.model.condition import NUMBER_FACTS, ORDER_OPERATORS, SET_FACTS, Atom, atoms
from tsukuba_pia.model.result import AnswerState, Asked, Truth
from tsukuba_pia.model.sign_off import RUNNING
from tsukuba_pia.model.text import Text, printable, words
from tsukuba_pia.score.person_names import folded

MOST = 10  # of each kind of thing that is told
LONGEST = 20  # characters of what is told
SHORTEST = 10  # characters of a purpose that is not every service's
_DAYS = late(r"(?:19|20)[0-9]{2}(?:年[0-9]{0,2}月?)?")
_NO_ENTRY = late("予定|未登録|未作成|作成中|対象外|tobeentered|notentered")


def traits_of(context: AssessmentContext, file: str) -> Traits:
    """The record of an assessment. `file`: as findings name it."""
    assessment, outcome = context.assessment, outcome_of(context.result)
    refused = context.telling and outcome != NO_ASSESSMENT
    supersedes = assessment.supersedes
    return Traits(
        file,
        assessment.assessment,
        *context.source.position(("assessment",)),
        live=not over(context) and not refused,
        started=started(context),
        may_run=outcome == NO_ASSESSMENT or any(one.outcome in RUNNING for one in context.sign_offs.sound),
        supersedes=None if supersedes is None else Named(supersedes, *context.source.position(("supersedes",))),
        related=tuple(
            Named(name, *context.source.position(("related", number)))
            for number, name in enumerate(assessment.related[:MOST])
        ),
        shares=tuple(Share(kind, key, *context.source.position(path)) for kind, key, path in _shares(context)),
        told=tuple(islice(_told(context), MOST)),
        threshold=_threshold(context, outcome),
    )


def decision_atoms(decision: Decision) -> tuple[Atom, ...]:
    """The comparisons of a decision, each once, in order."""
    conditions = [decision.applies_when, *(row.when for row in decision.rows)]
    return tuple(dict.fromkeys(atom for condition in conditions for atom, _ in atoms(condition)))


def _key(*parts: str) -> int:
    """What tells one thing from another, in 48 bits."""
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=6)
    return int.from_bytes(digest.digest())


def _shares(context: AssessmentContext) -> Iterator[tuple[str, int, Path]]:
    """What it may have in common with others, each once."""
    told: set[tuple[str, int]] = set()
    for kind, key, path in (*_contracts(context), *_data_sets(context), *_linked(context), *_purposes(context)):
        if (kind, key) not in told and len(told) < 2 * MOST:
            told.add((kind, key))
            yield kind, key, path


def _contracts(context: AssessmentContext) -> Iterator[tuple[str, int, Path]]:
    """A contract is known by whom it is with and by its name, without the articles that are cited of it."""
    for number, actor in enumerate(context.assessment.actors or ()):
        name, contract = _plain(actor.name), _plain(actor.contract).partition("第")[0].partition("art")[0]
        if name and contract:
            yield "contract", _key(name, contract), ("actors", number, "contract")


def _data_sets(context: AssessmentContext) -> Iterator[tuple[str, int, Path]]:
    for number, item in enumerate(context.assessment.data or ()):
        key = _data_set(item)
        if key is not None:
            yield "data", key, ("data", number, "name")


def _data_set(item: DataItem) -> int | None:
    """A data set is known by the number of its entry in the register, else by its name together with its source."""
    entry = _plain(item.register_entry)
    if re.search("[0-9]", _DAYS.sub("", entry)) and not _NO_ENTRY.search(entry):
        return _key("entry", entry)
    source = _plain(item.source)
    return _key("source", _plain(item.name), source) if source else None


def _linked(context: AssessmentContext) -> Iterator[tuple[str, int, Path]]:
    for number, one in enumerate(context.assessment.linkage):
        yield "linkage", _key(_plain(one.other), folded(one.key)), ("linkage", number, "other")


def _purposes(context: AssessmentContext) -> Iterator[tuple[str, int, Path]]:
    service = context.assessment.service
    purpose = _plain(service.purpose) if service is not None else ""
    if len(purpose) >= SHORTEST:
        yield "purpose", _key(purpose), ("service", "purpose")
    yield "title", _key(_plain(context.assessment.title)), ("title",)


def _told(context: AssessmentContext) -> Iterator[Told]:
    """What it says of data sets and contracts, where another may say something else."""
    for number, item in enumerate(context.assessment.data or ()):
        key = _data_set(item)
        for what, value, path in _of_data(item, ("data", number)) if key is not None else ():
            yield Told("data", key or 0, what, _short(value), *context.source.position(path))
    for (kind, key, path), actor in zip(
        _contracts(context), (one for one in context.assessment.actors or () if one.contract), strict=False
    ):
        for what, said in (("@fact_kind", actor.kind), ("@fact_regime", actor.regime)):
            if said:
                place = context.source.position((*path[:2], what.removeprefix("@fact_")))
                yield Told(kind, key, what, _short(said), *place)


def _of_data(item: DataItem, path: Path) -> Iterator[tuple[str, str, Path]]:
    stages = item.lifecycle
    if stages is not None and stages.retain is not None and _plain(stages.retain.length):
        yield "@fact_retention", words(stages.retain.length, "ja"), (*path, "lifecycle", "retain", "length")
    if stages is not None and stages.share is not None:
        nobody = stages.share.none is not None
        if nobody or _plain(stages.share.who):
            yield "@fact_recipients", "@fact_nobody" if nobody else "@fact_somebody", (*path, "lifecycle", "share")
    if item.location is not None and item.location.country is not None:
        yield "@fact_country", item.location.country, (*path, "location", "country")


def _threshold(context: AssessmentContext, outcome: str) -> Threshold:
    """What its outcome rests on."""
    rule = context.questionnaire.role(ROLE)
    if rule is None:
        return Threshold()
    decision, bank = rule.decision, next(one for one in context.questionnaire.banks if one.bank == rule.place.bank)
    named = Threshold(bank.bank, bank.version, decision.id, outcome, outcome == decision.outcomes[-1].id)
    if named.heaviest:
        return named
    facts, judge = context.judge.facts, context.judge
    asked = [atom for atom in decision_atoms(decision) if atom.subject == "question"]
    numbers = ((place, _number(atom, context)) for place, atom in enumerate(asked))
    return named._replace(
        truths="".join("T" if judge(atom) is Truth.TRUE else "F" for atom in asked),
        numbers=tuple((place, number) for place, number in numbers if number),
        sets=tuple((tuple(sorted(facts.sets[name].found)), facts.sets[name].complete) for name in SET_FACTS),
        people=tuple(_people(context)),
        total=str(facts.numbers["people_total"].at_least),
        handlers=str(facts.numbers["handlers"].at_least),
        exact=tuple(facts.numbers[name].exact for name in NUMBER_FACTS),
    )


def _number(atom: Atom, context: AssessmentContext) -> str:
    """The number that a comparison reads, where one is given and several may add up."""
    question = context.questionnaire.questions[atom.name].question
    standing = context.result.standings[atom.name]
    if question.type != "number" or atom.operator not in ORDER_OPERATORS:
        return ""
    given = standing.asked is Asked.ASKED and standing.state is AnswerState.ANSWERED
    return str(standing.value) if given else ""


def _people(context: AssessmentContext) -> Iterator[tuple[int, str]]:
    """How many people each data set is about that may be another's as well."""
    for item in (context.assessment.data or ())[:MOST]:
        key = _data_set(item)
        if key is not None and isinstance(item.people, int | Decimal) and item.people > 0:
            yield key, str(item.people)


def _plain(text: Text | None) -> str:
    return folded(words(text, "ja"))


def _short(text: str) -> str:
    plain = printable(" ".join(text.split()))
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"
