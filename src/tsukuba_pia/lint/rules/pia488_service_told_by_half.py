"""The service is to be approved, and it is not told which problem it solves, who answers for it, or what belongs to it.

Who approves weighs a burden against a need: without the problem there is no need to weigh, without an owner or a unit there is nobody to ask, and without a scope the next
camera is “already assessed”. The purpose is PIA475's.

```yaml assessment without scope
service:  # PIA488 at service
  owner: 都市計画部長
  unit: 都市計画課
  purpose: 自転車の数を知るため
  problem: 置き場所が足りない駅がどこか分かりません。
  alternatives: [{what: 人が数える, why_not: 夜は数えられません。}]
```

Use instead: also `scope: {in: …, out: …}`.

---

承認を求めているのに、解決する課題、責任を持つ人や課、対象の範囲のどれかが書かれていません。

承認する人は、負担と必要性を比べます。課題がなければ必要性を判断できず、責任者や担当課がなければ尋ねる相手がおらず、範囲がなければ、後から加えたカメラも「評価済み」になってしまいます。目的については PIA475 が示します。

代わりに: `service` に、ないもの(この例では `scope: {in: …, out: …}`)を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule

TOLD = ("problem", "owner", "unit", "scope")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """What is missing of a service, in one finding."""
    service = context.assessment.service
    missing = [key for key in TOLD if service is not None and not getattr(service, key)]
    if missing:
        yield Finding(("service",), {"missing": ", ".join(missing)}, key=True)


RULE = Rule(
    code="PIA488",
    level="warning",
    about="assessment",
    message={
        "ja": "`service` に、書かれていないものがあります: {missing}",
        "en": "The service is not told in full: {missing}.",
    },
    hint={
        "ja": "課題(`problem`)、責任者(`owner`)、担当課(`unit`)、対象の範囲(`scope`)を書いてください。",
        "en": "Say which problem it solves (`problem`), who answers for it (`owner`, `unit`) and what belongs to it (`scope`).",
    },
    check=check,
    since="approval",
    telling=False,
)
