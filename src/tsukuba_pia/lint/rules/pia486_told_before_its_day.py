"""What is told as said or done is dated on a day that is still to come.

An opinion of next year has not been given, and an incident of next month has not happened. Whoever reads it takes it for a fact. A wrong year is the usual cause.
From approval on this is an error. Days of verification and days in names of evidence are PIA438's.

```yaml assessment
opinions: [{by: 鈴木 恵, says: 目的が広いと思います。, on: 2028-06-01}]  # PIA486 at 2028-06-01
```

Use instead: the day on which it was said or happened.

---

述べた、起きたと書かれていることの日付が、まだ来ていません。

来年の意見はまだ述べられておらず、来月の事故はまだ起きていません。読む人は、事実だと受け取ります。多くは、年の書き誤りです。承認の段階からはエラーです。対策を確かめた日と、根拠資料の名前にある日付は PIA438 が示します。

代わりに: 述べた日、起きた日を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule

DAY = late("[0-9]{4}-[0-9]{2}-[0-9]{2}")  # a complaint's is free text, and PIA473 tells of another form
DATED = {"opinions": "on", "cooperation": "asked_on", "incidents": "on"}


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each such day that is later than the day of the check."""
    settled = STAGES.index(context.stage) >= STAGES.index("approval")
    for path, day in _days(context):
        if isinstance(day, str) and DAY.fullmatch(day) and day > context.as_of:
            yield Finding(path, {"key": str(path[-1]), "day": day}, level="error" if settled else None)


def _days(context: AssessmentContext) -> Iterator[tuple[Path, object]]:
    assessment = context.assessment
    for name, key in DATED.items():
        for number, one in enumerate(getattr(assessment, name)):
            yield (name, number, key), getattr(one, key)
    for number, complaint in enumerate(assessment.complaints):
        yield ("complaints", number, "on"), complaint.get("on")
    for risk, override in assessment.overrides.items():
        yield ("overrides", risk, "on"), override.on


RULE = Rule(
    code="PIA486",
    level="warning",
    about="assessment",
    message={
        "ja": "`{key}` の日付({day})が、まだ来ていません。",
        "en": "`{key}` is {day}, a day that is still to come.",
    },
    hint={
        "ja": "述べた日、起きた日を書いてください。",
        "en": "Write the day on which it was said or happened.",
    },
    check=check,
)
