"""Much is withheld: more than one in ten of the questions that are asked, or of those that even a brief assessment asks.

Each withholding may have its reason; together they leave residents little to judge by. A single withheld answer is never too much.

```yaml assessment
answers:
  c_level: {answer: counts, withheld: {reason: security, exemption: 第4号, approved_by: 総務課長, until: 2028-03-31}}  # PIA607 at {reason
  c_people: {answer: 500, withheld: {reason: security, exemption: 第4号, approved_by: 総務課長, until: 2028-03-31}}
```

Use instead: withhold the one detail, in an answer or a note of its own, and tell the rest. Where all of it must stay closed, say why in the `conclusion`; the warning then
stays, so that whoever approves sees it.

---

非公開が多すぎます。聞かれる質問、または簡易な評価でも聞く質問の、1割を超えています。

一つひとつに理由があっても、合わせると、市民が判断する材料がなくなります。1件だけなら、多すぎるとはしません。

代わりに: 隠す必要のある細部だけを非公開にし、ほかは公表します。どれも公表できないときは、`conclusion` に理由を書きます。決裁する人に見えるように、警告は残ります。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.result import Asked
from tsukuba_pia.model.withheld_sections import spread

ONE_IN = 10
AT_LEAST = 2


def check(context: AssessmentContext) -> Iterator[Finding]:
    """At the first answer of what is too much; of all questions, else of the brief ones."""
    answers = spread(context.questionnaire, context.assessment).answers
    withheld = [one for one in context.counted if answers[one.id].hidden]
    if len(withheld) < AT_LEAST:
        return
    questions = context.questionnaire.questions
    asked = [name for name, one in context.result.standings.items() if one.asked is not Asked.NOT]
    brief = [name for name in asked if questions[name].question.brief]
    for what, names in (("@much_of_all", asked), ("@much_of_brief", brief)):
        hidden = [one for one in withheld if one.id in set(names)]
        if len(hidden) >= AT_LEAST and len(hidden) * ONE_IN > len(names):
            args = {"what": what, "withheld": str(len(hidden)), "asked": str(len(names))}
            yield Finding(hidden[0].at("withheld"), args)
            return


RULE = Rule(
    code="PIA607",
    level="warning",
    about="assessment",
    message={
        "ja": "{what}{asked}問のうち、{withheld}問が非公開です。",
        "en": "{withheld} of {asked} {what} are withheld.",
    },
    hint={
        "ja": "隠す必要のある細部だけを非公開にしてください。",
        "en": "Withhold only the detail that has to be, and tell the rest.",
    },
    check=check,
    since="comment",
)
