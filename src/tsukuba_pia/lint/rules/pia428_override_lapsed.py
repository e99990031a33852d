"""A raised level has lapsed.

It answered a computed level that has moved since. A person judged another situation, so the raised level holds no longer.

```yaml assessment
overrides:
  c_leak: {level: high, computed: medium, because: 苦情が続いています。, by: 鈴木 恵, post: 個人情報保護担当, on: 2027-03-01}  # PIA428 at c_leak
```

Use instead: judge again. Remove the override, or put the level that is computed now.

---

引き上げた評価が、効力を失っています。

引き上げたときと計算結果が変わりました。人が判断したのは別の状況だったため、引き上げはもう効きません。

代わりに: もう一度判断し、引き上げを消すか、今の計算結果を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each override whose computed level has moved."""
    for name in context.result.lapsed_overrides:
        computed = context.assessment.overrides[name].computed
        now = context.result.risks[name].current.worst
        yield Finding(("overrides", name), {"risk": name, "computed": computed, "now": now}, key=True)


RULE = Rule(
    code="PIA428",
    level="note",
    about="assessment",
    message={
        "ja": "「{risk}」の計算結果が {computed} から {now} に変わったため、引き上げは効きません。",
        "en": "“{risk}” is now computed as {now}, not {computed}, so the raised level has lapsed.",
    },
    hint={
        "ja": "もう一度判断し、`computed` を直すか、引き上げを消してください。",
        "en": "Judge again: correct `computed`, or remove the override.",
    },
    check=check,
)
