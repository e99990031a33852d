"""Small banks and assessments as tests write them: plain data, with the shorthands of the conformance cases."""

from collections.abc import Mapping, Sequence
from typing import Any

from tsukuba_pia.load.compose import compose
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.vocabulary import References, Vocabulary

Plain = dict[str, Any]


def labelled(ids: Sequence[Any]) -> list[Plain]:
    """Scale entries; a bare id is short for an entry that is labelled with it."""
    return [one if isinstance(one, dict) else {"id": one, "label": one} for one in ids]


def bank_of(plain: Mapping[str, Any]) -> Bank:
    """A bank from a case's shorthand."""
    data = {key: value for key, value in plain.items() if key != "groups"}
    method = dict(data["method"])
    data["method"] = method | {key: labelled(method[key]) for key in ("severity", "likelihood", "levels")}
    data["decisions"] = [one | {"outcomes": labelled(one["outcomes"])} for one in data.get("decisions", [])]
    return build(Bank, data)


def questionnaire_of(plain: Mapping[str, Any]) -> Questionnaire:
    """The questionnaire of one bank, with the groups that the case lists."""
    vocabulary = {"vocabulary": "v", "version": "1.0", "status": "draft", "languages": ["ja"]}
    groups = build(Vocabulary, vocabulary | {"groups": labelled(plain.get("groups", []))})
    references = build(References, {"references": "r", "version": "1.0", "status": "draft", "languages": ["ja"]})
    return compose([bank_of(plain)], groups, references)


def assessment_of(plain: Mapping[str, Any]) -> Assessment:
    """An assessment from plain data."""
    return build(Assessment, dict(plain))
