"""A small assessment with its banks, read from `robot.yaml`, and reports of it."""

from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from tsukuba_pia.load.compose import compose
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import Authority, Bank
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.sign_off import (
    Condition,
    Digests,
    Signatory,
    Signed,
    SignOff,
    SignOffOutcome,
    SignOffs,
    Waiver,
)
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.report.build import ALL_SAID, NO_SIGN_OFFS, build_report
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Audience
from tsukuba_pia.report.places import Places
from tsukuba_pia.report.withholding import Unsaid
from tsukuba_pia.score.engine import score
from tsukuba_pia.yaml_source import parse

FILE = Path(__file__).with_name("robot.yaml")
AS_OF = "2026-11-24"
CANARY = "CANARY"
VARIANTS = ("usual", "ended", "crossed", "needless")
PEOPLE = ("佐藤 明", "鈴木 次郎", "田中 花子", "山田 太郎")


@cache
def _plain() -> Any:  # noqa: ANN401 - plain data
    return parse(FILE.read_bytes(), FILE.name).data


def plain_assessment() -> dict[str, Any]:
    """The assessment as plain data, to be changed by a test."""
    copy: dict[str, Any] = deepcopy(_plain()["assessment"])
    return copy


def variant(name: str) -> dict[str, Any]:
    """The assessment as it usually is, or where it came to another end."""
    plain = plain_assessment()
    if name == "ended":
        plain["dates"]["ended"] = {"on": "2026-11-20", "why": "委員会が実施しないと議決"}
    elif name == "crossed":
        plain |= {"supersedes": "small-robot-first", "related": ["other-robot"]}
        plain["answers"]["s_uses"] = ["training"]
    elif name == "needless":
        plain |= {"data": [], "data_complete": "yes", "flows": [], "choices": [], "provision": []}
        plain["answers"] = {"s_camera": "no", "s_depots": "one"}
        plain["team"].append({"role": "approver", "post": "部長"})
    return plain


def questionnaire() -> Questionnaire:
    """The small bank with its words and law."""
    plain = _plain()
    vocabulary, references = build(Vocabulary, plain["vocabulary"]), build(References, plain["references"])
    return compose([build(Bank, plain["bank"])], vocabulary, references)


def report_of(  # noqa: PLR0913 - a test changes one of them
    plain: dict[str, Any] | None = None,
    *,
    language: str = "ja",
    audience: Audience = "public",
    profile: Profile | None = None,
    missing: frozenset[str] = frozenset(),
    nobody_accepts: str | None = None,
    waivable_by: Authority = "nobody",
    signed: SignOffs = NO_SIGN_OFFS,
    state: str = "draft",
    earlier: Report | None = None,
    unsaid: Unsaid = ALL_SAID,
) -> Report:
    """A report of the small assessment, or of what a test made of it; perhaps with a level that nobody may accept."""
    banks, assessment = questionnaire(), build(Assessment, plain or plain_assessment())
    if nobody_accepts:
        method = replace(banks.method, acceptance={**banks.method.acceptance, nobody_accepts: "nobody"})
        banks = replace(banks, method=method)
    if waivable_by != "nobody":
        rules = {
            name: replace(rule, red_line=replace(rule.red_line, waivable_by=waivable_by))
            for name, rule in banks.red_lines.items()
        }
        banks = replace(banks, red_lines=rules)
    source = parse(FILE.read_bytes(), "small/assessment.yaml")
    places = Places(source, lambda _, path: (source.file, source.position(path).line))
    result = score(banks, assessment, AS_OF, missing)
    return build_report(
        banks,
        assessment,
        result,
        language=language,
        audience=audience,
        profile=profile,
        places=places,
        signed=signed,
        state=state,
        earlier=earlier,
        unsaid=unsaid,
    )


def sign_off(outcome: SignOffOutcome = "approved", number: int = 1, text: str = "必要です。", **more: Any) -> SignOff:  # noqa: ANN401
    """A decision on the small assessment; `text` stands wherever somebody writes freely."""
    said: dict[str, Any] = {
        "conditions": (
            Condition("operator", "2026-03-31", question="s_training"),
            Condition(text, "2027-03-31", what=text),
        ),
        "waivers": (Waiver("s_red", "ordinance", text, "2026-10-31", text),),
        "document": text,
        "because": text,
        "accepted": "high",
        "levels": {"inherent": "high", "current": "high", "target": "low"},
        "signed": Signatory("渡辺 進", "mayor", text),
    }
    return SignOff(
        sign_off="small-robot",
        format=1,
        number=number,
        outcome=outcome,
        on=f"2026-11-0{number}",
        kind="single",
        digests=Digests("", ""),
        tool="",
        **(said | more),
    )


def on_record(*decisions: SignOff) -> SignOffs:
    """Decisions that fit each other and their copies."""
    return SignOffs(tuple(Signed(f"{one.number:03}-{one.on}-{one.outcome}", "", one) for one in decisions))
