"""Nothing reads the answer to a question.

No condition, risk, red line or decision looks at it: people answer it, and nothing changes. If the answer is meant for
readers of the report, say so with `informs: true`. Texts and dates are always for readers.

```yaml bank without informs
sections:
  - id: x_use
    questions:
      - {id: x_kept, type: yes_no}  # PIA220 at x_kept
```

Use instead: a row that reads it, or `informs: true`.

---

どこからも参照されていない質問です。

条件、リスク、実施できない条件、判定のどれも見ないため、答えても何も変わりません。報告書の読み手のための質問なら `informs: true` と書きます。
自由記述と日付は、もともと読み手のためのものです。

代わりに: この回答を見る行を加えるか、`informs: true` と書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Bank

TOLD = ("text", "date", "safeguard")  # safeguards have a rule of their own


def check(context: BankContext) -> Iterator[Finding]:
    """Each question of this bank that none of its conditions reads and none of its indices counts."""
    read = {atom.name for _, _, atom in context.atoms if atom.subject == "question"}
    counted = _counted(context.bank)
    for path, question in context.questions_here:
        if question.type in TOLD or question.informs or question.id in read or path[1] in counted:
            continue
        yield Finding((*path, "id"), {"question": question.id})


def _counted(bank: Bank) -> set[int]:
    """The numbers of the sections whose points an index adds up."""
    named = {name for index in bank.indices for name in index.points_of}
    return {number for number, section in enumerate(bank.sections) if section.id in named}


RULE = Rule(
    code="PIA220",
    level="warning",
    about="bank",
    message={
        "ja": "質問「{question}」の回答は、どこからも参照されていません。",
        "en": "Nothing reads the answer to “{question}”.",
    },
    hint={
        "ja": "この回答で決まることを加えるか、読み手のための質問なら informs: true と書いてください。",
        "en": "Let something depend on it, or say “informs: true” if it is there for the reader.",
    },
    check=check,
)
