"""A raised level names a risk or a level that does not exist.

It would raise nothing, although a person has judged the risk to be worse than the score says.

```yaml assessment
overrides:
  c_leek: {level: high, computed: low, because: 苦情が続いています。, by: 鈴木 恵, post: 個人情報保護担当, on: 2027-03-01}  # PIA423 at c_leek
```

Use instead: the id of a risk (`pia score` lists them) and of a level.

---

引き上げた評価が、存在しないリスクか段階を指しています。

人が「計算より悪い」と判断したのに、何も引き上げられません。

代わりに: リスクのID(`pia score` で一覧できます)と、段階のIDを書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.meant import meant
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.result import NONE


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each override of an unknown risk, and each level in one that the method does not have."""
    risks, levels = context.questionnaire.risks, context.questionnaire.level_ids
    for name, override in context.assessment.overrides.items():
        if name not in risks:
            yield Finding(
                ("overrides", name), {"kind": "@kind_risk", "name": name, "meant": meant(name, risks)}, key=True
            )
        for key in ("level", "computed"):
            level = getattr(override, key)
            if level not in levels and not (key == "computed" and level == NONE):
                args = {"kind": "@kind_level", "name": level, "meant": meant(level, levels)}
                yield Finding(("overrides", name, key), args)


RULE = Rule(
    code="PIA423",
    level="error",
    about="assessment",
    message={
        "ja": "「{name}」という{kind}はありません。",
        "en": "There is no {kind} “{name}”.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]IDを確かめてください。",
        "en": "[Did you mean “{meant}”? ]Check the id.",
    },
    check=check,
)
