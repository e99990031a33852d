"""The date until which something is withheld has passed.

Nothing is published by itself. A person looks whether the reason still holds, and renews or ends it.

```yaml assessment
answers:
  c_level:
    answer: counts
    withheld: {reason: security, approved_by: 総務課長, until: 2027-03-31}  # PIA603 at 2027-03-31
```

Use instead: a new date with a new approval, or no `withheld`.

---

非公開の期限が過ぎています。

自動で公開されることはありません。理由がまだ当てはまるかを人が確かめ、延長するか、公開します。

代わりに: 改めて承認を得て新しい期限を書くか、`withheld` を消します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.assessment_parts import withholdings
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """All that is withheld past its date."""
    for path, withheld, _ in withholdings(context):
        if withheld.until is not None and withheld.until < context.as_of:
            yield Finding((*path, "until"), {"date": withheld.until})


RULE = Rule(
    code="PIA603",
    level="warning",
    about="assessment",
    message={
        "ja": "非公開の期限({date})が過ぎています。",
        "en": "This was to be withheld until {date}, which has passed.",
    },
    hint={
        "ja": "理由を確かめ、期限を改めるか、`withheld` を消してください。",
        "en": "Look whether the reason still holds; renew the date or remove `withheld`.",
    },
    check=check,
)
