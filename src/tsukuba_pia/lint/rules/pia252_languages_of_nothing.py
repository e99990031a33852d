"""The list of languages is empty, or says one twice.

Every text of a bank has to be there in each of its languages. In a bank of no language no text has to be there at all.

```yaml bank
languages: []  # PIA252 at []
```

Use instead: `languages: [ja, en]`.

---

言語の一覧が空か、同じ言語が2回あります。

質問票の文章は、すべての言語で書かれていなければなりません。言語が1つもなければ、どの文章もなくてよいことになります。

代わりに: `languages: [ja, en]`
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule


def check(context: BankContext) -> Iterator[Finding]:
    """The list where it is empty, else each language that it has already."""
    languages = context.bank.languages
    if not languages:
        yield Finding(("languages",), {"language": ""})
    for number, one in enumerate(languages):
        if one in languages[:number]:
            yield Finding(("languages", number), {"language": one})


RULE = Rule(
    code="PIA252",
    level="error",
    about="bank",
    message={
        "ja": "言語の一覧が正しくありません[(「{language}」が2回あります)]。",
        "en": "These languages cannot be right[: “{language}” stands there twice].",
    },
    hint={
        "ja": "この質問票の文章がすべてそろう言語を、1回ずつ書いてください。",
        "en": "Name each language once in which all texts of this bank are there.",
    },
    check=check,
)
