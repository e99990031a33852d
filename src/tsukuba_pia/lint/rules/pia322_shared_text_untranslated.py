"""A term or a reference lacks one of the languages of its list, or the list has no language.

Its label stands in every report and every form. A reader of the other language would see a gap, or an id. `TODO` counts as missing.

```yaml file
vocabulary: small
version: "1.0"
status: draft
languages: [ja, en]
threats:
  - {id: linking, label: {ja: 結び付け}}  # PIA322 at {ja
```

Use instead: `label: {ja: 結び付け, en: Linking}`.

---

用語や根拠に、一覧の言語のどれかがないか、一覧に言語がありません。

名前は、すべての報告書と様式に出ます。もう一方の言語で読む人には、空白かIDしか見えません。`TODO` も、ないものとみなします。

代わりに: `label: {ja: 結び付け, en: Linking}`
"""

from collections.abc import Iterator
from typing import Any

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.texts import is_gap, texts
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.yaml_source import Source

SHARED: dict[str, Any] = {"vocabulary": Vocabulary, "references": References}


def check(source: Source) -> Iterator[Finding]:
    """Each text that lacks a language; the list of languages where it is empty."""
    data = source.data
    kind = next((kind for kind in SHARED if kind in data), "") if isinstance(data, dict) and "bank" not in data else ""
    listed = data.get("languages") if kind else None
    if not isinstance(listed, list):
        return
    if not listed:
        yield Finding(("languages",), {"missing": ""})
    languages = [one for one in listed if isinstance(one, str)]
    for path, text in texts(SHARED[kind], data):
        told = text if isinstance(text, dict) else dict.fromkeys(languages[:1], text)
        missing = [one for one in languages if is_gap(str(told.get(one) or ""))]
        if missing:
            yield Finding(path, {"missing": ", ".join(missing)})


RULE = Rule(
    code="PIA322",
    level="error",
    about="file",
    message={
        "ja": "[{missing} の文章がありません。]一覧の言語のすべてで書かれていなければなりません。",
        "en": "[This is missing in: {missing}. ]It has to be there in every language of the list.",
    },
    hint={
        "ja": "言語ごとに書いてください(ja: …、en: …)。一覧の言語は languages に書きます。",
        "en": "Write it per language (ja: …, en: …); `languages` says which there are.",
    },
    check=check,
)
