"""`not_applicable` stands without a reason.

A reader cannot tell whether the question does not apply or was avoided.

```yaml assessment
answers:
  c_logging: {answer: not_applicable, by: 佐藤 明, agreed_by: 鈴木 恵}  # PIA407 at not_applicable
```

Use instead: the reason in `note`.

---

`not_applicable`(該当しない)の理由が書かれていません。

当てはまらないのか、答えを避けたのか、読む人には分かりません。

代わりに: `note` に理由を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import NOT_APPLICABLE


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each question that may not apply and is said not to, without a note."""
    for one in context.counted:
        if one.answer.answer == NOT_APPLICABLE and one.question.may_not_apply and not one.answer.note:
            yield Finding(one.path, {"question": one.id})


RULE = Rule(
    code="PIA407",
    level="error",
    about="assessment",
    message={
        "ja": "質問「{question}」が該当しない理由(note)がありません。",
        "en": "There is no reason (note) why “{question}” does not apply.",
    },
    hint={
        "ja": "`note:` に、当てはまらない理由を1文で書いてください。",
        "en": "Say why in `note:`, in one sentence.",
    },
    check=check,
)
