"""A panel resolves something although no ordinance has set it up.

A body that deliberates for the city needs an ordinance. A meeting without one hears what each member thinks: it has no votes and no opinion of its own, and the city's post decides.

```yaml record
items:
  - item: c_leak
    recorded:
      - resolution: {says: 売らない。, in_favour: [1]}  # PIA530
```

Use instead: the opinions, member by member, and the decision of the city's post. If an ordinance has set the panel up, say so in `city.yaml` (`panels`, `legal_form`).

---

条例に基づかない会議が、会議としての議決や意見を残しています。

市のために審議する機関は、条例で置かなければなりません。条例に基づかない懇話会などは、委員一人一人の意見を聴く場です。採決はせず、会議としての意見もまとめません。決めるのは市の職です。

代わりに: 意見は委員ごとに記録し、決定は市の職の決定として記録します。条例で置かれた機関なら、`city.yaml` の `panels` の `legal_form` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.minutes_context import MinutesContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.minutes import Resolution
from tsukuba_pia.model.profile import BODIES


def check(context: MinutesContext) -> Iterator[Finding]:
    """Each resolution of what is no body."""
    if context.panel is not None and context.panel.legal_form in BODIES:
        return
    for one in context.acts:
        if isinstance(one.act, Resolution):
            yield Finding(
                one.path, {"form": "@form_no_panel" if context.panel is None else "@form_advisory_meeting"}, key=True
            )


RULE = Rule(
    code="PIA530",
    level="error",
    about="minutes",
    message={
        "ja": "{form}ので、会議としての議決や意見は残せません。",
        "en": "{form}: it cannot resolve anything as a body.",
    },
    hint={
        "ja": "委員ごとの意見と、市の職の決定として記録してください。",
        "en": "Record the opinions member by member, and the decision of the city's post.",
    },
    check=check,
)
