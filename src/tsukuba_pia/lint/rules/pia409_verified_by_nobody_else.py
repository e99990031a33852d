"""A safeguard is `verified`, but not by another person, on a date, by a method.

Verified means that someone other than its owner looked, when, and how. Without all three it counts as `implemented`.

```yaml assessment
answers:
  c_masking: {answer: verified, owner: 都市計画課, evidence: [evidence/design.md], verified_on: 2027-03-01}  # PIA409 at verified,
```

Use instead: `verified_by`, `verified_on` and `method`; `verified_by` is not the `owner`.

---

対策が `verified`(確認済み)ですが、別の人・日付・方法がそろっていません。

「確認済み」とは、担当者以外の人が、いつ、どうやって確かめたかを言えることです。3つがそろわないと `implemented`(実施済み)として数えます。

代わりに: `verified_by`、`verified_on`、`method` を書きます。`verified_by` は `owner` と別の人にします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.listed import listed
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.score.safeguards import is_verified


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each safeguard that is said to be verified and does not count as that."""
    for one in context.counted:
        if one.question.type != "safeguard" or one.answer.answer != "verified":
            continue
        missing = [key for key in ("verified_by", "verified_on", "method") if not getattr(one.answer, key)]
        if missing:
            yield Finding(one.path, listed("missing", "verify", missing) | {"same": ""})
        elif not is_verified(one.standing, one.answer):
            yield Finding(one.at("verified_by"), {"missing": "", "same": one.answer.owner or ""})


RULE = Rule(
    code="PIA409",
    level="warning",
    about="assessment",
    message={
        "ja": "確認済み(verified)の条件がそろわないため、実施済み(implemented)として数えます[({missing}がありません)][({same}が担当と確認を兼ねています)]。",
        "en": "This counts as implemented, not as verified[: {missing} is missing][: {same} is the owner too].",
    },
    hint={
        "ja": "確認した別の人、日付、方法を書いてください。",
        "en": "Say which other person looked, when, and how.",
    },
    check=check,
)
