"""Words of reports and of the command line: the same keys and the same placeholders in each language."""

import re
from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest

from tests.golden import ROOT
from tests.worked import WHOLE, opened
from tsukuba_pia.labels import bound, labels, languages
from tsukuba_pia.model.text import LANGUAGES

# Tables whose rows are asked for by an id that the report holds.
TABLES = (
    "states", "state_notes", "moments", "facts", "classes", "statuses", "request_states", "directions", "countries",
    "parts", "languages", "weights", "weight_heads", "types", "axes", "conditions", "ends",
    "taken_off", "outcomes", "kinds", "kinds_of", "authorities", "receivers_named",
)  # fmt: skip
CALLED = {name for name in dir(dict) if not name.startswith("_")}


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - plain data
    """Every text with the path of its keys."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, f"{path}.{key}" if path else key)
    else:
        yield path, value


def placeholders(value: object) -> set[str]:
    """The `{…}` of a text."""
    return {name for _, name, _, _ in Formatter().parse(value) if name} if isinstance(value, str) else set()


# A date and an article number are said differently: each language uses what it needs.
OWN_WAY = re.compile(r"(report\.dates|law)\.")
TERMS = "report.terms."  # what a language says otherwise than the banks do


def test_all_languages_have_the_same_keys() -> None:
    """A word that is missing would stop a report."""
    keys = [[path for path, _ in leaves(labels(language)) if not path.startswith(TERMS)] for language in LANGUAGES]
    assert sorted(keys[0]) == sorted(keys[1])


def test_all_languages_have_the_same_placeholders() -> None:
    """What one language tells the other tells too."""
    ja, en = (dict(leaves(labels(language))) for language in LANGUAGES)
    assert [
        key for key in ja.keys() & en if not OWN_WAY.match(key) and placeholders(ja[key]) != placeholders(en[key])
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty(language: str) -> None:
    """But for the gap between a number and its unit, which Japanese does not have."""
    empty = [key for key, value in leaves(labels(language)) if value == "" and key != "report.unit_gap"]
    assert empty == []


def test_every_word_of_the_documents_is_used() -> None:
    """A word that nobody prints goes stale unseen."""
    sources = ROOT / "src" / "tsukuba_pia"
    folders = (ROOT / "templates", sources / "report", sources / "export" / "pictures")
    files = [file for folder in folders for file in folder.rglob("*") if file.suffix in (".j2", ".py")]
    printed = "\n".join(file.read_text("utf-8") for file in files)
    unused = [
        path
        for path, _ in leaves({name: labels("ja")[name] for name in ("report", "bank_document")})
        if not path.startswith(TERMS)
        and path.split(".")[-2] not in TABLES
        and not re.search(rf"\b{path.split('.')[-1]}\b", printed)
    ]
    assert unused == []


def test_templates_name_no_key_that_a_mapping_answers_itself() -> None:
    """`w.people.items` would be a method; such keys are asked for in brackets."""
    found = [
        f"{file.name}: {word}"
        for file in (ROOT / "templates").rglob("*.j2")
        for word in re.findall(r"\bw(?:\.\w+)*\.(\w+)", file.read_text("utf-8"))
        if word in CALLED
    ]
    assert found == []


@pytest.mark.parametrize("language", languages())
def test_a_word_that_is_said_otherwise_is_one_of_a_list_or_of_a_scale(language: str) -> None:
    """And a list is said otherwise as a whole: no page has half of it in each way."""
    questionnaire = opened(ROOT / "examples" / WHOLE).questionnaire
    assert questionnaire is not None
    method, vocabulary = questionnaire.method, questionnaire.vocabulary
    scales = {"level": method.levels, "severity": method.severity, "likelihood": method.likelihood}
    for name, said in labels(language)["report"].get("terms", {}).items():
        known = scales.get(name) or getattr(vocabulary, name)
        assert sorted(said) == sorted(one.id for one in known), name


def test_no_city_calls_a_high_risk_low() -> None:
    """In a language that we speak; one that a city adds has words of its own."""
    mine = {"report": {"terms": {"level": {"high": "低い"}, "posts": {"owner": "課の長"}}}}
    assert dict(bound(mine, "ja")) == {"report.terms.level.high": "fixed"}
    assert dict(bound(mine, "vi")) == {"report.terms.level.high": "fixed"}
    assert dict(bound(mine, "tl")) == {}
