"""What is not known is withheld.

An open question has no answer that could be kept from anybody. Withheld, it looks as if there were one, and residents no longer read what the city does not know yet.

```yaml assessment
answers:
  c_people:
    answer: unknown
    note: 数えていません。
    asking: 都市計画課
    by_when: 2027-05-01
    withheld: {reason: security, approved_by: 総務課長, until: 2028-03-31}  # PIA606 at {reason
```

Use instead: the open answer without `withheld`. What a note must not tell stands in the evidence, which is not published.

---

分かっていないことが、非公開にされています。

まだ答えのない質問には、隠すものがありません。非公開にすると答えがあるように見え、市がまだ分かっていないことを、市民が読めなくなります。

代わりに: `withheld` を消します。メモに書けないことは、公表されない根拠資料に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule

UNKNOWN = (None, "unknown")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each open answer that is withheld."""
    for one in context.answered:
        if one.answer.hidden and one.answer.answer in UNKNOWN:
            yield Finding(one.at("withheld"), {"question": one.id})


RULE = Rule(
    code="PIA606",
    level="error",
    about="assessment",
    message={
        "ja": "「{question}」はまだ分かっていないのに、非公開にされています。",
        "en": "“{question}” is not known yet, and withheld.",
    },
    hint={
        "ja": "分かっていないことは公表します。`withheld` を消してください。",
        "en": "What is not known is told: take `withheld` out.",
    },
    check=check,
    since="review",
)
