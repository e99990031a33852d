"""There is not exactly one method.

The method says what severity and likelihood mean and which level comes of them. A bank that extends nothing brings it, and
says with `uses` which versions of vocabulary and references it was written with. A bank that extends another takes the
method from there: two methods would give two results.

```yaml bank
bank: x
extends: core@1.0
method:  # PIA223 at method
  severity: [{id: limited, label: {ja: 小さい, en: Limited}}, {id: significant, label: {ja: 大きい, en: Significant}}]
  likelihood: [{id: limited, label: {ja: 低い, en: Limited}}, {id: significant, label: {ja: 高い, en: Significant}}]
  levels: [{id: low, label: {ja: 低, en: Low}}, {id: high, label: {ja: 高, en: High}}]
  matrix:
    limited: [low, high]
    significant: [high, high]
  safeguards: {implemented_lowers_at_most: 1, verified_lowers_at_most: 2, likelihood_steps: 2, severity_steps: 1}
  acceptance: {low: owner, high: mayor}
```

Use instead: leave `method` out. A city makes the method stricter in its `city.yaml`.

---

評価方法が、ちょうど1つになっていません。

評価方法は、影響の大きさと起こりやすさの意味と、そこから決まる段階を定めます。土台のない質問票は、評価方法を持ち、どの版の用語集と
根拠一覧で書いたかを `uses` に書きます。土台のある質問票は、土台の評価方法を使います。評価方法が2つあると、結果も2つになります。

代わりに: `method` を除きます。市が評価方法を厳しくするときは `city.yaml` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """No method, one too many, or no word on what it was written with."""
    bank = context.bank
    if bank.method is not None and any(one.method is not None for one in context.base):
        yield Finding(("method",), {"what": "@method_twice"}, key=True)
    if context.method is None:
        yield Finding(("bank",), {"what": "@method_none"})
    if bank.extends is None and bank.uses is None:
        yield Finding(("bank",), {"what": "@uses_none"})


RULE = Rule(
    code="PIA223",
    level="error",
    about="bank",
    message={
        "ja": "{what}。",
        "en": "{what}.",
    },
    hint={
        "ja": "土台のない質問票には method と uses を書き、土台のある質問票には method を書きません。",
        "en": "A bank that extends nothing needs “method” and “uses”; one that extends another has no “method”.",
    },
    check=check,
)
