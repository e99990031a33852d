"""The title, or the purpose, is not told in a language in which the assessment is published.

A page in English under a Japanese title is found by nobody who looks for it in English, and the purpose is the first thing that it tells. Easy Japanese may stand on the Japanese text.

```yaml assessment
title: 自転車駐車場の案内  # PIA489 at 自転車
publication:
  languages: [ja, en]
  summaries: {ja: 自転車の数だけを数え、顔は写しません。, en: Only bicycles are counted; no faces are recorded.}
```

`--fix` marks the gap with `TODO`, which PIA470 tells until somebody writes it: with it nothing is published.

Use instead: `title: {ja: 自転車駐車場の案内, en: Guide to bicycle parking}`; the same for `service.purpose`.

---

公表する言語に、題名か目的がありません。

英語のページの題名が日本語だけでは、英語で探す人には見つかりません。目的は、そのページが最初に示すものです。やさしい日本語は、日本語の文章で補えます。

`--fix` は、足りない言語に `TODO` という空きの印を付けます。書かれるまで PIA470 が示し、公表はできません。

代わりに: `title: {ja: 自転車駐車場の案内, en: Guide to bicycle parking}` のように書きます。`service.purpose` も同じです。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Diagnostic, Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.mends import Mend, inserting, mappings_at, written
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.texts import GAP
from tsukuba_pia.model.text import Text
from tsukuba_pia.yaml_source import Source

PURPOSE = ("service", "purpose")
EMPTY = "PIA470"  # tells a gap, as an error


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each of the two without a language that `publication.languages` names."""
    assessment = context.assessment
    promised = assessment.publication.languages if assessment.publication is not None else ()
    purpose = assessment.service.purpose if assessment.service is not None else None
    for path, text in ((("title",), assessment.title), (PURPOSE, purpose)):
        missing = [one for one in promised if text is not None and not _told(text, one, assessment.language)]
        if missing:
            yield Finding(path, {"text": f"@told_{path[-1]}", "languages": ", ".join(missing)})


def _told(text: Text, language: str, own: str) -> bool:
    """Whether a text is there in a language, or in the one that this is a form of."""
    there = (own,) if isinstance(text, str) else tuple(text)
    return language in there or language.partition("-")[0] in there


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """A marked gap for each language; a text that names none becomes the one of the assessment's own."""
    from tsukuba_pia.yaml_fragment import inline  # noqa: PLC0415 - only where something is mended
    from tsukuba_pia.yaml_promise import at  # noqa: PLC0415

    gaps = dict.fromkeys(found.args["languages"].split(", "), GAP)
    path = next(iter(mappings_at(source, found)), None)
    if path is None:
        return None
    text = at(source.data, path)
    if isinstance(text, str):
        mend = written(source, found, lambda _: inline({source.data["language"]: text, **gaps}))
    else:
        mend = inserting(source, path, gaps, source.data["publication"]["languages"])
    return mend and mend._replace(stays=False, brings=(EMPTY,) * len(gaps))


RULE = Rule(
    code="PIA489",
    level="warning",
    about="assessment",
    message={
        "ja": "{text}が、公表する言語({languages})で書かれていません。",
        "en": "{text} is not told in a language in which the assessment is published: {languages}.",
    },
    hint={
        "ja": "`{ja: …, en: …}` のように、その言語でも書いてください。",
        "en": "Write it in that language too: `{ja: …, en: …}`.",
    },
    check=check,
    since="publication",
    fix=fix,
)
