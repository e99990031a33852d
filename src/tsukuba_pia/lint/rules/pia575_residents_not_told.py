"""It is to be approved, and does not say what residents have to be told: where their data goes, or what they can choose.

A page that leaves this out looks the same as one of a service that hands nothing on. Where data is held and several take part (`actors`), it is told which data goes from whom to whom (`flows`): else whoever is an actor may
receive anything. Without `choices` a warning says so. That there are none is said by a section without entries. Who has to be heard is PIA536's.

```yaml assessment without flows
actors:  # PIA575 at actors
  - {id: city, name: 市, kind: city_organ}
  - {id: counting, name: 集計の受託者, kind: contractor_of_city}
```

Use instead: `flows` with `from`, `to` and `items`, `choices` with what residents can choose; where there are none, `choices: []`.

---

承認を求めているのに、市民に知らせることが書かれていません。データの行き先か、市民が選べることです。

欄がないままでは、データを誰にも渡さないサービスと見分けが付きません。データを持ち、関わる主体(`actors`)がいくつもあるときは、どのデータが誰から誰へ渡るか(`flows`)を書きます。書かなければ、どの主体に何が渡るのか分かりません。`choices` がないときは、警告します。何もないのであれば、空の欄でそのことを示します。誰の意見を聴くかは、PIA536 が確かめます。

代わりに: `flows` に `from`、`to`、`items` を、`choices` に市民が選べることを書きます。何もなければ `choices: []` と書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.threshold import NO_ASSESSMENT, outcome_of

SEVERAL = 2


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Where data goes, where there is any and more than one to have it; then what residents can choose."""
    assessment = context.assessment
    if outcome_of(context.result) == NO_ASSESSMENT:
        return
    if assessment.flows is None and assessment.data != () and len(assessment.actors or ()) >= SEVERAL:
        yield Finding(("actors",), {"what": "flows"}, key=True)
    if context.source.data.get("choices") is None:
        yield Finding(("assessment",), {"what": "choices"}, level="warning")


RULE = Rule(
    code="PIA575",
    level="error",
    about="assessment",
    message={
        "ja": "承認を求めていますが、市民に知らせることが書かれていません(`{what}`)。",
        "en": "It is to be approved, and does not say what residents have to be told (`{what}`).",
    },
    hint={
        "ja": "内容を書いてください。何もないときは、`{what}: []` のように書きます。",
        "en": "Write it; where there is nothing of the kind, say so, as by `{what}: []`.",
    },
    check=check,
    since="approval",
    telling=False,
)
