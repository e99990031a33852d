"""A legal basis is none of the references.

References carry the law's title, article and state, and whether anybody has checked them. A basis that is not there would print as a
bare word, and a repealed law would not be noticed.

```yaml assessment
flows:
  - {from: city, to: operator, items: [trips], basis: [appi-16]}  # PIA416 at appi-16
```

Use instead: `basis: [appi-61]`. A bank of your own may bring references of its own.

---

根拠一覧にない法令などが書かれています。

根拠一覧には、法令の名称、条、施行の状態、確認の有無があります。一覧にないものは報告書に語だけが残り、廃止された法令でも気付けません。

代わりに: `basis: [appi-61]`。自分の市の質問票なら、条例などを加えられます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.assessment_parts import bases
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each basis that is no reference."""
    known = context.questionnaire.references.by_id
    for path, name in bases(context.assessment):
        if name not in known:
            yield Finding(path, {"reference": name} | told(name, known))


RULE = Rule(
    code="PIA416",
    level="error",
    about="assessment",
    message={
        "ja": "根拠「{reference}」は一覧にありません。",
        "en": "There is no reference “{reference}”.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]根拠一覧にあるIDを使ってください。",
        "en": "[Did you mean “{meant}”? ]Use an id of the list of references.",
    },
    check=check,
    fix=word_in_its_place,
)
