"""It does not say for how long a data item is kept: from when, how long, and how it is erased then.

Data without an end stays. “As long as needed” cannot be checked by anybody; a start, a length and a way to erase can.
From approval on this is an error.

```yaml assessment
data:
  - id: trips
    name: 利用の記録
    lifecycle:
      collect: {who: 市, basis: [appi-61]}
      use: {who: 市}
      share: {none: どこにも渡しません。}
      store: {where: 市のサーバー}
      retain: {length: 30日}  # PIA557 at {length
      delete: {who: 市}
```

Use instead: `retain: {trigger: 利用した日, length: 30日, erase: 自動消去}`.

---

データをいつまで持つか(いつから数えて、どれだけ、どう消すか)が書かれていません。

期限のないデータは残り続けます。「必要な間」では、誰も確かめられません。起点、長さ、消し方があれば確かめられます。承認の段階からはエラーです。

代わりに: `retain: {trigger: 利用した日, length: 30日, erase: 自動消去}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each data item that is kept, without one of the three; where nothing is told of it, PIA556 tells."""
    final = STAGES.index(context.stage) >= STAGES.index("approval")
    for number, item in enumerate(context.assessment.data or ()):
        retain = item.lifecycle.retain if item.lifecycle else None
        if retain is None or retain.none:
            continue
        missing = ", ".join(key for key in ("trigger", "length", "erase") if not getattr(retain, key))
        if missing:
            args = {"item": item.id, "missing": missing}
            yield Finding(("data", number, "lifecycle", "retain"), args, level="error" if final else None)


RULE = Rule(
    code="PIA557",
    level="warning",
    about="assessment",
    message={
        "ja": "データ「{item}」の保存の期限({missing})が書かれていません。",
        "en": "It does not say when “{item}” is erased: {missing}.",
    },
    hint={
        "ja": "起点(trigger)、長さ(length)、消し方(erase)を書いてください。",
        "en": "Say from when (`trigger`), how long (`length`) and how it is erased (`erase`).",
    },
    check=check,
    since="review",
    telling=False,
)
