"""Pure: (questionnaire, assessment, result) → Report, for one audience in one language. No file, no clock."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from tsukuba_pia.labels import labels
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.minutes import Minutes
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.model.sign_off import RUNNING, SignOffs
from tsukuba_pia.model.text import Said
from tsukuba_pia.model.withheld_sections import spread
from tsukuba_pia.report import (
    answers,
    benefits,
    citizen,
    council,
    data,
    decisions,
    glossary,
    happened,
    law,
    measures,
    meetings,
    method,
    notice,
    people,
    points,
    receivers,
    risks,
    service,
)
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.fields import telling_values
from tsukuba_pia.report.kinds import Kind
from tsukuba_pia.report.model import VERSION, Audience
from tsukuba_pia.report.places import Places
from tsukuba_pia.report.printed import shown
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.records import SignedView
from tsukuba_pia.report.register_changes import logged
from tsukuba_pia.report.signed import BACK, signed_of, untold, waived_by
from tsukuba_pia.report.teller import clean
from tsukuba_pia.report.withholding import Unsaid, closed
from tsukuba_pia.version import VERSION as TOOL

NO_SIGN_OFFS = SignOffs()
ALL_SAID: Unsaid = {}


def build_report(  # noqa: PLR0913 - what a report is made of
    questionnaire: Questionnaire,
    assessment: Assessment,
    result: ScoreResult,
    *,
    language: str,
    audience: Audience,
    profile: Profile | None = None,
    places: Places | None = None,
    state: str = "draft",
    draft: bool = False,
    signed: SignOffs = NO_SIGN_OFFS,
    earlier: Report | None = None,
    window: tuple[str, str] | None = None,
    minutes: Sequence[Minutes] = (),
    unsaid: Unsaid = ALL_SAID,
) -> Report:
    """All that a template may say.

    Args:
        questionnaire: the composed banks.
        assessment: the answers and the inventory.
        result: its score.
        language: the reader's: a language that the labels have.
        audience: `public` never holds what is withheld, where an answer stands, or who has not answered by name.
        profile: the city's, for its name and the names of its posts.
        places: looks up lines in the files, for colleagues.
        state: how far the assessment is on its way (sign-off says).
        draft: every page says that it is a draft, whatever the state.
        signed: the decisions on record.
        earlier: what this reader read of the text that was decided on last.
        window: the first and the last day on which residents may comment, or could.
        minutes: those of the meetings on it, for colleagues.
        unsaid: texts of the decisions that the public may not read.

    """
    every = labels(language)
    words = every["report"]
    reader = Reader(questionnaire, assessment, result, language, audience, words, profile, places, unsaid=unsaid)
    reader = replace(reader, assessment=_as_seen(reader))
    report = _parts(reader, state, signed.until(result.as_of), window, draft=draft)
    report = replace(report, meetings=meetings.meetings_of(reader, minutes))
    if earlier:
        report = replace(report, changes=logged(earlier, report, every), notice=notice.since(earlier, report))
    told = _told(shown(report, "full"))
    return replace(report, glossary=glossary.glossary_of(told, language), untranslated=_foreign(told, language))


def of_kind(report: Report, kind: Kind) -> Report:
    """The report as one kind of page of it: that counts which of the texts on it stand in another language."""
    return replace(report, kind=kind, untranslated=_foreign(_told(shown(report, kind)), report.language))


def _foreign(told: Collection[Said], language: str) -> int:
    """How many texts stand in another language."""
    return sum(said.language != language and bool(said.words) for said in told)


def _parts(reader: Reader, state: str, signed: SignOffs, window: tuple[str, str] | None, *, draft: bool) -> Report:
    assessment = reader.assessment
    all_answers = answers.answers_of(reader)
    all_measures = measures.measures_of(reader)
    all_risks = risks.risks_of(reader, [measures.brief(one) for one in all_measures])
    red_lines = decisions.red_lines_of(reader, waived_by(reader, signed))
    opens = answers.open_of(all_answers)
    of_service = service.service_of(reader, signed)
    all_data, opinions = data.data_of(reader), people.opinions_of(reader)
    decided = signed_of(reader, signed, all_measures)
    page = citizen.citizen_of(reader, all_risks, all_measures, red_lines, opens=opens, signed=decided)
    state = _state(reader, state, decided)
    page = replace(page, dropped=state == "refused" or (bool(decided) and decided[-1].outcome.id == "refused"))
    return Report(
        pia_report=VERSION,
        kind="full",
        id=assessment.assessment,
        title=reader.say(assessment.title),
        language=reader.language,
        audience=reader.audience,
        as_of=reader.on(reader.result.as_of),
        state=state,
        draft=draft,
        city=reader.maybe(reader.profile.city) if reader.profile else None,
        organ=method.organ_of(reader),
        supersedes=clean(assessment.supersedes) if assessment.supersedes else None,
        related=tuple(clean(name) for name in assessment.related),
        no_assessment=decisions.no_assessment(reader) is not None,
        no_data=assessment.data == () and assessment.data_complete == "yes",
        modified_method=reader.questionnaire.modified_method,
        draft_banks=any(bank.status == "draft" for bank in reader.questionnaire.banks),
        untranslated=0,
        told_easily=service.is_told_easily(assessment),
        citizen=page,
        conclusion=reader.maybe(assessment.conclusion),
        decisions=decisions.decisions_of(reader),
        red_lines=red_lines,
        indices=points.indices_of(reader),
        service=of_service,
        actors=service.actors_of(reader),
        data=all_data,
        data_complete=assessment.data_complete == "yes",
        flows=data.flows_of(reader),
        linkage=data.linkage_of(reader),
        receivers=receivers.receivers_of(reader, all_answers, all_data),
        principles=answers.principles_of(reader, all_answers),
        risks=all_risks,
        risks_not_applying=risks.not_applying(reader),
        maps=risks.maps_of(reader),
        groups=benefits.groups_of(reader),
        groups_excluded=service.exclusions_of(reader),
        measures=all_measures,
        measure_counts=measures.counts_of(all_measures),
        provision=service.provision_of(reader),
        choices=service.choices_of(reader),
        members=people.members_of(reader),
        consultations=people.consultations_of(reader),
        opinions=opinions,
        requests=people.requests_of(reader),
        meetings=(),
        incidents=happened.incidents_of(reader),
        open=opens,
        method=method.method_of(reader),
        withholding=answers.withholding_of(reader),
        publication=service.publication_of(reader, window),
        council=council.council_of(
            reader,
            state,
            page,
            running=of_service.running,
            risks=all_risks,
            measures=all_measures,
            red_lines=red_lines,
            opens=opens,
            opinions=opinions,
            signed=decided,
        ),
        notice=notice.notice_of(
            reader, _untaken(reader, state, dropped=page.dropped), of_service, all_data or (), signed=signed
        ),
        banks=method.banks_of(reader),
        outcome=untold(state, decided),
        signed=decided,
        signed_fits=signed.fits,
        own_risks=happened.own_risks_of(reader),
        own_safeguards=happened.own_safeguards_of(reader),
        complaints=happened.complaints_of(reader),
        overdue=measures.overdue_of(reader, all_measures),
        changes=None,
        glossary=(),
        tool=TOOL,
        laws=law.laws_of(reader),  # last, when all the others have cited
        unknown_references=law.unknown_references(reader),
    )


def _untaken(reader: Reader, state: str, *, dropped: bool) -> str | None:
    """Why no data is collected, in a word of the sign; None where it is."""
    if dropped:
        return "dropped"
    if state == "ended":
        return "ended"
    assessment = reader.assessment
    return "no_data" if assessment.data == () and assessment.data_complete == "yes" else None


def _state(reader: Reader, state: str, decided: Sequence[SignedView]) -> str:
    """What has ended is told as ended, whether or not anything was signed; a plan that never might run, as refused.

    Of what was sent back, that is told, until residents are asked again.
    """
    dates = reader.assessment.dates
    if dates is None or dates.ended is None or dates.ended.on > reader.result.as_of:
        back = state in ("draft", "review") and bool(decided) and decided[-1].outcome.id == BACK
        return BACK if back else state
    allowed = any(one.outcome.id in RUNNING for one in decided)
    return "refused" if decided and decided[-1].outcome.id == "refused" and not allowed else "ended"


def _as_seen(reader: Reader) -> Assessment:
    """The assessment with its withheld sections: closed to the public, marked for colleagues."""
    assessment, questionnaire = reader.assessment, reader.questionnaire
    if not reader.public:
        return spread(questionnaire, assessment)
    return closed(questionnaire, assessment, lambda one: {reader.language: reader.instead(one).words})


_NO_TEXT = frozenset((str, int, bool, type(None)))  # most of what there is, passed over at once


def texts(value: object) -> Iterator[Said]:
    """Every text of a report, each once, in order."""
    return iter(_told([(value,)]))


def _told(parts: Iterable[object]) -> dict[Said, None]:
    found: dict[Said, None] = {}
    seen: dict[int, object] = {}  # a level stands in hundreds of places
    for one in parts:
        _gather(one, found, seen)
    return found


def _gather(value: object, found: dict[Said, None], seen: dict[int, object]) -> None:
    for one in value if isinstance(value, tuple) else telling_values(value):
        kind = one.__class__
        if kind is Said:
            found[one] = None
        elif kind not in _NO_TEXT and id(one) not in seen:
            seen[id(one)] = one  # kept, so that no other value gets its number
            _gather(one, found, seen)
