"""The service is to run, and a safeguard that the target level counts on is still planned.

Residents live with the level as it is now, not with the target. What was promised for the start has to be in place at the start, or the
level that stands without it has to be accepted.

```yaml assessment
answers:
  c_level: per_card
  c_masking: {answer: planned, owner: 都市計画課, due: 2027-09-30}  # PIA444 at planned
  c_logging: absent
  c_coarse: absent
```

Use instead: the safeguard in place with its evidence, before the service starts.

---

サービスを始める段階なのに、目標の評価で数えている対策が、まだ予定のままです。

市民が負うのは、目標ではなく今のリスクです。開始までに行うと約束した対策は、開始のときに実施されていなければなりません。そうでなければ、その対策が
ない状態のリスクを受け入れる判断が必要です。

代わりに: サービスを始める前に対策を行い、根拠資料を付けます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each planned safeguard by which a risk's target is lower than its level as it is, with the first such risk."""
    waiting: dict[str, str] = {}
    for risk in context.result.risks.values():
        for step in risk.contributions if risk.target.worst != risk.current.worst else ():
            counted = step.counted or {}
            if step.cause == "safeguard" and counted.get("target", 0) > counted.get("current", 0):
                waiting.setdefault(step.questions[0], risk.id)
    for one in context.counted:
        if one.standing.value == "planned" and one.id in waiting:
            args = {"question": one.id, "risk": waiting[one.id], "due": one.answer.due or ""}
            yield Finding(one.path, args)


RULE = Rule(
    code="PIA444",
    level="warning",
    about="assessment",
    message={
        "ja": "リスク「{risk}」を下げる対策「{question}」は、まだ予定[({due}まで)]です。",
        "en": "“{question}”, which is to lower the risk “{risk}”, is still planned[ (for {due})].",
    },
    hint={
        "ja": "始める前に対策を行うか、ない状態のリスクを受け入れてください。",
        "en": "Put it in place before the start, or accept the risk without it.",
    },
    check=check,
    since="launch",
    telling=False,
)
