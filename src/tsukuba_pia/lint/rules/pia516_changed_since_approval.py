"""The assessment, or its evidence, says something else than what was approved.

An approval holds for what was signed. Incidents, complaints, comments, opinions, the end, publication and review may be added; anything else needs a new
sign-off. After an approval on conditions the work goes on, so this is then only a warning.

Use instead: `pia verify` shows what changed; then `pia approve` again.

---

評価書か根拠資料が、承認したものから変わっています。

承認は、決裁した内容に対するものです。事故、苦情、意見、終了、公表、見直しの記録は後から足せますが、そのほかを変えたら、改めて決裁が要ります。条件付きの承認の後は作業が続くので、警告にとどめます。

代わりに: `pia verify` で変わった点を確かめ、改めて決裁を受けて `pia approve` で記録します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Level
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.sign_off import APPROVING


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Where what was decided on has changed."""
    last = context.sign_offs.last
    if last is not None and context.changed and last.outcome in APPROVING:
        level: Level | None = "warning" if last.outcome == "approved_with_conditions" else None
        yield Finding(("assessment",), {"on": last.on, "number": f"{last.number:03}"}, level=level)


RULE = Rule(
    code="PIA516",
    level="error",
    about="assessment",
    message={
        "ja": "{on} の決裁({number})の後に、内容が変わっています。",
        "en": "It has changed since the sign-off of {on} ({number}).",
    },
    hint={
        "ja": "`pia verify` で変わった点を確かめ、改めて決裁を受けてください。",
        "en": "See what changed with `pia verify`, and sign anew.",
    },
    check=check,
    since="approval",
)
