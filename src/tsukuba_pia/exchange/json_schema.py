"""JSON Schemas for editors, made by pydantic from the same classes that the shape gate reads by.

Draft 2020-12. What YAML files say in a way of their own (conditions, short answers, keys that are Python's words)
is put in afterwards; a test holds the schemas and the shape gate to each other.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tsukuba_pia.load.shape import LANGUAGE
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN, Bank, Question, QuestionType
from tsukuba_pia.model.condition import FACT_OPERATORS, NUMBER_FACTS, QUESTION_OPERATORS, SET_FACTS
from tsukuba_pia.model.crosswalk import Crosswalks
from tsukuba_pia.model.kinds import SHARE
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.scenario import Scenarios
from tsukuba_pia.model.text import words
from tsukuba_pia.model.vocabulary import References, Term, Vocabulary

Schema = dict[str, Any]
HEAD: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$comment": "tsukuba-pia",
}
KINDS: Mapping[str, type] = {
    "question-bank": Bank,
    "vocabulary": Vocabulary,
    "references": References,
    "crosswalks": Crosswalks,
    "city": Profile,
    "assessment": Assessment,
    "scenarios": Scenarios,
}

# Where an assessment has a word of the vocabulary: in which definition, at which key, of which list.
_TERMS = (
    ("DataItem", "categories", "categories"), ("DataItem", "groups", "groups"), ("DataItem", "captures", "captures"),
    ("DataItem", "identifiers", "identifiers"), ("Member", "role", "roles"), ("Actor", "kind", "actor_kinds"),
    ("Member", "constituency", "constituencies"), ("Actor", "regime", "regimes"), ("GroupExclusion", "group", "groups"),
    ("Provision", "nature", "provision_natures"), ("Provision", "consequence", "consequences"),
    ("Consultation", "constituency", "constituencies"),
)  # fmt: skip
# And a bank, which may bring words of its own beside them.
_BANK_TERMS = (
    ("Question", "stage", "stages"), ("Question", "principle", "principles"), ("Risk", "event", "events"),
    ("Row", "for", "groups"),
)  # fmt: skip

_VALUES: Schema = {
    "anyOf": [{"type": ["string", "number"]}, {"type": "array", "minItems": 1, "items": {"type": ["string", "number"]}}]
}
_PLAIN: Schema = {"type": "string"}
_PER_LANGUAGE: Schema = {"type": "object", "additionalProperties": {"type": "string"}}
_ONE_OF: tuple[QuestionType, ...] = ("choice", "yes_no", "safeguard")
_SCALAR: Schema = {"type": ["string", "number", "null"]}


def schema_of(kind: str) -> Schema:
    """The schema of one of KINDS."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - heavy, and only schemas need it

    made: Schema = TypeAdapter(KINDS[kind]).json_schema()
    definitions = made.pop("$defs", {})
    definitions[KINDS[kind].__name__] = made
    _put_in_our_ways(definitions)
    whole: Schema = {
        **HEAD,
        "$ref": f"#/$defs/{KINDS[kind].__name__}",
        "$defs": dict(sorted(definitions.items())),
    }
    return whole


def _put_in_our_ways(definitions: dict[str, Schema]) -> None:
    for name, definition in list(definitions.items()):
        definitions[name] = _walked(definition)
    if "Atom" in definitions:
        del definitions["Atom"], definitions["Joined"]
        definitions["Condition"] = _condition()
    if "Answer" in definitions:
        definitions["Answer"]["properties"]["answer"] = _answer_value()
        definitions["LongAnswer"] = definitions["Answer"]
        definitions["Answer"] = {"anyOf": [_answer_value(), {"$ref": "#/$defs/LongAnswer"}]}


