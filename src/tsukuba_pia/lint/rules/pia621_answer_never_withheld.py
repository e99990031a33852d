"""An answer is withheld that may not be: purpose, kinds of data, recipients, retention, or what happens to those who decline.

Without these nobody can judge a service, so they are always told, here and in a section that is withheld. A question is about one of them by the stage and the
principle at which its bank puts it. What was noted beside such an answer, and its evidence, may be withheld.

```yaml assessment
banks: {core: "1.0", kiosk: "1.0"}
answers:
  k_filmed: {answer: nobody, withheld: {reason: security, exemption: 第7条第4号, approved_by: 総務課長, until: 2028-03-31}}  # PIA621 at {reason
```

Use instead: `withheld: {of: [note], …}` where the reason is about the note; else the answer as it is.

---

非公開にできない回答が非公開にされています。目的、情報の種類、提供先、保存期間、提供しない場合の取扱いは、いつも公表します。

これらがなければ、誰もサービスを判断できません。非公開にした区分の中でも公表されます。どの質問がこれに当たるかは、質問票がその質問に付けた段階と原則で決まります。回答に添えた補足と根拠資料は、非公開にできます。

代わりに: 補足だけを隠す理由があるなら `withheld: {of: [note], …}` とします。そうでなければ `withheld` を消します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.withheld_sections import is_always_told


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer of that kind that is withheld itself."""
    for one in context.answered:
        if one.answer.hidden and one.question is not None and is_always_told(one.question):
            yield Finding(one.at("withheld"), {"question": one.id})


RULE = Rule(
    code="PIA621",
    level="error",
    about="assessment",
    message={
        "ja": "「{question}」の回答は、非公開にできません。",
        "en": "The answer to “{question}” cannot be withheld.",
    },
    hint={
        "ja": "公表されます。補足だけを隠すなら `of: [note]` とし、そうでなければ `withheld` を消してください。",
        "en": "It is shown all the same: withhold only its note (`of: [note]`), or take `withheld` out.",
    },
    check=check,
    since="review",
)
