"""A small assessment with its banks, read from `robot.yaml`, and reports of it."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from tsukuba_pia.load.compose import compose
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.report.build import build_report
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Audience
from tsukuba_pia.report.places import Places
from tsukuba_pia.score.engine import score
from tsukuba_pia.yaml_source import parse

FILE = Path(__file__).with_name("robot.yaml")
AS_OF = "2026-11-24"
CANARY = "CANARY"
PEOPLE = ("佐藤 明", "鈴木 次郎", "田中 花子", "山田 太郎")


@cache
def _plain() -> Any:  # noqa: ANN401 - plain data
    return parse(FILE.read_bytes(), FILE.name).data


def plain_assessment() -> dict[str, Any]:
    """The assessment as plain data, to be changed by a test."""
    copy: dict[str, Any] = deepcopy(_plain()["assessment"])
    return copy


def questionnaire() -> Questionnaire:
    """The small bank with its words and law."""
    plain = _plain()
    vocabulary, references = build(Vocabulary, plain["vocabulary"]), build(References, plain["references"])
    return compose([build(Bank, plain["bank"])], vocabulary, references)


def report_of(
    plain: dict[str, Any] | None = None,
    *,
    language: str = "ja",
    audience: Audience = "public",
    profile: Profile | None = None,
    missing: frozenset[str] = frozenset(),
) -> Report:
    """A report of the small assessment, or of what a test made of it."""
    banks, assessment = questionnaire(), build(Assessment, plain or plain_assessment())
    source = parse(FILE.read_bytes(), "small/assessment.yaml")
    places = Places(source, lambda _: source)
    result = score(banks, assessment, AS_OF, missing)
    return build_report(banks, assessment, result, language=language, audience=audience, profile=profile, places=places)
