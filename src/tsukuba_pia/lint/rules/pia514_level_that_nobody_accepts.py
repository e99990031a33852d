"""The level is one that nobody may accept.

What is to be built is judged by its target, when all that is planned is done; what is to run by how it is now. What is unknown counts as its worst
case.

```yaml sign-off
signed: {name: 山田 一, post: mayor}
levels: {current: high}
```

```yaml assessment
assessment: t-1  # PIA514 at t-1
answers: {c_level: per_person, c_people: 5000, c_masking: absent, c_logging: absent, c_coarse: absent}
```

Use instead: more safeguards (`pia score` says what each lowers), or answers to what is open.

---

誰も受け入れられない大きさのリスクが残っています。

準備を進めてよいかは、計画した対策をすべて行った後の大きさで判断します。始めてよいかは、今の大きさで判断します。不明なことは、最も悪い場合として数えます。

代わりに: 対策を加えるか(`pia score` で効果が分かります)、未回答に答えます。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import acceptable, level_of
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.named import level_args
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.sign_off import APPROVING


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Where the sign-off, or the stage, asks for a level that somebody may accept."""
    sign_off = context.sign_off
    if sign_off is None or sign_off.outcome not in APPROVING:
        return
    level = level_of(sign_off.outcome, context.result)
    if not acceptable(level, context.questionnaire):
        moment = "@level_target" if sign_off.outcome == "approved_with_conditions" else "@level_current"
        yield Finding(("assessment",), level_args(level, context.questionnaire) | {"moment": moment})


RULE = Rule(
    code="PIA514",
    level="error",
    about="assessment",
    message={
        "ja": "{moment}のリスクは「{level}」で、受け入れられる職がありません。",
        "en": "The risk {moment} is “{level}”: no post may accept it.",
    },
    hint={
        "ja": "対策を加えるか、未回答に答えてください。`pia score` で理由が分かります。",
        "en": "Add safeguards or answer what is open; `pia score` says why.",
    },
    check=check,
    since="approval",
    telling=False,
)
