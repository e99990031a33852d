"""A data item does not tell its whole life: collection, use, sharing, storage, retention, deletion.

What is not told is where things go wrong, and nobody can judge it. A stage that does not happen is told too: `none`, with the reason.
From approval on this is an error.

```yaml assessment
data:
  - id: trips  # PIA556 at trips
    name: 利用の記録
    lifecycle:
      collect: {who: 市, basis: [appi-61]}
      use: {who: 市}
      share: {none: どこにも渡しません。}
      store: {where: 市のサーバー}
```

Use instead: the other stages too, `retain: {trigger: 利用した日, length: 30日, erase: 自動消去}` for one.

---

データの一生(取得、利用、提供、保管、保存、消去・廃棄)のうち、書かれていない段階があります。

書かれていないところで問題は起き、誰もそれを判断できません。その段階がないときも、`none` に理由を書きます。承認の段階からはエラーです。

代わりに: 残りの段階も書きます。例: `retain: {trigger: 利用した日, length: 30日, erase: 自動消去}`
"""

from collections.abc import Iterator
from dataclasses import fields

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.listed import listed
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.model.assessment import DataItem, Lifecycle, LifeStage


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each data item with the stages of its life that say nothing."""
    final = STAGES.index(context.stage) >= STAGES.index("approval")
    for number, item in enumerate(context.assessment.data or ()):
        missing = tuple(name for name in _stages() if not _told(item, name))
        if missing:
            args = {"item": item.id} | listed("missing", "life", missing)
            yield Finding(("data", number, "id"), args, level="error" if final else None)


def _stages() -> Iterator[str]:
    return (one.name for one in fields(Lifecycle))


def _told(item: DataItem, name: str) -> bool:
    stage: LifeStage | None = getattr(item.lifecycle, name) if item.lifecycle else None
    return stage is not None and any(getattr(stage, one.name) for one in fields(stage))


RULE = Rule(
    code="PIA556",
    level="warning",
    about="assessment",
    message={
        "ja": "データ「{item}」の取扱いのうち、{missing}が書かれていません。",
        "en": "The life of “{item}” is not told to the end: {missing}.",
    },
    hint={
        "ja": "`lifecycle:` に書いてください。その段階がないときは `none:` に理由を書きます。",
        "en": "Tell it under `lifecycle:`; where a stage does not happen, say why under `none:`.",
    },
    check=check,
    since="review",
    telling=False,
)
