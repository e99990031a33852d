"""Opens what a person points at: reads it, checks it, and says all that is wrong with it in one list."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tsukuba_pia.change.approval import decided_digest
from tsukuba_pia.change.state import TELLING, State, published, state_of
from tsukuba_pia.diagnostics import Diagnostic, has_errors, in_order, stopping
from tsukuba_pia.lint.context import AssessmentContext, Then, Wider
from tsukuba_pia.lint.engine import check_assessment, check_bank, check_file
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.load.assessment import LoadedAssessment, file_of, load_assessment_file
from tsukuba_pia.load.bank import Loaded, load_bank_file
from tsukuba_pia.load.catalog import Catalog, rank
from tsukuba_pia.load.comment_windows import load_windows
from tsukuba_pia.load.evidence import evidence_digests
from tsukuba_pia.load.other_banks import head_of
from tsukuba_pia.load.sign_offs import load_sign_offs
from tsukuba_pia.load.signed_assessments import load_signed_assessments
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.comment_window import Window
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.model.sign_off import APPROVING, SignOff, SignOffs
from tsukuba_pia.resources import workspace_of
from tsukuba_pia.score.engine import score
from tsukuba_pia.work.meant_ids import meant_ids
from tsukuba_pia.work.shelf import Shelf, bank_context, sound_banks
from tsukuba_pia.work.threshold import scope_of
from tsukuba_pia.yaml_source import Source

if TYPE_CHECKING:  # who checks an assessment does without
    from tsukuba_pia.score.unknowns import Unknowns

STAGE_OF: Mapping[State, Stage] = {
    "draft": "draft",
    "review": "review",
    "comment": "comment",
    "approved_with_conditions": "approval",
    "approved": "launch",
    "published": "publication",
    "monitoring": "follow-up",
    "suspended": "follow-up",
    "ended": "follow-up",
    "refused": "publication",
    "no_pia": "publication",
}


@dataclass(slots=True)
class Opened:
    """An assessment with everything that is needed to work on it. Usable only where `usable`."""

    path: Path
    loaded: LoadedAssessment
    banks: Loaded
    catalog: Catalog
    as_of: str
    shelf: Shelf = field(default_factory=Shelf)
    profile: Profile | None = None
    city: Source | None = None  # the profile's file as it was read
    questionnaire: Questionnaire | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    signed: SignOffs = field(default_factory=SignOffs)
    windows: tuple[Window, ...] = ()
    then: Then | None = None  # what it said at the revision that it is held to
    stage: Stage = "draft"  # up to which rules about it were asked
    context: AssessmentContext | None = None  # what they looked at
    shared: tuple[tuple[str, int, int, int], ...] = ()  # of whoever watches it: its banks' and its city's files
    _scored: tuple[Questionnaire, Assessment, ScoreResult] | None = None  # the last score, and what it was made of

    @property
    def assessment(self) -> Assessment | None:
        """The assessment, where its file could be read."""
        return self.loaded.assessment

    @property
    def source(self) -> Source:
        """The assessment's file as it was read."""
        return self.loaded.source

    @property
    def usable(self) -> bool:
        """Whether it can be scored: its file could be read, and neither a bank nor the city's profile has an error."""
        return self.assessment is not None and self.questionnaire is not None

    def score(self) -> ScoreResult:
        """Score it. Only where `usable`."""
        assert self.assessment is not None  # noqa: S101 - the caller asked `usable`
        assert self.questionnaire is not None  # noqa: S101
        known = self._scored
        if known is None or known[0] is not self.questionnaire or known[1] is not self.assessment:
            result = score(self.questionnaire, self.assessment, self.as_of, self.loaded.missing_evidence)
            known = self._scored = (self.questionnaire, self.assessment, result)
        return known[2]

    def unknowns(self, result: ScoreResult) -> "Unknowns":
        """What each open question can still move, given its score. Only where `usable`."""
        from tsukuba_pia.score.unknowns import unknowns  # noqa: PLC0415 - see above

        assert self.assessment is not None  # noqa: S101 - the caller asked `usable`
        assert self.questionnaire is not None  # noqa: S101
        return unknowns(self.questionnaire, self.assessment, result, self.loaded.missing_evidence)


