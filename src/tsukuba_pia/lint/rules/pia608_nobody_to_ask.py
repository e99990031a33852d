"""Residents are not told whom to ask, or how to reach them.

Questions, requests and complaints need a desk: its name and a telephone number, an e-mail address, a place or a page. Without any desk (neither `service.contact` nor `contact` in
the city's profile), or with one that gives no way to reach it, they have nobody to turn to. An extension alone cannot be called from outside.

```yaml assessment
service:
  alternatives: [{what: 人が数える, why_not: 夜は数えられません。}]
  contact: {unit: 都市計画課}  # PIA608 at {unit
```

Use instead: `contact: {unit: 都市計画課, phone: 029-000-0000, hours: 平日 8時30分から17時15分}`.

---

市民の問い合わせ先がないか、連絡の方法が書かれていません。

質問、請求、苦情のために、窓口の名前と、電話、メール、場所、ページのどれかが必要です。窓口がない場合(`service.contact` も、
市の設定の `contact` もない場合)も、連絡の方法が1つもない場合も、市民には頼る先がありません。
内線番号だけでは、市の外からかけられません。

代わりに: `contact: {unit: 都市計画課, phone: 029-000-0000, hours: 平日 8時30分から17時15分}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.model.hollow import is_placeholder
from tsukuba_pia.model.text import Text

SHORTEST = 10  # digits of a number with its area code


def check(context: AssessmentContext) -> Iterator[Finding]:
    """What is missing of the desk."""
    service, profile = context.assessment.service, context.profile
    contact = service.contact if service is not None else None
    if contact is None:
        if profile is None or not profile.contact:
            yield Finding(("service", "contact"), {"problem": "@contact_missing"})
    elif not any(_told(way) for way in (contact.email, contact.url, contact.address)):
        if not _told(contact.phone):
            yield Finding(("service", "contact"), {"problem": "@contact_out_of_reach"})
        elif not any(map(_can_be_dialled, versions(contact.phone))):
            yield Finding(("service", "contact", "phone"), {"problem": "@contact_inside"})


def _told(text: Text | None) -> bool:
    return any(not is_placeholder(one) for one in versions(text))


def _can_be_dialled(phone: str) -> bool:
    """Whether somebody outside the city hall can call it: an extension is none."""
    return sum(one.isdecimal() for one in phone) >= SHORTEST


RULE = Rule(
    code="PIA608",
    level="error",
    about="assessment",
    message={
        "ja": "市民の問い合わせ先{problem}。",
        "en": "Residents are not told {problem}.",
    },
    hint={
        "ja": "`service.contact` に、窓口(unit)と、phone(市外局番から)、email、address、url のどれかを書いてください。",
        "en": "Name the desk under `service.contact`, with one of `phone` (with its area code), `email`, `address`, `url`.",
    },
    check=check,
    since="publication",
)
