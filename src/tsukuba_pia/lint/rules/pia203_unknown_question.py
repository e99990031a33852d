"""A condition reads a question that is not there.

The id is misspelt, or the question stands in a bank that this one does not extend. Nothing can be scored with such a
bank: the condition could never be worked out.

```yaml bank
sections:
  - id: x_use
    title: {ja: 利用, en: Use}
    questions:
      - {id: x_level, type: yes_no, text: {ja: 個人ごとに保存しますか。, en: "Is it kept per person?"}}
      - id: x_why
        type: text
        text: {ja: その理由は何ですか。, en: "For which reason?"}
        ask_when: {question: x_levle, is: yes}  # PIA203 at x_levle
```

Use instead: `ask_when: {question: x_level, is: yes}`.

---

条件が、存在しない質問を参照しています。

IDの書き間違いか、この質問票が土台にしていない別の質問票の質問です。条件を判定できないため、この質問票では評価できません。

代わりに: `ask_when: {question: x_level, is: yes}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each comparison with a question that neither this bank nor its base has."""
    for _, path, atom in context.atoms:
        if atom.subject == "question" and atom.name not in context.questions:
            args = {"question": atom.name} | told(atom.name, context.questions)
            yield Finding((*path, "question"), args)


RULE = Rule(
    code="PIA203",
    level="error",
    about="bank",
    message={
        "ja": "条件が参照している質問「{question}」はありません。",
        "en": "This condition reads the question “{question}”, which does not exist.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]質問のIDを確かめてください。",
        "en": "[Did you mean “{meant}”? ]Check the question's id.",
    },
    check=check,
    fix=word_in_its_place,
)
