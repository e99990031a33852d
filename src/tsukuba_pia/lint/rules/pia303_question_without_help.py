"""A question does not say why it is asked, how to find the answer, or what proves it.

People answer in between other work. `why` tells them what hangs on the answer, `help` whom to ask, and `evidence` what a
reviewer will want to see.

```yaml bank without evidence
sections:
  - id: x_use
    questions:
      - id: x_kept  # PIA303 at x_kept
        why: {ja: 行き先が分かります。, en: It tells where people go.}
        help: {ja: 委託先に聞きます。, en: Ask the contractor.}
```

Use instead: add `evidence: {ja: 設計書, en: The design document}`.

---

なぜ聞くか、どう調べるか、何が証拠になるかが書かれていない質問です。

回答する人は、ほかの仕事の合間に答えます。`why` は回答で何が決まるか、`help` は誰に聞けばよいか、`evidence` は点検で何を見せるかを
伝えます。

代わりに: `evidence: {ja: 設計書, en: The design document}` を加えます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each question that lacks one of the three."""
    for path, question in context.questions_here:
        missing = [key for key in ("why", "help", "evidence") if not getattr(question, key)]
        if missing:
            yield Finding((*path, "id"), {"question": question.id, "missing": ", ".join(missing)})


RULE = Rule(
    code="PIA303",
    level="warning",
    about="bank",
    message={
        "ja": "質問「{question}」に {missing} がありません。",
        "en": "The question “{question}” has no {missing}.",
    },
    hint={
        "ja": "答える人と点検する人が困らないように、書き加えてください。",
        "en": "Add it for those who answer and those who review.",
    },
    check=check,
)
