"""A word is not in the vocabulary.

Stages, principles, threats, events, harms, groups and posts come from the vocabulary, so that all banks and reports mean
the same by them. A risk's row for a group that is not there would count for nobody.

```yaml bank
risks:
  - id: x_leak
    harms: [discrimination, phisical-harm]  # PIA216 at phisical-harm
    severity:
      rows:
        - {for: childern, level: maximum}  # PIA216 at childern
```

Use instead: `physical-harm` and `for: children`.

---

用語集にない語です。

段階、原則、脅威、事象、害、影響を受ける人、役職には、用語集の語を使います。どの質問票や報告書でも同じ意味になるようにするためです。
用語集にない人についての行は、誰にも数えられません。

代わりに: `physical-harm` と `for: children`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.bank_parts import rows_of
from tsukuba_pia.lint.by_label import listing, told_as
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.result import EVERYONE

Word = tuple[str, Path, str | None]  # the vocabulary's list, the place, and what stands there


def check(context: BankContext) -> Iterator[Finding]:
    """Each word that its list does not have."""
    lists = {name: context.labelled(name) for name in ("stages", "principles", "threats", "events", "harms", "posts")}
    lists["groups"] = {EVERYONE: "", **context.labelled("groups")}
    for name, path, word in _words(context):
        if word is not None and word not in lists[name]:
            near = told(word, lists[name])
            near |= told_as(near["meant"], lists[name].get(near["meant"], ""))
            yield Finding(path, {"term": word, "list": f"@terms_{name}"} | listing(lists[name], near) | near)


def _words(context: BankContext) -> Iterator[Word]:
    for path, question in context.questions_here:
        yield "stages", (*path, "stage"), question.stage
        yield "principles", (*path, "principle"), question.principle
        yield from _each("threats", path, question.threats)
    yield from _of_risks(context.bank)
    for _, path, row in rows_of(context.bank):
        yield "groups", (*path, "for"), row.for_
    if context.bank.method is not None:
        for level, post in context.bank.method.acceptance.items():
            yield "posts", ("method", "acceptance", level), post


def _of_risks(bank: Bank) -> Iterator[Word]:
    for number, risk in enumerate(bank.risks):
        path: Path = ("risks", number)
        yield "events", (*path, "event"), risk.event
        yield from _each("threats", path, risk.threats)
        yield from _each("harms", path, risk.harms)


def _each(name: str, path: Path, words: tuple[str, ...]) -> Iterator[Word]:
    for number, word in enumerate(words):
        yield name, (*path, name, number), word


RULE = Rule(
    code="PIA216",
    level="error",
    about="bank",
    message={
        "ja": "「{term}」は、用語集の「{list}」にありません。",
        "en": "“{term}” is not in the vocabulary's list of {list}.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]用語集にある語を使ってください[: {known}]。",
        "en": "[Did you mean “{meant}”? ]Use a word of the vocabulary[: {known}].",
    },
    check=check,
    fix=word_in_its_place,
)
