"""The sign at the place of collection would have no address or no telephone number.

The sign (`pia render --kind notice`) sends people on: by a QR code and an address to the whole explanation, by telephone to somebody who answers. It takes the address from
`publication.url`, else from `register.address` in `city.yaml`, where the assessment has a page of its own; and the number from `service.contact.phone`. What is missing is left out, and people are left standing.
An address of more than 60 characters cannot be typed from a sign. One that does not begin with https:// or http:// opens no page: it is put on none, and this is an error.

```yaml assessment
service:
  alternatives: [{what: 人が数える, why_not: 夜は数えられません。}]
  contact: {unit: 都市計画課, email: plan@city.example.jp}  # PIA618 at {unit
```

Use instead: `phone: 029-000-0000`, `publication: {url: "https://city.example.jp/p/12"}`.

---

情報を集める場所の掲示に、アドレスか電話番号がありません。

掲示(`pia render --kind notice`)は、読んだ人を次へ案内します。二次元コードとアドレスでくわしい説明へ、電話で答えられる人へ、です。アドレスは `publication.url` から、なければ市の設定(`city.yaml`)の
`register.address` にあるこの評価のページから、番号は `service.contact.phone` から取ります。ないものは載らず、読んだ人は先へ進めません。60文字を超えるアドレスは、掲示を見ながら入力できません。
https:// か http:// で始まらないものは、ページを開くアドレスではないため掲示に載らず、エラーです。

代わりに: `phone: 029-000-0000`、`publication: {url: "https://city.example.jp/p/12"}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.assessment import Contact
from tsukuba_pia.model.hollow import is_placeholder

LONGEST = 60
WEB = ("https://", "http://")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """What the sign lacks. Where nobody's data is collected there is none."""
    assessment, profile = context.assessment, context.profile
    if assessment.data == () and assessment.data_complete == "yes":
        return
    contact = assessment.service.contact if assessment.service is not None else None
    if contact is not None and is_placeholder(contact.phone or "") and _other_ways(contact):
        yield Finding(("service", "contact"), {"problem": "@sign_phone"})
    own = assessment.publication.url if assessment.publication is not None else None
    register = profile.register.address if profile is not None and profile.register is not None else None
    if is_placeholder(own or register or ""):
        yield Finding(("publication",), {"problem": "@sign_address"})
    elif own is not None and not own.startswith(WEB):
        yield Finding(("publication", "url"), {"problem": "@sign_no_address"}, level="error")
    elif own is not None and len(own.partition("://")[2]) > LONGEST:
        yield Finding(("publication", "url"), {"problem": "@sign_long_address"})


def _other_ways(contact: Contact) -> bool:
    """Whether the desk can be reached at all: where it cannot, PIA608 says so."""
    return bool(contact.email or contact.url or contact.address)


RULE = Rule(
    code="PIA618",
    level="warning",
    about="assessment",
    message={
        "ja": "情報を集める場所の掲示に載せる{problem}。",
        "en": "The sign at the place of collection {problem}.",
    },
    hint={
        "ja": "電話番号は `service.contact.phone` に、短いアドレスは `publication.url` に書いてください。",
        "en": "Write the number under `service.contact.phone`, and a short address under `publication.url`.",
    },
    check=check,
    since="publication",
    telling=False,
)
