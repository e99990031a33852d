"""Some texts that residents read have easy Japanese, and this one has none.

A bank need not offer it. One that does says so to readers; a page in easy Japanese that changes to difficult words in the
middle loses them. Residents read: titles and scenarios of risks, red lines, outcomes of decisions, levels of the method.

```yaml
risks:
  - id: x_leak
    title: {ja: 漏えい, en: Leak, ja-x-easy: 外に もれる}
    scenario: {ja: 記録が外に漏れる。, en: Records get out.}
```

Use instead: `ja-x-easy:` on each of these texts, or on none.

---

市民が読む文章のうち、やさしい日本語のあるものと、ないものがあります。

やさしい日本語は必須ではありません。ただし、途中で難しい言葉に変わると、読む人が困ります。対象は、リスクの名前と場面、実施できない条件、
判定の結果、評価方法の段階です。

代わりに: これらの文章すべてに `ja-x-easy:` を付けるか、どれにも付けません。
"""

from collections.abc import Iterator, Mapping

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.text import Text

EASY = "ja-x-easy"


def check(context: BankContext) -> Iterator[Finding]:
    """Each resident's text without easy Japanese, where another one has it."""
    found = list(for_residents(context.bank))
    if any(_has(text) for _, text in found):
        yield from (Finding(path) for path, text in found if not _has(text))


def _has(text: Text) -> bool:
    return isinstance(text, Mapping) and bool(text.get(EASY, "").strip())


def for_residents(bank: Bank) -> Iterator[tuple[Path, Text]]:
    """The texts of a bank that residents read, with their paths."""
    for number, risk in enumerate(bank.risks):
        yield ("risks", number, "title"), risk.title
        if risk.scenario is not None:
            yield ("risks", number, "scenario"), risk.scenario
    for number, line in enumerate(bank.red_lines):
        yield ("red_lines", number, "text"), line.text
    for number, decision in enumerate(bank.decisions):
        for order, outcome in enumerate(decision.outcomes):
            yield ("decisions", number, "outcomes", order, "label"), outcome.label
    for scale in ("severity", "likelihood", "levels"):
        for number, grade in enumerate(getattr(bank.method, scale) if bank.method else ()):
            yield ("method", scale, number, "label"), grade.label


RULE = Rule(
    code="PIA331",
    level="warning",
    about="bank",
    message={
        "ja": "市民が読むこの文章に、やさしい日本語(ja-x-easy)がありません。",
        "en": "This text for residents has no easy Japanese (ja-x-easy).",
    },
    hint={
        "ja": "ja-x-easy の文を加えてください。",
        "en": "Add a text under ja-x-easy.",
    },
    check=check,
)
