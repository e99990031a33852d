"""The assessment uses a bank that is still a draft.

A draft may change from one day to the next, and with it what the answers mean. For learning and for preparing it is fine; from the stage of
approval on it is an error.

```yaml assessment
banks: {core: "1.0", mobility: "1.0"}  # PIA429 at "1.0"
```

Use instead: a published version, as soon as there is one (`pia bank list`).

---

まだ案の段階の質問票を使っています。

案は日々変わることがあり、回答の意味も変わります。学習や準備には使えますが、承認の段階からはエラーになります。

代わりに: 公開されたら、その版を使います(`pia bank list` で確かめられます)。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Level
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each chosen bank that is a draft."""
    late = STAGES.index(context.stage) >= STAGES.index("approval")
    level: Level | None = "error" if late and not context.telling else None
    for bank in context.questionnaire.banks:
        if bank.status == "draft":
            yield Finding(("banks", bank.bank), {"bank": bank.bank, "version": bank.version}, level=level)


RULE = Rule(
    code="PIA429",
    level="note",
    about="assessment",
    message={
        "ja": "質問票「{bank}」({version})は案の段階です。",
        "en": "The bank “{bank}” ({version}) is a draft.",
    },
    hint={
        "ja": "このままでは承認できません(承認の段階からエラーです)。公開された版に替えてください。",
        "en": "It cannot be approved like this (from the stage `approval` on this is an error): change to a published version.",
    },
    check=check,
)
