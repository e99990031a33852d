"""A vendor's answer is not confirmed by the city.

Who sells a system may describe it; that it is true is for the city to say. Until someone of the city confirms it, it counts as unknown.

```yaml assessment
answers:
  c_level: {answer: counts, by: vendor}  # PIA425 at counts
```

Use instead: `confirmed_by` with the name of a person of the city.

---

事業者の回答を、市の人が確認していません。

システムを売る側が説明するのはかまいませんが、正しいかどうかを言うのは市の役目です。市の人が確認するまで、「分からない」(unknown)として数えます。

代わりに: `confirmed_by` に、確認した市の職員の名前を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.result import AnswerState


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer that waits for somebody of the city."""
    for one in context.counted:
        if one.standing.state is AnswerState.UNCONFIRMED:
            yield Finding(one.path)


RULE = Rule(
    code="PIA425",
    level="note",
    about="assessment",
    message={
        "ja": "事業者の回答がまだ確認されていないため、「分からない」(unknown)として数えます。",
        "en": "This vendor's answer is not confirmed yet, so it counts as unknown.",
    },
    hint={
        "ja": "確認した市の職員の名前を `confirmed_by:` に書いてください。",
        "en": "Name the person of the city who confirmed it in `confirmed_by:`.",
    },
    check=check,
)
