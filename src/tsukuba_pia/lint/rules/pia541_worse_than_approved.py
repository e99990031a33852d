"""The risk is higher than what was approved.

The sign-off says which level was accepted: for what may be prepared the target, for what may run the level as it is. Many small edits, each of them harmless, or evidence that has lapsed, have
raised it since. Nobody has accepted this level, also where the work goes on after an approval on conditions.

```yaml sign-off
levels: {inherent: medium, current: low, target: low}
```

```yaml assessment
assessment: t-1  # PIA541 at t-1
answers: {c_level: per_card, c_people: 5000, c_masking: absent, c_logging: absent, c_coarse: absent}
```

Use instead: what keeps the level where it was; or a new sign-off (`pia approve`), by the post that may accept it.

---

承認したときよりも、リスクが大きくなっています。

決裁の記録には、受け入れた大きさが書かれています。準備を進めてよいという承認なら、対策がすべて終わったときの大きさ、始めてよいという承認なら、今の大きさです。一つ一つは小さな変更の積み重ねや、根拠資料の期限切れによって、それより大きくなりました。条件付きの承認の後の作業中であっても、この大きさを受け入れた人はいません。

代わりに: 元の大きさに戻すか、受け入れられる職の決裁を改めて受けます(`pia approve`)。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import level_of
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import last_approval
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.result import NONE


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Where the level that was accepted last is lower than today's. A level that the method no longer has is none."""
    approval = last_approval(context)
    if approval is None:
        return
    moment = "target" if approval.outcome == "approved_with_conditions" else "current"
    ranks = {level: rank for rank, level in enumerate((NONE, *context.questionnaire.level_ids))}
    was, now = approval.levels.get(moment, NONE), level_of(approval.outcome, context.result)
    if ranks[now] > ranks.get(was, 0):
        args = {"was": was, "now": now, "moment": f"@level_{moment}", "on": approval.on}
        yield Finding(("assessment",), args)


RULE = Rule(
    code="PIA541",
    level="error",
    about="assessment",
    message={
        "ja": "{moment}のリスクは「{now}」で、{on} に承認した「{was}」より大きくなっています。",
        "en": "The risk {moment} is “{now}”; what was approved on {on} is “{was}”.",
    },
    hint={
        "ja": "`pia verify` で変わった点を確かめ、元に戻すか、改めて決裁を受けてください。",
        "en": "See what changed with `pia verify`; undo it, or sign anew.",
    },
    check=check,
    telling=False,
)
