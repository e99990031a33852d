"""A red line is crossed, or nobody can say that it is not.

Red lines are not weighed against benefits. From approval on nothing is approved or launched across one; what is unknown counts as
crossed.

```yaml assessment
answers:
  c_uses: [advertising]  # PIA501 at [advertising]
```

Use instead: a service that stays on this side of the line, or an answer that shows that it does.

---

実施できない条件に当てはまっているか、当てはまらないと確かめられません。

この条件は、便利さと引き換えにできません。承認の段階からは、当てはまるままの承認や開始はできません。「分からない」(unknown)ものは、当てはまるとみなします。

代わりに: 当てはまらないようにサービスを改めるか、当てはまらないことが分かる回答を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import blocking
from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.result import RedLineResult


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each red line that is not clear, and that no waiver of the sign-off sets aside."""
    open_lines = blocking(context.sign_off, context.result, context.questionnaire)
    for line in context.result.red_lines.values():
        if line.id in open_lines:
            path = _where(context, line)
            args = {"red_line": line.id, "state": f"@red_line_{line.state}"}
            yield Finding(path, args, key=len(path) == 1)


def _where(context: AssessmentContext, line: RedLineResult) -> Path:
    """The first answer that decides it, or that it waits for; else the inventory, or the answers as a whole."""
    standings = context.result.standings
    places = {one.id: one.path for one in context.counted}
    open_first = sorted(line.questions, key=lambda name: standings[name].open is (line.state == "crossed"))
    found = next((places[name] for name in open_first if name in places), None)
    if found is not None:
        return found
    return ("answers",) if line.questions or not context.assessment.data else ("data",)


RULE = Rule(
    code="PIA501",
    level="error",
    about="assessment",
    message={
        "ja": "実施できない条件{state}:「{red_line}」",
        "en": "A red line {state}: “{red_line}”.",
    },
    hint={
        "ja": "`pia score` で内容と理由を確かめ、サービスを改めるか、回答を確定してください。",
        "en": "See what it says and why with `pia score`, then change the service or settle the answers.",
    },
    check=check,
    since="approval",
    telling=False,
)
