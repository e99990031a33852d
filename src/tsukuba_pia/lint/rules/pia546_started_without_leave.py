"""The service has started, and its assessment is not approved, or not published.

Residents can decide whether to use it only if they can read what it does with their data before it starts. A day of start that has passed without an approval, or without a publication, is an error. An assessment that was
published only after the start is told as a warning: that cannot be undone. So is the publication that an expedited approval did not wait for.

```yaml assessment
dates: {starts_on: 2027-03-01}  # PIA546 at starts_on
```

Use instead: a later `dates.starts_on`, if it has not started; else stop it until it is approved and published. Where another assessment covers it until this one is approved, name that under `supersedes`.

---

サービスが始まっているのに、評価書が承認されていないか、公表されていません。

市民が使うかどうかを決められるのは、始まる前に、自分の情報がどう扱われるかを読めるときだけです。開始日を過ぎて承認や公表がなければエラーです。公表が開始より後だったものは、もう改められないので、警告です。緊急の承認で、公表がまだのときも警告です。

代わりに: まだ始まっていないなら `dates.starts_on` を改めます。始まっているなら、承認と公表まで止めます。この評価書が承認されるまで別の評価書による場合は、それを `supersedes` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.change.state import published
from tsukuba_pia.diagnostics import Finding, Level
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import approvals_to_run, started
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.threshold import NO_ASSESSMENT, outcome_of


def check(context: AssessmentContext) -> Iterator[Finding]:
    """What a service that runs lacks. What is about to be signed mends it."""
    needless = outcome_of(context.result) == NO_ASSESSMENT
    problem = "" if needless or context.proposed is not None or not started(context) else _problem(context)
    if problem and context.assessment.dates is not None:
        level: Level | None = "warning" if _borne(context, problem) else None
        way = "@start_told" if problem == "@started_before_published" else "@start_stop"
        args = {"problem": problem, "way": way, "on": context.assessment.dates.starts_on or ""}
        yield Finding(("dates", "starts_on"), args, level=level, key=True)


def _borne(context: AssessmentContext, problem: str) -> bool:
    """What cannot be undone, what an earlier assessment may cover, what could not wait: told, and no more."""
    last = context.sign_offs.last
    return {
        "@started_without_approval": context.assessment.supersedes is not None,
        "@started_unpublished": last is not None and last.outcome == "expedited",
    }.get(problem, True)


def _problem(context: AssessmentContext) -> str:
    times, publication = approvals_to_run(context), context.assessment.publication
    if not times:
        return "@started_without_approval"
    if not published(context.assessment, context.as_of):
        return "@started_unpublished"
    on, dates = publication.published_on if publication is not None else None, context.assessment.dates
    late = on is not None and dates is not None and dates.starts_on is not None and dates.starts_on < on
    return "@started_before_published" if late and times == 1 else ""


RULE = Rule(
    code="PIA546",
    level="error",
    about="assessment",
    message={
        "ja": "サービスは {on} に始まっていますが、{problem}。",
        "en": "The service started on {on}: {problem}.",
    },
    hint={
        "ja": "{way}。",
        "en": "{way}.",
    },
    check=check,
    telling=False,
)
