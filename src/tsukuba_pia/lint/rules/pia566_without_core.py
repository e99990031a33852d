"""None of the chosen banks is core.

Core asks what every service is asked: whether it handles personal data, how far that reaches, and when an assessment is needed. Without it a bank of one question with a scale of one level could
answer for a whole service, and every gate would be open. A city's own bank stands beside core, or on it (`extends`); core is among the `banks` in both cases, for a bank that extends it does not bring it along.
From approval on this is an error.

Use instead: `core` among the `banks`, in its newest version.

---

選ばれた質問票の中に、基本の質問票(core)がありません。

core は、個人情報を扱うか、どこまで及ぶか、評価が要るかという、どのサービスにも聞くことを聞きます。core がなければ、質問が一つ、段階が一つの質問票でサービス全体を評価したことになり、どの関門も開いてしまいます。市が自分で作った質問票は、core と並べて使うか、core を土台(`extends`)にして作ります。どちらの場合も、`banks` には core も書きます。core を土台にしていても、core が自動で加わることはありません。承認の段階からはエラーです。

代わりに: `banks` に、`core` の最新の版を加えます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.load.bank import CORE

CORES: tuple[str, ...] = (CORE,)


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The banks, where core is not among them. That no other bank takes its name, PIA217 sees to."""
    if not any(name in CORES for name in context.assessment.banks):
        settled = STAGES.index(context.stage) >= STAGES.index("approval")
        yield Finding(("banks",), level="error" if settled else None)


RULE = Rule(
    code="PIA566",
    level="warning",
    about="assessment",
    message={
        "ja": "選ばれた質問票の中に、基本の質問票(core)がありません。",
        "en": "The core bank is not among the chosen banks.",
    },
    hint={
        "ja": "`banks` に core も加えてください。core を土台(extends)にした質問票を使うときも要ります。",
        "en": "Add core to `banks`, also where a bank of your own extends it.",
    },
    check=check,
)
