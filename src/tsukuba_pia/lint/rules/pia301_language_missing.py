"""A text is missing in one of the bank's languages.

Whoever reads in that language would find nothing at this place, or another language. A bank's texts have all of the
languages that the bank says it has.

```yaml bank
languages: [ja, en]
sections:
  - id: x_use
    questions:
      - id: x_kept
        text: {ja: 個人ごとに保存しますか。}  # PIA301 at {ja
        why: Trips tell where a person lives.  # PIA301 at Trips
```

A text `TODO` marks a gap, and is as missing as none.

Use instead: `{ja: 個人ごとに保存しますか。, en: "Is it kept per person?"}`.

---

質問票の言語のうち、この文章にないものがあります。

その言語で読む人は、ここで何も読めないか、別の言語を読むことになります。質問票の文章は、質問票が挙げるすべての言語で書きます。

`TODO` と書いた文章は空きの印で、文章がないのと同じです。

代わりに: `{ja: 個人ごとに保存しますか。, en: "Is it kept per person?"}`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Diagnostic, Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.mends import Mend, inserting, mappings_at
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.texts import GAP, is_gap, texts
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.yaml_source import Source


def check(context: BankContext) -> Iterator[Finding]:
    """Each text that lacks a language; a plain text is enough where the bank has one language only."""
    languages = context.bank.languages
    for path, text in texts(Bank, context.source.data):
        if isinstance(text, dict):
            missing = ", ".join(language for language in languages if is_gap(text.get(language, "")))
            if missing:
                yield Finding(path, {"missing": missing, "languages": ""})
        elif len(languages) > 1 or is_gap(text):
            yield Finding(path, {"missing": "", "languages": ", ".join(languages)})


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """A marked gap for each language that has no key; it is told until it is written."""
    spoken = source.data["languages"]
    for path in mappings_at(source, found)[:1]:
        return inserting(source, path, dict.fromkeys(found.args["missing"].split(", "), GAP), spoken)
    return None


RULE = Rule(
    code="PIA301",
    level="error",
    about="bank",
    message={
        "ja": "[この文章には、{missing} の文がありません。][この文章は、言語ごとに書かれていません(質問票の言語: {languages})。]",
        "en": "[This text is missing in: {missing}.][This text is not written per language (the bank has {languages}).]",
    },
    hint={
        "ja": "言語ごとに書いてください(ja: …、en: …)。",
        "en": "Write it per language (ja: …, en: …).",
    },
    check=check,
    fix=fix,
)
