"""A safeguard is planned, but nobody is named or no day is.

What nobody has promised by a day is a wish. It counts only in the target, and there only with `owner` and `due`.

```yaml assessment
answers:
  c_masking: {answer: planned, owner: 都市計画課}  # PIA412 at planned
```

Use instead: `{answer: planned, owner: 都市計画課, due: 2027-05-31}`.

---

対策が予定されていますが、担当者か期限がありません。

誰がいつまでに行うか決まっていないものは、希望にすぎません。予定の対策は、`owner` と `due` があるときだけ、目標の評価に数えます。

代わりに: `{answer: planned, owner: 都市計画課, due: 2027-05-31}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each planned safeguard without owner or due."""
    for one in context.counted:
        if one.question.type != "safeguard" or one.answer.answer != "planned":
            continue
        if missing := "_".join(key for key in ("owner", "due") if not getattr(one.answer, key)):
            yield Finding(one.path, {"question": one.id, "missing": f"@planned_{missing}"})


RULE = Rule(
    code="PIA412",
    level="warning",
    about="assessment",
    message={
        "ja": "予定の対策「{question}」に{missing}がないため、目標の評価に数えません。",
        "en": "“{question}” is planned without {missing}, so it does not count in the target.",
    },
    hint={
        "ja": "責任者(`owner`)と期限(`due`)を書いてください。",
        "en": "Say who does it (`owner`) and by when (`due`).",
    },
    check=check,
)
