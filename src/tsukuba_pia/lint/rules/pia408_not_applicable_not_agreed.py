"""`not_applicable` was not agreed by another person.

Whoever answers may not wave a question away alone. Until someone else agrees, it counts as `unknown`, in the worst case.

```yaml assessment
answers:
  c_logging: {answer: not_applicable, note: 記録を取る機器がありません。, by: 佐藤 明}  # PIA408 at not_applicable
```

Use instead: `agreed_by` with the name of another person than `by`.

---

`not_applicable`(該当しない)に、別の人が同意していません。

回答する人だけの判断で質問を外すことはできません。別の人が同意するまで 「分からない」(unknown)とみなし、最も悪い場合で評価します。

代わりに: `agreed_by` に、`by` とは別の人の名前を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import NOT_APPLICABLE
from tsukuba_pia.model.result import AnswerState


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each question that may not apply, is said not to, and counts as unknown."""
    for one in context.counted:
        if (
            one.answer.answer == NOT_APPLICABLE
            and one.question.may_not_apply
            and one.standing.state is AnswerState.NOT_AGREED
        ):
            yield Finding(one.at("agreed_by") if one.answer.agreed_by else one.path)


RULE = Rule(
    code="PIA408",
    level="warning",
    about="assessment",
    message={
        "ja": "「該当しない」に別の人の同意がないため、「分からない」(unknown)として数えます。",
        "en": "Nobody else has agreed that this does not apply, so it counts as unknown.",
    },
    hint={
        "ja": "同意した人の名前を `agreed_by:` に書いてください(`by` とは別の人)。",
        "en": "Name the person who agreed in `agreed_by:`, another than `by`.",
    },
    check=check,
)
