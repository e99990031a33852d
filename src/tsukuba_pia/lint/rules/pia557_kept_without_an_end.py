"""It is not told for how long a data item is kept: from when, how long, and how it is erased then.

Data without an end stays. “As long as needed”, “forever” and “by the records regulation” cannot be checked by anybody; a start, a length and a way to erase can.
“At least 90 days”, “5 years, renewable”, “until the unit decides”, 999 years and a count that begins when the whole service ends have no end either.
What a rule of the city keeps for good, or for longer than 30 years, is told with that rule: “for good (schedule 1 of the records regulation)”.
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
      retain: {trigger: 利用した日, length: 必要な期間, erase: 自動消去}  # PIA557 at 必要な期間
      delete: {who: 市}
```

Use instead: `retain: {trigger: 利用した日, length: 30日, erase: 自動消去}`.

---

データをいつまで持つか(いつから数えて、どれだけ、どう消すか)が書かれていません。

期限のないデータは残り続けます。「必要な期間」「常用」「規程による」では、誰も確かめられません。起点、長さ、消し方があれば確かめられます。「90日以上」「5年(更新可)」「担当課が定めるまで」「999年」や、サービスそのものの終わりから数えるものにも、終わりがありません。市の規程で永年保存や30年を超える保存とするものは、「永年(文書管理規程 別表第1)」のように、その規程を書きます。承認の段階からはエラーです。

代わりに: `retain: {trigger: 利用した日, length: 30日, erase: 自動消去}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.model.hollow import is_filler
from tsukuba_pia.model.lasting import is_endless, never_begins

NO_END = {"length": is_endless, "trigger": never_begins}


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each data item that is kept, without one of the three; where nothing is told of it, PIA556 tells."""
    final = STAGES.index(context.stage) >= STAGES.index("approval")
    for number, item in enumerate(context.assessment.data or ()):
        retain = item.lifecycle.retain if item.lifecycle else None
        if retain is None or retain.none:
            continue
        for key in ("trigger", "length", "erase"):
            said = versions(getattr(retain, key))
            empty = next((one for one in said if is_filler(one) or NO_END.get(key, is_filler)(one)), None)
            if not said or empty is not None:
                args = {"item": item.id, "missing": f"@retain_{key}", "said": (empty or "").strip()}
                path = ("data", number, "lifecycle", "retain", *((key,) if said else ()))
                yield Finding(path, args, level="error" if final else None)


RULE = Rule(
    code="PIA557",
    level="warning",
    about="assessment",
    message={
        "ja": "データ「{item}」の{missing}が分かりません[(「{said}」とあります)]。",
        "en": "It is not told {missing}: “{item}”[ (it says “{said}”)].",
    },
    hint={
        "ja": "いつから(`trigger`)、どれだけ持ち(`length`)、どう消すか(`erase`)を、確かめられるように書いてください。",
        "en": "Say from when (`trigger`), how long (`length`) and how it is erased (`erase`), so that it can be checked.",
    },
    check=check,
    since="review",
    telling=False,
)
