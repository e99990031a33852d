"""An id is gone, and no migration says what becomes of it.

Answers, raised levels and waivers of assessments hang on ids. When a question, an option, a risk, a red line, a decision
or a section disappears, the next version says under `migrations` where its answers go; what nobody speaks of would be
lost without a trace.

Use instead: put the id back (another wording needs no other id), or say what becomes of it:

    migrations:
      renamed: {lib_history: lib_loans}
      options: {lib_loans: {all_of_them: each_loan, other: unknown}}
      removed: {lib_fines: {ja: 延滞金をやめたため。, en: The library takes no more fines.}}

Against a revision at which the bank was a draft this is a warning: a draft promises nothing.

---

IDがなくなり、どうなるのかが migrations に書かれていません。

評価の回答、引き上げた段階、例外承認は、IDにひも付いています。質問、選択肢、リスク、実施できない条件、判定、節をなくすときは、次の版の
`migrations` に、回答をどこへ移すかを書きます。書かれていないものは、跡形もなく失われます。

代わりに: IDを元に戻すか(文言を変えるだけなら、IDを変える必要はありません)、どうなるかを書きます。

    migrations:
      renamed: {lib_history: lib_loans}
      options: {lib_loans: {all_of_them: each_loan, other: unknown}}
      removed: {lib_fines: {ja: 延滞金をやめたため。, en: The library takes no more fines.}}

比べたリビジョンで案だった質問票では、警告にとどめます。案は何も約束していないためです。
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tsukuba_pia.diagnostics import Finding, Level, Path
from tsukuba_pia.lint.change_context import ChangeContext
from tsukuba_pia.lint.rule import Rule

if TYPE_CHECKING:  # whoever checks an assessment does not wait for the comparison
    from tsukuba_pia.change.gone import Gone


def check(context: ChangeContext) -> Iterator[Finding]:
    """Each id of the older version that is neither there nor spoken of."""
    level: Level | None = None if context.before is not None and context.before.released else "warning"
    for one in context.undeclared:
        args = {"kind": f"@gone_{one.kind}", "id": one.id, "question": one.question, "older": context.older}
        yield Finding(_place(context, one), args, level=level)


def _place(context: ChangeContext, gone: "Gone") -> Path:
    """The question that lost an option; else where it would be told."""
    migrations = context.now.migrations
    name = migrations.now(gone.question) if migrations else gone.question
    for number, section in enumerate(context.now.value.sections):
        for order, question in enumerate(section.questions):
            if question.id == name:
                return ("sections", number, "questions", order, "options")
    return ("migrations",) if migrations else ("version",)


RULE = Rule(
    code="PIA307",
    level="error",
    about="change",
    message={
        "ja": "[質問「{question}」の]{kind}「{id}」({older}にありました)がなくなり、回答などの行き先が書かれていません。",
        "en": "The {kind} “{id}”[ of “{question}”], which {older} has, is gone, and nothing says what becomes of it.",
    },
    hint={
        "ja": "IDを元に戻すか、`migrations` に行き先を書いてください。",
        "en": "Put the id back, or say under `migrations` what becomes of it.",
    },
    check=check,
)
