"""A red line was waived, and the waiver does not hold.

A red line says who may set it aside: nobody, an ordinance, or the mayor with a report to the assembly. A waiver names that authority, a document, and
the day until which it holds. Past that day, or on another authority, the line blocks again.

Use instead: an end of what crosses the line, or a new waiver as the line allows.

---

例外承認(waiver)が、有効ではありません。

実施できない条件ごとに、誰が例外を承認できるか(誰もできない、条例による、市長が承認して議会に報告する)が決まっています。
例外承認には、その権限、文書番号、期限を書きます。期限を過ぎるか、権限が違うと、条件は再び実施を止めます。

代わりに: 条件に当てはまらない形に改めるか、認められた権限で改めて例外を承認します。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import waives
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.sign_off import Waiver


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each waiver of the sign-off that does not hold today."""
    sign_off = context.sign_off
    for one in sign_off.waivers if sign_off is not None else ():
        if sign_off is not None and sign_off.outcome == "expedited":
            yield Finding(("assessment",), {"red_line": one.red_line, "problem": "@waiver_expedited", "until": ""})
        elif not waives(one, context.questionnaire, context.as_of):
            problem = "@waiver_expired" if one.until < context.as_of else _why(context, one)
            yield Finding(("assessment",), {"red_line": one.red_line, "problem": problem, "until": one.until})


def _why(context: AssessmentContext, waiver: Waiver) -> str:
    if waiver.red_line not in context.questionnaire.red_lines:
        return "@waiver_no_line"
    return "@waiver_document" if not waiver.document.strip() else "@waiver_authority"


RULE = Rule(
    code="PIA512",
    level="error",
    about="assessment",
    message={
        "ja": "実施できない条件「{red_line}」の例外承認は有効ではありません({problem}[、期限 {until}])。",
        "en": "The waiver of “{red_line}” does not hold ({problem}[; until {until}]).",
    },
    hint={
        "ja": "認められた権限、文書番号、まだ来ていない期限を確かめてください。",
        "en": "Look at the authority that the line allows, the document, and the day until which it holds.",
    },
    check=check,
    telling=False,
)