def open_assessment(  # noqa: PLR0913 - each may be left out
    path: Path,
    as_of: str,
    *,
    raw: bytes | Source | None = None,
    rules: bool = True,
    stage: Stage | None = None,
    at_least: Stage = "draft",
    catalog: Catalog | None = None,
    shelf: Shelf | None = None,
    then: Then | None = None,
) -> Opened:
    """Open an assessment by its file or folder.

    Args:
        path: its file or its folder.
        as_of: the day.
        raw: what stands in the file, or what was read of it.
        rules: also hold it to the rules about its meaning.
        stage: up to which rules bind; else that of the state which the files and the day give.
        at_least: no earlier stage than this, unless `stage` says so.
        catalog: where its banks are; else with the toolkit and in its workspace.
        shelf: what it shares with others that are opened in the same run.
        then: what it said at a revision that it is held to.

    """
    file = file_of(path)
    shelf = shelf or Shelf()
    catalog = catalog or shelf.catalog(file.parent)
    loaded = load_assessment_file(file, raw)
    signed = load_sign_offs(file.parent)
    opened = Opened(file, loaded, Loaded(), catalog, as_of, shelf=shelf, signed=signed, then=then)
    found = meant_ids(loaded.source.diagnostics, loaded.source, catalog)
    opened.sources[str(file)] = loaded.source
    city = shelf.city(catalog.workspace)
    opened.profile, opened.city = city
    if opened.city is not None:
        opened.sources[opened.city.file] = opened.city
        found += opened.city.diagnostics
    for _, (_, around) in shelf.around(catalog.workspace):
        if around is not None:
            opened.sources[around.file] = around
            found += around.diagnostics
    if loaded.assessment is not None:
        opened.windows = load_windows(loaded.assessment, file.parent)
        opened.banks = shelf.banks(loaded.assessment, catalog, loaded.source)
        found += opened.banks.diagnostics
        if not has_errors(opened.banks.diagnostics):
            opened.questionnaire, misfits = shelf.tightened(opened.banks, city)
            found += misfits
    if rules and loaded.source.data is not None:
        found += check_file(loaded.source)
        if opened.usable:
            context = context_of(opened, stage)
            if stage is None and STAGES.index(at_least) > STAGES.index(context.stage):
                context = replace(context, stage=at_least)
            opened.stage, opened.context = context.stage, context
            found += check_assessment(context)
    opened.diagnostics = in_order(found if opened.context is not None or not rules else stopping(found))
    return opened


def ruled(opened: Opened) -> Opened:
    """An assessment whose banks and city were held to their rules already, held to those about itself."""
    found = [*opened.loaded.source.diagnostics]
    if opened.loaded.source.data is not None:
        found += check_file(opened.loaded.source)
        if opened.usable:
            found += check_assessment(context_of(opened))
    opened.diagnostics = in_order(found)
    return opened


def state_now(opened: Opened, result: ScoreResult) -> State:
    """How far it is on its way. Only where `usable`."""
    questionnaire, assessment = opened.questionnaire, opened.assessment
    assert questionnaire is not None  # noqa: S101 - the caller asked `usable`
    assert assessment is not None  # noqa: S101
    scope = scope_of(questionnaire, result, assessment)
    needed = [name for name in scope if questionnaire.questions[name].required]
    complete = not any(result.standings[name].open for name in needed)
    return state_of(assessment, questionnaire, result, opened.signed, complete=complete, windows=opened.windows)


def changed_since(opened: Opened) -> bool:
    """Whether it says something else than what was decided on last."""
    last, assessment = opened.signed.last, opened.assessment
    if last is None or assessment is None:
        return False
    evidence = evidence_digests(assessment, opened.path.parent)
    return decided_digest(assessment, evidence, last.on) != last.digests.decided


