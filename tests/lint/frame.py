"""The frame that fragments are checked in: examples of rules' pages and cases of tests.

A fragment is completed before it is checked, so that it need not say what does not matter to it. Lines and columns are
the fragment's own.

`bank`: the bank x (prefix x). Missing keys of the bank, its sections, questions, risks, rows, red lines and decisions
are filled in soundly (`fill.py`); a safeguard that no risk of the fragment uses is used by a risk of the frame. With
`extends: core@1.0` it stands on fixed/core.yaml (prefix c), else it brings fixed/core.yaml's method. Beside it there is
the bank fixed/kiosk.yaml (prefix k).

`assessment`: answers fixed/core.yaml, as of 2027-04-01, at the stage from which the rule binds. Missing top-level keys
and missing answers are taken from fixed/assessment.yaml (but c_reason not where the fragment answers c_personal); a
service gets a purpose, a problem, a scope, a benefit, an owner and a unit.
Evidence exists unless its name begins with `missing/`. The bank fixed/mobility.yaml, a draft, is required where drones
capture something; it and fixed/kiosk.yaml are chosen where the fragment names them under `banks`. The profile has the
organs mayor and board_of_education, and a contact. `sign-off` and `before` fragments that stand before it are its
sign-offs and what it said at them, completed in the same way; one that runs or is published has been approved.

`city`: a city's profile, with the fixed assessment at the stage from which the rule binds.

`record`: a meeting on that assessment as somebody wrote it down, members 1 and 2 present, without a panel.

`settings`: the text of a pia.toml.

`file`: raw text; what reading and the rules about files tell. What it is (PIA017) and its shape are looked at only
where it has the key of a kind of file, or where it expects PIA017.

`without` (```yaml bank without why help): keys, ids of answers that are not filled in; `use`: no risk of the frame uses
the fragment's safeguards.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from tests.lint.fill import Plain, fill_assessment, fill_bank
from tests.lint.pages import Example
from tsukuba_pia.change.state import published
from tsukuba_pia.diagnostics import Diagnostic, in_order
from tsukuba_pia.lint.context import AssessmentContext, BankContext
from tsukuba_pia.lint.engine import check_assessment, check_bank, check_file, check_minutes
from tsukuba_pia.lint.minutes_context import MinutesContext
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.lint.settings import parse_settings
from tsukuba_pia.lint.silencing import silenced
from tsukuba_pia.load.compose import compose
from tsukuba_pia.load.other_banks import OtherBank
from tsukuba_pia.load.shape import build, read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.minutes import Attendant, Entry, Record
from tsukuba_pia.model.profile import Imprint, Organ, Profile
from tsukuba_pia.model.sign_off import Signed, SignOff, SignOffs
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.score.engine import score
from tsukuba_pia.work.check_one import SHAPES, kind_of
from tsukuba_pia.yaml_source import Source, parse

SIGN_OFF: Plain = {
    "sign_off": "t-1", "format": 1, "outcome": "approved", "on": "2027-01-10", "kind": "single", "document": "つ第1号",
    "signed": {"name": "山田 一", "post": "mayor"}, "because": "必要です。", "tool": "pia",
    "levels": {"inherent": "medium", "current": "low", "target": "low"}, "digests": {"content": "", "decided": ""},
    "seal": "0",
}  # fmt: skip
T = TypeVar("T")
FIXED = Path(__file__).parent / "fixed"
AS_OF = "2027-04-01"
WORST = "levels: {inherent: high, current: high, target: high}"
DECIDED = STAGES[STAGES.index("launch") :]
PROFILE = Profile(
    "架空市",
    organs=(Organ("mayor", "市長", {"owner": "係長", "mayor": "市長"}), Organ("board_of_education", "教育委員会")),
    contact="市民相談室",
    register=Imprint("https://city.example.jp/pia/"),
)


@cache
def fixed_source(name: str) -> Source:
    """One of the fixed files."""
    return parse((FIXED / f"{name}.yaml").read_bytes(), f"{name}.yaml")


@cache
def fixed(kind: type[T], name: str) -> T:
    """What one of the fixed files holds."""
    value = read_shape(kind, fixed_source(name))
    assert value is not None, fixed_source(name).diagnostics
    return value


def vocabulary() -> Vocabulary:
    """The small vocabulary."""
    found: Vocabulary = fixed(Vocabulary, "vocabulary")
    return found


def references() -> References:
    """The small list of references."""
    found: References = fixed(References, "references")
    return found


def found_in(example: Example, stage: Stage = "draft") -> tuple[Diagnostic, ...]:
    """All that is found in a fragment."""
    if example.kind == "settings":
        read = parse_settings(Path("pia.toml"), example.text).source
        return in_order(read.diagnostics if read is not None else ())
    source = parse(example.text.encode(), "x.yaml")
    if example.kind == "record":
        return in_order(_in_record(source))
    if example.kind == "file":
        return in_order(_in_file(source, expects_any={mark.code for mark in example.marks}))
    if not isinstance(source.data, dict):
        return in_order(source.diagnostics)
    if example.kind == "bank":
        return in_order([*bank_findings(source, example.without), *check_file(source)])
    inside = _in_city(source, stage) if example.kind == "city" else _in_assessment(source, example, stage)
    return in_order([*inside, *check_file(source)])


def _in_file(source: Source, expects_any: set[str]) -> list[Diagnostic]:
    kind = kind_of(source)
    if source.data is not None:
        source.diagnostics += check_file(source)
        shapes: dict[str, Any] = {"bank": Bank, "assessment": Assessment, **SHAPES}
        if kind:
            read_shape(shapes[kind], source)
        elif "PIA017" in expects_any:
            source.diagnostics.append(source.diagnostic("PIA017", ()))
    return silenced(source.diagnostics, source, lambda _: True)[0]


def bank_findings(source: Source, without: frozenset[str] = frozenset()) -> list[Diagnostic]:
    """What the rules find in a fragment of a bank."""
    method: Plain = fixed_source("core").data["method"]
    fill_bank(source.data, method, without)
    return whole_bank_findings(source)


def whole_bank_findings(source: Source) -> list[Diagnostic]:
    """What the rules find in a bank that needs no completion."""
    bank = read_shape(Bank, source)
    if bank is None:
        return source.diagnostics
    return [*source.diagnostics, *check_bank(context_of(bank, source))]


def context_of(bank: Bank, source: Source) -> BankContext:
    """What the rules look at: the bank, on the fixed core if it extends that."""
    base = (fixed(Bank, "core"),) if bank.extends else ()
    kiosk = fixed(Bank, "kiosk")
    others = [kiosk] if bank.bank != kiosk.bank else []
    beside = {one.bank: (one.prefix, frozenset(question.id for question in one.questions)) for one in others}
    return BankContext(bank, source, (*base, bank), vocabulary(), references(), AS_OF, beside)


def _other(bank: Bank) -> OtherBank:
    return OtherBank(bank.bank, bank.version, bank.required_when, frozenset(one.id for one in bank.questions))


def _in_record(source: Source) -> tuple[Diagnostic, ...]:
    source.data = {"record": "t-1", "format": 1, "on": AS_OF, "present": [1, 2]} | source.data
    record = read_shape(Record, source)
    assert record is not None, source.diagnostics
    assessment = fixed(Assessment, "assessment")
    questionnaire = compose([fixed(Bank, "core")], vocabulary(), references())
    items = tuple(Entry("risk", one.item, one.item) for one in record.items)
    context = MinutesContext(
        source, record, assessment, questionnaire, score(questionnaire, assessment, AS_OF), AS_OF, None,
        {number: Attendant(number, "independent") for number in record.present}, items, PROFILE,
    )  # fmt: skip
    return check_minutes(context)


def _in_assessment(source: Source, example: Example, stage: Stage) -> list[Diagnostic]:
    fill_assessment(source.data, fixed_source("assessment").data, example.without)
    assessment = read_shape(Assessment, source)
    if assessment is None:
        return source.diagnostics
    listed = {item for answer in assessment.answers.values() for item in answer.evidence}
    banks = [fixed(Bank, name) for name in ("core", "mobility", "kiosk")]
    context = AssessmentContext(
        assessment,
        source,
        compose([bank for bank in banks if bank.bank in assessment.banks], vocabulary(), references()),
        AS_OF,
        frozenset(item for item in listed if item.startswith("missing/")),
        PROFILE,
        stage,
        tuple(_other(bank) for bank in banks if bank.bank not in assessment.banks),
        sign_offs=SignOffs(tuple(_signed(example, needed=stage in DECIDED or published(assessment, AS_OF)))),
        earlier=tuple(_earlier(example)),
    )
    return [*source.diagnostics, *check_assessment(context)]


def _in_city(city: Source, stage: Stage) -> list[Diagnostic]:
    profile, source = read_shape(Profile, city), parse(b"{}", "assessment.yaml")
    source.data = dict(fixed_source("assessment").data)
    assessment = read_shape(Assessment, source)
    assert assessment is not None, source.diagnostics
    questionnaire = compose([fixed(Bank, "core")], vocabulary(), references())
    context = AssessmentContext(
        assessment, source, questionnaire, AS_OF, profile=profile, stage=stage, city=city,
        sign_offs=SignOffs(tuple(_signed(Example("city", ""), needed=stage in DECIDED))),
    )  # fmt: skip
    return [*city.diagnostics, *(one for one in check_assessment(context) if one.file == city.file)]


def _signed(example: Example, *, needed: bool) -> Iterator[Signed]:
    """The sign-offs beside it, the first one first; where one is needed and none is there, an approval."""
    texts = [text for kind, text in example.beside if kind == "sign-off"]
    for number, text in enumerate(texts or [WORST] * needed, 1):
        plain = {**SIGN_OFF, "number": number} | parse(text.encode(), "sign-off.yaml").data
        yield Signed(f"{number:03}", f"{number:064}", build(SignOff, plain))


def _earlier(example: Example) -> Iterator[Assessment]:
    """What it said at each sign-off before."""
    for text in (text for kind, text in example.beside if kind == "before"):
        plain = parse(text.encode(), "before.yaml").data
        fill_assessment(plain, fixed_source("assessment").data, frozenset())
        yield build(Assessment, plain)
