"""`pia approve`: asks a person, tells all that stands in the way, writes only after a yes."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tsukuba_pia.change.approval import chain_of, may_accept, may_decide
from tsukuba_pia.cli import context
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.cli.folding import tell_folded
from tsukuba_pia.cli.meeting_view import post_name
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.cli.verifying import level_named
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.model.sign_off import OUTCOMES, Condition, DecisionKind, Expedited, SignOff, SignOffOutcome, Waiver
from tsukuba_pia.model.text import say
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.signing import Wish, in_the_way, propose, said_otherwise, sign

NEEDED = ("name", "post", "document", "because")
WRONG_POST, DECIDES = "PIA513", "@post_decides"
NO = ("", "0", "false", "no")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the flags say."""

    outcome: SignOffOutcome | None
    said: Mapping[str, str]
    kind: DecisionKind
    conditions: tuple[str, ...]
    waivers: tuple[str, ...]
    hurry: Mapping[str, str]
    on_behalf_of: str | None
    dry: bool


def run(file: str, asked: Asked) -> int:
    """Sign; 1 where something stands in the way, and nothing was written then."""
    if not asked.dry:
        _a_person_is_there(asked)
    context.say_day()
    opened = usable(file, context.today())
    sign_off = propose(opened, _wish(asked))
    wrong = in_the_way(opened, sign_off)
    if wrong:
        say_findings(wrong, opened.sources | opened.banks.read_sources)
        _tell_posts(opened, wrong)
        context.say(context.words("approve", "in_the_way", count=len(wrong)))
        return 1
    if otherwise := said_otherwise(opened, sign_off):
        say_findings(otherwise, opened.sources | opened.banks.read_sources)
    _tell(opened, sign_off)
    if asked.dry:
        context.tell(context.words("approve", "dry"))
        return 0
    if asked.on_behalf_of is None and not _confirmed(sign_off):
        context.say(context.words("approve", "not_signed"))
        return 1
    place = sign(opened, sign_off)
    tell_folded([context.words("approve", "signed", path=place, file=file)])
    return 0


def _a_person_is_there(asked: Asked) -> None:
    """No program approves: a person sits at the terminal, or names the document on whose behalf it is entered."""
    if os.environ.get("CI", "").lower() not in NO:
        raise Problem("approve_in_ci")
    if asked.on_behalf_of is not None and not asked.on_behalf_of.strip():
        raise Problem("approve_no_document")
    if asked.on_behalf_of is None and not context.interactive():
        raise Problem("approve_needs_person")


def _wish(asked: Asked) -> Wish:
    ask = not asked.dry and asked.on_behalf_of is None
    outcome = asked.outcome or (_outcome() if ask else None)
    if outcome is None:
        raise Problem("approve_no_outcome", known=", ".join(OUTCOMES))
    said = {name: asked.said[name].strip() or (_ask(name) if ask else "") for name in NEEDED}
    hurry = {name: text or (_ask(name) if ask and outcome == "expedited" else "") for name, text in asked.hurry.items()}
    return Wish(
        outcome,
        **said,
        kind=asked.kind,
        conditions=tuple(_condition(one) for one in asked.conditions),
        waivers=tuple(_waiver(one) for one in asked.waivers),
        expedited=Expedited(hurry["authority"], hurry["event"], hurry["until"]) if outcome == "expedited" else None,
        on_behalf_of=asked.on_behalf_of,
    )


def _outcome() -> Any:  # noqa: ANN401 - one of OUTCOMES
    from tsukuba_pia.cli.prompts import Entry, choose  # noqa: PLC0415 - only a person needs it

    entries = [Entry(one, context.words("approve", f"outcome_{one}")) for one in OUTCOMES]
    return choose(context.words("approve", "ask_outcome"), entries, ())


def _ask(name: str) -> str:
    from tsukuba_pia.cli.prompts import write  # noqa: PLC0415

    return write(context.words("approve", f"ask_{name}"))


def _confirmed(sign_off: SignOff) -> bool:
    """The person types the assessment's name: no key pressed by habit signs anything."""
    from tsukuba_pia.cli.prompts import write  # noqa: PLC0415

    typed = write(context.words("approve", "ask_confirm", name=sign_off.signed.name, assessment=sign_off.sign_off))
    return typed == sign_off.sign_off


def _condition(said: str) -> Condition:
    owner, due, what = (*(one.strip() for one in said.split(",", 2)), "", "")[:3]
    if not owner or not what:
        raise Problem("approve_condition", found=said)
    return Condition(owner, context.day(due), what=what)


def _waiver(said: str) -> Waiver:
    line, _, rest = said.partition("=")
    parts = [one.strip() for one in rest.split(",", 3)]
    if len(parts) < 3 or not line.strip() or parts[0] not in ("ordinance", "mayor_with_report_to_assembly"):  # noqa: PLR2004
        raise Problem("approve_waiver", found=said)
    authority: Any = parts[0]
    because = parts[3] if len(parts) > 3 else None  # noqa: PLR2004
    return Waiver(line.strip(), authority, parts[1], context.day(parts[2]), because)


def _tell(opened: Opened, sign_off: SignOff) -> None:
    """What is about to be signed."""
    words, assessment = context.words, opened.assessment
    assert assessment is not None  # noqa: S101 - it is usable
    title = say(assessment.title, context.language(), assessment.language).words
    called = say(sign_off.signed.called, context.language()).words if sign_off.signed.called else sign_off.signed.post
    lines = [
        f"{title} ({sign_off.sign_off})",
        words("approve", "decision", outcome=words("approve", f"outcome_{sign_off.outcome}"), day=sign_off.on),
        words("approve", "by", name=sign_off.signed.name, post=called, document=sign_off.document),
        words("approve", "levels", **{one: level_named(opened, level) for one, level in sign_off.levels.items()}),
        words("approve", "because", because=sign_off.because),
    ]
    lines += [
        words("approve", "condition", what=_what(opened, one), owner=one.owner, due=one.due)
        for one in sign_off.conditions
    ]
    lines += [
        words("approve", "waiver", line=one.red_line, document=one.document, until=one.until)
        for one in sign_off.waivers
    ]
    tell_folded(lines)


def _what(opened: Opened, condition: Condition) -> str:
    """What a condition asks for: its own words, or the safeguard's with its id."""
    assert opened.questionnaire is not None  # noqa: S101 - it is usable
    name = condition.question or ""
    asked = opened.questionnaire.questions.get(name)
    if condition.what:
        return say(condition.what, context.language()).words
    return f"{say(asked.question.text, context.language()).words} ({name})" if asked else name


def _tell_posts(opened: Opened, wrong: Sequence[Diagnostic]) -> None:
    """Which posts may sign, as the city calls them: findings speak the method's language."""
    assert opened.questionnaire is not None  # noqa: S101 - it is usable
    assert opened.assessment is not None  # noqa: S101
    chain = chain_of(opened.assessment, opened.profile)
    for one in wrong:
        if one.code != WRONG_POST or not one.args.get("needed"):
            continue
        fits = may_decide if one.args["does"] == DECIDES else may_accept
        may = [post for post in chain if fits(post, one.args["level"], opened.questionnaire, chain)]
        posts = context.words("check", "comma").join(post_name(opened, post, context.language()) for post in may)
        which = "may_decide" if fits is may_decide else "may_sign"
        context.say(context.words("approve", which, level=level_named(opened, one.args["level"]), posts=posts))
