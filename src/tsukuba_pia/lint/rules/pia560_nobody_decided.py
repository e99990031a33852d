"""It is to run or to be published, and nobody has decided on it, or not so.

Before a service starts, a named person answers for what it does with people's data: a sign-off that lets it run. “May be built” is none, nor is “changes are required”; a refused service does
not start. What is published, too, is somebody's decision, be it a refusal. No other finding may stand in for that decision: without it, an assessment without a fault is an opinion.
Where the threshold analysis says that none is needed, a second person's look is enough (PIA545).

```yaml sign-off
outcome: changes_required
```

```yaml assessment
assessment: t-1  # PIA560 at t-1
```

Use instead: the decision (`pia approve`); until then, the stage that it is in.

---

動かす、または公表する段階なのに、決裁がないか、決裁の内容が合いません。

サービスを始める前に、情報の扱いに責任を持つ人が、名前を示して「始めてよい」と決めます。「準備を進めてよい」も「直しが必要」も、その決定ではありません。不承認のサービスは始められません。公表するのも、不承認を含め、誰かの決定です。
ほかに何も見つからなくても、決裁のない評価書は意見でしかありません。評価は不要という判断のときは、もう一人が確かめれば足ります(PIA545)。

代わりに: 決裁を受けます(`pia approve`)。それまでは、今の段階のままにします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import decided, over, published_undecided
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.threshold import NO_ASSESSMENT, outcome_of
from tsukuba_pia.model.sign_off import RUNNING

STARTING, PUBLISHING = "launch", "publication"


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The decision that the stage asks for. One that does not fit any more is told by PIA511, what is published by PIA529."""
    needless = outcome_of(context.result) == NO_ASSESSMENT or (over(context) and context.stage != STARTING)
    if needless or context.proposed is not None or not context.sign_offs.fits or published_undecided(context):
        return
    last = context.sign_offs.last
    if last is None:
        yield Finding(("assessment",), {"problem": "@decided_by_nobody"})
    elif not decided(last):
        yield Finding(("assessment",), {"problem": "@decided_changes"})
    elif last.outcome not in RUNNING and context.stage != PUBLISHING:
        yield Finding(("assessment",), {"problem": f"@decided_{last.outcome}"})


RULE = Rule(
    code="PIA560",
    level="error",
    about="assessment",
    message={
        "ja": "決裁がまだ整っていません: {problem}。",
        "en": "There is no decision to go on: {problem}.",
    },
    hint={
        "ja": "決裁を受けてください(`pia approve`)。それまでは動かさず、公表もしません。",
        "en": "Get the decision (`pia approve`); until then it neither runs nor is published.",
    },
    check=check,
    since="launch",
)
