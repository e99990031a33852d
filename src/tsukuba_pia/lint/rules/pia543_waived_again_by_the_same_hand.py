"""Who waived a red line has prolonged the waiver.

A waiver ends on a day so that somebody looks at it again. Where the same person who granted it prolongs it, nobody else has looked.

Use instead: an end of what crosses the line; or a new waiver, by the authority that the line names, that another person has looked at.

---

例外承認(waiver)を、同じ人が延ばしています。

例外承認に期限があるのは、改めて見直すためです。承認した本人が延ばすと、ほかの誰も見直していないことになります。

代わりに: 実施できない条件に当てはまらない形に改めるか、別の人が見直したうえで、条件が定める権限で改めて決定します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import signed_so_far
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.score.asked import same_name


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each waiver of what holds now that holds longer than one that the same person signed before."""
    signed = signed_so_far(context)
    for last in signed[-1:]:
        mine = [one for one in signed[:-1] if same_name(one.signed.name, last.signed.name)]
        for waiver in last.waivers:
            ends = [old.until for one in mine for old in one.waivers if old.red_line == waiver.red_line]
            if ends and max(ends) < waiver.until:
                args = {"red_line": waiver.red_line, "was": max(ends), "until": waiver.until}
                yield Finding(("assessment",), args | {"name": last.signed.name})


RULE = Rule(
    code="PIA543",
    level="warning",
    about="assessment",
    message={
        "ja": "「{red_line}」の例外承認を、承認した本人({name})が {was} から {until} に延ばしています。",
        "en": "{name} has prolonged their own waiver of “{red_line}” from {was} to {until}.",
    },
    hint={
        "ja": "別の人が見直し、条件が定める権限で改めて決定してください。",
        "en": "Let another person look at it, and decide anew on the authority that the line names.",
    },
    check=check,
    telling=False,
)
