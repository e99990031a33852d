"""Something happened that calls for a review before its day.

The file itself shows it: an incident or a complaint since the last sign-off; a newer version of a question bank; a law that has come into force or ended since;
a waiver, an expedited approval or the evidence of a safeguard that ends within 30 days; or a year without a review and no day for the next one. What `review.triggers`
says in words, people have to watch.

```yaml assessment
complaints:
  - {on: 2027-03-10, what: 通知が届かない。}  # PIA528
```

Use instead: `pia new --from` makes the next assessment; where it is enough, a new sign-off of this one (`pia approve`).

---

期限を待たずに見直すきっかけがあります。

最後の決裁の後の事故や苦情、新しい版の質問票、その後に施行または廃止された法令、30日以内に期限が来る決定(例外承認、緊急の承認)や根拠資料、見直しの日を決めないまま1年が過ぎたこと。これらはファイルから分かります。`review.triggers` に文章で書いたきっかけは、人が確かめます。

代わりに: `pia new --from` で次の評価書を作ります。今の評価書のままでよければ、改めて決裁を受けます(`pia approve`)。
"""

from collections.abc import Iterator
from datetime import date, timedelta

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.assessment_parts import bases
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule

LEAD_DAYS = 30
YEAR_DAYS = 365
Trigger = tuple[Path, str, str, str]  # where, what (a word), its name, its day


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each trigger that the files show."""
    last = context.sign_offs.last
    since = last.on if last is not None else ""
    found = (*_happened(context, since), *_newer(context, since), *_ending(context), *_unwatched(context, since))
    for path, what, name, on in found:
        yield Finding(path, {"what": what, "name": name, "on": on})


def _happened(context: AssessmentContext, since: str) -> Iterator[Trigger]:
    for number, incident in enumerate(context.assessment.incidents):
        if since < incident.on <= context.as_of:
            yield ("incidents", number), "@trigger_incident", "", incident.on
    for number, complaint in enumerate(context.assessment.complaints):
        on = str(complaint.get("on") or "")
        if since < on <= context.as_of:
            yield ("complaints", number), "@trigger_complaint", "", on


def _newer(context: AssessmentContext, since: str) -> Iterator[Trigger]:
    """Banks, and law: each reference once, where it is cited first."""
    for bank, version in context.newer_banks.items():
        yield ("banks", bank), "@trigger_bank", f"{bank} {version}", ""
    known = context.questionnaire.references.by_id
    seen: set[str] = set()
    for path, name in bases(context.assessment):
        reference = known.get(name)
        if reference is None or name in seen:
            continue
        seen.add(name)
        for word, on in (("@trigger_begun", reference.effective_from), ("@trigger_ended", reference.repealed_on)):
            if since and on is not None and since < on <= context.as_of:
                yield path, word, name, on


def _ending(context: AssessmentContext) -> Iterator[Trigger]:
    """What still holds, but not for long."""
    last, soon = context.sign_offs.last, _after(context.as_of, LEAD_DAYS)
    if last is not None:
        for waiver in last.waivers:
            if context.as_of <= waiver.until <= soon:
                yield ("assessment",), "@trigger_waiver", waiver.red_line, waiver.until
        if last.expedited is not None and context.as_of <= last.expedited.until <= soon:
            yield ("assessment",), "@trigger_expedited", "", last.expedited.until
    for one in context.counted:
        until = one.answer.evidence_until
        proven = one.question.type == "safeguard" and one.standing.evidence and one.standing.value != "planned"
        if proven and until is not None and until <= soon:
            yield one.at("evidence_until"), "@trigger_evidence", one.id, until


def _unwatched(context: AssessmentContext, since: str) -> Iterator[Trigger]:
    review = context.assessment.review
    if since and (review is None or review.due is None) and _after(since, YEAR_DAYS) < context.as_of:
        yield ("assessment",), "@trigger_year", "", since


def _after(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except (ValueError, OverflowError):  # no day of the calendar: other rules tell
        return day


RULE = Rule(
    code="PIA528",
    level="warning",
    about="assessment",
    message={
        "ja": "見直すきっかけ: {what}[「{name}」][({on})]。",
        "en": "Time to look again: {what}[ “{name}”][ ({on})].",
    },
    hint={
        "ja": "`pia new --from` で次の評価書を作るか、確かめたうえで改めて決裁を受けてください。",
        "en": "Make the next assessment with `pia new --from`, or look at this one and sign anew.",
    },
    check=check,
    since="follow-up",
    telling=False,
)
