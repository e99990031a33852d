"""It does not say what happens if a resident declines, or a punishment follows without a law behind it.

Nobody can decide whether to give data without knowing what follows if they do not, so this assessment always asks for it. A fine or a criminal penalty needs a statute or
an ordinance as its basis; no guideline, no contract and no terms of use can set one.

```yaml assessment
provision:
  - item: 利用の届出
    nature: required_by_law
    consequence: fine  # PIA555 at fine
    basis: [camera-guide]
    alternative: 窓口での届出
    notice: 届出の用紙に書きます。
```

Use instead: `basis: [bicycle-ordinance]`, or a consequence that needs no law.

---

市民が提供を断るとどうなるかが書かれていないか、法的な根拠のない罰があります。

断るとどうなるかが分からなければ、本人は提供するかどうかを決められません。そこで、この評価では必ず書きます。
過料や刑罰には、法律か条例の根拠が必要です。指針、契約、利用規約では定められません。

代わりに: `basis: [bicycle-ordinance]` のように根拠を書くか、罰のない扱いにします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.declining import is_punished
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.vocabulary import Reference

_LAWS = ("statute", "ordinance")
_VALID = ("in_force", "enacted_not_in_force")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Data that is collected without a word about declining, and each punishment without a law."""
    assessment, vocabulary = context.assessment, context.questionnaire.vocabulary
    if assessment.data and not assessment.provision:
        yield Finding(("data",), {"problem": "@provision_none", "way": "@provision_write"}, key=True)
    references = context.questionnaire.references.by_id
    for number, one in enumerate(assessment.provision or ()):
        law = any(name in references and _is_law(references[name]) for name in one.basis)
        if is_punished(one, vocabulary) and not law:
            args = {"problem": "@provision_without_law", "way": "@provision_name_law"}
            yield Finding(("provision", number, "consequence"), args)


def _is_law(reference: Reference) -> bool:
    return reference.kind in _LAWS and reference.status in _VALID


RULE = Rule(
    code="PIA555",
    level="error",
    about="assessment",
    message={
        "ja": "{problem}。",
        "en": "{problem}.",
    },
    hint={
        "ja": "{way}。",
        "en": "{way}.",
    },
    check=check,
    since="review",
)
