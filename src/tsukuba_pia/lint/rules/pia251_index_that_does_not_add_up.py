"""An index cannot be worked out as it stands.

It is made from sections or from another index, one of the two. Points and factors are never below zero, the bands' shares
rise, and only the last band is open: else points fall between two bands, or into two.

```yaml bank
sections:
  - id: x_use
    questions:
      - {id: x_level, type: choice, options: [{id: one, points: -1}, {id: two, points: 2}]}  # PIA251 at -1
indices:
  - {id: x_none}  # PIA251 at {id
  - id: x_raw
    points_of: [x_use]
    bands:
      - {id: b1, label: {ja: 低, en: Low}, up_to_share: "0.5"}
      - {id: b2, label: {ja: 高, en: High}, up_to_share: "0.25"}  # PIA251 at "0.25"
```

Use instead: points of zero or more, shares that rise, and a last band without `up_to_share`.

---

指標が、このままでは計算できません。

指標は、節か別の指標のどちらか一方から作ります。点数と係数は0以上、帯の割合は小さい順に並べ、最後の帯だけ上限をなくします。
そうでないと、どの帯にも入らない点数や、2つの帯に入る点数ができます。

代わりに: 点数を0以上にし、割合を小さい順に並べ、最後の帯には `up_to_share` を書きません。
"""

from collections.abc import Iterator
from decimal import Decimal

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Index
from tsukuba_pia.model.kinds import Share


def check(context: BankContext) -> Iterator[Finding]:
    """Points below zero; indices of nothing or of two things; bands that do not follow each other."""
    for path, question in context.questions_here:
        for number, option in enumerate(question.options):
            if option.points < 0:
                yield Finding((*path, "options", number, "points"), {"what": "@points_below_zero"})
    for number, index in enumerate(context.bank.indices):
        for path, what in (*_made(index), *_bands(index)):
            yield Finding(("indices", number, *path), {"what": what})


def _made(index: Index) -> Iterator[tuple[Path, str]]:
    if bool(index.points_of) is (index.from_ is not None):
        yield (), "@index_of_what"
    if index.maximum is not None and index.maximum < 0:
        yield ("maximum",), "@points_below_zero"
    if index.times is not None and Decimal(str(index.times.factor)) < 0:
        yield ("times", "factor"), "@points_below_zero"
    if index.times is not None and index.times.when is not None and _above_one(index.times.when.at_least_share):
        yield ("times", "when", "at_least_share"), "@share_above_one"


def _bands(index: Index) -> Iterator[tuple[Path, str]]:
    before = Decimal(-1)
    for order, band in enumerate(index.bands):
        last = order == len(index.bands) - 1
        if band.up_to_share is None:
            if not last:
                yield ("bands", order), "@band_open"
            continue
        share = Decimal(str(band.up_to_share))
        if share <= before or last:
            yield ("bands", order, "up_to_share"), "@band_share"
        elif share > 1:
            yield ("bands", order, "up_to_share"), "@share_above_one"
        before = share


def _above_one(share: Share) -> bool:
    return Decimal(str(share)) > 1


RULE = Rule(
    code="PIA251",
    level="error",
    about="bank",
    message={
        "ja": "この指標は計算できません({what})。",
        "en": "This index cannot be worked out: {what}.",
    },
    hint={
        "ja": "指標のもと、点数、帯の順を確かめてください。",
        "en": "Look at what it is made from, at the points, and at the order of the bands.",
    },
    check=check,
)
