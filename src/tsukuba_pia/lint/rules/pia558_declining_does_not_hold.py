"""What follows if a resident declines does not hold together.

Something voluntary costs nothing to decline. A duty comes from a statute or an ordinance, never from a guideline or terms of use. A lesser
service or none needs a reason, and where nothing is said to be lost, “none” and “not to use it” are no other way. And a fine needs a law that is in force when the service starts.

```yaml assessment
provision:
  - item: 利用の届出
    nature: voluntary
    consequence: fine  # PIA558 at fine
    basis: [bicycle-ordinance]
    alternative: 窓口での届出
    notice: 届出の用紙に書きます。
```

Use instead: `nature: required_by_law`, if that ordinance makes it a duty; or a consequence that takes nothing away.

---

市民が提供を断ったときの扱いに、筋の通らないところがあります。

任意なら、断っても不利益はないはずです。義務を課せるのは法律か条例で、指針や利用規約ではできません。サービスを減らす、使えなくするには理由が要ります。
失うものがないとしながら、代わりの方法が「なし」や「利用しない」では、方法がありません。
過料などの根拠になる法令は、サービスの開始の日に施行されていなければなりません。

代わりに: 条例で義務とされているなら `nature: required_by_law` とし、そうでなければ、断っても何も失わない扱いにします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Level
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.declining import LESS, NEEDED, is_punished, leaves_open
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.model.assessment import Provision
from tsukuba_pia.model.hollow import is_filler, letters

LAWS = ("statute", "ordinance")
VOLUNTARY, DUTY = "voluntary", "statutory_duty"  # of the vocabulary's natures
STAY_AWAY = late(
    "(?:この|本)?(?:サービス|アプリ|システム)?[をは]?(?:利用|使用|申込み?|登録|参加)(?:を?し)?ない(?:こと|でください)?|使わない(?:こと|でください)?"
    "|(?:do|to)?not(?:to)?(?:use|using|apply|applying|taking?part)(?:it|the(?:service|app|system))?"
)


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The first thing that is wrong with each provision; a punishment without any law is PIA555's."""
    for number, one in enumerate(context.assessment.provision or ()):
        problem, key, level = _problem(one, context)
        if problem:
            args = {"problem": f"@declining_{problem}", "way": f"@decline_{problem}"}
            yield Finding(("provision", number, key), args, level=level)


def _problem(one: Provision, context: AssessmentContext) -> tuple[str, str, Level | None]:
    punished = is_punished(one, context.questionnaire.vocabulary)
    if one.nature == VOLUNTARY and (punished or one.consequence in LESS):
        return "voluntary", "consequence", None
    if one.nature == DUTY and not _laws(one, context):
        return "duty", "nature", "error"
    if punished and _laws(one, context) and not _in_force(one, context):
        return "too_early", "consequence", "error"
    if one.consequence in LESS and not one.reason:
        return "no_reason", "consequence", None
    if not punished and one.consequence not in LESS and _no_way(one):
        return "no_way", "alternative", None
    return "", "", None


def _no_way(one: Provision) -> bool:
    """Whether another way is none: nothing, or to stay away. Left open for what is needed, it is PIA577's."""
    if one.nature == NEEDED and leaves_open(one):
        return False
    return any(is_filler(each) or STAY_AWAY.fullmatch(letters(each)) for each in versions(one.alternative))


def _laws(one: Provision, context: AssessmentContext) -> list[str]:
    references = context.questionnaire.references.by_id
    return [name for name in one.basis if name in references and references[name].kind in LAWS]


def _in_force(one: Provision, context: AssessmentContext) -> bool:
    """Whether one of its laws holds on the day when the service starts, at the latest today."""
    starts = context.assessment.dates.starts_on if context.assessment.dates else None
    day = max(starts or "", context.as_of)
    references = context.questionnaire.references.by_id
    return any(references[name].in_force(day) for name in _laws(one, context))


RULE = Rule(
    code="PIA558",
    level="warning",
    about="assessment",
    message={
        "ja": "{problem}。",
        "en": "{problem}.",
    },
    hint={
        "ja": "{way}。",
        "en": "{way}.",
    },
    check=check,
    since="review",
)
