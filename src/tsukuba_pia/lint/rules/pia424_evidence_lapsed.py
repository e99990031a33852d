"""The evidence of a safeguard has lapsed.

Contracts end, tests grow old. After the day that `evidence_until` names it shows nothing any more, and in the worst case the safeguard
counts as absent.

```yaml assessment
answers:
  c_masking: {answer: implemented, owner: 都市計画課, evidence: [evidence/design.md], evidence_until: 2027-03-31}  # PIA424 at 2027-03-31
```

Use instead: look again, and put the new day and the new evidence.

---

対策の根拠資料の期限が過ぎています。

契約は終わり、試験結果は古くなります。`evidence_until` の日を過ぎた資料は根拠にならず、最も悪い場合では、対策は「なし」として数えます。

代わりに: もう一度確かめ、新しい期限と資料を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each safeguard whose evidence counts no longer."""
    for one in context.counted:
        until = one.answer.evidence_until
        if one.question.type == "safeguard" and one.answer.evidence and until is not None and until < context.as_of:
            yield Finding(one.at("evidence_until"), {"date": until})


RULE = Rule(
    code="PIA424",
    level="warning",
    about="assessment",
    message={
        "ja": "根拠資料の期限({date})が過ぎたため、最も悪い場合は「なし」として数えます。",
        "en": "The evidence lapsed on {date}, so in the worst case this counts as absent.",
    },
    hint={
        "ja": "もう一度確かめて、資料と期限(evidence_until)を更新してください。",
        "en": "Look again, then renew the evidence and `evidence_until`.",
    },
    check=check,
)
