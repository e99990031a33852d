"""`not_applicable` stands at a question that always applies.

A bank says which questions may not apply. Everywhere else `not_applicable` would be a way round an uncomfortable answer.

```yaml assessment
answers:
  c_level: not_applicable  # PIA406 at not_applicable
```

Use instead: an option, or `unknown` while it is not known.

---

必ず当てはまる質問に `not_applicable`(該当しない)が書かれています。

該当しないことがありうる質問は、質問票で決まっています。ほかの質問では、答えにくい質問を避ける手段になってしまいます。

代わりに: 選択肢のどれか、まだ分からないときは `unknown` と書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import NOT_APPLICABLE


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each asked question that must apply and is said not to."""
    for one in context.counted:
        if one.answer.answer == NOT_APPLICABLE and not one.question.may_not_apply:
            yield Finding(one.path, {"question": one.id})


RULE = Rule(
    code="PIA406",
    level="error",
    about="assessment",
    message={
        "ja": "質問「{question}」に「該当しない」(not_applicable)は使えません。",
        "en": "“{question}” cannot be answered with not_applicable.",
    },
    hint={
        "ja": "当てはまる選択肢か、unknown を書いてください。",
        "en": "Choose an option, or write `unknown`.",
    },
    check=check,
)
