"""A safeguard was verified, or its evidence made, on a day that is still to come.

What has not happened yet shows nothing. A day of verification that is still to come is an error. A day in the evidence's name may be another than the one it was made on, so
it is a warning; where the name says that it is the end or the beginning of something (期限, 施行, まで, until, valid, effective), it is none.

```yaml assessment
answers:
  c_masking:
    answer: verified
    owner: 都市計画課
    evidence: [evidence/test.md]
    verified_by: 鈴木 恵
    verified_on: 2027-05-20  # PIA438 at 2027-05-20
    method: 試験の映像を見た
```

Use instead: `implemented` or `planned` until the day has come.

---

対策を確かめた日、または根拠資料の日付が、まだ来ていません。

まだ起きていないことは、根拠になりません。確かめた日がまだ来ていなければエラーです。資料の名前にある日付は、作成した日とは限らないので警告とします。名前に「期限」「施行」「まで」などがあり、
期間の終わりや始まりと分かる日付は示しません。

代わりに: その日が来るまでは、`implemented` か `planned` と書きます。
"""

import re
from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import Answered, AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import IN_PLACE

_DAY = late(r"(?<![0-9])(20[0-9]{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12][0-9]|3[01])(?![0-9])")

# Certificates and ordinances carry the day until which, or from which, they hold.
_HOLDS = late(
    "期限|期日|有効|施行|発効|適用|満了|失効|終了|まで|迄"
    r"|(?<![a-z])(?:until|till|thru|through|expir|valid(?!at)|effective|in.?force|ends?(?![a-z]))",
    re.IGNORECASE,
)


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each day of a verification, and each day in the name of a safeguard's evidence, that is still to come."""
    for one in context.answered:
        on = one.answer.verified_on
        if on is not None and on > context.as_of:
            yield Finding(one.at("verified_on"), {"question": one.id, "date": on, "what": "@day_verified"})
        if one.answer.answer in IN_PLACE:
            yield from _named(one, context.as_of)


def _named(one: Answered, as_of: str) -> Iterator[Finding]:
    for number, item in enumerate(one.answer.evidence):
        name = item.rpartition("/")[2]
        found = _DAY.search(name)
        if found is not None and (day := "-".join(found.groups())) > as_of and _HOLDS.search(name) is None:
            yield Finding(
                (*one.at("evidence"), number),
                {"question": one.id, "date": day, "what": "@day_in_name"},
                level="warning",
            )


RULE = Rule(
    code="PIA438",
    level="error",
    about="assessment",
    message={
        "ja": "対策「{question}」{what}({date})が、まだ来ていません。",
        "en": "“{question}”: {what} ({date}) is still to come.",
    },
    hint={
        "ja": "日付を直すか、まだ行っていない対策は planned と書いてください。資料の名前の日付が作成日でなければ、このままで構いません。",
        "en": "Correct the date, or write `planned` until it is done. A day in a name that is not when it was made may stay.",
    },
    check=check,
    since="review",
    telling=False,
)
