"""Somebody disagreed, and nobody says why that was not followed.

A minority's opinion moves no gate, but it is published, and whoever reads it may see what became of it. An approval over it without a word looks as if nobody had read it. That it was
noted is no answer.

```yaml assessment
opinions:
  - {by: 弁護士, says: 目的が広すぎます。, dissent: true}  # PIA537 at {by
```

Use instead: `answered`, what was done about it, or why it was not followed.

---

少数意見に対して、従わなかった理由が書かれていません。

少数意見は承認を止めませんが、公表され、読む人はどう扱われたかを確かめられます。何も書かずに承認すると、誰も読まなかったように見えます。「参考にします」だけでは、答えになりません。

代わりに: 意見に対して何をしたか、従わないならその理由を `answered` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.hollow import is_mere_heard
from tsukuba_pia.model.text import words
from tsukuba_pia.score.asked import named


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each dissent without an answer."""
    for number, one in enumerate(context.assessment.opinions):
        answered = words(one.answered, context.assessment.language)
        if one.dissent and (not named(answered) or is_mere_heard(answered)):
            yield Finding(("opinions", number), {"by": one.by})


RULE = Rule(
    code="PIA537",
    level="error",
    about="assessment",
    message={
        "ja": "「{by}」の少数意見に、答えが書かれていません。",
        "en": "The dissent of “{by}” has no answer.",
    },
    hint={
        "ja": "したこと、または従わない理由を `answered` に書いてください。",
        "en": "Say under `answered` what was done, or why it was not followed.",
    },
    check=check,
    since="approval",
    telling=False,
)
