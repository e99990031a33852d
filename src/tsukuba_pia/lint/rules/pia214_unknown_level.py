"""A ladder uses a level or an outcome that its scale does not have.

Severity and likelihood use the levels of the method, a decision uses its own outcomes. With any other word, nobody could
say which of two rows is the higher one. An irreversible risk needs the level `significant`.

```yaml bank
risks:
  - id: x_leak
    severity:
      base: limitted  # PIA214 at limitted
      rows:
        - {level: maximum}
```

Use instead: `base: limited`.

---

段階の一覧にない段階や結果が使われています。

影響の大きさと起こりやすさには評価方法の段階を、判定にはその判定の結果を使います。それ以外の語では、どの行が重いか決められません。
元に戻せないリスクには、段階 `significant` が必要です。

代わりに: `base: limited`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.bank_parts import AXES, rows_of, scale_of
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import IRREVERSIBLE_AT_LEAST


def check(context: BankContext) -> Iterator[Finding]:
    """Each base and each row that names something else."""
    if context.method is not None:
        yield from _levels(context)
    for number, decision in enumerate(context.bank.decisions):
        outcomes = tuple(outcome.id for outcome in decision.outcomes)
        yield from _unknown(decision.base, outcomes, ("decisions", number, "base"))
        for order, row in enumerate(decision.rows):
            yield from _unknown(row.outcome, outcomes, ("decisions", number, "rows", order, "outcome"))


def _levels(context: BankContext) -> Iterator[Finding]:
    scales = {axis: scale_of(context, axis) for axis in AXES}
    for number, risk in enumerate(context.bank.risks):
        if risk.irreversible:
            yield from _unknown(IRREVERSIBLE_AT_LEAST, scales["severity"], ("risks", number, "irreversible"))
        for axis in AXES:
            yield from _unknown(getattr(risk, axis).base, scales[axis], ("risks", number, axis, "base"))
    for axis, path, row in rows_of(context.bank):
        yield from _unknown(row.level, scales[axis], (*path, "level"))


def _unknown(level: str, known: tuple[str, ...], path: Path) -> Iterator[Finding]:
    if level not in known:
        yield Finding(path, {"level": level, "known": ", ".join(known)} | told(level, known))


RULE = Rule(
    code="PIA214",
    level="error",
    about="bank",
    message={
        "ja": "「{level}」という段階や結果は、ここでは使えません。",
        "en": "“{level}” is not one of the levels or outcomes that there are here.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]段階や結果の一覧を確かめてください[(使えるもの: {known})]。",
        "en": "[Did you mean “{meant}”? ]Check the list of levels or outcomes[ ({known})].",
    },
    check=check,
    fix=word_in_its_place,
)
