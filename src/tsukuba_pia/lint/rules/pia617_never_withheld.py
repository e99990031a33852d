"""A section is withheld that may not be, or that there is not.

Every section of a bank may be withheld, and of the assessment itself `team` and `consultations`. Purpose, kinds of data, recipients, retention, what
happens to those who decline, contact, opinions, red lines, titles and levels of risks, raised levels and waivers are always told: without them nobody
can judge a service. What stands here is shown to the public all the same.

```yaml assessment
withheld:
  service: {reason: security, exemption: 第7条第4号, approved_by: 総務課長, until: 2028-03-31}  # PIA617 at service
```

Use instead: `withheld` at the single answer, its note (`of: [note]`) or the person that the reason is about.

---

非公開にできない、または存在しない区分が、非公開にされています。

質問票の区分はどれも非公開にできます。評価書の項目では `team` と `consultations` だけです。目的、情報の種類、提供先、保存期間、提供しない場合の取扱い、連絡先、意見、実施できない条件、
リスクの名前と段階、引き上げた段階、例外承認は、いつも公表します。これらがなければ、サービスを判断できないためです。ここに書いても公表されます。

代わりに: 理由に当たる回答、補足(`of: [note]`)、人に `withheld` を付けます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.withheld_sections import OF_THE_FILE, sections_of


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each name that is no section which may be withheld."""
    may = {*OF_THE_FILE, *sections_of(context.questionnaire)}
    for name in context.assessment.withheld:
        if name not in may:
            yield Finding(("withheld", name), {"section": name}, key=True)


RULE = Rule(
    code="PIA617",
    level="error",
    about="assessment",
    message={
        "ja": "「{section}」は、非公開にできる区分ではありません。",
        "en": "“{section}” is no section that can be withheld.",
    },
    hint={
        "ja": "公表されます。理由に当たる回答や人に `withheld` を付けてください。",
        "en": "It is shown all the same: put `withheld` at the answer or the person that the reason is about.",
    },
    check=check,
)
