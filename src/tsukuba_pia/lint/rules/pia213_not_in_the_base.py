"""The bank tightens or specialises something that the bank below it does not have.

Under `tightens`, a sector bank adds rows to a risk of the bank that it extends, or makes one of its questions required.
`specialises` names a question there. An id that is not there would have no effect, and nobody would notice.

```yaml bank
extends: core@1.0
tightens:
  - risk: c_leek  # PIA213 at c_leek
    severity:
      - when: {question: c_level, is: per_card}
```

Use instead: `risk: c_leak`.

---

土台の質問票にないものを、厳しくしたり詳しくしたりしています。

分野の質問票は、`tightens` で土台のリスクに行を加えたり、質問を必須にしたりします。`specialises` には土台の質問を書きます。
IDが土台になければ何も起こらず、誰も気付きません。

代わりに: `risk: c_leak`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.meant import meant
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """Each name that the banks below do not have; a tightening that names nothing."""
    risks = tuple(risk.id for bank in context.base for risk in bank.risks)
    questions = tuple(question.id for bank in context.base for question in bank.questions)
    for number, more in enumerate(context.bank.tightens):
        if more.risk is None and more.question is None:
            yield Finding(("tightens", number), {"name": "", "meant": ""})
        yield from _missing(more.risk, risks, ("tightens", number, "risk"))
        yield from _missing(more.question, questions, ("tightens", number, "question"))
    for path, question in context.questions_here:
        yield from _missing(question.specialises, questions, (*path, "specialises"))


def _missing(name: str | None, known: tuple[str, ...], path: Path) -> Iterator[Finding]:
    if name is not None and name not in known:
        yield Finding(path, {"name": name, "meant": meant(name, known)})


RULE = Rule(
    code="PIA213",
    level="error",
    about="bank",
    message={
        "ja": "土台の質問票に[「{name}」という]相手がありません。",
        "en": "The bank that this one extends has nothing[ of the id “{name}”] to point to here.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]土台の質問票のリスクか質問のIDを書いてください。",
        "en": "[Did you mean “{meant}”? ]Name a risk or a question of the bank below.",
    },
    check=check,
)
