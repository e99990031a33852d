"""A safeguard is still planned, and its day has passed.

The target level counts it as done by that day. Nobody has done it, and nobody has said by when it will be. From launch on this is an error: then residents live with the risk it
was to lower.

```yaml assessment
answers:
  c_masking: {answer: planned, owner: 都市計画課, due: 2027-03-31}  # PIA540 at 2027-03-31
```

Use instead: the safeguard in place with its evidence; or a later `due`, with a `note` that says why it was put off.

---

計画した対策の期限が過ぎています。

「対策がすべて終わったとき」のリスクは、その日までに対策が終わるものとして数えています。終わっておらず、いつ終わるかも分かりません。サービスが始まってからはエラーです。下げるはずのリスクを、市民が負っているからです。

代わりに: 対策を行って根拠資料を付けるか、遅れた理由を `note` に書いて、`due` を改めます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.score.asked import is_day


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each planned safeguard whose day is over; a condition of the approval is told by another rule."""
    last = context.sign_offs.last if context.proposed is None else None
    told = {one.question for one in last.conditions if one.due < context.as_of} if last is not None else set()
    running = STAGES.index(context.stage) >= STAGES.index("launch")
    for one in context.counted:
        due = one.answer.due
        planned = one.question.type == "safeguard" and one.standing.value == "planned"
        if planned and due is not None and is_day(due) and due < context.as_of and one.id not in told:
            args = {"question": one.id, "due": due, "owner": one.answer.owner or ""}
            yield Finding(one.at("due"), args, level="error" if running else None)


RULE = Rule(
    code="PIA540",
    level="warning",
    about="assessment",
    message={
        "ja": "計画した対策「{question}」の期限({due}[、{owner}])が過ぎています。",
        "en": "The safeguard “{question}” was planned for {due}[ ({owner})].",
    },
    hint={
        "ja": "対策を行って根拠資料を付けるか、遅れた理由を `note` に書いて `due` を改めてください。",
        "en": "Put it in place with evidence; or set a later `due`, and say in `note` why it was put off.",
    },
    check=check,
    telling=False,
)
