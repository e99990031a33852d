"""The whole report, in the order in which it is read."""

from dataclasses import dataclass

from tsukuba_pia.model.text import Said
from tsukuba_pia.report.kinds import Kind
from tsukuba_pia.report.model import (
    Answer,
    Audience,
    Day,
    Decision,
    LawClass,
    Measure,
    Named,
    Principle,
    RedLine,
    Risk,
    RiskMap,
)
from tsukuba_pia.report.pages import Council, Notice, Receivers
from tsukuba_pia.report.parts import (
    Actor,
    BankVersion,
    Choice,
    Citizen,
    Consultation,
    DataItem,
    Exclusion,
    Flow,
    GroupView,
    Incident,
    Index,
    Linkage,
    MeasureCounts,
    Member,
    Method,
    Opinion,
    Provision,
    Publication,
    Request,
    Service,
    Withholding,
)
from tsukuba_pia.report.records import ChangeLog, Complaint, GlossaryTerm, Meeting, OwnPart, SignedView


@dataclass(frozen=True, slots=True)
class Report:
    """One assessment for one audience in one language."""

    pia_report: int
    kind: Kind  # which page of it is meant; what it says is the same for all of them
    id: str
    title: Said
    language: str
    audience: Audience
    as_of: Day
    state: str  # draft, and what sign-off makes of it
    draft: bool  # every page says that it is no publication
    city: Said | None
    organ: Said | None
    supersedes: str | None  # the number of the assessment that this one takes the place of
    related: tuple[str, ...]
    no_assessment: bool  # the threshold analysis says that none is needed
    no_data: bool  # the inventory is complete, and empty
    modified_method: bool
    draft_banks: bool
    untranslated: int  # texts that stand in another language than the report's
    told_easily: bool  # its title or its purpose, which are never withheld, is told in easy Japanese
    citizen: Citizen
    conclusion: Said | None
    decisions: tuple[Decision, ...]
    red_lines: tuple[RedLine, ...]
    indices: tuple[Index, ...]
    service: Service
    actors: tuple[Actor, ...]
    data: tuple[DataItem, ...] | None
    data_complete: bool
    flows: tuple[Flow, ...] | None
    linkage: tuple[Linkage, ...]
    receivers: Receivers
    laws: tuple[LawClass, ...]
    unknown_references: tuple[str, ...]
    principles: tuple[Principle, ...]
    risks: tuple[Risk, ...]
    risks_not_applying: tuple[Named, ...]
    maps: tuple[RiskMap, ...]
    groups: tuple[GroupView, ...]  # everyone first, then those who gain something or are hit harder
    groups_excluded: tuple[Exclusion, ...]
    measures: tuple[Measure, ...]
    measure_counts: MeasureCounts
    provision: tuple[Provision, ...] | None  # None: nothing is said of it
    choices: tuple[Choice, ...] | None
    members: tuple[Member, ...]
    consultations: tuple[Consultation, ...]
    opinions: tuple[Opinion, ...]
    requests: tuple[Request, ...]
    meetings: tuple[Meeting, ...]  # nothing for the public
    incidents: tuple[Incident, ...]
    open: tuple[Answer, ...]
    method: Method
    withholding: Withholding
    publication: Publication
    council: Council
    notice: Notice | None
    banks: tuple[BankVersion, ...]
    outcome: Named | None  # of the last decision, where the state does not tell it
    signed: tuple[SignedView, ...]  # the first one first
    signed_fits: bool  # every decision on record can be relied on
    own_risks: tuple[OwnPart, ...]  # beside the banks; no level counts them
    own_safeguards: tuple[OwnPart, ...]
    complaints: tuple[Complaint, ...]
    overdue: tuple[Measure, ...]  # planned for a day that has passed
    changes: ChangeLog | None  # since the last decision; none without one
    glossary: tuple[GlossaryTerm, ...]
    tool: str

    @property
    def ahead(self) -> bool:
        """Whether it tells of a plan: the service's first day has not come, and it may yet."""
        start = self.service.starts_on
        given_up = self.citizen.dropped or self.state == "ended"
        return start is not None and start.iso > self.as_of.iso and not given_up
