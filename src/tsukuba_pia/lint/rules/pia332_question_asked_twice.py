"""A sector bank asks what core asks already.

People answer the same thing twice, and the two answers drift apart. A sharper question of the sector says which one it
sharpens, and the report shows both together.

```yaml bank
extends: core@1.0
sections:
  - id: x_use
    questions:
      - id: x_level
        type: choice
        text: {ja: どの細かさで保存しますか。, en: "At which level is it kept?"}  # PIA332 at {ja
```

Use instead: leave it to core, or ask it sharper, with `specialises: c_level`.

---

core にある質問を、分野の質問票がもう一度聞いています。

同じことを2度答えることになり、2つの答えが食い違っていきます。その分野でより詳しく聞くときは、どの質問を詳しくしたものかを書きます。
報告書は2つを並べて示します。

代わりに: core に任せるか、`specialises: c_level` と書いて、より詳しく聞きます。
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Question
from tsukuba_pia.model.text import words

ALIKE = 0.9  # share of characters in common


def check(context: BankContext) -> Iterator[Finding]:
    """Each question whose words are nearly those of a question that this bank stands on."""
    below = [question for bank in context.base for question in bank.questions]
    for path, question in context.questions_here:
        twin = next((one for one in below if one.id != question.specialises and _alike(one, question)), None)
        if twin is not None:
            yield Finding((*path, "text"), {"question": question.id, "other": twin.id})


def _alike(one: Question, two: Question) -> bool:
    if one.type != two.type:
        return False
    return any(_near(words(one.text, language), words(two.text, language)) for language in ("ja", "en"))


def _near(one: str, two: str) -> bool:
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


RULE = Rule(
    code="PIA332",
    level="warning",
    about="bank",
    message={
        "ja": "質問「{question}」は、「{other}」とほとんど同じことを聞いています。",
        "en": "The question “{question}” asks nearly the same as “{other}”.",
    },
    hint={
        "ja": "core に任せるか、より詳しく聞いて specialises: {other} と書いてください。",
        "en": "Leave it to core, or ask it sharper and say “specialises: {other}”.",
    },
    check=check,
)
