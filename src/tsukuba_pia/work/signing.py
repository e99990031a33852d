"""Makes a sign-off out of what a person said, and tells all that stands in its way. It writes nothing by itself."""

from dataclasses import dataclass
from pathlib import Path

from tsukuba_pia.change.approval import chain_of, conditions_of, decided_digest, level_of, post_rank
from tsukuba_pia.change.assessment_content import assessment_digest
from tsukuba_pia.diagnostics import Diagnostic, in_order
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.engine import check_assessment, check_file
from tsukuba_pia.lint.named import posts_args
from tsukuba_pia.load.evidence import evidence_digests
from tsukuba_pia.model.sign_off import (
    APPROVING,
    Condition,
    DecisionKind,
    Digests,
    Expedited,
    Signatory,
    SignOff,
    SignOffOutcome,
    Waiver,
)
from tsukuba_pia.model.text import LANGUAGES, Text
from tsukuba_pia.problems import Problem
from tsukuba_pia.version import VERSION
from tsukuba_pia.work.opening import Opened, context_of, open_assessment
from tsukuba_pia.work.snapshot import write_snapshot

SHOWN = ("PIA559", "PIA574", "PIA578")  # what others said is other words now; a section, or an entry of it, is gone
ALWAYS = ("PIA513", "PIA520")  # what stands in the way of a refusal, too


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to sign."""

    outcome: SignOffOutcome
    name: str
    post: str
    document: str
    because: str
    kind: DecisionKind = "single"
    conditions: tuple[Condition, ...] = ()  # beside the planned safeguards
    waivers: tuple[Waiver, ...] = ()
    expedited: Expedited | None = None
    on_behalf_of: str | None = None


def propose(opened: Opened, wish: Wish) -> SignOff:
    """The sign-off that a wish comes to, on the day of `opened`. Only where `usable`.

    Raises:
        Problem: the post is none of the organ's.

    """
    assessment, questionnaire = opened.assessment, opened.questionnaire
    assert assessment is not None  # noqa: S101 - it is usable
    assert questionnaire is not None  # noqa: S101
    result = opened.score()
    evidence = evidence_digests(assessment, opened.path.parent)
    approving = wish.outcome in APPROVING
    own = conditions_of(assessment, questionnaire, result) if wish.outcome == "approved_with_conditions" else ()
    return SignOff(
        sign_off=assessment.assessment,
        format=1,
        number=len(opened.signed.all) + 1,
        outcome=wish.outcome,
        on=opened.as_of,
        signed=signatory(opened, wish),
        kind=wish.kind,
        document=wish.document,
        because=wish.because,
        levels={one: getattr(result, one).worst for one in ("inherent", "current", "target")},
        digests=Digests(
            assessment_digest(assessment, evidence, opened.as_of),
            decided_digest(assessment, evidence, opened.as_of),
            evidence=evidence,
        ),
        tool=f"tsukuba-pia {VERSION}",
        accepted=level_of(wish.outcome, result) if approving else None,
        conditions=(*own, *wish.conditions) if approving else (),
        waivers=wish.waivers if approving else (),
        expedited=wish.expedited,
        on_behalf_of=wish.on_behalf_of,
    )


def signatory(opened: Opened, wish: Wish) -> Signatory:
    """Who signs; a post is named by the method's word for it or by the city's; of two with one name the higher."""
    assert opened.assessment is not None  # noqa: S101 - it is usable
    chain = chain_of(opened.assessment, opened.profile)
    fits = [post for post, called in chain.items() if wish.post == post or wish.post in _names(called, post)]
    if not fits:
        raise Problem("no_post", found=wish.post, **posts_args("known", chain, chain))
    post = max(fits, key=post_rank)
    return Signatory(wish.name, post, chain[post])


def _names(called: Text | None, post: str) -> tuple[str, ...]:
    """What the city calls a post; where it says nothing, what everybody does."""
    if called is None:
        return tuple(labels(one)["posts"][post] for one in LANGUAGES if post in labels(one)["posts"])
    return (called,) if isinstance(called, str) else tuple(called.values())


def in_the_way(opened: Opened, sign_off: SignOff) -> tuple[Diagnostic, ...]:
    """All that stands in the way of a sign-off. A refusal or a demand for changes only has to say who and why.

    Of a service that runs without leave the post has to be one that decides.
    """
    built = sign_off.outcome == "approved_with_conditions"
    found = check_assessment(context_of(opened, "approval" if built else "launch", sign_off))
    if sign_off.outcome not in APPROVING:
        return tuple(one for one in found if one.code in ALWAYS)
    plain = open_assessment(opened.path, opened.as_of, raw=opened.source.raw, rules=False)
    whole = in_order([*plain.diagnostics, *check_file(opened.source), *found])
    return tuple(one for one in whole if one.level == "error")


def said_otherwise(opened: Opened, sign_off: SignOff) -> tuple[Diagnostic, ...]:
    """What others said that reads otherwise since it was signed last, and sections that are gone: who signs sees it."""
    if not opened.signed.all:
        return ()
    found = check_assessment(context_of(opened, "launch", sign_off))
    return tuple(one for one in found if one.code in SHOWN)


def sign(opened: Opened, sign_off: SignOff) -> Path:
    """Write the snapshot. The caller has asked a person, and nothing stands in the way."""
    return write_snapshot(opened, sign_off, opened.signed)