def _walked(part: Any) -> Any:  # noqa: ANN401 - JSON
    """A part of a schema with keys as files have them, closed mappings, and without what only Python needs."""
    if isinstance(part, list):
        return [_walked(one) for one in part]
    if not isinstance(part, dict):
        return part
    refs = {one.get("$ref", "").rpartition("/")[2] for one in part.get("anyOf", []) if isinstance(one, dict)}
    if "Joined" in refs:
        others = [{"type": "null"}] if {"type": "null"} in part["anyOf"] else []
        return {"anyOf": [{"$ref": "#/$defs/Condition"}, *others]} if others else {"$ref": "#/$defs/Condition"}
    if _is_text(part):
        others = [one for one in part["anyOf"] if one not in (_PLAIN, _PER_LANGUAGE)]
        return {"anyOf": [_PLAIN, {**_PER_LANGUAGE, "propertyNames": {"pattern": LANGUAGE}}, *others]}
    if _is_decimal(part):
        return {
            "anyOf": [
                {"type": "number"},
                *(one for one in part["anyOf"] if one.get("type") == "null" or "const" in one or _is_share(one)),
            ]
        }
    made = {
        key: _walked(value)
        for key, value in part.items()
        if key not in ("title", "default") or not isinstance(value, str | None)
    }
    if "properties" in part:
        needed = part.get("required", [])
        made["properties"] = {
            _key(name): _walked(value) if name in needed else _or_nothing(_walked(value))
            for name, value in part["properties"].items()
        }
        made["required"] = [_key(name) for name in needed]
        made["additionalProperties"] = False
    return made


def _is_text(part: Schema) -> bool:
    """A text is a string, or a string per language; other mappings of strings stand alone."""
    return all(one in part.get("anyOf", []) for one in (_PLAIN, _PER_LANGUAGE))


def _or_nothing(part: Schema) -> Schema:
    """A key that need not be there may also stand there empty."""
    kinds = part.get("anyOf", [part])
    return part if {"type": "null"} in kinds else {"anyOf": [*kinds, {"type": "null"}]}


def _key(field: str) -> str:
    return field.rstrip("_")


def _is_share(part: Schema) -> bool:
    """A number in quotes, where we let one stand."""
    return part.get("pattern") == SHARE


def _is_decimal(part: Schema) -> bool:
    return any(
        one.get("type") in ("number", "integer") for one in part.get("anyOf", []) if isinstance(one, dict)
    ) and any(one.get("type") == "string" and "pattern" in one for one in part["anyOf"])


def _condition() -> Schema:
    several = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Condition"}}
    return {"anyOf": [
        _closed({"all": several}), _closed({"any": several}),
        _closed({"at_least": {"type": "integer", "minimum": 1}, "of": several}),
        *(_closed({"question": {"type": "string"}, word: _VALUES}) for word in QUESTION_OPERATORS),
        *(_closed({"data": {"enum": [*SET_FACTS, *NUMBER_FACTS]}, word: _VALUES}) for word in FACT_OPERATORS),
    ]}  # fmt: skip