def context_of(opened: Opened, stage: Stage | None = None, proposed: SignOff | None = None) -> AssessmentContext:
    """What the rules look at. Only where `usable`."""
    assert opened.assessment is not None  # noqa: S101 - the caller asked `usable`
    assert opened.questionnaire is not None  # noqa: S101
    result = opened.score()
    state = state_now(opened, result)
    stage = stage or stage_now(opened.assessment, state, opened.as_of)
    return AssessmentContext(
        opened.assessment,
        opened.source,
        opened.questionnaire,
        opened.as_of,
        opened.loaded.missing_evidence,
        opened.profile,
        stage,
        other_banks=opened.shelf.others(opened.catalog, opened.assessment.banks),
        scored=result,
        sign_offs=opened.signed,
        earlier=load_signed_assessments(opened.path.parent, opened.signed),
        then=opened.then,
        proposed=proposed,
        changed=proposed is None and changed_since(opened),
        windows=opened.windows,
        evidence=opened.loaded.evidence,
        city=opened.city,
        wider=tuple(_wider(opened)),
        newer_banks=newer_banks(opened) if stage == "follow-up" else {},
        telling=state in TELLING if proposed is None else proposed.outcome not in APPROVING,
    )


def _wider(opened: Opened) -> Iterator[Wider]:
    """The profiles around the city's own, as far as they could be read."""
    chosen, here = (opened.assessment.banks if opened.assessment is not None else ()), opened.catalog.workspace
    for catalog, (profile, source) in opened.shelf.around(here):
        if profile is not None and source is not None and here is not None:
            name = Path(os.path.relpath(source.file, here)).as_posix()
            yield Wider(name, profile, opened.shelf.others(catalog, chosen))


def stage_now(assessment: Assessment, state: State, as_of: str) -> Stage:
    """The stage whose rules bind by default; what residents can read already is held to what that asks, too."""
    least: Stage = "publication" if published(assessment, as_of) else "draft"
    return max(STAGE_OF[state], least, key=STAGES.index)


def newer_banks(opened: Opened) -> dict[str, str]:
    """Of the banks that it uses: the newest published version, where that is not the one it uses."""
    found = {}
    for name, version in opened.assessment.banks.items() if opened.assessment else ():
        later = (one for one in reversed(opened.catalog.versions(name)) if one.rank > rank(version))
        heads = ((one, head_of(one.path)) for one in later)
        newest = next((one for one, head in heads if head is not None and head[0].status == "published"), None)
        if newest is not None:
            found[name] = newest.version
    return found


def _beside(catalog: Catalog, known: Collection[str]) -> dict[str, tuple[str, frozenset[str]]]:
    """The other banks that there are, in their newest version: the prefix and the questions of each."""
    files = [file for name in catalog.banks if name not in known and (file := catalog.newest(name)) is not None]
    heads = {file.name: head_of(file.path) for file in files}
    return {name: (head[0].prefix, head[1]) for name, head in heads.items() if head is not None}


def check_bank_file(
    path: Path, as_of: str = "", raw: bytes | None = None
) -> tuple[tuple[Diagnostic, ...], dict[str, Source]]:
    """All findings about a bank file, warnings too, with the sources that they point into; what is due on a day.

    `raw`: what stands in the file, where that is not yet saved.
    """
    catalog = Catalog(workspace_of(path.parent))
    loaded = sound_banks(load_bank_file(path, catalog, raw))
    source = loaded.read_sources.get(str(path))
    wrong = loaded.diagnostics if source is None else meant_ids(loaded.diagnostics, source, catalog)
    found = stopping(wrong)  # no assessment can use it
    if loaded.banks:
        context = bank_context(loaded, len(loaded.banks) - 1, as_of)
        found += check_bank(replace(context, beside=_beside(catalog, {one.bank for one in context.banks})))
    if source is not None and source.data is not None:
        found += check_file(source)
    return in_order(found), loaded.read_sources
