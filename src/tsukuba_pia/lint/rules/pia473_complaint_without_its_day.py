"""A complaint does not say on which day it came, or what it is about.

Complaints since the last sign-off call for a review. One without its day never does, and one without words tells nobody anything.

```yaml assessment
complaints:
  - {what: 通知が届きません。}  # PIA473 at {what
```

Use instead: `{on: 2027-03-10, what: 通知が届きません。}`, without the name of who complained.

---

苦情に、受けた日か内容が書かれていません。

最後の決裁の後に苦情があると、見直しのきっかけになります。日付のない苦情は、きっかけになりません。内容のない苦情は、誰にも何も伝えません。

代わりに: `{on: 2027-03-10, what: 通知が届きません。}` のように書きます。申し出た人の名前は書きません。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.listed import listed
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.texts import is_gap
from tsukuba_pia.model.text import LANGUAGES
from tsukuba_pia.score.asked import is_day


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each complaint without a day or without words."""
    for number, one in enumerate(context.assessment.complaints):
        on, what = one.get("on"), one.get("what")
        missing = [] if isinstance(on, str) and is_day(on) else ["on"]
        missing += [] if _says(what) else ["what"]
        if missing:
            yield Finding(("complaints", number), listed("missing", "complaint", missing))


def _says(what: object) -> bool:
    """Whether it is a text, or one per language, with words."""
    words = [what.get(one) for one in what.keys() & set(LANGUAGES)] if isinstance(what, dict) else [what]
    return bool(words) and all(isinstance(one, str) and not is_gap(one) for one in words)


RULE = Rule(
    code="PIA473",
    level="warning",
    about="assessment",
    message={
        "ja": "この苦情には、{missing}がありません。",
        "en": "This complaint does not say {missing}.",
    },
    hint={
        "ja": "受けた日(`on`)と内容(`what`)を書いてください。",
        "en": "Say on which day it came (`on`) and what it is about (`what`).",
    },
    check=check,
)
