"""An answer stands at a question that is not asked.

Another answer was changed, and this question is no longer asked. Its answer counts for nothing; a reader might think that it does.

```yaml assessment
answers:
  c_personal: no
  c_reason: 空いている駐車場を案内します。  # PIA405
```

Use instead: nothing. Delete the answer, or keep it while the other answer may still change.

---

質問の対象でなくなった質問に、回答が残っています。

別の回答が変わり、この質問は聞かれなくなりました。回答は数えられませんが、読む人は数えられていると思うかもしれません。

代わりに: 回答を消します。元の回答がまた変わる見込みがあれば、残しておいてもかまいません。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.result import Asked


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer to a question that is certainly not asked."""
    standings = context.result.standings
    for one in context.answered:
        if one.question is not None and one.answer.answer is not None and standings[one.id].asked is Asked.NOT:
            yield Finding(("answers", one.id), {"question": one.id}, key=True)


RULE = Rule(
    code="PIA405",
    level="warning",
    about="assessment",
    message={
        "ja": "質問「{question}」は聞かれないため、この回答は数えません。",
        "en": "“{question}” is not asked, so this answer does not count.",
    },
    hint={
        "ja": "回答を消すか、聞かれる条件になっている回答を確かめてください。",
        "en": "Delete it, or look at the answers that decide whether this is asked.",
    },
    check=check,
)
