"""A word is none of the vocabulary's.

Groups, kinds of data, roles and the like have one id each, so that facts can be worked out and cities can be compared. A word of one's
own would count for nothing: no rule reads it.

```yaml assessment
data:
  - {id: trips, name: 利用の記録, categories: [locaton]}  # PIA415 at locaton
```

Use instead: `categories: [location]`. A bank of your own may bring words of its own.

---

用語集にない語です。

属性の集まり、データの種類、役割などは、IDが1つに決まっています。事実をまとめ、市どうしで比べるためです。独自の語はどの規則にも読まれず、数えられません。

代わりに: `categories: [location]`。自分の市の質問票なら、独自の用語を加えられます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.assessment_parts import Words, listed, withholdings
from tsukuba_pia.lint.by_label import Labels, listing, told_as
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.term_places import MEMBERS
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.result import EVERYONE

Uses = Iterator[tuple[str, Path, str]]

EXCLUDED = "groups_excluded"


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each word that its list of the vocabulary does not have."""
    vocabulary = context.questionnaire.vocabulary
    for terms, path, word in _uses(context):
        if vocabulary.find(terms, word) is None:
            known: Labels = {term.id: term.label for term in getattr(vocabulary, terms)}
            near = told(word, known)
            near |= told_as(near["meant"], known.get(near["meant"], ""))
            if path[0] == EXCLUDED:  # who is taken out is for a person to say
                near["sure"] = ""
            yield Finding(path, {"term": word, "list": f"@terms_{terms}"} | listing(known, near) | near)


def _uses(context: AssessmentContext) -> Uses:
    assessment = context.assessment
    for number, item in enumerate(assessment.data or ()):
        for key in ("categories", "groups", "captures", "identifiers"):
            yield from _named(key, listed(("data", number, key), getattr(item, key)))
    yield from _members(assessment)
    if assessment.service is not None:
        for number, benefit in enumerate(assessment.service.benefits):
            if benefit.group not in (None, EVERYONE):
                yield "groups", ("service", "benefits", number, "group"), str(benefit.group)
    if context.stage == "draft":  # from review on it closes a gate: PIA602
        for path, withheld, _ in withholdings(context):
            yield "withholding_reasons", (*path, "reason"), withheld.reason


def _named(terms: str, words: Words) -> Uses:
    return ((terms, path, word) for path, word in words)


def _members(assessment: Assessment) -> Uses:
    """Single words, one key of each entry of a list."""
    for place, key, terms in MEMBERS:
        for number, entry in enumerate(getattr(assessment, place) or ()):
            word = getattr(entry, key)
            if word is not None:
                yield terms, (place, number, key), word


RULE = Rule(
    code="PIA415",
    level="error",
    about="assessment",
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
