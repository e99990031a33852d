"""A question lacks what its type needs, or has what its type does not know.

Only `choice` and `choices` have options, and they need some; only options of `choices` can be `exclusive`. Only `number`
has `unit`, `min` and `max`. Only `safeguard` has a `kind`, and needs it.

```yaml bank without options
sections:
  - id: x_use
    questions:
      - {id: x_level, type: choice}  # PIA215 at choice
      - {id: x_kept, type: yes_no, unit: {ja: 日, en: days}}  # PIA215 at {ja
```

Use instead: `type: choice` with `options`, and `type: number` with `unit`.

---

質問の型に必要なものがないか、型に合わないものがあります。

選択肢は `choice` と `choices` だけにあり、必ず要ります。`exclusive` は `choices` の選択肢だけです。`unit`、`min`、`max` は `number` だけです。
`kind` は `safeguard` だけにあり、必ず要ります。

代わりに: `type: choice` には `options` を書き、`unit` があるものは `type: number` にします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Question

OWN_KEYS = {"options": ("choice", "choices"), "kind": ("safeguard",)} | dict.fromkeys(
    ("unit", "min", "max"), ("number",)
)
NEEDED = ("options", "kind")


def check(context: BankContext) -> Iterator[Finding]:
    """Each question's keys that its type needs or cannot have."""
    for path, question in context.questions_here:
        for key, types in OWN_KEYS.items():
            there = getattr(question, key) not in (None, ())
            if there and question.type not in types:
                yield _found((*path, key), question, extra=key)
            elif not there and key in NEEDED and question.type in types:
                yield _found((*path, "type"), question, missing=key)
        if question.type == "choice":
            for number, option in enumerate(question.options):
                if option.exclusive:
                    yield _found((*path, "options", number, "exclusive"), question, extra="exclusive")
        if question.min is not None and question.max is not None and question.min > question.max:
            yield _found((*path, "max"), question, limits=f"{question.min} > {question.max}")


def _found(path: Path, question: Question, *, missing: str = "", extra: str = "", limits: str = "") -> Finding:
    return Finding(path, {"type": question.type, "missing": missing, "extra": extra, "limits": limits})


RULE = Rule(
    code="PIA215",
    level="error",
    about="bank",
    message={
        "ja": "型が {type} の質問には、[{missing} が必要です][{extra} は書けません][min より大きい max が必要です({limits})]。",
        "en": "A question of the type {type} [needs “{missing}”][cannot have “{extra}”][needs a max above its min ({limits})].",
    },
    hint={
        "ja": "型を変えるか、[{missing} を加えて][{extra} を除いて][範囲({limits})を直して]ください。",
        "en": "Change the type, or [add “{missing}”][take “{extra}” out][mend the limits {limits}].",
    },
    check=check,
)
