"""A required question is open.

Reviewers look at the whole. What a bank marks as required must be answered by then, with something that counts: `unknown`, a vendor's
word that nobody confirmed, or `not_applicable` that nobody agreed to, is still open.

```yaml assessment without c_personal c_reason
answers:  # PIA426 at answers
  c_level: counts
```

Use instead: an answer. `pia status` lists what is open.

---

必須の質問が未回答です。

点検する人は全体を見ます。質問票が必須とする質問には、点検までに、数えられる回答が必要です。`unknown`、確認していない事業者の回答、同意のない
「該当しない」は、未回答と同じです。

代わりに: 回答を書きます。残っている質問は `pia status` で分かります。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each required question that counts as unknown, as far as the threshold analysis asks for it."""
    scope = next((one.outcome.worst for one in context.result.decisions.values() if one.role == "threshold"), "full")
    places = {one.id: one.path for one in context.answered}
    for name, asked in context.questionnaire.questions.items():
        wanted = scope != "none" and (scope != "brief" or asked.question.brief)
        if wanted and asked.required and context.result.standings[name].open:
            empty = context.result.standings[name].value is None
            yield Finding(places.get(name, ("answers",)), {"question": name}, key=empty)


RULE = Rule(
    code="PIA426",
    level="error",
    about="assessment",
    message={
        "ja": "必須の質問「{question}」の回答が決まっていません。",
        "en": "The required question “{question}” is open.",
    },
    hint={
        "ja": "回答を書いてください(`pia answer --open-only` で続けられます)。",
        "en": "Answer it; `pia answer --open-only` goes on from there.",
    },
    check=check,
    since="review",
    telling=False,
)
