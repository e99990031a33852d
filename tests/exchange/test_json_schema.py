"""The JSON Schemas and the shape gate come from the same classes; here their verdicts are held to each other."""

import copy
import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.cli.terminal import run
from tests.golden import ROOT
from tests.work.desk import DAY, workspace
from tsukuba_pia.exchange.json_schema import KINDS, assessment_schema, bank_schema, schema_of
from tsukuba_pia.load.shape import BAD, reader_of
from tsukuba_pia.model.bank import Question
from tsukuba_pia.model.vocabulary import Vocabulary
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.yaml_source import read

FILES = {
    "question-bank": ROOT / "questionnaires" / "core" / "1.0.yaml",
    "vocabulary": ROOT / "questionnaires" / "vocabulary" / "1.0.yaml",
    "references": ROOT / "questionnaires" / "references" / "1.0.yaml",
    "crosswalks": ROOT / "questionnaires" / "crosswalks" / "1.0.yaml",
    "scenarios": ROOT / "questionnaires" / "core" / "tests" / "stories.yaml",
    "assessment": ROOT / "examples" / "sidewalk-robot" / "assessment.yaml",
}


@cache
def validator(kind: str) -> Draft202012Validator:
    """The schema of a kind of file, ready to judge."""
    return Draft202012Validator(schema_of(kind))


@cache
def sound(kind: str) -> Any:  # noqa: ANN401 - plain data
    """A real file as plain data, decimals as JSON has them."""
    return json.loads(json.dumps(read(FILES[kind]).data, default=float))


def passes_gate(kind: str, data: object) -> bool:
    """Whether the shape gate tells nothing."""
    told: list[str] = []
    value = reader_of(KINDS[kind])(_decimals(data), (), lambda code, *_, **__: told.append(code))
    return value is not BAD and not told


def _decimals(data: Any) -> Any:  # noqa: ANN401 - plain data
    if isinstance(data, dict):
        return {key: _decimals(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_decimals(value) for value in data]
    return Decimal(str(data)) if isinstance(data, float) else data


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - plain data
    """Every place in plain data."""
    yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from places(value, (*path, key))


@pytest.mark.parametrize("kind", FILES)
def test_real_files_pass_both(kind: str) -> None:
    """What we ship is sound by both."""
    assert passes_gate(kind, sound(kind))
    assert not list(validator(kind).iter_errors(sound(kind)))


@pytest.mark.parametrize("kind", ["question-bank", "assessment", "scenarios"])
@given(seed=st.integers(0, 10**9))
def test_both_judge_a_changed_file_alike(kind: str, seed: int) -> None:
    """Drop, retype, rename or empty something at random: both find it wrong, or both find it harmless."""
    random = Random(seed)  # noqa: S311 - repeatable on purpose
    data = copy.deepcopy(sound(kind))
    path = random.choice([one for one in places(data) if one])
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    last = path[-1]
    match random.choice(["drop", "retype", "rename", "empty"]):
        case "drop":
            del holder[last]
        case "retype":
            holder[last] = random.choice([None, 7, 1.5, "?", "yes", True, [], ["a"], {}, {"ja": "x"}, {"zz9": 1}, [{}]])
        case "rename" if isinstance(holder, dict):
            holder[random.choice(["extra", "id", "title", "Title"])] = holder.pop(last)
        case _:
            holder[last] = None
    assert passes_gate(kind, data) == validator(kind).is_valid(data), path


def test_shipped_schemas_are_fresh() -> None:
    """`make schemas` was run after the model changed."""
    for kind in KINDS:
        shipped = json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))
        assert shipped == json.loads(run("schema", "--kind", kind).stdout), f"schemas/{kind} is stale: make schemas"


def test_a_bank_s_schema_offers_words_and_takes_others() -> None:
    """Banks bring stages of their own; what is offered is in both languages, and loosens or tightens nothing."""
    vocabulary = reader_of(Vocabulary)(read(FILES["vocabulary"]).data, (), lambda *_, **__: None)
    assert isinstance(vocabulary, Vocabulary)
    stage = bank_schema(vocabulary)["$defs"]["Question"]["properties"]["stage"]
    offered = {one["bodyText"]: one["description"] for one in stage.pop("defaultSnippets")}
    assert list(offered) == [one.id for one in vocabulary.stages]
    assert offered["use"] == "利用 / Use"
    assert stage == schema_of("question-bank")["$defs"]["Question"]["properties"]["stage"]


