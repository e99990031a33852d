"""Compares an assessment today with what was signed last, and scores what was signed again. No network."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tsukuba_pia.change.approval import decided_digest, level_of
from tsukuba_pia.change.assessment_content import assessment_digest, assessment_tree
from tsukuba_pia.change.canonical import canonical_json
from tsukuba_pia.change.compare import Change, compare
from tsukuba_pia.change.tree import tree
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.engine import check_assessment
from tsukuba_pia.load.assessment import FILE, load_profile
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.evidence import WEB, evidence_digests
from tsukuba_pia.load.sign_offs import ROOM
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.model.sign_off import Signed, SignOff
from tsukuba_pia.problems import Problem
from tsukuba_pia.resources import WORKSPACE_FILE
from tsukuba_pia.score.engine import score
from tsukuba_pia.work.opening import Opened, context_of, open_assessment
from tsukuba_pia.work.released import document_of
from tsukuba_pia.yaml_source import read

DUE = ("PIA512", "PIA517", "PIA518", "PIA519")


class Differs(NamedTuple):
    """A file or a level that is not as it was. `what`: changed, gone, added; of a level, what it is now."""

    name: str
    what: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """What differs from what was signed."""

    last: Signed
    problems: tuple[tuple[str, str, str], ...]  # folder, word of the rules, name
    changes: tuple[Change, ...]
    evidence: tuple[Differs, ...]
    banks: tuple[Differs, ...]
    due: tuple[Diagnostic, ...]
    levels: tuple[Differs, ...] | None  # None: not scored again
    unsealed: tuple[str, ...] = ()  # folders of sign-offs from before records were sealed

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return self._as_signed and not self.due

    @property
    def only_due(self) -> bool:
        """Whether all is as it was signed but days that have passed since."""
        return self._as_signed and bool(self.due)

    @property
    def _as_signed(self) -> bool:
        return not (self.problems or self.changes or self.evidence or self.banks or self.levels)


def verify(opened: Opened, *, rescore: bool) -> Verified:
    """Hold an assessment to its last sign-off. Only where `usable`.

    Raises:
        Problem: nothing was signed.

    """
    if not opened.signed.all:
        raise Problem("nothing_signed", path=opened.path)
    last = opened.signed.all[-1]
    folder = opened.path.parent / ROOM / last.folder
    problems = [(one.folder, *problem) for one in opened.signed.all for problem in one.problems]
    if last.sign_off is None:
        return Verified(last, tuple(problems), (), (), (), (), None)
    kept = snapshot_of(folder, last.sign_off)
    problems += _content(kept, last)
    unsealed = (one.folder for one in opened.signed.all if one.sign_off is not None and one.sign_off.seal is None)
    return Verified(
        last,
        tuple(dict.fromkeys(problems)),
        tuple(_changes(kept, opened)),
        tuple(_evidence(last.sign_off, opened)),
        tuple(_banks(folder, opened)),
        tuple(one for one in check_assessment(context_of(opened, "follow-up")) if one.code in DUE),
        tuple(_levels(kept, last.sign_off)) if rescore else None,
        tuple(unsealed),
    )


def snapshot_of(folder: Path, sign_off: SignOff) -> Opened:
    """The snapshot's own assessment on its own banks."""
    return open_assessment(folder / FILE, sign_off.on, rules=False, catalog=Catalog.alone(folder))


def _content(kept: Opened, last: Signed) -> Iterator[tuple[str, str, str]]:
    """Whether the copy of the assessment says what the sign-off is bound to."""
    sign_off = last.sign_off
    assert sign_off is not None  # noqa: S101 - the caller looked
    if kept.assessment is None:
        yield last.folder, "@sign_off_unreadable", FILE
        return
    said, evidence = sign_off.digests, sign_off.digests.evidence
    content = assessment_digest(kept.assessment, evidence, sign_off.on)
    if (content, decided_digest(kept.assessment, evidence, sign_off.on)) != (said.content, said.decided):
        yield last.folder, "@sign_off_copy_changed", FILE


def _changes(kept: Opened, opened: Opened) -> Iterator[Change]:
    if kept.assessment is not None and opened.assessment is not None:
        found = compare(assessment_tree(kept.assessment), assessment_tree(opened.assessment))
        yield from (one for one in found if one.what != "reordered")


def _evidence(sign_off: SignOff, opened: Opened) -> Iterator[Differs]:
    assert opened.assessment is not None  # noqa: S101 - it is usable
    yield from _files(sign_off.digests.evidence, evidence_digests(opened.assessment, opened.path.parent))


def _files(was: Mapping[str, str | None], now: Mapping[str, str | None]) -> Iterator[Differs]:
    for name in sorted({*was, *now}):
        before, after = was.get(name), now.get(name)
        if before != after:
            yield Differs(name, "added" if before is None else "gone" if after is None else "changed")


def _banks(folder: Path, opened: Opened) -> Iterator[Differs]:
    """The banks that are used today, what they rest on and the city's profile, beside the copies: by what they say."""
    was = {one: _says(folder / one) for one in _rooms(folder)}
    files = opened.banks.files.values()
    now = {f"questionnaires/{one.parent.name}/{one.name}": _says(one) for one in files}
    kept, _ = load_profile(folder if (folder / WORKSPACE_FILE).is_file() else None)
    yield from _files(was | _decides(kept), now | _decides(opened.profile))


def _decides(profile: Profile | None) -> dict[str, str | None]:
    """Of a city's profile what a decision rests on: its organs with their posts, and its stricter method."""
    if profile is None:
        return {}
    content = tree({"organs": profile.organs, "method": profile.method or {}}).plain
    return {WORKSPACE_FILE: sha256(canonical_json(content)).hexdigest()}


def _rooms(folder: Path) -> list[str]:
    return [one.relative_to(folder).as_posix() for one in folder.glob("questionnaires/*/*.yaml")]


def _says(file: Path) -> str | None:
    document = document_of(read(file))
    return document.digest if document is not None else None


def score_again(kept: Opened, sign_off: SignOff) -> ScoreResult:
    """The score of a `usable` snapshot, with the evidence that there was when it was signed."""
    assert kept.assessment is not None  # noqa: S101 - it is usable
    assert kept.questionnaire is not None  # noqa: S101
    known = sign_off.digests.evidence
    listed = {item for one in kept.assessment.answers.values() for item in one.evidence}
    gone = {item for item in listed if not item.startswith(WEB) and known.get(item) is None}
    empty = {item for item in kept.loaded.missing_evidence if item.startswith(WEB)}
    return score(kept.questionnaire, kept.assessment, sign_off.on, frozenset(gone | empty))


def _levels(kept: Opened, sign_off: SignOff) -> Iterator[Differs]:
    """Each level that does not come out as it was signed."""
    if not kept.usable or kept.assessment is None or kept.questionnaire is None:
        yield Differs(FILE, "-", "-")
        return
    result = score_again(kept, sign_off)
    now = {one: getattr(result, one).worst for one in ("inherent", "current", "target")}
    for name, level in sign_off.levels.items():
        if now.get(name) != level:
            yield Differs(name, now.get(name, "-"), level)
    if sign_off.accepted is not None and level_of(sign_off.outcome, result) != sign_off.accepted:
        yield Differs("accepted", level_of(sign_off.outcome, result), sign_off.accepted)
