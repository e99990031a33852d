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

from tsukuba_pia.diagnostics import Diagnostic, Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import Mend, with_key
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer without a question."""
    for one in context.answered:
        if one.question is None:
            bank = next((bank.name for bank in context.other_banks if one.id in bank.questions), "")
            near = {"meant": ""} if bank else told(one.id, context.questionnaire.questions)
            yield Finding(("answers", one.id), {"question": one.id, "bank": bank} | near, key=True)


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """Under the id that was meant the answer counts; whoever mends it is told so."""
    return with_key(source, found, found.args.get("sure", ""), counts=True)


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
    fix=fix,
)