def of_assessment(file: Path, language: str = "en") -> tuple[dict[str, Any], Any]:
    """The schema of exactly one assessment, and what stands in it as plain data."""
    opened = open_assessment(file, DAY)
    assert opened.questionnaire is not None
    return assessment_schema(opened.questionnaire, language), json.loads(json.dumps(opened.source.data, default=float))


@pytest.mark.parametrize("example", ["checkup-portal", "internet-vote", "multilingual-app"])
def test_an_assessment_fits_the_schema_of_its_own(example: str) -> None:
    """An editor that marks a sound file is switched off."""
    schema, data = of_assessment(ROOT / "examples" / example / "assessment.yaml")
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_the_schema_of_one_assessment_knows_its_questions(tmp_path: Path) -> None:
    """Ids with their words in the language asked for, and no other ids; of risks and of the vocabulary, too."""
    schema, data = of_assessment(workspace(tmp_path), "ja")
    of_level = schema["$defs"]["Assessment"]["properties"]["answers"]["anyOf"][0]["properties"]["k_level"]
    assert of_level["description"] == "どの細かさですか。"
    offered = of_level["anyOf"][0]
    assert dict(zip(offered["enum"], offered["enumDescriptions"], strict=False))["per_person"] == "個人ごと"
    wrong = {
        "answers": {"k_level": "per_persom"}, "overrides": {"k_leek": {}},
        "data": [{"id": "d", "name": "n", "categories": ["locaton"]}],
    }  # fmt: skip
    validator = Draft202012Validator(schema)
    assert validator.is_valid(data)
    assert {error.absolute_path[0] for error in validator.iter_errors(data | wrong)} == set(wrong)


def fits(question: Question, value: object) -> bool:
    """Whether a question may be answered so, said once more without a schema."""
    if value is None or value == "unknown" or (value == "not_applicable" and question.may_not_apply):
        return True
    match question.type, value:
        case "choices", list():
            return all(value.count(one) == 1 and one in question.answers for one in value)
        case "number", int() | float() if not isinstance(value, bool):
            return (question.min is None or value >= question.min) and (question.max is None or value <= question.max)
        case "text" | "date", str():
            return question.type == "text" or value == "2027-01-15"
        case "choice" | "yes_no" | "safeguard", str():
            return value in question.answers
    return False


def tried(question: Question) -> list[object]:
    """Answers of many kinds, some that fit and some that do not."""
    one, *more = question.answers or ("yes",)
    plain = [None, "unknown", "not_applicable", "", "nope", one, "2027-01-15", "15 January", True, 0, -1, 1.5, 10**7]
    return [*plain, [], [one], [one, *more], [one, one], [one, "nope"], ["unknown"], [None], [[]]]


@pytest.mark.parametrize("example", [None, "sidewalk-robot"])
def test_each_question_takes_its_answers_and_no_others(example: str | None, tmp_path: Path) -> None:
    """Short or in the long form; what editors show and offer beside them loosens nothing."""
    file = ROOT / "examples" / example / "assessment.yaml" if example else workspace(tmp_path)
    questionnaire = open_assessment(file, DAY).questionnaire
    assert questionnaire is not None
    schema = assessment_schema(questionnaire, "en")
    properties = schema["$defs"]["Assessment"]["properties"]["answers"]["anyOf"][0]["properties"]
    for name, own in properties.items():
        question = questionnaire.questions[name].question
        judge = Draft202012Validator({"$defs": schema["$defs"], **own})
        for value in tried(question):
            for form in (value, {"answer": value, "note": "n"}):
                assert judge.is_valid(form) == fits(question, value), (name, form)
        assert judge.is_valid({})
        assert not judge.is_valid({"nope": "n"})


def test_questions_share_what_they_have_in_common() -> None:
    """An editor reads the whole schema at each start: a question costs its words and little more."""
    schema, _ = of_assessment(ROOT / "examples" / "sidewalk-robot" / "assessment.yaml")
    questions = schema["$defs"]["Assessment"]["properties"]["answers"]["anyOf"][0]["properties"]
    assert len(json.dumps(questions)) / len(questions) < 3_000
