"""A legal basis is not in force when it is needed.

What has been passed but is not in force, what has been repealed, and what is a draft carries no processing. The day that counts is the
day of the assessment, or the day on which the service starts where that is later.

```yaml assessment
dates: {starts_on: 2027-07-01}
data:
  - id: trips
    name: 利用の記録
    lifecycle:
      use: {basis: [appi-2026-faces, old-ordinance]}  # PIA311 at appi-2026-faces; PIA311 at old-ordinance
```

Use instead: a provision in force on that day; name the coming one in a note.

---

必要になる日に施行されていない根拠が書かれています。

成立しただけで施行されていないもの、廃止されたもの、案の段階のものは、取扱いの根拠になりません。評価の日とサービスの開始日のうち、遅いほうの日で見ます。

代わりに: その日に施行されている条文を書き、これから施行されるものは注記に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.assessment_parts import bases
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.vocabulary import Reference

NOTHING = {"ended": "", "draft": "", "later": "", "enacted": "", "starts": ""}


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each basis that does not hold on the day."""
    starts_on = context.assessment.dates.starts_on if context.assessment.dates else None
    day = max(context.as_of, starts_on or "")
    references = context.questionnaire.references.by_id
    for path, name in bases(context.assessment):
        reference = references.get(name)
        if reference is not None and not reference.in_force(day):
            yield Finding(path, NOTHING | {"day": day} | _why_not(reference, day))


def _why_not(reference: Reference, day: str) -> dict[str, str]:
    if reference.status == "draft":
        return {"draft": reference.id}
    if (reference.effective_from or "") > day:
        return {"later": reference.id, "starts": reference.effective_from or ""}
    if reference.status == "enacted_not_in_force":
        return {"enacted": reference.id}
    return {"ended": reference.id}


RULE = Rule(
    code="PIA311",
    level="warning",
    about="assessment",
    message={
        "ja": "[「{ended}」は廃止されていて、][「{draft}」は案の段階で、][「{later}」は {starts} に施行されるため、][「{enacted}」は施行日が決まっておらず、]{day} には根拠になりません。",
        "en": "[“{ended}” has been repealed and][“{draft}” is a draft and][“{later}” comes into force on {starts} and][“{enacted}” has no date of entry into force and] cannot be relied on on {day}.",
    },
    hint={
        "ja": "その日に施行されている根拠を書いてください。施行を待つものなら、施行後に書き加えます。",
        "en": "Cite what is in force on that day. What is still to come is added once it is in force.",
    },
    check=check,
)
