"""`published_on` does not follow the decision that it publishes.

Where nobody has decided, an opinion was published as if it were the city's. A day before the sign-off published something else than what was decided. A day that has not come yet
has published nothing: until then the assessment does not count as published. That no assessment is needed is published without a sign-off (PIA545).

```yaml assessment
publication: {published_on: 2027-04-02}  # PIA529 at 2027-04-02
```

Use instead: the day on which what was signed last was published.

---

`published_on` が、公表する決定の後の日付になっていません。

決裁がなければ、意見にすぎないものを市の決定のように公表したことになります。決裁より前の日に公表されたものは、決定したものとは別のものです。まだ来ていない日付では、公表したことになりません。
その日までは、公表していないものとして扱います。評価は不要という判断は、決裁がなくても公表できます(PIA545)。

代わりに: 最後に決裁したものを公表した日を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import decided, published_undecided
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """A day without a decision, before the last one, or after today. What is about to be signed is published later."""
    publication, last = context.assessment.publication, context.sign_offs.last
    on = publication.published_on if publication is not None else None
    if on is None:
        return
    if on > context.as_of:
        yield Finding(("publication", "published_on"), {"on": on, "problem": "@published_ahead", "signed": ""})
    elif published_undecided(context):
        yield Finding(("publication", "published_on"), {"on": on, "problem": "@published_undecided", "signed": ""})
    elif last is not None and decided(last) and context.proposed is None and on < last.on:
        args = {"on": on, "problem": "@published_before", "signed": last.on}
        yield Finding(("publication", "published_on"), args)


RULE = Rule(
    code="PIA529",
    level="error",
    about="assessment",
    message={
        "ja": "公表日 {on} は決定と合いません: {problem}[({signed})]。",
        "en": "Published on {on}: {problem}[ ({signed})].",
    },
    hint={
        "ja": "決裁を受け(`pia approve`)、最後に決裁したものを公表した日を書いてください。まだなら、`published_on` を消してください。",
        "en": "Get a decision (`pia approve`), and write the day on which what was signed last was published; if it was not yet, take `published_on` out.",
    },
    check=check,
)
