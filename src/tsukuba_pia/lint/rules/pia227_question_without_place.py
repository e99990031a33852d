"""A question does not say which stage, principle or threats it is about.

Reports order answers by these. Without them, a reader does not find the answer where it belongs, and nobody sees which
principles a bank leaves out.

```yaml bank without stage principle
sections:
  - id: x_use
    questions:
      - {id: x_kept, stage: use, threats: [linking]}  # PIA227 at x_kept
```

Use instead: add `principle: data-minimization`.

---

どの段階、原則、脅威についての質問か書かれていません。

報告書は、回答をこの区分で並べます。区分がないと、読み手が回答を探せず、質問票に足りない原則も見えません。

代わりに: `principle: data-minimization` を加えます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each question that lacks one of the three."""
    for path, question in context.questions_here:
        missing = [key for key in ("stage", "principle", "threats") if not getattr(question, key)]
        if missing:
            yield Finding((*path, "id"), {"question": question.id, "missing": ", ".join(missing)})


RULE = Rule(
    code="PIA227",
    level="warning",
    about="bank",
    message={
        "ja": "質問「{question}」に {missing} がありません。",
        "en": "The question “{question}” has no {missing}.",
    },
    hint={
        "ja": "用語集から選んで加えてください。",
        "en": "Add it from the vocabulary.",
    },
    check=check,
)
