"""An incident is said to touch no risk.

What happened shows that a safeguard did not hold: in the risks that the incident touches, the safeguards that were in place count as absent until they are
verified again. Where none is named, the levels stay as if nothing had happened.

```yaml assessment
incidents:
  - {on: 2027-03-01, what: 閲覧の記録が外に出ました。}  # PIA490 at {on
```

Use instead: `touches: [c_leak]`, the risks that came true or nearly did; where the banks have none, write it in a bank of the city's own (what stands under `own_risks` is not counted
by this version, PIA433).

---

事故に、関係するリスクが書かれていません。

起きたことは、対策が働かなかったことを示しています。関係するリスク(`touches`)では、実施済みの対策も、改めて確かめるまで「なし」(absent)として数えます(PIA522)。
リスクを書かないと、何も起きなかったかのように、リスクの大きさが変わりません。

代わりに: `touches: [c_leak]` のように、現実になった、またはなりかけたリスクを書きます。質問票にないリスクなら、市の独自の質問票に加えます(`own_risks` に書いたリスクは、この版では評価の段階に数えません。PIA433)。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each incident that names none."""
    for number, incident in enumerate(context.assessment.incidents):
        if not incident.touches:
            yield Finding(("incidents", number), {"on": incident.on})


RULE = Rule(
    code="PIA490",
    level="warning",
    about="assessment",
    message={
        "ja": "{on} の事故に、関係するリスク(touches)が書かれていません。",
        "en": "The incident of {on} is said to touch no risk.",
    },
    hint={
        "ja": "関係するリスクのIDを `touches` に書いてください。",
        "en": "Write the ids of the risks that it touches under `touches`.",
    },
    check=check,
)
