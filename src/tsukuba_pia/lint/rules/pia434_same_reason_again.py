"""The same reason stands at three or more questions that are said not to apply.

A reason that fits every question explains none. Each question was asked for something of its own.

```yaml assessment
banks: {core: "1.0", kiosk: "1.0"}
answers:
  c_logging: {answer: not_applicable, note: 対象外のため, by: 佐藤 明, agreed_by: 鈴木 恵}  # PIA434 at 対象外のため
  k_night: {answer: not_applicable, note: 対象外のため2。, by: 佐藤 明, agreed_by: 鈴木 恵}  # PIA434 at 対象外のため
  k_locked: {answer: not_applicable, note: 対象外 のため。, by: 佐藤 明, agreed_by: 鈴木 恵}  # PIA434 at 対象外 のため
```

Use instead: for each question what is so in this service that it does not apply, or an answer.

---

「該当しない」とした3つ以上の質問に、同じ理由が書かれています。

どの質問にも当てはまる理由は、どの質問の理由にもなりません。質問ごとに、聞いていることが違います。

代わりに: 質問ごとに、このサービスのどこから該当しないと言えるのかを書くか、回答します。
"""

from collections import defaultdict
from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext, Counted
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import plain, versions
from tsukuba_pia.model.bank import NOT_APPLICABLE

OFTEN = 3
NUMBERS = str.maketrans("", "", "0123456789")  # “not relevant 2” is “not relevant”


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each question with a reason that two others have too, whatever its blanks, width, punctuation and numbers."""
    by_reason: dict[str, list[Counted]] = defaultdict(list)
    for one in context.counted:
        reasons = (
            {plain(text).translate(NUMBERS) for text in versions(one.answer.note)}
            if one.answer.answer == NOT_APPLICABLE
            else ()
        )
        for reason in sorted(reasons):
            by_reason[reason].append(one)
    many: dict[str, int] = {}
    for reason, alike in by_reason.items():
        if reason and len(alike) >= OFTEN:
            many |= {one.id: max(len(alike), many.get(one.id, 0)) for one in alike}
    for one in context.counted:
        if one.id in many:
            yield Finding(one.at("note"), {"question": one.id, "number": str(many[one.id])})


RULE = Rule(
    code="PIA434",
    level="warning",
    about="assessment",
    message={
        "ja": "「{question}」に該当しない理由が、{number}個の質問で同じです。",
        "en": "The reason why “{question}” does not apply stands at {number} questions.",
    },
    hint={
        "ja": "この質問について、該当しないと言える事実を書いてください。",
        "en": "Say what about this service makes this very question not apply.",
    },
    check=check,
    since="review",
)
