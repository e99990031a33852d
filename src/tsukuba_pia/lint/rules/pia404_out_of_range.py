"""A number is too small or too large, or a date is in no calendar.

The question says which numbers are possible. A date such as 2027-02-30 stands in no calendar: nobody could keep a deadline on it.

```yaml assessment
dates: {starts_on: 2027-02-30}  # PIA404 at 2027-02-30
answers:
  c_people: 5000000  # PIA404 at 5000000
```

Use instead: a number within the limits that the question names, a day that exists.

---

数が小さすぎるか大きすぎる、または暦にない日付です。

数の範囲は質問ごとに決まっています。2027-02-30 のような日は暦になく、期限として使えません。

代わりに: 質問が示す範囲の数、実際にある日付を書きます。
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MINYEAR
from decimal import Decimal

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.score.asked import is_day
from tsukuba_pia.yaml_source import scalars

MONTHS = 12
_DATE = late(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = 4  # digits
_MONTH_AND_DAY = late(r"-(?<=[0-9]{4}-)[0-9]{2}-[0-9]{2}")  # to begin with a sign is what makes it quick


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each number out of its question's range, and each text that looks like a date and is none."""
    for one in context.answered:
        answer, question = one.answer.answer, one.question
        if question is None or question.type != "number" or not isinstance(answer, int | Decimal):
            continue
        if question.min is not None and answer < question.min:
            yield Finding(one.path, _args("@too_small", answer, least=str(question.min)))
        elif question.max is not None and answer > question.max:
            yield Finding(one.path, _args("@too_large", answer, most=str(question.max)))
    if "\\" not in context.source.text and all(map(is_day, _dates(context.source.text))):
        return
    for path, text, _ in scalars(context.source):
        if _DATE.fullmatch(text) and not is_day(text):
            yield Finding(path, _args("@no_such_day", text) | _month_of(text))


def _dates(text: str) -> set[str]:
    """All that looks like a date, wherever it stands."""
    return {text[one.start() - _YEAR : one.end()] for one in _MONTH_AND_DAY.finditer(text)}


def _args(problem: str, value: object, least: str = "", most: str = "") -> dict[str, str]:
    return {"problem": problem, "value": str(value), "least": least, "most": most, "year": "", "month": "", "last": ""}


def _month_of(text: str) -> dict[str, str]:
    """How long the month is, where there is one."""
    year, month = int(text[:4]), int(text[5:7])
    if not (year >= MINYEAR and 1 <= month <= MONTHS):
        return {}
    return {"year": str(year), "month": str(month), "last": str(monthrange(year, month)[1])}


RULE = Rule(
    code="PIA404",
    level="error",
    about="assessment",
    message={
        "ja": "{problem}[(「{value}」)]。",
        "en": "{problem}[ (“{value}”)].",
    },
    hint={
        "ja": "[{year}年{month}月は{last}日までです。][{least} 以上の数にしてください。][{most} 以下の数にしてください。]値を確かめてください。",
        "en": "[Month {month} of {year} has {last} days. ][The least is {least}. ][The most is {most}. ]Check the value.",
    },
    check=check,
)
