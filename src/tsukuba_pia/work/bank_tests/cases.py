"""Scenario files → cases that can be scored, or the reasons why not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tsukuba_pia.diagnostics import Diagnostic, has_errors
from tsukuba_pia.diagnostics import Path as Place
from tsukuba_pia.lint.meant import meant
from tsukuba_pia.load.bank import Loaded, load_bank_file
from tsukuba_pia.load.catalog import Catalog, rank
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Answer, Assessment
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN, Question
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import NONE
from tsukuba_pia.model.scenario import Between, Expected, ExpectedRisk, Scenario, Scenarios
from tsukuba_pia.score.asked import fits
from tsukuba_pia.yaml_source import Source, read

TESTS = "tests"  # the folder beside a bank's versions
DAY = "2027-04-01"  # scenarios are scored as of this day
MISSING = "missing/"  # evidence whose name begins so does not exist
_INVENTORY = ("data", "data_complete", "people_total", "actors", "flows", "groups_excluded")


@dataclass(frozen=True, slots=True)
class Told:
    """A scenario with the place where it is told."""

    scenario: Scenario
    source: Source
    path: Place

    def at(self, *inside: str | int, code: str, **args: str) -> Diagnostic:
        """A finding about something in it."""
        return self.source.diagnostic(code, (*self.path, *inside), key=False, **args)


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario with all that it is based on, ready to be scored."""

    told: Told
    assessment: Assessment

    @property
    def name(self) -> str:
        """The scenario's name."""
        return self.told.scenario.name

    @property
    def missing_evidence(self) -> frozenset[str]:
        """Evidence that is listed and does not exist."""
        listed = (item for answer in self.assessment.answers.values() for item in answer.evidence)
        return frozenset(item for item in listed if item.startswith(MISSING))


@dataclass(slots=True)
class Cases:
    """The scenarios of one bank."""

    cases: list[Case] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)


def read_cases(name: str, loaded: Loaded) -> Cases:
    """The scenarios of the bank `name`; those of a bank that it extends can be built upon."""
    made = Cases()
    assert loaded.questionnaire is not None  # noqa: S101 - the caller has banks that could be read
    told = {bank.bank: _told(loaded.files[bank.bank].parent / TESTS, bank.bank, made) for bank in loaded.banks}
    known = {one.scenario.name: one for one in told[name]} | {
        f"{bank}/{one.scenario.name}": one for bank, ones in told.items() if bank != name for one in ones
    }
    for one in told[name]:
        chain = _chain(one, known, made)
        if chain:
            _add(one, _assessment(chain, loaded.questionnaire), loaded.questionnaire, made)
    return made


def check_scenarios(source: Source, catalog: Catalog) -> tuple[Diagnostic, ...]:
    """What is wrong with one file of scenarios, beside the newest version of its bank; nothing is scored."""
    read_shape(Scenarios, source)
    file = Path(source.file)
    banks = sorted(file.parent.parent.glob("*.yaml"), key=lambda one: rank(one.stem))
    if source.diagnostics or not banks:
        return tuple(source.diagnostics)
    loaded = load_bank_file(banks[-1], catalog)
    if loaded.questionnaire is None or has_errors(loaded.diagnostics):
        return ()  # told of the bank
    return tuple(one for one in read_cases(loaded.banks[-1].bank, loaded).diagnostics if Path(one.file) == file)


def _told(folder: Path, bank: str, made: Cases) -> list[Told]:
    found: list[Told] = []
    names: dict[str, Told] = {}
    for file in sorted(folder.glob("*.yaml")):
        source = read(file)
        made.sources[source.file] = source
        whole = read_shape(Scenarios, source)
        made.diagnostics += source.diagnostics
        for number, scenario in enumerate(whole.scenarios if whole else ()):
            one = Told(scenario, source, ("scenarios", number))
            first = names.setdefault(scenario.name, one)
            if first is not one:
                made.diagnostics.append(one.at("name", code="PIA243", scenario=scenario.name, bank=bank))
            found.append(one)
    return found


def _chain(one: Told, known: Mapping[str, Told], made: Cases) -> list[Told]:
    """A scenario behind those that it is based on, the first of them first; nothing where one is not there."""
    chain, seen = [one], {id(one)}
    while (wanted := chain[-1].scenario.based_on) is not None:
        last = chain[-1]
        below = known.get(_qualified(wanted, last, known))
        if below is None:
            made.diagnostics.append(_unknown(last, ("based_on",), wanted, "@a_scenario", known))
            return []
        if id(below) in seen:
            made.diagnostics.append(one.at("based_on", code="PIA242", scenario=one.scenario.name))
            return []
        chain.append(below)
        seen.add(id(below))
    return chain[::-1]


