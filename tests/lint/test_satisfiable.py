"""Whether conditions can hold: by search, against trying all answers."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tsukuba_pia.lint.satisfiable import Known, Search, Wanted
from tsukuba_pia.model.condition import Condition, from_plain
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import Truth
from tsukuba_pia.score.asked import standings_of
from tsukuba_pia.score.conditions import Judge
from tsukuba_pia.score.facts import facts_of

Plain = dict[str, Any]
NUMBERS = (0, 1, 2, 3, 4)
BETWEEN = tuple(one + Decimal("0.5") for one in NUMBERS[:-1])  # what lies between two bounds
METHOD: Plain = {
    "severity": ["low"], "likelihood": ["low"], "levels": ["low"], "matrix": {"low": ["low"]},
    "safeguards": {
        "implemented_lowers_at_most": 1, "verified_lowers_at_most": 2, "likelihood_steps": 2, "severity_steps": 1,
    },
    "acceptance": {"low": "owner"},
}  # fmt: skip
TYPES: dict[str, Plain] = {
    "q_a": {"type": "choice", "options": [{"id": "x", "label": "x"}, {"id": "y", "label": "y"}]},
    "q_b": {"type": "choices", "options": [{"id": "x", "label": "x"}, {"id": "y", "label": "y"}]},
    "q_c": {"type": "number", "min": 0, "max": 4},
    "q_d": {"type": "yes_no"},
}
ANSWERS: dict[str, tuple[Any, ...]] = {
    "q_a": ("x", "y"), "q_b": ([], ["x"], ["y"], ["x", "y"]), "q_c": (*NUMBERS, *BETWEEN), "q_d": ("yes", "no"),
}  # fmt: skip


def atoms(names: tuple[str, ...]) -> st.SearchStrategy[Plain]:
    """A comparison of one of these questions."""
    options: list[st.SearchStrategy[Plain]] = []
    words: tuple[str, ...]
    values: st.SearchStrategy[Any]
    for name in names:
        if name == "q_c":
            words, values = ("at_least", "at_most", "above", "below"), st.sampled_from(NUMBERS)
        elif name == "q_b":
            words, values = ("includes", "includes_none"), st.sampled_from([["x"], ["y"], ["x", "y"]])
        else:
            words, values = ("is", "is_not"), st.sampled_from(ANSWERS[name])
        options += [st.builds(lambda name, word, value: {"question": name, word: value}, st.just(name),
                              st.just(word), values) for word in words]  # fmt: skip
    return st.one_of(options)


def conditions(names: tuple[str, ...]) -> st.SearchStrategy[Plain]:
    """A condition over these questions."""
    return st.recursive(
        atoms(names),
        lambda inner: st.one_of(
            st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3)),
            st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
            st.builds(lambda parts: {"at_least": 2, "of": parts}, st.lists(inner, min_size=2, max_size=3)),
        ),
        max_leaves=5,
    )


def bank_with(leads: dict[str, Plain | None]) -> Questionnaire:
    """Four questions, each asked under a condition over those before it."""
    questions = [
        {"id": name, "text": name, **kind} | ({"ask_when": leads[name]} if leads.get(name) else {})
        for name, kind in TYPES.items()
    ]
    plain = {
        "bank": "q", "version": "1.0", "status": "draft", "prefix": "q", "languages": ["ja"], "title": "q",
        "method": METHOD, "sections": [{"id": "q_s", "title": "s", "questions": questions}], "risks": [],
    }  # fmt: skip
    return questionnaire_of(plain)


def judges(questionnaire: Questionnaire) -> Iterator[Judge]:
    """A judge for every way to answer."""
    for chosen in product(*ANSWERS.values()):
        answers = {name: list(one) if isinstance(one, list) else one for name, one in zip(ANSWERS, chosen, strict=True)}
        assessment = assessment_of(
            {"assessment": "a", "format": 1, "language": "ja", "title": "t", "banks": {"q": "1.0"}, "answers": answers}
        )
        facts = facts_of(assessment, questionnaire.vocabulary)
        yield Judge(standings_of(questionnaire.questions, assessment, facts, "2027-04-01", frozenset()), facts)


def search_for(questionnaire: Questionnaire) -> Search:
    """A search over the bank's questions."""
    return Search({
        name: Known(asked.question, (asked.question.ask_when,) if asked.question.ask_when else ())
        for name, asked in questionnaire.questions.items()
    })  # fmt: skip


@given(data=st.data())
def test_search_agrees_with_trying_everything(data: st.DataObject) -> None:
    """For any two conditions, each wanted true or false."""
    names = tuple(TYPES)
    leads = {
        name: data.draw(st.none() | conditions(names[:number])) for number, name in enumerate(names) if number
    }  # fmt: skip
    questionnaire = bank_with(leads)
    wanted = [
        Wanted(from_plain(data.draw(conditions(names))), truth)
        for truth in data.draw(st.lists(st.booleans(), min_size=1, max_size=2))
    ]
    tried = any(
        all((judge(one.condition) is Truth.TRUE) is one.truth for one in wanted) for judge in judges(questionnaire)
    )
    assert search_for(questionnaire).possible(*wanted) is tried


def possible(*parts: Plain) -> bool:
    """Whether all of these can hold at once, about facts of the inventory."""
    found: list[Condition] = [from_plain(part) for part in parts]
    return Search({}).possible(*(Wanted(one, truth=True) for one in found))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([{"data": "categories", "includes": "health"}, {"data": "categories", "includes_none": "health"}], False),
        (
            [{"data": "categories", "includes": ["health", "name"]}, {"data": "categories", "includes_none": "name"}],
            True,
        ),
        ([{"data": "countries", "includes_other_than": ["JP"]}, {"data": "countries", "includes": "JP"}], True),
        ([{"data": "people_total", "at_least": 10}, {"data": "people_total", "below": 10}], False),
        ([{"data": "people_total", "at_least": 10}, {"data": "people_total", "at_most": 10}], True),
        ([{"data": "people_total", "above": 10}, {"data": "people_total", "below": 11}], True),
    ],
)
def test_facts(parts: list[Plain], expected: bool) -> None:
    """Sets may hold several words, numbers lie between bounds."""
    assert possible(*parts) is expected


def test_what_is_outside_of_a_list() -> None:
    """Nothing outside of it is the opposite."""
    other = Wanted(from_plain({"data": "countries", "includes_other_than": ["JP"]}), truth=False)
    abroad = Wanted(from_plain({"data": "countries", "includes": "US"}), truth=True)
    assert not Search({}).possible(other, abroad)
    assert Search({}).possible(other)


def test_a_search_that_grows_too_large_accuses_nobody() -> None:
    """It ends, and says that there may be a way."""
    words = [f"c{number}" for number in range(20)]
    some = {"at_least": 10, "of": [{"data": "categories", "includes": word} for word in words]}
    few = {"at_least": 11, "of": [{"data": "categories", "includes_none": word} for word in words]}
    assert possible(some, few)
