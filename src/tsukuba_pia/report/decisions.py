"""What was decided from ladders of outcomes, with every reason, and the red lines."""

from collections.abc import Iterator, Mapping

from tsukuba_pia.model.bank import Decision as Rule
from tsukuba_pia.model.result import DecisionResult, RedLineResult, Truth
from tsukuba_pia.model.result import Reason as Found
from tsukuba_pia.report.model import Basis, Decision, Named, Reason, RedLine
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.redaction import reasons_told

THRESHOLD = "threshold"
NOT_NEEDED = "none"  # its lightest outcome
FIRST = (THRESHOLD, "my_number")  # roles, in the order of the report; other decisions follow
APPLIES = {Truth.TRUE: "yes", Truth.UNKNOWN: "perhaps", Truth.FALSE: "no"}


def no_assessment(reader: Reader) -> Named | None:
    """The outcome of a threshold analysis that asks for no assessment; None where one is needed, or may be."""
    for found in reader.result.decisions.values():
        if found.role == THRESHOLD and found.outcome.worst == NOT_NEEDED:
            return _outcome(reader, reader.questionnaire.decisions[found.id].decision, NOT_NEEDED)
    return None


def decisions_of(reader: Reader) -> tuple[Decision, ...]:
    """All decisions, the threshold first."""

    def place(found: DecisionResult) -> int:
        return FIRST.index(found.role) if found.role in FIRST else len(FIRST)

    return tuple(_decision(reader, one) for one in sorted(reader.result.decisions.values(), key=place))


def _decision(reader: Reader, found: DecisionResult) -> Decision:
    rule = reader.questionnaire.decisions[found.id].decision
    best, worst = found.outcome
    return Decision(
        id=found.id,
        role=found.role or "",
        title=reader.maybe(rule.title) or reader.own(found.id),
        applies=APPLIES[found.applies],
        outcome=_outcome(reader, rule, worst),
        lightest=_outcome(reader, rule, best) if best != worst else None,
        reasons=tuple(_reasons(reader, rule, found)),
    )


def _outcome(reader: Reader, rule: Rule, name: str) -> Named:
    found = next(one for one in rule.outcomes if one.id == name)
    return Named(name, reader.say(found.label), reader.maybe(found.meaning))


def _reasons(reader: Reader, rule: Rule, found: DecisionResult) -> Iterator[Reason]:
    """Those that decide first. What can rest on a withheld answer is told once, without its words."""
    kept, others = reasons_told(reader.questionnaire.decisions[found.id], found, reader.all_hidden)
    for one in sorted(kept, key=lambda one: one.outcome != found.outcome.worst):
        yield _reason(reader, rule, one, decides=one.outcome == found.outcome.worst)
    if others:
        heaviest = _outcome(reader, rule, found.outcome.worst).label
        yield Reason(
            heaviest, decides=False, certain=True, because=None, withheld=True, rests_on=(), refs=(), place=None
        )


def _reason(reader: Reader, rule: Rule, one: Found, *, decides: bool) -> Reason:
    return Reason(
        outcome=_outcome(reader, rule, one.outcome).label,
        decides=decides,
        certain=one.truth is Truth.TRUE,
        because=reader.maybe(one.because),
        withheld=False,
        rests_on=reader.rests_on(one.questions),
        refs=reader.laws(one.refs),
        place=reader.row_place(one.place),
    )


def red_lines_of(reader: Reader, waived: Mapping[str, str]) -> tuple[RedLine, ...]:
    """Red lines: crossed ones first, then those that are not decided. They are never withheld.

    `waived`: until when those that are set aside are.
    """
    order = ("crossed", "unknown", "clear")
    lines = sorted(reader.result.red_lines.values(), key=lambda line: order.index(line.state))
    return tuple(_red_line(reader, line, waived.get(line.id)) for line in lines)


def _red_line(reader: Reader, line: RedLineResult, waived: str | None) -> RedLine:
    rule = reader.questionnaire.red_lines[line.id].red_line
    return RedLine(
        id=line.id,
        text=reader.say(rule.text),
        state=line.state,
        waivable_by=reader.term("red_line_authorities", rule.waivable_by).label,
        waived=reader.day(waived) if line.state != "clear" else None,
        waits_for=_waits_for(reader, line),
        refs=reader.laws(rule.refs),
        place=reader.row_place(line.place),
    )


def _waits_for(reader: Reader, line: RedLineResult) -> tuple[Basis, ...]:
    """The open answers that a red line hangs on."""
    opens = [name for name in line.questions if reader.result.standings[name].open and not reader.hidden(name)]
    return reader.rests_on(opens) if line.state == "unknown" else ()
