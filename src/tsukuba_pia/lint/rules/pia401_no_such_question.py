"""An answer belongs to a question that does not exist.

The id is misspelt, the question stands in a bank that this assessment does not use, or a newer version dropped it. The answer
counts for nothing, and the question that was meant is still open.

```yaml assessment
answers:
  c_levle: counts  # PIA401
```

Use instead: `c_level: counts`.

---

存在しない質問への回答です。

IDの書き間違いか、この評価書が使っていない質問票の質問か、新しい版でなくなった質問です。この回答は数えられず、本来の質問は未回答のままです。

代わりに: `c_level: counts`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.meant import meant
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer without a question."""
    for one in context.answered:
        if one.question is None:
            bank = next((bank.name for bank in context.other_banks if one.id in bank.questions), "")
            near = "" if bank else meant(one.id, context.questionnaire.questions)
            args = {"question": one.id, "bank": bank, "meant": near}
            yield Finding(("answers", one.id), args, key=True)


RULE = Rule(
    code="PIA401",
    level="error",
    about="assessment",
    message={
        "ja": "質問「{question}」はありません[(質問票「{bank}」の質問です)]。",
        "en": "There is no question “{question}”[; it belongs to the bank “{bank}”].",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]質問のIDと、`banks` に挙げた質問票を確かめてください。",
        "en": "[Did you mean “{meant}”? ]Check the id, and the banks under `banks`.",
    },
    check=check,
)
