"""A group is taken out of the risks, but stays in.

Whoever writes the assessment may not leave people out alone: it takes the agreement of another person than its author. Some groups stay whatever is agreed, while
certain facts hold: bystanders where cameras film a street, for instance.

```yaml assessment
groups_excluded:
  - {group: children, why: 子どもは利用しません。}  # PIA421 at children
```

Use instead: `agreed_by` with the name of the person who agreed.

---

リスクの対象から外したつもりの人々が、外れていません。

評価書を書く人だけの判断で、人々を対象から外すことはできません。書いた人とは別の人の同意が必要です。同意があっても、特定の事実がある間は外せない人々もいます
(道路を撮影するカメラがあるときの通りがかりの人など)。

代わりに: `agreed_by` に、同意した人の名前を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.assessment_parts import is_author
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.score.asked import named


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each group taken out without agreement, and each that stays in spite of it."""
    settled = STAGES.index(context.stage) >= STAGES.index("approval")
    for number, one in enumerate(context.assessment.groups_excluded):
        path = ("groups_excluded", number, "group")
        if not named(one.agreed_by):
            yield Finding(path, {"group": one.group, "problem": "@group_not_agreed", "agreed_by": "`agreed_by`"})
        elif is_author(context.assessment, one.agreed_by):
            args = {"group": one.group, "problem": "@group_by_its_author", "agreed_by": "`agreed_by`"}
            yield Finding(path, args, level="error" if settled else None)
        elif any(found.group == one.group for risk in context.result.risks.values() for found in risk.groups):
            yield Finding(path, {"group": one.group, "problem": "@group_stays", "agreed_by": ""})


RULE = Rule(
    code="PIA421",
    level="warning",
    about="assessment",
    message={
        "ja": "「{group}」は{problem}。",
        "en": "“{group}” {problem}.",
    },
    hint={
        "ja": "[同意した人の名前を{agreed_by}に書くか、]対象に含めたまま評価してください。",
        "en": "[Name who agreed in {agreed_by}, or ]leave the group in.",
    },
    check=check,
)
