"""A yes/no question contains a negation.

“Is the data not kept?” – does “no” mean that it is kept? People who answer quickly get it wrong, in Japanese and in
English in different ways.

```yaml bank
sections:
  - id: x_use
    questions:
      - id: x_kept
        type: yes_no
        text:
          ja: 移動の記録を保存しないことにしていますか。  # PIA304 at 移動の記録を保存しないことにしていますか。
          en: Are trips not kept?  # PIA304 at Are
```

Use instead: “Are trips kept?” and 「移動の記録を保存しますか。」.

---

はい・いいえで答える質問に、否定が含まれています。

「保存しないことにしていますか」に「いいえ」と答えると、保存するのかしないのか迷います。日本語と英語でも答え方が逆になりがちです。

代わりに: 「移動の記録を保存しますか。」 / “Are trips kept?”
"""

import re
from collections.abc import Iterator, Mapping

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule

# Words that only look like a negation, or that people do not hear as one.
_HARMLESS = {
    "ja": late("少ない|危ない|かもしれない|かもしれません|やむを得ない|だけでなく|差し支えない"),
    "en": late(r"not only|whether or not|no more than|no later than", re.IGNORECASE),
}
_NEGATION = {
    "ja": late("ない|ません"),
    "en": late(r"\b(?:not|no|never|cannot|neither|nor)\b|n['’]t\b", re.IGNORECASE),
}


def check(context: BankContext) -> Iterator[Finding]:
    """Each yes/no question's text with a negation, per language."""
    for path, question in context.questions_here:
        if question.type != "yes_no":
            continue
        text = question.text
        for language, pattern in _NEGATION.items():
            words = text.get(language, "") if isinstance(text, Mapping) else text
            found = pattern.search(_HARMLESS[language].sub("", words))
            if found:
                yield Finding((*path, "text", language), {"question": question.id, "word": found[0]})


RULE = Rule(
    code="PIA304",
    level="warning",
    about="bank",
    message={
        "ja": "はい・いいえの質問「{question}」に、否定(「{word}」)が含まれています。",
        "en": "The yes/no question “{question}” contains a negation (“{word}”).",
    },
    hint={
        "ja": "「はい」の意味がはっきりするように、肯定文で聞いてください。",
        "en": "Ask it the other way round, so that “yes” is clear.",
    },
    check=check,
)
