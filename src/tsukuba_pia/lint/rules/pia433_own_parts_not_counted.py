"""Risks or safeguards of the assessment's own are written down, and this version does not count them.

They are kept, and nobody may think that the level holds them. A city's own bank can say the same today, and is counted.

```yaml assessment
own_risks:  # PIA433
  - {id: x_bicycles, title: 自転車とぶつかる}
```

Use instead: a bank of the city's own, `questionnaires/own/1.0.yaml`, with the risk and its safeguards.

---

この評価だけのリスクや対策が書かれていますが、この版では数えません。

書いた内容は残りますが、評価の段階には入っていません。市の独自の質問票に書けば、今の版でも数えます。

代わりに: 市の独自の質問票(`questionnaires/own/1.0.yaml`)に、リスクと対策を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each of the two parts that holds something."""
    for part in ("own_risks", "own_safeguards"):
        if getattr(context.assessment, part):
            yield Finding((part,), {"part": part}, key=True)


RULE = Rule(
    code="PIA433",
    level="warning",
    about="assessment",
    message={
        "ja": "「{part}」に書いた内容は、この版では評価の段階に数えていません。",
        "en": "What stands under “{part}” is not counted by this version.",
    },
    hint={
        "ja": "市の独自の質問票に書いてください。",
        "en": "Write it into a bank of the city's own.",
    },
    check=check,
)
