"""A safeguard is in place, but nothing shows it.

Without evidence nobody can check it, so in the worst case it counts as absent. That is the case that is shown and decided on.

```yaml assessment
answers:
  c_masking: {answer: implemented, owner: 都市計画課}  # PIA411 at implemented
```

Use instead: `evidence: [evidence/design.md]`, a file that a reviewer can read.

---

対策を実施していますが、根拠資料がありません。

根拠がないと誰も確かめられないため、最も悪い場合では「なし」(absent)として数えます。表示と判断に使うのは、その場合の結果です。

代わりに: `evidence: [evidence/design.md]` のように、点検する人が読めるファイルを挙げます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import IN_PLACE
from tsukuba_pia.model.result import AnswerState


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each safeguard in place that lists no evidence; PIA410 and PIA424 tell of evidence that is missing or has lapsed."""
    for one in context.counted:
        if (
            one.question.type == "safeguard"
            and one.answer.answer in IN_PLACE
            and one.standing.state is AnswerState.ANSWERED
            and not one.answer.evidence
        ):
            yield Finding(one.path, {"question": one.id})


RULE = Rule(
    code="PIA411",
    level="warning",
    about="assessment",
    message={
        "ja": "対策「{question}」に根拠資料(evidence)がないため、最も悪い場合は「なし」として数えます。",
        "en": "“{question}” has no evidence, so in the worst case it counts as absent.",
    },
    hint={
        "ja": "点検する人が読める資料を `evidence:` に挙げてください。",
        "en": "List something that a reviewer can read under `evidence:`.",
    },
    check=check,
)
