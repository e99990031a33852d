"""A text is written in the letters of another language than it says.

What stands under `en` is read aloud as English and shown to people who chose English; a plain text is taken to be in the assessment's `language`. Japanese letters under
`en`, English under `ja`, English under `vi` are gaps that look filled. Only the letters are looked at, and only of texts that are long enough: names and terms of another language are fine.
Once it is published this is an error.

```yaml assessment
conclusion:
  ja: 待ち時間が減り、映像は残りません。
  en: 待ち時間が減り、映像は残りません。代わりの道もあります。  # PIA485 at 待ち時間
```

Use instead: the text in that language; or no text in it, then the page says that there is none.

---

文章が、書かれているはずの言語の文字ではありません。

`en` の文章は、英語を選んだ人に見せ、英語として読み上げます。言語を分けずに書いた文章は、評価書の `language` のものとみなします。`en` に日本語、`ja` に英語、`vi` に英語があると、訳があるように見えて、ありません。
見るのは文字だけで、短い文章は見ません。ほかの言語の名前や用語が混じるのは構いません。公表の段階からはエラーです。

代わりに: その言語の文章を書くか、その言語の行を消します。消せば、訳のないことがページに示されます。
"""

from collections.abc import Iterator, Mapping

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.model.scripts import is_in_another_script
from tsukuba_pia.model.text import Text

OF_THE_SERVICE = ("purpose", "problem", "why_now")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each of the texts that a page begins with. The summaries are another rule's."""
    told = STAGES.index(context.stage) >= STAGES.index("publication")
    for path, text in _texts(context):
        plain = {context.assessment.language: text} if isinstance(text, str) else text or {}
        for language, said in plain.items():
            if is_in_another_script(said, language):
                place = (*path, language) if isinstance(text, Mapping) else path
                yield Finding(place, {"language": language}, level="error" if told else None)


def _texts(context: AssessmentContext) -> Iterator[tuple[Path, Text | None]]:
    assessment, service = context.assessment, context.assessment.service
    yield ("title",), assessment.title
    yield ("conclusion",), assessment.conclusion
    if service is not None:
        yield from ((("service", key), getattr(service, key)) for key in OF_THE_SERVICE)
        for number, benefit in enumerate(service.benefits):
            yield ("service", "benefits", number, "what"), benefit.what


RULE = Rule(
    code="PIA485",
    level="warning",
    about="assessment",
    message={
        "ja": "この文章は、{language} の文字で書かれていません。",
        "en": "This text is not written in the letters of {language}.",
    },
    hint={
        "ja": "その言語の文章を書いてください。まだ訳していないときは、その言語の行を消してください。",
        "en": "Write it in that language; where it is not translated yet, take the line of that language out.",
    },
    check=check,
)
