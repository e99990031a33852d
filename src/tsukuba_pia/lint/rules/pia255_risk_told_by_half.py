"""A risk does not tell its story: who does what to whom, by which threat, with what harm.

A risk is argued about by its scenario, and found by its feared event, its threats and its harms: they stand in the document of the bank and on the pages
that residents read. With a title alone nobody can say whether it is likely, or whether a safeguard is one against it.

```yaml bank without scenario harms
risks:
  - id: x_leak  # PIA255 at x_leak
    title: {ja: 移動の記録が漏れる, en: The record of journeys leaks}
    event: surveillance
    threats: [linking]
```

Use instead: `scenario`, `event`, `threats` and `harms`.

---

リスクの説明が足りません。誰が、誰に、何をして、どのような害が生じるのかを書きます。

リスクの大きさは、場面(`scenario`)をもとに話し合います。おそれる事態、脅威、害は、質問票の文書にも、市民が読むページにも載ります。表題だけでは、起こりやすさも、対策がそのリスクに効くかどうかも判断できません。

代わりに: `scenario`、`event`、`threats`、`harms` を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule

STORY = ("scenario", "event", "threats", "harms")


def check(context: BankContext) -> Iterator[Finding]:
    """Each risk that leaves a part of its story out."""
    for number, risk in enumerate(context.bank.risks):
        missing = [name for name in STORY if not getattr(risk, name)]
        if missing:
            yield Finding(("risks", number, "id"), {"risk": risk.id, "missing": ", ".join(missing)})


RULE = Rule(
    code="PIA255",
    level="warning",
    about="bank",
    message={
        "ja": "リスク「{risk}」に、次の項目が書かれていません: {missing}。",
        "en": "The risk “{risk}” leaves out: {missing}.",
    },
    hint={
        "ja": "誰が、誰に、何をして、どのような害が生じるのかを書いてください。",
        "en": "Say who does what to whom, by which threat, and with what harm.",
    },
    check=check,
)