def _qualified(wanted: str, asker: Told, known: Mapping[str, Told]) -> str:
    """A name as `known` has it: within another bank's file, bare names are that bank's own."""
    bank = next((name.partition("/")[0] for name, one in known.items() if one is asker and "/" in name), "")
    return f"{bank}/{wanted}" if bank and "/" not in wanted else wanted


def _assessment(chain: list[Told], questionnaire: Questionnaire) -> Assessment:
    made = Assessment("scenario", 1, "ja", "", {})
    for one in chain:
        scenario = one.scenario
        said = {name: value for name in _INVENTORY if (value := getattr(scenario, name)) is not None}
        made = replace(made, **said, answers={**made.answers, **scenario.answers})
    answers = {
        name: in_full(answer, questionnaire.questions[name].question if name in questionnaire.questions else None)
        for name, answer in made.answers.items()
        if answer != Answer()
    }
    return replace(made, answers=answers)


def in_full(answer: Answer, question: Question | None) -> Answer:
    """A safeguard's short answer with all that its state asks for, so that it counts as it says."""
    if question is None or question.type != "safeguard" or answer != Answer(answer=answer.answer):
        return answer
    match answer.answer:
        case "planned":
            return replace(answer, owner="owner", due=DAY)
        case "implemented":
            return replace(answer, owner="owner", evidence=("record",))
        case "verified":
            return replace(
                answer, owner="owner", evidence=("record",), verified_by="reviewer", verified_on=DAY, method="record"
            )
    return answer


def _add(told: Told, assessment: Assessment, questionnaire: Questionnaire, made: Cases) -> None:
    wrong = [*_wrong_answers(told, questionnaire), *_wrong_expectations(told, questionnaire)]
    made.diagnostics += wrong
    if not wrong:
        made.cases.append(Case(told, assessment))


def _wrong_answers(told: Told, questionnaire: Questionnaire) -> Iterator[Diagnostic]:
    for name, answer in told.scenario.answers.items():
        asked = questionnaire.questions.get(name)
        if asked is None:
            yield _unknown(told, ("answers", name), name, "@a_question", questionnaire.questions)
        elif answer.answer not in (None, UNKNOWN, NOT_APPLICABLE) and not fits(asked.question, answer.answer):
            known = ", ".join(asked.question.answers)
            yield told.at("answers", name, code="PIA241", found=_shown(answer.answer), known=known)


def _wrong_expectations(told: Told, questionnaire: Questionnaire) -> Iterator[Diagnostic]:
    expect = told.scenario.expect
    known: tuple[tuple[str, str, Mapping[str, object]], ...] = (
        ("risks", "@a_risk", questionnaire.risks),
        ("decisions", "@a_decision", questionnaire.decisions),
        ("red_lines", "@a_red_line", questionnaire.red_lines),
    )
    for part, kind, there in known:
        for name in getattr(expect, part):
            if name not in there:
                yield _unknown(told, ("expect", part, name), name, kind, there)
    for part in ("asked", "not_asked"):
        for number, name in enumerate(getattr(expect, part)):
            if name not in questionnaire.questions:
                yield _unknown(told, ("expect", part, number), name, "@a_question", questionnaire.questions)
    for path, between, scale in _levels(expect, questionnaire):
        words = between if isinstance(between, tuple) else (between,)
        if len(words) not in (1, 2) or not set(words) <= set(scale):
            yield told.at("expect", *path, code="PIA241", found=_shown(between), known=", ".join(scale))


def _levels(expect: Expected, questionnaire: Questionnaire) -> Iterator[tuple[Place, Between, tuple[str, ...]]]:
    """Each level that is expected, with the words that it may be."""
    method = questionnaire.method
    levels = (NONE, *questionnaire.level_ids)
    scales = {name: tuple(one.id for one in getattr(method, name)) for name in ("severity", "likelihood")}
    for name, risk in expect.risks.items():
        if not isinstance(risk, ExpectedRisk):
            yield ("risks", name), risk, levels
            continue
        for part in ("severity", "likelihood", "inherent", "current", "target"):
            if (between := getattr(risk, part)) is not None:
                yield ("risks", name, part), between, scales.get(part, levels)
    for name, outcome in expect.decisions.items():
        if name in questionnaire.decisions:
            outcomes = questionnaire.decisions[name].decision.outcomes
            yield ("decisions", name), outcome, (NOT_APPLICABLE, *(one.id for one in outcomes))


def _unknown(told: Told, path: Place, name: str, kind: str, known: Mapping[str, object]) -> Diagnostic:
    return told.at(*path, code="PIA240", name=name, kind=kind, meant=meant(name, known))


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
