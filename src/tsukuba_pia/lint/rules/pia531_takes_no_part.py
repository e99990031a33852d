"""Someone gives an opinion or votes who is not there, has declared a conflict of interest, or votes twice.

Whoever has a conflict of interest may explain facts, but takes no part in opinions and votes. Otherwise a resident cannot trust what came out.

```yaml record
present: [1]
items:
  - item: c_leak
    recorded:
      - opinion: {member: 2, says: 心配です。}  # PIA531 at 2
```

Whoever wrote, reviewed or approves the assessment does not vote on it in a body, and its author does not raise its levels: nobody judges their own work.

Use instead: only those under `present` whose `conflict` is empty and whose own work it is not, each of them once.

---

出席していない人、利益相反を申し出た人が意見や票に加わっている、または同じ人が2回投票しています。

利益相反のある人は、事実を説明することはできますが、意見や採決には加わりません。加わっていると、市民は結果を信頼できません。

評価書を書いた人、点検した人、承認する人は、附属機関などの採決に加わりません。書いた人は、段階の引き上げもしません。自分の仕事を自分で判断しないためです。

代わりに: `present` にいて、利益相反がなく、この評価を書く、点検する、承認する立場にない人だけを、1人1回ずつ書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import APPROVER, AUTHOR, REVIEWER
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.minutes_context import MinutesContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.minutes import Act, Raised, Resolution


def check(context: MinutesContext) -> Iterator[Finding]:
    """Each member of an act who may not take part in it."""
    for one in context.acts:
        seen: set[int] = set()
        for path, number in context.members(one.act):
            there = context.present.get(number)
            if there is None:
                yield Finding((*one.path, *path), {"problem": "@part_not_present", "member": str(number)})
            elif there.conflict:
                yield Finding((*one.path, *path), {"problem": "@part_conflict", "member": str(number)})
            elif number in seen:
                yield Finding((*one.path, *path), {"problem": "@part_twice", "member": str(number)})
            elif there.role in _kept_apart(one.act):
                yield Finding((*one.path, *path), {"problem": "@part_role", "member": str(number)})
            seen.add(number)


def _kept_apart(act: Act) -> tuple[str, ...]:
    """Whose work is what the act judges: they do not vote on it, and its author does not raise its levels."""
    if isinstance(act, Resolution):
        return (AUTHOR, REVIEWER, APPROVER)
    return (AUTHOR,) if isinstance(act, Raised) else ()


RULE = Rule(
    code="PIA531",
    level="error",
    about="minutes",
    message={
        "ja": "{member}番の人は{problem}。",
        "en": "Number {member} {problem}.",
    },
    hint={
        "ja": "出席していて、利益相反がなく、この評価を書く、点検する、承認する立場にない人だけを、1人1回ずつ書いてください。",
        "en": "Name those who are present, have no conflict of interest and do not judge their own work, each once.",
    },
    check=check,
)
