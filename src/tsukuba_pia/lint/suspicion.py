"""What the rules against dressed-up assessments share: texts to compare, what counts, who sells the system."""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from tsukuba_pia.late import late
from tsukuba_pia.lint.context import AssessmentContext, Counted
from tsukuba_pia.model.assessment import Actor, Assessment
from tsukuba_pia.model.bank import IN_PLACE
from tsukuba_pia.model.result import AnswerState
from tsukuba_pia.model.text import Text
from tsukuba_pia.model.vocabulary import Vocabulary
from tsukuba_pia.score.asked import same_name
from tsukuba_pia.score.person_names import folded

_ASIDE = late(r"[(\[〔【][^)\]〕】]{0,100}[)\]〕】]")  # 市(環境保全課): what stands in brackets is no part of the name
# Whatever stands behind them: firms by their form, and whoever works for the city.
_FIRM = "vendor|vender|supplier|contractor|ベンダ|委託先|受託者|受注者|株式会社|有限会社|合同会社|\\(株\\)|\\(有\\)"
# Not as a part of the name of a unit: 商工業者支援課, 事業者対応担当.
_TRADE = "業者|会社|運行者|メーカー?"
_VENDOR = late(f"{_FIRM}|\\b(?:ltd|inc)\\b|\\bcompany$|(?:{_TRADE})(?=$|[の側様さ (\\[,、:])")
_PUNCTUATION = str.maketrans("", "", "。、,.!?！？・:;「」\"'")
SHORTEST_NAME = 3  # characters; a shorter one stands in too many others by chance


def versions(text: Text | None) -> tuple[str, ...]:
    """A text in each of its languages."""
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else tuple(text.values())


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text without what two ways of typing it differ by: width, blanks, case, punctuation."""
    return folded(text).translate(_PUNCTUATION)


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """The name of an organisation, or of a unit, without what is added in brackets."""
    return _ASIDE.sub("", folded(name)) or folded(name)


_folded = lru_cache(maxsize=4096)(folded)  # of names that come again in each answer


def in_place(context: AssessmentContext) -> Iterator[Counted]:
    """The safeguards that are said to be in place, and whose answer counts as one."""
    for one in context.counted:
        answered = one.standing.state is AnswerState.ANSWERED
        if one.question.type == "safeguard" and answered and one.standing.value in IN_PLACE:
            yield one


def outsiders(assessment: Assessment, vocabulary: Vocabulary) -> tuple[Actor, ...]:
    """The actors that are not the city: whose kind may fall under the law for private bodies."""
    return tuple(one for one in assessment.actors or () if _may_be_private(one, vocabulary))


def _may_be_private(actor: Actor, vocabulary: Vocabulary) -> bool:
    kind = vocabulary.find("actor_kinds", actor.kind)
    regimes = (vocabulary.find("regimes", name) for name in (kind.regimes if kind else ()))
    return any("private" in regime.covers for regime in regimes if regime is not None)


@lru_cache(maxsize=4096)
def reads_like_a_vendor(name: str) -> bool:
    """Whether a name speaks of a firm, or of whoever works for the city by contract."""
    return _VENDOR.search(normalize("NFKC", name).strip().casefold()) is not None


def outsider_in(text: str | None, context: AssessmentContext) -> Actor | None:
    """The actor outside the city that a name or a post belongs to, by its words or as the team has it."""
    if not text:
        return None
    employers = [one.organisation for one in context.assessment.team if one.name and same_name(one.name, text)]
    said = [text, *(each for employer in employers for each in versions(employer))]
    actors = outsiders(context.assessment, context.questionnaire.vocabulary)
    return next((one for one in actors if any(_belongs(each, one) for each in said)), None)


def firm_in(text: str | None, context: AssessmentContext) -> Actor | None:
    """The same where the actor is a firm: one of its laws is that for private bodies alone."""
    actor, vocabulary = outsider_in(text, context), context.questionnaire.vocabulary
    kind = vocabulary.find("actor_kinds", actor.kind) if actor is not None else None
    rules = [vocabulary.find("regimes", one) for one in (kind.regimes if kind is not None else ())]
    return actor if any(rule is not None and rule.covers == ("private",) for rule in rules) else None


def _belongs(said: str, actor: Actor) -> bool:
    if said.strip() == actor.id:
        return True
    return any(within(each, said) for each in versions(actor.name))


def within(name: str, said: str) -> bool:
    """Whether a text names an organisation: its whole name, with nothing or with a person or a post beside it."""
    short = bare(name)
    return short == bare(said) or (len(short) >= SHORTEST_NAME and short in _folded(said))
