"""A flow names data that is not in the inventory, or an actor that is probably misspelt.

The inventory says what kind of data it is and whom it is about. Data that is not there has no categories, so no fact follows from it.
Who is no actor stands for itself, such as `resident`; only a name that is nearly an actor's is told, as a warning.

```yaml assessment
flows:
  - {from: resident, to: operator, items: [tripps]}  # PIA417 at tripps
```

Use instead: `items: [trips]`, the id of an entry under `data`.

---

データの流れに、一覧にないデータか、書き間違いと思われる関係者があります。

データ一覧は、どんな種類の、誰についてのデータかを示します。一覧にないデータには種類がなく、何の事実も導けません。関係者でない名前
(`resident` など)はそのまま相手先とみなします。関係者のIDとよく似た名前だけを警告します。

代わりに: `items: [trips]`(`data` にあるID)
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each unknown data item of a flow, and each end of one that is nearly an actor."""
    items = [item.id for item in context.assessment.data or ()]
    actors = [actor.id for actor in context.assessment.actors or ()]
    for number, flow in enumerate(context.assessment.flows or ()):
        for order, name in enumerate(flow.items):
            if name not in items:
                args = {"kind": "@kind_item", "name": name} | told(name, items)
                yield Finding(("flows", number, "items", order), args)
        for key, name in (("from", flow.from_), ("to", flow.to)):
            near = {} if name in actors else told(name, actors)
            if near.get("meant"):
                args = {"kind": "@kind_actor", "name": name} | near
                yield Finding(("flows", number, key), args | {"sure": ""}, level="warning")


RULE = Rule(
    code="PIA417",
    level="error",
    about="assessment",
    message={
        "ja": "{kind}「{name}」はありません。",
        "en": "There is no {kind} “{name}”.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]`data` と `actors` のIDを確かめてください。",
        "en": "[Did you mean “{meant}”? ]Check the ids under `data` and `actors`.",
    },
    check=check,
    fix=word_in_its_place,
)
