"""A level was raised without a reason, or by the assessment's author.

To raise a level is the opinion of a reviewer who judges the risk to be worse than the score says. Who wrote the assessment would change the answers.

```yaml assessment
team:
  - {role: author, name: 鈴木 恵}
  - {role: reviewer, name: 伊藤 文}
overrides:
  c_leak: {level: high, computed: low, because: 苦情が続いています。, by: 鈴木恵, post: 担当, on: 2027-03-01}  # PIA521 at 鈴木恵
```

Use instead: the name of the person who reviewed it, and why.

---

リスクの大きさの引き上げに理由がないか、評価書を書いた人が引き上げています。

引き上げは、点検した人が「計算より悪い」と判断したときの意見です。書いた人なら、回答のほうを直せます。

代わりに: 点検した人の名前と、理由を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.assessment_parts import is_author
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.text import words
from tsukuba_pia.score.asked import named


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each override that says nothing, or whose author is the assessment's."""
    for name, one in context.assessment.overrides.items():
        if not named(words(one.because, context.assessment.language)):
            yield Finding(("overrides", name, "because"), {"risk": name, "problem": "@override_no_reason"})
        if is_author(context.assessment, one.by):
            yield Finding(("overrides", name, "by"), {"risk": name, "problem": "@override_author"})


RULE = Rule(
    code="PIA521",
    level="error",
    about="assessment",
    message={
        "ja": "「{risk}」の引き上げ: {problem}。",
        "en": "The raised level of “{risk}”: {problem}.",
    },
    hint={
        "ja": "点検した人の名前と、理由を書いてください。",
        "en": "Name the person who reviewed it, and say why.",
    },
    check=check,
    since="review",
)
