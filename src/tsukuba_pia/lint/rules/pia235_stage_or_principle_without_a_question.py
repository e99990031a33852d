"""A bank leaves out a stage of the data's life, or a principle that every bank asks about.

A sector may have nothing to add at one stage; usually something was forgotten, such as how data of this kind is erased,
or how people take part. `pia bank coverage` shows the whole matrix.

```yaml
sections:
  - id: x_keep
    questions:
      - {id: x_kept, stage: govern}
```

Use instead: a question for the stage; often one that sharpens a question of core (`specialises`).

---

データの一生の中の段階か、どの質問票でもたずねる原則に、質問が1つもありません。

その分野で加えることがない場合もありますが、多くは、消去の方法や本人の関わり方などを忘れています。全体は `pia bank coverage` で見られます。

代わりに: その段階の質問を加えます。core の質問をその分野に合わせて詳しくするもの(`specialises`)でもかまいません。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """The stages, and the principles of every bank, that no question of this bank is about."""
    if not context.bank.sections:
        return
    asked = {"stages": {one.stage for _, one in context.questions_here}}
    asked["principles"] = {one.principle for _, one in context.questions_here}
    missing = [
        term.id
        for name in ("stages", "principles")
        for term in getattr(context.vocabulary, name)
        if term.every_bank and term.id not in asked[name]
    ]
    if missing:
        yield Finding(("sections",), {"missing": ", ".join(missing)}, key=True)


RULE = Rule(
    code="PIA235",
    level="warning",
    about="bank",
    message={
        "ja": "どの質問も触れていない段階や原則があります: {missing}",
        "en": "No question is about: {missing}.",
    },
    hint={
        "ja": "質問を加えるか、この分野では要らない理由を記録に残してください。`pia bank coverage` で全体を見られます。",
        "en": "Add a question, or record that this sector has nothing there. `pia bank coverage` shows the whole.",
    },
    check=check,
)
