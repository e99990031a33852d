"""The post that signs may not accept this level, or is none of the organ that decides.

The method says which post accepts which level, and the city's profile lists the chain of posts of each organ. A higher post of that chain may always
sign; an advisory body, or a post of another organ, may not.

```yaml sign-off
signed: {name: 山田 一, post: owner}
levels: {current: medium}
```

```yaml assessment
assessment: t-1  # PIA513 at t-1
answers: {c_level: per_card, c_people: 5000, c_masking: absent, c_logging: absent, c_coarse: absent}
```

Use instead: a sign-off by the post that the method names, or a higher one of the same organ.

---

決裁する職が、この大きさのリスクを受け入れられる職ではないか、決定する機関の職ではありません。

リスクの大きさごとに受け入れを決める職は、評価方法が定めます。機関ごとの職の並びは、市の設定(city.yaml)にあります。同じ機関の上位の職はいつでも決裁できますが、諮問機関やほかの機関の職はできません。

代わりに: 評価方法が定める職か、同じ機関の上位の職が決裁します。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import acceptable, chain_of, level_of, may_accept
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.named import level_args, posts_args
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.sign_off import APPROVING


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Where the sign-off's post may not accept what it accepts."""
    sign_off = context.sign_off
    if sign_off is None or sign_off.outcome not in APPROVING:
        return
    level, post = level_of(sign_off.outcome, context.result), sign_off.signed.post
    chain = chain_of(context.assessment, context.profile)
    if acceptable(level, context.questionnaire) and not may_accept(post, level, context.questionnaire, chain):
        needed = context.questionnaire.method.acceptance.get(level, "")
        args = posts_args("post", [post], chain) | level_args(level, context.questionnaire)
        args |= posts_args("needed", [needed] if needed else [], chain) | posts_args("chain", chain, chain)
        yield Finding(("assessment",), args)


RULE = Rule(
    code="PIA513",
    level="error",
    about="assessment",
    message={
        "ja": "「{post}」は、この機関で「{level}」のリスクを受け入れられる職ではありません。",
        "en": "“{post}” may not accept the level “{level}” in this organ.",
    },
    hint={
        "ja": "[受け入れられるのは「{needed}」以上の職です。]この機関の職: {chain}。",
        "en": "[It takes “{needed}” or a higher post. ]Posts of this organ: {chain}.",
    },
    check=check,
    since="approval",
    telling=False,
)
