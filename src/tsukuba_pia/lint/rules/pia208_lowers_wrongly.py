"""A safeguard lowers nothing, too much, or what it cannot lower.

A safeguard makes harm less likely. How bad the harm would be changes only when the data is not there at all: severity is
lowered by safeguards of the kind `data_absent` alone. No safeguard lowers by more steps than the method allows.

```yaml bank
sections:
  - id: x_use
    questions:
      - {id: x_masking, type: safeguard, kind: prevent}
      - {id: x_logging, type: safeguard, kind: detect}
risks:
  - id: x_leak
    safeguards:
      - {question: x_masking, lowers: {severity: 1}}  # PIA208 at 1
      - {question: x_logging, lowers: {likelihood: 3}}  # PIA208 at 3
```

Use instead: `lowers: {likelihood: 1}` for both.

---

対策の効果が、何も下げない、下げすぎる、または下げられないものを下げています。

対策は、被害を起こりにくくします。被害の大きさが変わるのは、データそのものがない場合だけです。そのため、影響の大きさを下げられるのは、
種類が `data_absent` の対策だけです。評価方法が認める段数を超えて下げることもできません。

代わりに: どちらも `lowers: {likelihood: 1}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Lowers


def check(context: BankContext) -> Iterator[Finding]:
    """Each use of a safeguard whose steps cannot be."""
    for number, risk in enumerate(context.bank.risks):
        for order, use in enumerate(risk.safeguards):
            path: Path = ("risks", number, "safeguards", order, "lowers")
            question = context.questions.get(use.question)
            if use.lowers.severity > 0 and question is not None and question.kind != "data_absent":
                yield Finding((*path, "severity"), {"safeguard": use.question, "what": "@lowers_severity", "limit": ""})
            yield from _steps(context, path, use.question, use.lowers)


def _steps(context: BankContext, path: Path, name: str, lowers: Lowers) -> Iterator[Finding]:
    if min(lowers.severity, lowers.likelihood) < 0 or not (lowers.severity or lowers.likelihood):
        yield Finding(path, {"safeguard": name, "what": "@lowers_nothing", "limit": ""})
    if context.method is None:
        return
    rules = context.method.safeguards
    for axis, limit in (("severity", rules.severity_steps), ("likelihood", rules.likelihood_steps)):
        at_most = max(0, min(limit, rules.verified_lowers_at_most))
        if getattr(lowers, axis) > at_most:
            yield Finding((*path, axis), {"safeguard": name, "what": "@lowers_too_much", "limit": str(at_most)})


RULE = Rule(
    code="PIA208",
    level="error",
    about="bank",
    message={
        "ja": "対策「{safeguard}」は、{what}[(最大{limit}段)]。",
        "en": "The safeguard “{safeguard}” {what}[ (at most {limit})].",
    },
    hint={
        "ja": "lowers に、下げる段数を書いてください(例: lowers: {likelihood: 1})。",
        "en": "Say under “lowers” by how many steps, for example “likelihood: 1”.",
    },
    check=check,
)
