"""The post that signs may not accept this level, or is none of the organ that decides.

The method says which post accepts which level, and the city's profile lists the chain of posts of each organ. A higher post of that chain may always
sign; an advisory body, or a post of another organ, may not.

That a service which runs without leave is still to be assessed, or is refused (PIA546), is not signed by any post either: it takes the one that accepts its level; where nobody may accept it, the highest that the method names. A plan that never began is none of these: without its `dates.starts_on` any post of the organ may refuse it.

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

承認なしに動いているサービスを、これから評価する、または不承認とする、と決めるのも(PIA546)、その大きさのリスクを受け入れられる職です。誰も受け入れられない大きさなら、評価方法が挙げる最も上位の職です。まだ始まっていない計画なら、`dates.starts_on` を消せば、その機関のどの職でも不承認とすることができます。

代わりに: 評価方法が定める職か、同じ機関の上位の職が決裁します。
"""

from collections.abc import Iterator
from typing import Final

from tsukuba_pia.change.approval import acceptable, chain_of, deciding_post, level_of, may_accept
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import level_settled, of_who_decides, over, settles_a_run
from tsukuba_pia.lint.named import level_args, posts_args
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.sign_off import APPROVING, SignOff

DECIDES: Final = "@post_decides"


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The post of what is about to be signed, else of the last sign-off."""
    proposed, sign_off, questionnaire = context.proposed, context.sign_off, context.questionnaire
    chain = chain_of(context.assessment, context.profile)
    if proposed is not None and settles_a_run(proposed, context) and not of_who_decides(proposed, context):
        level = level_settled(proposed, context)
        yield _finding(context, proposed, level, deciding_post(level, questionnaire, chain), DECIDES)
    if sign_off is None or sign_off.outcome not in APPROVING or (context.telling and proposed is None):
        return
    level, post = level_of(sign_off.outcome, context.result), sign_off.signed.post
    if acceptable(level, questionnaire) and not may_accept(post, level, questionnaire, chain):
        yield _finding(context, sign_off, level, questionnaire.method.acceptance.get(level, ""), "@post_accepts")


def _finding(context: AssessmentContext, sign_off: SignOff, level: str, needed: str, does: str) -> Finding:
    chain = chain_of(context.assessment, context.profile)
    args = posts_args("post", [sign_off.signed.post], chain) | level_args(level, context.questionnaire)
    args |= posts_args("needed", [needed] if needed else [], chain) | posts_args("chain", chain, chain)
    out = does == DECIDES and not over(context)
    return Finding(("assessment",), args | {"does": does, "way": "@start_out" if out else ""})


RULE = Rule(
    code="PIA513",
    level="error",
    about="assessment",
    message={
        "ja": "「{post}」は、この機関で「{level}」のリスクを{does}職ではありません。",
        "en": "“{post}” may not {does} the level “{level}” in this organ.",
    },
    hint={
        "ja": "[{way}。][{does}のは「{needed}」以上の職です。]この機関の職: {chain}。",
        "en": "[{way}. ][It takes “{needed}” or a higher post. ]Posts of this organ: {chain}.",
    },
    check=check,
    since="approval",
)
