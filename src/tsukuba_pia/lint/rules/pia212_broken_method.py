"""The method's matrix, steps or acceptance do not hold together.

The matrix needs a row for each severity with a level for each likelihood. It may never fall: what is worse or likelier
cannot be less of a risk. For each level, `acceptance` names the post that may accept it. A verified safeguard lowers at
least as much as one that is only implemented.

```yaml bank
method:
  severity: [{id: limited, label: {ja: 小さい, en: Limited}}, {id: significant, label: {ja: 大きい, en: Significant}}]
  likelihood: [{id: limited, label: {ja: 低い, en: Limited}}, {id: significant, label: {ja: 高い, en: Significant}}]
  levels: [{id: low, label: {ja: 低, en: Low}}, {id: high, label: {ja: 高, en: High}}]
  matrix:
    limited: [low, high]
    significant: [high, low]  # PIA212 at low
  safeguards: {implemented_lowers_at_most: 1, verified_lowers_at_most: 2, likelihood_steps: 2, severity_steps: 1}
  acceptance: {low: owner}  # PIA212 at {low
```

Use instead: `significant: [high, high]`, and `acceptance: {low: owner, high: mayor}`.

---

評価方法の表、段数、受け入れる役職のつじつまが合っていません。

表には、影響の大きさごとに行が要り、起こりやすさごとにリスクの段階を書きます。影響が大きいほど、また起こりやすいほど、段階が下がることは
ありません。`acceptance` には、段階ごとに、受け入れてよい役職を書きます。確認済みの対策の効果は、実施しただけの対策の効果以上です。

代わりに: `significant: [high, high]`、`acceptance: {low: owner, high: mayor}`
"""

from collections.abc import Iterator, Sequence

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Method

MATRIX: Path = ("method", "matrix")


def check(context: BankContext) -> Iterator[Finding]:
    """What does not hold together in the method of this bank."""
    method = context.bank.method
    if method is not None:
        yield from _rows(method)
        yield from _falls(method)
        yield from _acceptance(method)
        yield from _steps(method)


def _found(path: Path, what: str, name: str = "", *, key: bool = False) -> Finding:
    return Finding(path, {"what": f"@method_{what}", "name": name}, key=key)


def _rows(method: Method) -> Iterator[Finding]:
    """A row for each severity, as wide as the likelihood is long, of levels that there are."""
    severities, levels = [one.id for one in method.severity], [one.id for one in method.levels]
    for severity in severities:
        if severity not in method.matrix:
            yield _found(MATRIX, "row_missing", severity)
    for severity, cells in method.matrix.items():
        if severity not in severities:
            yield _found((*MATRIX, severity), "row_unknown", severity, key=True)
        if len(cells) != len(method.likelihood):
            yield _found((*MATRIX, severity), "row_length", severity)
        for column, cell in enumerate(cells):
            if cell not in levels:
                yield _found((*MATRIX, severity, column), "level_unknown", cell)


def _falls(method: Method) -> Iterator[Finding]:
    """Cells below the cell before them, or below the one of the severity before."""
    rank = {level.id: number for number, level in enumerate(method.levels)}
    above: Sequence[str] = ()
    for severity in (one.id for one in method.severity):
        cells = method.matrix.get(severity, ())
        for column, cell in enumerate(cells):
            lower = [*cells[:column][-1:], *above[column : column + 1]]
            if cell in rank and any(rank.get(other, -1) > rank[cell] for other in lower):
                yield _found((*MATRIX, severity, column), "falls", cell)
        above = cells


def _acceptance(method: Method) -> Iterator[Finding]:
    levels = [one.id for one in method.levels]
    for level in levels:
        if level not in method.acceptance:
            yield _found(("method", "acceptance"), "acceptance_missing", level)
    for level in method.acceptance:
        if level not in levels:
            yield _found(("method", "acceptance", level), "level_unknown", level, key=True)


def _steps(method: Method) -> Iterator[Finding]:
    rules = method.safeguards
    if not 0 <= rules.implemented_lowers_at_most <= rules.verified_lowers_at_most:
        yield _found(("method", "safeguards", "verified_lowers_at_most"), "steps")
    for name in ("likelihood_steps", "severity_steps"):
        if getattr(rules, name) < 0:
            yield _found(("method", "safeguards", name), "steps")


RULE = Rule(
    code="PIA212",
    level="error",
    about="bank",
    message={
        "ja": "{what}[(「{name}」)]。",
        "en": "{what}[: “{name}”].",
    },
    hint={
        "ja": "影響の大きさ、起こりやすさ、リスクの段階の一覧と、表や acceptance を見比べてください。",
        "en": "Compare the matrix and “acceptance” with the lists of severity, likelihood and levels.",
    },
    check=check,
)
