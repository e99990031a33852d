"""An answer is said to come from a vendor, in another word than the format's.

What a vendor says counts as unknown until somebody of the city has confirmed it. The format knows it by `by: vendor`; any other word is read as the name of a
person of the city, and the answer counts at once. Told are words such as “contractor”, firms by their form (Ltd), and the names of `actors` outside the city; not a unit of the city with such a
word in its name.

```yaml assessment
answers:
  c_masking: {answer: implemented, evidence: [evidence/masking.md], by: 委託先}  # PIA491 at 委託先
```

Use instead: `by: vendor`, and the name of who confirmed it under `confirmed_by`.

---

事業者による回答が、書式と違う言葉で書かれています。

事業者の回答は、市の担当者が確認するまで「分からない」(unknown)として扱います。書式では `by: vendor` と書きます。ほかの言葉は市の担当者の名前と読まれ、確認していない回答がそのまま数えられます。
「委託先」「会社」などの言葉、「株式会社」などの付いた名前、市の外の関係者(`actors`)の名前を示します。名前にこうした言葉を含む市の課や担当は示しません。

代わりに: `by: vendor` と書き、確認した人を `confirmed_by` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import outsider_in, reads_like_a_vendor
from tsukuba_pia.score.asked import VENDOR
from tsukuba_pia.score.person_names import folded


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer whose `by` speaks of a vendor, or names an actor outside the city, and is not the format's word."""
    for name, answer in context.assessment.answers.items():
        if not answer.by or folded(answer.by) == VENDOR:
            continue
        if reads_like_a_vendor(answer.by) or outsider_in(answer.by, context) is not None:
            yield Finding(("answers", name, "by"), {"by": answer.by})


RULE = Rule(
    code="PIA491",
    level="warning",
    about="assessment",
    message={
        "ja": "「{by}」は事業者のようですが、市の担当者の回答として数えられています。",
        "en": "“{by}” reads like a vendor, and counts as a person of the city.",
    },
    hint={
        "ja": "`by: vendor` と書き、確認した人を `confirmed_by` に書いてください。",
        "en": "Write `by: vendor`, and who confirmed it under `confirmed_by`.",
    },
    check=check,
)
