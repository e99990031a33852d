"""An assessment is to be approved before residents have had their say.

A comment window is open, or is still to come. What is decided before it closes was decided without those who were asked.

Use instead: a sign-off after the last day of the window. What cannot wait may be approved as `expedited`, for 90 days.

---

意見募集が終わる前に承認しようとしています。

意見募集が続いているか、これから始まります。終わる前に決めると、意見を聞かずに決めたことになります。

代わりに: 募集の最終日の後に決裁を受けます。待てないときは、90日までの緊急の承認(expedited)があります。
"""

from collections.abc import Iterator
from typing import Any

from tsukuba_pia.change.comment_window import newest
from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Where what is about to be approved is open for comments on that day, or will be."""
    proposed = context.proposed
    if proposed is None or proposed.outcome not in ("approved", "approved_with_conditions"):
        return
    window, publication = newest(context.windows), context.assessment.publication
    announced: Any = publication.window if publication is not None else None
    path: Path = ("publication", "window", "to")
    last = announced.get("to") if announced else None
    if window is not None:
        path, last = ("consultations", window.number, "to"), window.consultation.to
    if isinstance(last, str) and last >= context.as_of:
        yield Finding(path, {"to": last})


RULE = Rule(
    code="PIA526",
    level="error",
    about="assessment",
    message={
        "ja": "意見募集は {to} までです。終わる前には承認できません。",
        "en": "Comments may be made until {to}; nothing is approved before that day is over.",
    },
    hint={
        "ja": "{to} の翌日以降に、意見に答えてから決裁を受けてください。",
        "en": "Answer what was said, and sign after {to}.",
    },
    check=check,
    since="approval",
    telling=False,
)
