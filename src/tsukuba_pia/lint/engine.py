"""Runs rules and gives their findings a place. Rules are found by their files' names: pia203_unknown_question.py."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from tsukuba_pia.diagnostics import Diagnostic, Finding, in_order
from tsukuba_pia.discovery import modules_in, names_in
from tsukuba_pia.lint import rules
from tsukuba_pia.lint.context import AssessmentContext, BankContext
from tsukuba_pia.lint.failing import failed_rule
from tsukuba_pia.lint.meant import begin
from tsukuba_pia.lint.pages import name_of
from tsukuba_pia.lint.rule import STAGES, About, Rule, Stage
from tsukuba_pia.lint.titles import with_titles
from tsukuba_pia.yaml_source import Source

if TYPE_CHECKING:  # an assessment is checked without it
    from tsukuba_pia.lint.change_context import ChangeContext
    from tsukuba_pia.lint.minutes_context import MinutesContext

MY_NUMBER = "PIA601"  # of any text that people write
FAMILIES: dict[About, tuple[str, ...]] = {  # exact where it saves an assessment the reading of what is not asked of it
    "file": ("pia0", "pia321", "pia322", "pia601"),
    "bank": ("pia2", "pia3"),
    "assessment": (
        "pia035", "pia310", "pia311", "pia4", "pia50", "pia51", "pia52", *(f"pia53{one}" for one in range(6, 10)),
        "pia54", *(f"pia55{one}" for one in range(5, 10)), "pia56", "pia57", "pia58", "pia59", "pia6",
    ),
    "change": ("pia3",),
    "minutes": tuple(f"pia53{one}" for one in range(6)),
    "portfolio": tuple(f"pia55{one}" for one in range(5)),
    "tool": (),
}  # fmt: skip


@cache
def rules_of(about: About) -> tuple[Rule, ...]:
    """The rules about a kind of thing that have a check."""
    found: list[Rule] = [module.RULE for module in modules_in(rules, FAMILIES[about])]
    return tuple(rule for rule in found if rule.check is not None and rule.about == about)


@cache
def rule_of(code: str) -> Rule:
    """The rule of a code. Raises KeyError where there is none."""
    rule: Rule = import_module(f"{rules.__name__}.{name_of(code)}").RULE
    return rule


def codes() -> tuple[str, ...]:
    """All codes."""
    return tuple(name.partition("_")[0].upper() for name in names_in(rules))


def check_file(source: Source) -> tuple[Diagnostic, ...]:
    """What the text of a file shows beyond what reading it told."""
    return in_order(_run(rules_of("file"), source, source))


def check_bank(context: BankContext) -> tuple[Diagnostic, ...]:
    """All findings about one bank."""
    return in_order(_run(rules_of("bank"), context, context.source))


def check_change(context: "ChangeContext") -> tuple[Diagnostic, ...]:
    """All findings about what became of one versioned file."""
    return in_order(_run(rules_of("change"), context, context.source))


def check_minutes(context: "MinutesContext") -> tuple[Diagnostic, ...]:
    """All findings about one meeting."""
    numbers = _run((rule_of(MY_NUMBER),), context.source, context.source)
    return in_order((*numbers, *_run(rules_of("minutes"), context, context.source)))


def check_assessment(context: AssessmentContext) -> tuple[Diagnostic, ...]:
    """All findings about one assessment that bind at its stage."""
    active = _binding(context.stage, context.telling)
    return in_order(with_titles(_run(active, context, context.source), context.questionnaire))


@cache
def _binding(stage: Stage, telling: bool) -> tuple[Rule, ...]:  # noqa: FBT001 - as the context has it
    """The rules about an assessment that bind at a stage; where it is neither to be built nor run, those that tell."""
    bound = STAGES.index(stage)
    binding = (rule for rule in rules_of("assessment") if rule.telling or not telling)
    return tuple(rule for rule in binding if STAGES.index(rule.since) <= bound)


def _run(active: tuple[Rule, ...], context: object, source: Source) -> Iterator[Diagnostic]:
    def place(finding: Finding) -> tuple[str, int, int]:
        return finding.file or source.file, *(finding.at or source.position(finding.path, key=finding.key))

    return ask(active, context, place, source.file)


def ask(
    active: tuple[Rule, ...], context: object, place: Callable[[Finding], tuple[str, int, int]], file: str
) -> Iterator[Diagnostic]:
    """What rules find, each finding put in its `place`. Where a rule itself fails, that is a finding about the file."""
    for rule in active:
        assert rule.check is not None  # noqa: S101 - rules_of leaves the others out
        begin()
        try:
            for finding in rule.check(context):
                yield Diagnostic(*place(finding), rule.code, finding.args, finding.level or rule.level)
        except MemoryError:  # the machine's, not the rule's
            raise
        except Exception as error:  # noqa: BLE001 - a rule's mistake must not hide what the others find
            yield failed_rule(rule.code, error, file)
