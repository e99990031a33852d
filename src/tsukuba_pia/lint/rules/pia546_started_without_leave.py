"""The service has started, and its assessment is not approved, or not published.

Residents can decide whether to use it only if they can read what it does with their data before it starts. A day of start that has passed without an approval, or without a publication, is an error. An assessment that was
published only after the start is told as a warning: that cannot be undone. So is the publication that an expedited approval did not wait for. Of a refused service whose first day has passed a note
reminds: whether it runs all the same the files do not tell.

A city that begins with services that run already says so: the true first day, and a sign-off of the post that decides, with the number of its document, that the assessment is still to be done
(`pia approve --outcome changes_required`, also of a first draft). That is the post that may accept its level (PIA513); where nobody may, the highest that the method names. Where the first sign-off says so, and none is from before the first day, this is a
warning for 180 days; by then it is approved and published, or stopped. It stays an error where a red line is known to be crossed, and where `pia check --against REV` finds that git had its file before the first day: a new service does not start without leave and catch up afterwards. That the day is left out or moved instead is told as well (PIA570).

That it has ended (`dates.ended`) undoes nothing. A service that ran without leave stays an error until the post that decides has taken it down, after the end (`pia approve`, as a refusal); then it is a warning. Nor does a refusal by a lower post make a note of it.

```yaml assessment
dates: {starts_on: 2027-03-01}  # PIA546 at starts_on
```

Use instead: a later `dates.starts_on`, if it has not started; else stop it until it is approved and published. Where another assessment covers it until this one is approved, name that under `supersedes`. Of a service that ran
before there were assessments: `pia approve --outcome changes_required`, and an approval within 180 days.

---

サービスが始まっているのに、評価書が承認されていないか、公表されていません。

市民が使うかどうかを決められるのは、始まる前に、自分の情報がどう扱われるかを読めるときだけです。開始日を過ぎて承認や公表がなければエラーです。公表が開始より後だったものは、もう改められないので、警告です。緊急の承認で、公表がまだのときも警告です。不承認のまま開始日を過ぎたものは、本当に動いているかがファイルからは分からないので、お知らせ(note)です。

すでに動いているサービスの評価を新しく始める市は、そのとおりに書きます。本当の開始日を書き、評価がまだ済んでいないことを、決裁する職が文書番号とともに記録します(`pia approve --outcome changes_required`。書き始めたばかりの評価書でもできます)。
決裁する職とは、その大きさのリスクを受け入れられる職です(PIA513)。誰も受け入れられない大きさなら、評価方法が挙げる最も上位の職です。最初の決裁の記録がそのことを述べ、どの記録も開始日より前でなければ、180日間は警告になります。その間に承認を受けて公表するか、止めます。
実施できない条件に当てはまると分かっているときは、エラーのままです。`pia check --against リビジョン` で、開始日より前から評価書が git にあったと分かるときもエラーのままです。新しいサービスを承認なしに始めて、後から追い付くことはできません。代わりに開始日を消したり動かしたりすると、PIA570 が知らせます。

終わったこと(`dates.ended`)で、なかったことにはなりません。承認なしに動いていたサービスは、決裁する職が、終わった後にそのことを記録する(`pia approve` で不承認とする)までエラーで、その後は警告です。下位の職が不承認としても、お知らせにはなりません。

代わりに: まだ始まっていないなら `dates.starts_on` を改めます。始まっているなら、承認と公表まで止めます。この評価書が承認されるまで別の評価書による場合は、それを `supersedes` に書きます。評価を始める前から動いていたサービスは、`pia approve --outcome changes_required` で記録し、180日以内に承認を受けます。
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from tsukuba_pia.change.approval import chain_of, deciding_post
from tsukuba_pia.change.state import published
from tsukuba_pia.diagnostics import Finding, Level
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import (
    approvals_to_run,
    days_between,
    level_settled,
    of_who_decides,
    over,
    ran,
    settles_a_run,
)
from tsukuba_pia.lint.named import posts_args
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.threshold import NO_ASSESSMENT, outcome_of
from tsukuba_pia.model.sign_off import SignOff

CATCH_UP_DAYS: Final = 180  # from the first word that it runs without
WITHOUT: Final = "@started_without_approval"


def check(context: AssessmentContext) -> Iterator[Finding]:
    """What a service that runs, or ran, lacks. What is about to be signed mends it."""
    needless = outcome_of(context.result) == NO_ASSESSMENT
    problem = "" if needless or context.proposed is not None or not ran(context) else _problem(context)
    if problem and context.assessment.dates is not None:
        until = _caught_up_by(context) if problem == WITHOUT else ""
        new = bool(until) and _was_there(context)
        until = "" if new else until
        way = _way(context, problem, until)
        how = "@start_was_there" if new else "@start_how" if way == "@start_stop" else ""
        args = {"problem": problem, "way": way, "how": how, "on": context.assessment.dates.starts_on or ""}
        args |= {"until": until} | (_needed(context) if problem == WITHOUT and not new else {"needed": ""})
        yield Finding(("dates", "starts_on"), args, level=_level(context, problem, until), key=True)


def _problem(context: AssessmentContext) -> str:
    times, publication = approvals_to_run(context), context.assessment.publication
    if not times:
        return "@started_refused" if _refused(context) else WITHOUT
    if not published(context.assessment, context.as_of):
        return "@started_unpublished"
    on, dates = publication.published_on if publication is not None else None, context.assessment.dates
    late = on is not None and dates is not None and dates.starts_on is not None and dates.starts_on < on
    return "@started_before_published" if late and times == 1 else ""


def _way(context: AssessmentContext, problem: str, until: str) -> str:
    """What can be done about it."""
    if problem == WITHOUT and over(context):
        return "@start_taken_down" if _taken_down(context) else "@start_over"
    if until:
        return "@start_catch_up"
    ways = {"@started_before_published": "@start_told", "@started_refused": "@start_refused"}
    return ways.get(problem, "@start_publish" if over(context) else "@start_stop")


def _level(context: AssessmentContext, problem: str, until: str) -> Level | None:
    """What cannot be undone, what an earlier assessment may cover, what could not wait: told, and no more."""
    last = context.sign_offs.last
    borne = {
        WITHOUT: context.assessment.supersedes is not None or _taken_down(context) or bool(until),
        "@started_unpublished": last is not None and last.outcome == "expedited" and not over(context),
    }.get(problem, True)
    return "note" if problem == "@started_refused" else "warning" if borne else None


def _refused(context: AssessmentContext) -> bool:
    """Whether it is refused, by a post that decides, and nobody says that it ran to an end."""
    last = context.sign_offs.last
    if last is None or last.outcome != "refused" or over(context):
        return False
    return any(one.outcome == "refused" and of_who_decides(one, context) for one in context.sign_offs.sound)


def _taken_down(context: AssessmentContext) -> bool:
    """Whether a post that decides refused it when it had ended."""
    settling = (one for one in context.sign_offs.sound if settles_a_run(one, context))
    return over(context) and any(of_who_decides(one, context) for one in settling)


def _caught_up_by(context: AssessmentContext) -> str:
    """Until when it is to be approved, where the first word is that it runs without, and the post that decides said so."""
    first = context.sign_offs.sound[0] if context.sign_offs.sound else None
    if first is None or first.outcome != "changes_required" or over(context) or not settles_a_run(first, context):
        return ""
    if not any(_asks_to_catch_up(one, context) for one in context.sign_offs.sound):
        return ""
    crossed = any(line.state == "crossed" for line in context.result.red_lines.values())
    days = days_between(first.on, context.as_of)
    if crossed or days is None or not 0 <= days <= CATCH_UP_DAYS:
        return ""
    return str(date.fromisoformat(first.on) + timedelta(CATCH_UP_DAYS))


def _asks_to_catch_up(sign_off: SignOff, context: AssessmentContext) -> bool:
    return sign_off.outcome == "changes_required" and of_who_decides(sign_off, context)


def _was_there(context: AssessmentContext) -> bool:
    """Whether git knows its file from before the first day: then it is no service from before there were assessments.

    An earlier first day that nobody has merged yet counts for nothing.
    """
    then = context.then
    known = then.first_day() if then is not None else ""
    both = (context.assessment, then.assessment) if then is not None else ()
    return bool(known) and any(known < (one.dates.starts_on or "") for one in both if one.dates is not None)


def _needed(context: AssessmentContext) -> dict[str, str]:
    """The post that decides, where only one has signed that does not."""
    word = next((one for one in context.sign_offs.sound if settles_a_run(one, context)), None)
    if word is None or any(of_who_decides(one, context) for one in context.sign_offs.sound):
        return {"needed": ""}
    chain = chain_of(context.assessment, context.profile)
    return posts_args("needed", [deciding_post(level_settled(word, context), context.questionnaire, chain)], chain)


RULE = Rule(
    code="PIA546",
    level="error",
    about="assessment",
    message={
        "ja": "サービスは {on} に始まっていますが、{problem}[(猶予 {until} まで)]。",
        "en": "The service started on {on}: {problem}[ (time until {until})].",
    },
    hint={
        "ja": "{way}[({how})]。[決裁した職では決められません。「{needed}」以上の職が決裁します。]",
        "en": "{way}[ ({how})].[ The post that signed does not decide here: it takes “{needed}” or a higher one.]",
    },
    check=check,
)
