"""A safeguard is in place, or was verified, before anybody was chosen to build the system.

Before the tender there is no system to verify. Before the contract its contractor has put nothing in place: that is told from launch on,
when what is in place is what residents live with. What a bid or a trial promises is planned.

```yaml assessment
dates: {tender: 2027-03-10}
answers:
  c_coarse:
    answer: verified
    owner: 都市計画課
    evidence: [evidence/coarse.md]
    verified_by: 鈴木 恵
    verified_on: 2027-02-01  # PIA440 at 2027-02-01
    method: 保存した記録を見た
```

Use instead: `planned`, with owner and due date, until it can be looked at in the system that will run.

---

システムを作る、または運用する相手との契約より前に、対策が実施済み、または確認済みになっています。

入札の前には、確かめるシステムがありません。契約の前には、受託者が実施した対策もありません(開始の段階から見ます。市民が実際に影響を
受けるのは、開始の段階からです)。提案書や試行の約束は「予定」です。

代わりに: 実際に動かすシステムで確かめられるまでは、担当と期限を付けて `planned` と書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.lint.suspicion import in_place, outsider_in


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each safeguard verified before the tender, and each of an outside actor in place before the contract."""
    dates = context.assessment.dates
    if dates is None:
        return
    running = STAGES.index(context.stage) >= STAGES.index("launch")
    awaited = dates.contract if running and dates.contract is not None and context.as_of < dates.contract else None
    for one in in_place(context):
        on = one.answer.verified_on if one.standing.value == "verified" else None
        if dates.tender is not None and on is not None and on < dates.tender:
            args = {"question": one.id, "date": dates.tender, "step": "@step_tender"}
            yield Finding(one.at("verified_on"), args)
        elif awaited is not None and outsider_in(one.answer.owner, context) is not None:
            args = {"question": one.id, "date": awaited, "step": "@step_contract"}
            yield Finding(one.path, args)


RULE = Rule(
    code="PIA440",
    level="warning",
    about="assessment",
    message={
        "ja": "対策「{question}」は、{step}({date})より前に行ったことになっています。",
        "en": "“{question}” is said to be done before {step} of {date}.",
    },
    hint={
        "ja": "契約したシステムで確かめるまでは、planned と書いてください。",
        "en": "Write `planned` until it can be seen in the contracted system.",
    },
    check=check,
    since="review",
    telling=False,
)
