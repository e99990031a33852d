"""What a bank's document says: conditions in words, who reads which answer, what counts as checked."""

from typing import Any

import pytest

from tests.report.library import document_of, plain
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.bank_model import BankDocument, BankQuestion, Told


@pytest.fixture
def base() -> BankDocument:
    """The small bank that others stand on, in English."""
    return document_of("base", "en")


@pytest.fixture
def library() -> BankDocument:
    """The small bank that stands on it, in English."""
    return document_of("library", "en")


def question(document: BankDocument, name: str) -> BankQuestion:
    """A question of a document."""
    return next(one for section in document.sections for one in section.questions if one.id == name)


def flat(told: Told | None) -> Any:  # noqa: ANN401 - nested lists of words
    """A condition as plain data."""
    assert told is not None
    if told.parts:
        return [told.form, told.needed, *(flat(part) for part in told.parts)]
    assert told.about is not None
    return [told.form, told.about.label.words, *(value.words for value in told.values)]


def condition(plain_condition: dict[str, Any]) -> Any:  # noqa: ANN401 - nested lists of words
    """How a condition that a question has is told."""
    data = plain()
    data["base"]["red_lines"][0]["crossed_when"] = plain_condition
    return flat(document_of("base", "en", data).red_lines[0].crossed_when)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"question": "base_camera", "is": "yes"}, ["is", "Is a camera used?", "Yes"]),
        ({"question": "base_camera", "is_not": "yes"}, ["is_not", "Is a camera used?", "Yes"]),
        (
            {"question": "base_uses", "includes": ["safety", "training"]},
            ["includes", "What is it used for?", "Safety", "Training"],
        ),
        ({"question": "base_uses", "includes_none": "safety"}, ["includes_none", "What is it used for?", "Safety"]),
        (
            {"question": "base_uses", "includes_none": ["safety", "training"]},
            ["includes_none_of", "What is it used for?", "Safety", "Training"],
        ),
        ({"question": "base_people", "above": 12000}, ["number_above", "How many people?", "12,000 people"]),
        ({"question": "base_since", "below": "2027-04-01"}, ["date_below", "Since when?", "1 April 2027"]),
        ({"question": "base_masking", "is": "absent"}, ["safeguard_is", "Faces are blurred", "Absent"]),
        ({"data": "categories", "includes": "loans"}, ["fact_includes", "kinds of data", "Loans"]),
        ({"data": "recipients", "includes": "business"}, ["fact_includes", "recipients", "Business"]),
        (
            {"data": "regimes", "includes": "public_sector"},
            ["fact_includes", "rules that apply", "Public-sector rules"],
        ),
        (
            {"data": "countries", "includes_other_than": ["JP", "XX"]},
            ["fact_includes_other_than", "countries", "Japan", "XX"],
        ),
        ({"data": "people_total", "at_least": 1000}, ["fact_at_least", "people in all", "1,000 people"]),
        (
            {"any": [{"question": "base_camera", "is": "yes"}, {"all": [{"data": "groups", "includes": "children"}]}]},
            ["any", 1, ["is", "Is a camera used?", "Yes"], ["all", 1, ["fact_includes", "whose data", "Children"]]],
        ),
    ],
)
def test_conditions_are_told_in_words(given: dict[str, Any], told: Any) -> None:  # noqa: ANN401 - nested lists
    """With the question's text, the labels of options and terms, numbers with their unit."""
    assert condition(given) == told


def test_a_quoted_question_keeps_no_full_stop() -> None:
    """It stands in quotation marks in the middle of a sentence."""
    told = document_of("base").risks[0].applies_when
    assert told is not None
    assert told.about is not None
    assert told.about.label == Said("カメラを使いますか", "ja")


def test_what_comes_of_an_answer(base: BankDocument) -> None:
    """Sections and questions that hang on it; risks with the numbers of their rows, which run through both ladders."""
    uses = question(base, "base_uses").uses
    assert [(one.target.id, one.applies, one.rows) for one in uses.risks] == [("base_leak", False, (2,))]
    assert [one.target.id for one in uses.red_lines] == ["base_red_sale"]
    assert [one.target.id for one in uses.questions] == ["base_words"]
    camera = question(base, "base_camera").uses
    assert [one.target.id for one in camera.sections] == ["base_care"]
    assert [(one.target.id, one.applies, one.rows) for one in camera.risks] == [("base_leak", True, ())]
    assert [(one.target.id, one.applies) for one in question(base, "base_people").uses.decisions] == [
        ("base_threshold", True)
    ]
    masking = question(base, "base_masking").uses
    assert [(one.target.id, one.likelihood, one.severity) for one in masking.lowers] == [("base_leak", 2, 1)]
    assert not question(base, "base_words").uses.read


def test_rows_are_numbered_through_both_ladders(base: BankDocument) -> None:
    """So that a number names one row of a risk."""
    severity, likelihood = base.risks[0].ladders
    assert [row.number for row in (*severity.rows, *likelihood.rows)] == [1, 2]
    assert base.risks[0].irreversible == Said("Significant", "en")


def test_what_a_sector_adds(library: BankDocument) -> None:
    """Rows of another bank's risk, and a question that must be answered; where it reads, that is told."""
    risk, asked = library.tightens
    assert (risk.target.id, risk.target.here) == ("base_leak", False)
    assert [(ladder.axis, ladder.base, len(ladder.rows)) for ladder in risk.ladders] == [("severity", None, 1)]
    assert (asked.target.id, asked.required) == ("base_words", True)
    added = question(library, "lib_history").uses.added
    assert [(one.target.id, one.rows) for one in added] == [("base_leak", (1,))]


def test_a_question_of_the_other_bank_is_not_here(library: BankDocument) -> None:
    """A page cannot link to it."""
    history = question(library, "lib_history")
    assert history.ask_when is not None
    assert history.ask_when.about is not None
    assert not history.ask_when.about.here
    assert history.specialises is not None
    assert history.specialises.label.words == "What is it used for?"


def test_references_say_whether_they_were_read(base: BankDocument) -> None:
    """At each question, and in the index; one that the list lacks is told as such."""
    cited = question(base, "base_camera").refs
    assert [(one.law.id, one.weight, one.checked) for one in cited] == [
        ("act-61", "law", True),
        ("guide", "guidance", False),
        ("lost", "", False),
    ]
    assert base.unknown_references == ("lost",)
    assert (base.counts.references, base.counts.unchecked) == (3, 2)
    places = [one.id for one in base.cited_from["act-61"]]
    assert places == ["base_camera", "base_leak", "base_red_sale", "base_threshold"]


def test_easy_japanese_stands_beside_the_text(base: BankDocument) -> None:
    """Whatever the language of the document."""
    title = base.risks[0].title
    assert (title.said, title.easy) == (
        Said("Footage leaks", "en"),
        Said("うつした ものが 外に出ます", "ja-x-easy"),
    )


def test_only_the_parts_that_there_are(library: BankDocument) -> None:
    """No heading without anything under it."""
    assert library.parts == ("sections", "risks", "tightens", "own_terms", "laws")
    assert library.method is None
