"""A question that a red line or a decision reads is said not to apply.

What is not applicable counts as no in every condition. So two people who agree on it can clear a red line, or make the assessment
unnecessary, without an answer to what it asks.

```yaml assessment
banks: {core: "1.0", kiosk: "1.0"}
answers:
  k_resold: {answer: not_applicable, note: 記録がありません。, by: 佐藤 明, agreed_by: 鈴木 恵}  # PIA435 at not_applicable
```

Use instead: an answer; where nothing is done that the question asks about, that is an answer too.

---

実施できない条件や判定が見る質問に、「該当しない」(not_applicable)と答えています。

「該当しない」は、どの条件でも「当たらない」と数えます。2人が同意すれば、質問に答えないまま、実施できない条件を外したり、評価を不要にしたりできて
しまいます。

代わりに: 回答を書きます。聞かれていることをしないなら、「しない」も回答です。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import NOT_APPLICABLE
from tsukuba_pia.model.condition import Condition, questions_in


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each question that may not apply, is said not to, and is read by a gate; the first gate that reads it is named."""
    waved = [one for one in context.counted if one.answer.answer == NOT_APPLICABLE and one.question.may_not_apply]
    gates = [(gate, questions_in(condition)) for gate, condition in _gates(context)] if waved else []
    for one in waved:
        reading = next((gate for gate, questions in gates if one.id in questions), None)
        if reading is not None:
            yield Finding(one.path, {"question": one.id, "gate": reading})


def _gates(context: AssessmentContext) -> Iterator[tuple[str, Condition]]:
    for line in context.questionnaire.red_lines.values():
        yield line.red_line.id, line.red_line.crossed_when
    for rule in context.questionnaire.decisions.values():
        if rule.decision.applies_when is not None:
            yield rule.decision.id, rule.decision.applies_when
        for row in rule.steps.rows:
            yield rule.decision.id, row.when


RULE = Rule(
    code="PIA435",
    level="warning",
    about="assessment",
    message={
        "ja": "「{question}」は、「{gate}」を決める質問なのに、「該当しない」と書かれています。",
        "en": "“{question}” is said not to apply, and “{gate}” depends on it.",
    },
    hint={
        "ja": "回答を書いてください。分からないときは unknown と書きます。",
        "en": "Answer it; write `unknown` while it is not known.",
    },
    check=check,
    since="review",
)
