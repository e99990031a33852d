"""Something happened, and a safeguard against it has not been verified since.

An incident or a complaint names the risks that it touches. The safeguards of such a risk that were in place have failed, so there they count as absent,
until another person has verified them after that day.

```yaml assessment
answers:
  c_masking: {answer: implemented, owner: 都市計画課, evidence: [evidence/design.md]}  # PIA522 at implemented
  c_logging: absent
  c_coarse: absent
incidents: [{on: 2027-03-01, what: 顔が見えていました。, touches: [c_leak]}]
```

Use instead: `answer: verified`, with `verified_by`, `verified_on` after that day, and `method`.

---

事故か苦情の後に、対策が確かめ直されていません。

事故や苦情には、それが触れるリスクを書きます。そのリスクに対して実施していた対策は働かなかったので、その日の後に別の人が改めて確かめるまで、そのリスクでは「なし」(absent)として数えます。

代わりに: `answer: verified` とし、`verified_by`、その日より後の `verified_on`、`method` を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.score.safeguards import failed, failed_on


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each safeguard in place of a risk that was touched, and that nobody has verified since."""
    touching = context.assessment.incidents or context.assessment.complaints
    answers = context.counted_by_id
    for name, rule in context.questionnaire.risks.items() if touching else ():
        since = failed_on(context.assessment, name, context.as_of)
        for use, _ in rule.safeguards if since is not None else ():
            one = answers.get(use.question)
            if one is not None and failed(one.standing, one.answer, since):
                yield Finding(one.path, {"question": one.id, "risk": name, "on": since or ""})


RULE = Rule(
    code="PIA522",
    level="warning",
    about="assessment",
    message={
        "ja": "{on} の後に確かめられていないため、対策「{question}」は「{risk}」では「なし」として数えます。",
        "en": "Not verified since {on}: “{question}” counts as absent against “{risk}”.",
    },
    hint={
        "ja": "別の人が確かめ、`verified` と、その後の日付を書いてください。",
        "en": "Let another person verify it, and write `verified` with a later day.",
    },
    check=check,
    telling=False,
)
