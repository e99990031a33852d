"""Something is withheld without a reason of the vocabulary, or nobody but its author has approved that.

Residents are shown that something is withheld, and why. Hiding needs a reason that the city can be held to, and a person who did not write
the passage. “Undecided” is nobody, and the author’s own post is the author.

```yaml assessment
answers:
  c_level:
    answer: counts
    withheld: {reason: security, exemption: 第7条第4号}  # PIA602 at {reason
```

Use instead: `withheld: {reason: security, exemption: 第7条第4号, approved_by: 総務課長, until: 2028-03-31}`.

---

非公開の理由が用語集にないか、書いた人以外の承認がありません。

市民には、何かが非公開であることと、その理由を示します。非公開にするには、市が説明できる理由と、その箇所を書いていない人の承認が必要です。「未定」は誰でもなく、書いた人自身の職名は、書いた人です。

代わりに: `withheld: {reason: security, exemption: 第7条第4号, approved_by: 総務課長, until: 2028-03-31}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.assessment_parts import is_author, withholdings
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.hollow import is_nobody
from tsukuba_pia.score.asked import same_person


def check(context: AssessmentContext) -> Iterator[Finding]:
    """All that is withheld and may not be."""
    for path, withheld, by in withholdings(context):
        if context.questionnaire.vocabulary.find("withholding_reasons", withheld.reason) is None:
            yield Finding((*path, "reason"), {"problem": "@withheld_reason"})
        approver = withheld.approved_by
        if approver is None or is_nobody(approver):
            yield Finding(path, {"problem": "@withheld_nobody"})
        elif same_person(approver, by) or is_author(context.assessment, approver):
            yield Finding((*path, "approved_by"), {"problem": "@withheld_author"})


RULE = Rule(
    code="PIA602",
    level="error",
    about="assessment",
    message={
        "ja": "非公開にするための{problem}。",
        "en": "This cannot be withheld: {problem}.",
    },
    hint={
        "ja": "理由(reason)と、書いた人とは別の承認者(approved_by)を書いてください。",
        "en": "Give a `reason` of the vocabulary, and in `approved_by` another person than the author.",
    },
    check=check,
    since="review",
)
