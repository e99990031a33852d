"""The first day of the service had come without an approval, and is now another one, or none.

A service that has not started may start later. One that runs does not stop running because its file says so, and with the day the error goes that says that it runs without leave (PIA546). So whoever
reviews the change is told. What is compared is what was signed before and, with `pia check --against REV`, what the assessment said at that revision.

```yaml before
dates: {starts_on: 2026-12-01}
```

```yaml assessment
dates: {starts_on: 2028-04-01}  # PIA570 at starts_on
```

Use instead: the day on which it really started; or, where it has not started, a word to those who review it, and an approval before the new day.

---

承認のないまま過ぎた開始日が、別の日に変わっているか、なくなっています。

まだ始まっていないサービスなら、開始日を遅らせて構いません。しかし、動いているサービスは、ファイルを書き換えても止まりません。開始日を変えると、「承認なしに動いている」というエラー(PIA546)も消えてしまいます。そこで、変更を確かめる人に知らせます。前の決裁のときの内容と、`pia check --against リビジョン` ではそのリビジョンの内容と比べます。

代わりに: 本当に始まった日を書きます。まだ始まっていないなら、確認する人にそのことを伝え、新しい開始日までに承認を受けます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import approvals_to_run
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.threshold import NO_ASSESSMENT, outcome_of
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.score.asked import is_day


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The last day that had come, where today's text has none that has."""
    if not context.history or context.proposed is not None or _has_come(context.assessment, context.as_of):
        return
    days = [day for one in context.history if (day := _has_come(one, context.as_of))]
    if days and not approvals_to_run(context) and outcome_of(context.result) != NO_ASSESSMENT:
        dates = context.assessment.dates
        now = dates.starts_on if dates else None
        path = ("dates", "starts_on") if now else ("dates",) if dates else ("assessment",)
        yield Finding(path, {"on": days[-1], "now": now or ""}, key=True)


def _has_come(one: Assessment, as_of: str) -> str:
    """The first day that a text names, where it has come; else nothing."""
    day = one.dates.starts_on if one.dates else None
    return day if day is not None and is_day(day) and day <= as_of else ""


RULE = Rule(
    code="PIA570",
    level="warning",
    about="assessment",
    message={
        "ja": "開始日は {on} でしたが、承認のないままその日が過ぎ、今は[ {now} に]変わっています。",
        "en": "The service was to start on {on}, which passed without an approval; that day is gone[, and now it is {now}].",
    },
    hint={
        "ja": "まだ始まっていないときだけ改められます。始まっているなら、その日を書き、承認まで止めてください。",
        "en": "Only what has not started may start later; what runs keeps its day, and is stopped until it is approved.",
    },
    check=check,
)
