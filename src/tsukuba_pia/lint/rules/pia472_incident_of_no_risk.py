"""An incident touches a risk that the banks do not have.

What failed in an incident counts as absent against the risks that it touched, until it is verified again. Of a risk that is misspelt
nothing failed, and the level stays as if nothing had happened.

```yaml assessment
incidents:
  - {on: 2027-03-01, what: 閲覧の記録が外に出ました。, touches: [c_leek]}  # PIA472 at c_leek
```

Use instead: `touches: [c_leak]`, the id of a risk; `pia explain ID` tells it.

---

事故が関わるとしたリスクが、質問票にありません。

事故で働かなかった対策は、改めて確かめるまで、そのリスクでは「なし」(absent)として数えます。リスクのIDを書き間違えると、何も起きなかったのと同じ評価のままになります。`touches` がないときは、PIA490 で示します。

代わりに: `touches: [c_leak]` のように、リスクのIDを書きます。`pia explain ID` で内容を確かめられます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each id under `touches` that is no risk of the banks, and none of the assessment's own."""
    own = {str(one.get("id", "")) for one in context.assessment.own_risks}
    known = (*context.questionnaire.risks, *sorted(own - {""}))
    for number, incident in enumerate(context.assessment.incidents):
        for order, name in enumerate(incident.touches):
            if name not in known:
                yield Finding(("incidents", number, "touches", order), {"name": name} | told(name, known))


RULE = Rule(
    code="PIA472",
    level="error",
    about="assessment",
    message={
        "ja": "リスク「{name}」はありません。この事故は、評価に数えられません。",
        "en": "There is no risk “{name}”: this incident moves no level.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]関わるリスクのIDを書いてください。",
        "en": "[Did you mean “{meant}”? ]Write the ids of the risks that it touches.",
    },
    check=check,
    fix=word_in_its_place,
)
