"""Something is unknown, and it does not say who is asked and by when.

An honest `unknown` is welcome: it counts as the worst case, and the report lists it. With a name and a day it also ends.

```yaml assessment
answers:
  c_level: unknown  # PIA414 at unknown
```

Use instead: `{answer: unknown, asking: 運行事業者, by_when: 2027-05-31}`.

---

不明(unknown)ですが、誰にいつまでに確かめるかが書かれていません。

正直に「不明」と書くことは歓迎します。最も悪い場合として数え、報告書に載ります。相手と期限があれば、確認が終わる日も決まります。

代わりに: `{answer: unknown, asking: 運行事業者, by_when: 2027-05-31}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.listed import listed
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import UNKNOWN


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each unknown answer without who is asked, or by when."""
    for one in context.counted:
        if one.answer.answer != UNKNOWN:
            continue
        if missing := [key for key in ("asking", "by_when") if not getattr(one.answer, key)]:
            yield Finding(one.path, {"question": one.id} | listed("missing", "unknown", missing))


RULE = Rule(
    code="PIA414",
    level="note",
    about="assessment",
    message={
        "ja": "「分からない」(unknown)とした質問「{question}」に、{missing}がありません。",
        "en": "“{question}” is unknown, without {missing}.",
    },
    hint={
        "ja": "誰に確認するか(`asking`)と、いつまでか(`by_when`)を書いてください。",
        "en": "Say who is asked (`asking`) and by when (`by_when`).",
    },
    check=check,
)
