"""The day by which a safeguard is due has been moved for the second time.

A day that moves with every sign-off is no promise, but the target level counts it as kept. The days are those of the sign-offs so far, of
the revision that `pia check --against` names, and of the assessment as it is now.

Use instead: the safeguard; or an honest `absent`, with the level that follows.

---

対策の期限が、2回以上先に延ばされています。

決裁のたびに延びる期限は約束とは言えませんが、目標の評価では守られるものとして数えています。これまでの決裁のときの期限、`pia check --against` で比べるリビジョンの期限、今の期限を比べています。

代わりに: 対策を行います。行えないなら `absent` と書き、それによるリスクの大きさで判断します。
"""

from collections.abc import Iterator
from itertools import pairwise

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext, Counted
from tsukuba_pia.lint.rule import Rule

OFTEN = 2


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each planned safeguard whose day was moved to a later one twice or more."""
    for one in context.counted if len(context.history) >= OFTEN else ():
        days = _days(one, context)
        moved = sum(after > before for before, after in pairwise(days))
        if one.standing.value == "planned" and moved >= OFTEN:
            yield Finding(one.at("due"), {"question": one.id, "number": str(moved), "first": days[0], "due": days[-1]})


def _days(one: Counted, context: AssessmentContext) -> list[str]:
    """The days by which it was due, the first one first."""
    answers = [*(earlier.answers.get(one.id) for earlier in context.history), one.answer]
    return [answer.due for answer in answers if answer is not None and answer.answer == "planned" and answer.due]


RULE = Rule(
    code="PIA443",
    level="warning",
    about="assessment",
    message={
        "ja": "対策「{question}」の期限が、{first} から {due} まで{number}回延ばされています。",
        "en": "“{question}” was put off {number} times, from {first} to {due}.",
    },
    hint={
        "ja": "対策を行うか、行わない前提(absent)で評価してください。",
        "en": "Put it in place, or judge the service without it (`absent`).",
    },
    check=check,
    since="review",
    telling=False,
)
