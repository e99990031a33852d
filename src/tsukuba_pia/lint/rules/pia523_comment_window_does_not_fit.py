"""A comment window is bound to nothing, or to something else than what residents saw.

`pia comment` writes what is put to comment into `comments/`, and its digest into the consultation. Only so can it be told later whether residents were asked
about what is then decided. Here the record is missing, was changed, is of another window, or nobody wrote one.

```yaml assessment
publication: {window: {from: 2027-03-20, to: 2027-04-20}}  # PIA523 at {from
```

Use instead: `pia comment`, or what it wrote, from version control. A window of which nothing was recorded is no window.

---

意見募集が、示した内容と結び付いていません。

`pia comment` は、意見を求める内容を `comments/` に記録し、そのダイジェストを意見聴取の欄(consultations)に書きます。これがあって初めて、決定する内容について意見を聞いたと言えます。ここでは、記録がないか、変えられているか、別の意見募集のものです。

代わりに: `pia comment` を使うか、書かれたものをバージョン管理から戻します。記録のない意見募集は、意見募集とは数えません。
"""

from collections.abc import Iterator

from tsukuba_pia.change.comment_window import problem_of
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each window whose record does not fit, and one that is announced and bound to nothing."""
    for one in context.windows:
        problem = problem_of(one, context.assessment)
        if problem:
            yield Finding(("consultations", one.number, "digest"), {"window": one.consultation.id, "problem": problem})
    publication = context.assessment.publication
    announced = publication.window if publication is not None else None
    if announced and not any(one.digest is not None for one in context.assessment.consultations):
        yield Finding(("publication", "window"), {"window": "publication.window", "problem": "@window_unbound"})


RULE = Rule(
    code="PIA523",
    level="error",
    about="assessment",
    message={
        "ja": "意見募集「{window}」が記録と合いません: {problem}。",
        "en": "Comment window “{window}”: {problem}.",
    },
    hint={
        "ja": "`pia comment` で今の内容について意見を募るか、記録をバージョン管理から戻してください。",
        "en": "Put it to comment with `pia comment`, or bring the record back from version control.",
    },
    check=check,
    telling=False,
)
