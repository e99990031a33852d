"""What is published tells no conclusion.

Residents weigh what they gain against what is left of the risks. The conclusion is where the city does so itself, in a few sentences: why the benefit justifies what cannot be avoided, and for
whom; or why it does not.

```yaml assessment without conclusion
service: {purpose: 駐車場の案内, alternatives: [{what: 人が数える, why_not: 夜は数えられません。}]}  # PIA478
```

Use instead: `conclusion`, in words that a resident understands, also of what was refused.

---

公表する評価書に、結論がありません。

市民は、得られるものと、残るリスクとを比べて判断します。市が自ら比べて示すのが結論です。避けられない負担に見合う利便性が誰にあるのか、または見合わないのはなぜかを、数行で書きます。

代わりに: 市民に分かる言葉で `conclusion` を書きます。不承認としたものにも必要です。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.score.asked import named


def check(context: AssessmentContext) -> Iterator[Finding]:
    """None, or an empty one."""
    if not any(map(named, versions(context.assessment.conclusion))):
        yield Finding(("conclusion",), key=True)


RULE = Rule(
    code="PIA478",
    level="warning",
    about="assessment",
    message={
        "ja": "結論(conclusion)が書かれていません。",
        "en": "There is no conclusion.",
    },
    hint={
        "ja": "残るリスクに見合う利便性が誰にあるのか、または見合わないのはなぜかを書いてください。",
        "en": "Say why the benefit justifies what is left of the risks, and for whom; or why it does not.",
    },
    check=check,
    since="publication",
)