def _closed(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _answer_value() -> Schema:
    return {"anyOf": [_SCALAR, {"type": "array", "items": {"type": "string"}}]}


def bank_schema(vocabulary: Vocabulary) -> Schema:
    """The schema of any question bank, which offers words of the vocabulary in its languages, and takes others too."""
    schema = schema_of("question-bank")
    for name, key, terms in _BANK_TERMS:
        labels = {
            one.id: " / ".join(words(one.label, language) for language in vocabulary.languages)
            for one in getattr(vocabulary, terms)
        }
        schema["$defs"][name]["properties"][key]["defaultSnippets"] = _offers(labels)
    return schema


def assessment_schema(questionnaire: Questionnaire, language: str) -> Schema:
    """The schema for exactly the questions of an assessment's banks, with their words where an editor shows them.

    What all questions share is referred to, not repeated: an editor reads the whole schema at each start.
    """
    schema = schema_of("assessment")
    definitions, vocabulary = schema["$defs"], questionnaire.vocabulary
    shared = {key: {"$ref": f"#/$defs/LongAnswer/properties/{key}"} for key in definitions["LongAnswer"]["properties"]}
    properties = definitions["Assessment"]["properties"]
    properties["answers"] = _only(
        {name: _question(one.question, shared, vocabulary, language) for name, one in questionnaire.questions.items()}
    )
    titles = {name: words(rule.risk.title, language) for name, rule in questionnaire.risks.items()}
    properties["overrides"] = _only(
        {name: {"description": title, "$ref": "#/$defs/Override"} for name, title in titles.items()}
    )
    for name, key, terms in _TERMS:
        _offer(definitions[name]["properties"][key], _meanings(getattr(vocabulary, terms), language))
    return schema


def _only(properties: Schema) -> Schema:
    """A mapping with these keys and no others; or nothing yet."""
    return {"anyOf": [{"type": "object", "properties": properties, "additionalProperties": False}, {"type": "null"}]}


def _offer(part: Schema, meanings: Mapping[str, str]) -> None:
    """Have one of these words where the model takes any."""
    if "pattern" in part:
        del part["pattern"]
        part |= _one_of(meanings)
    for inner in (*part.get("anyOf", ()), *([part["items"]] if "items" in part else ())):
        _offer(inner, meanings)


def _offers(meanings: Mapping[str, str]) -> list[Schema]:
    """What editors offer to put in, with its meaning; validators pass over it."""
    return [{"bodyText": text, "description": meaning} for text, meaning in meanings.items()]


def _one_of(meanings: Mapping[str, str]) -> Schema:
    """One of these ids. Editors show what stands beside each; validators pass over it."""
    return {"enum": list(meanings), "enumDescriptions": list(meanings.values())}


def _meanings(terms: Iterable[Term], language: str) -> dict[str, str]:
    """What words of the vocabulary mean."""
    return {one.id: ": ".join(words(text, language) for text in (one.label, one.meaning) if text) for one in terms}


def _question(question: Question, shared: Schema, vocabulary: Vocabulary, language: str) -> Schema:
    value = _value(question, vocabulary, language)
    inner = {**shared, "answer": value}
    return {
        "description": "\n\n".join(_told(question, language)),
        "anyOf": [value, {"type": "object", "properties": inner, "additionalProperties": False}],
    }


def _value(question: Question, vocabulary: Vocabulary, language: str) -> Schema:
    own: Mapping[str, tuple[Term, ...]] = {"yes_no": vocabulary.yes_no, "safeguard": vocabulary.safeguard_states}
    known = _meanings((*own.get(question.type, ()), *vocabulary.answer_states), language)
    known |= {one.id: words(one.label, language) for one in question.options}
    states = {name: known.get(name, "") for name in (UNKNOWN, *([NOT_APPLICABLE] if question.may_not_apply else []))}
    answers = {name: known.get(name, "") for name in question.answers}
    if question.type in _ONE_OF:
        return _or_nothing_yet(answers | states)
    return _or_state(_typed(question, answers), states, answers)


def _typed(question: Question, answers: Mapping[str, str]) -> Schema:
    """What is answered to a question that is not answered by one word of a list."""
    if question.type == "choices":
        return {"type": "array", "uniqueItems": True, "items": _one_of(answers)}
    if question.type == "number":
        limits = {"minimum": question.min, "maximum": question.max}
        return {"type": "number"} | {key: float(limit) for key, limit in limits.items() if limit is not None}
    return {"type": "string"} | ({"pattern": r"^\d{4}-\d{2}-\d{2}$"} if question.type == "date" else {})


def _or_state(value: Schema, states: Mapping[str, str], several: Mapping[str, str]) -> Schema:
    """A value, or why there is none.

    Never more than two alternatives: where all fit, as at an empty place, an editor shows their titles, joined,
    instead of what stands around them. A list to begin with is offered beside the list; in it, it would be an item.
    """
    offers = _offers({f"[{name}]": meaning for name, meaning in several.items()})
    return {"anyOf": [value, _or_nothing_yet(states) | ({"defaultSnippets": offers} if offers else {})]}


def _or_nothing_yet(meanings: Mapping[str, str]) -> Schema:
    one_of = _one_of(meanings)
    return one_of | {"enum": [*one_of["enum"], None]}


def _told(question: Question, language: str) -> Iterator[str]:
    yield words(question.text, language)
    if question.type == "choices":
        yield "\n".join(f"- {option.id}: {words(option.label, language)}" for option in question.options)
    if question.help is not None:
        yield words(question.help, language)
