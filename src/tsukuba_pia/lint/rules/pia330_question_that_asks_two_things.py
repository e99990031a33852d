"""A question asks two things at once.

Who answers “yes” to “is it kept, and who may see it?” has answered neither. Reports and rules cannot tell which of them
was meant.

```yaml bank
sections:
  - id: x_use
    questions:
      - id: x_kept
        text:
          ja: 誰が見て、どのように記録しますか。  # PIA330 at 誰が見て、どのように記録しますか。
          en: Who may see it and how is it logged?  # PIA330 at Who
```

Use instead: two questions, the second with `ask_when` if it depends on the first.

---

1つの質問で、2つのことを聞いています。

「誰が見て、どのように記録しますか」に1つの答えを選ぶと、どちらへの答えか分かりません。規則も報告書も区別できません。

代わりに: 2つの質問に分けます。2つ目が1つ目による場合は `ask_when` を付けます。
"""

import re
from collections.abc import Iterator, Mapping

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.rule import Rule

# Two words that ask, joined; "where and when" alone asks for one thing, a place in time and space.
_ASKING = {
    "ja": late("誰|だれ|何を|何が|何に|どこ|いつ|なぜ|どのように|どうやって|どの|いくつ|何人|何日|何回"),
    "en": late(r"\b(?:who|whom|whose|what|which|where|when|why|how)\b", re.IGNORECASE),
}
_JOINED = {
    "ja": late("(?:て|で|し|か)、|か。.*か。"),
    "en": late(r"(?:,|\band\b|\bor\b)\s*(?:who|whom|whose|what|which|where|when|why|how)\b|\?.*\?", re.IGNORECASE),
}
TWICE = 2
_CLAUSE = {
    "ja": late("^[^、。]*(?:とき|場合|あと|後)[はにも]*、"),
    "en": late(r"^(?:when|where|while|after|besides|apart|if)\b[^,?]*,", re.IGNORECASE),
}


# A yes/no question with two verbs: “Is it printed and is it shown?”, 「印刷し、また見せますか」.
_TWO_VERBS = {
    "ja": late("(?:し|り|み|ち|て|って|んで)、(?:また|さらに|かつ|そのうえ)"),
    "en": late(
        r"\b(?:and|or)\s+(?:is|are|was|were|does|do|did|has|have|can|may|will)\b|^(?:is|are)\b[^,]*?\b\w+ed and \w+ed\b",
        re.IGNORECASE,
    ),
}


def check(context: BankContext) -> Iterator[Finding]:
    """Each question's text that asks twice, per language. Statements of safeguards ask nothing."""
    for path, question in context.questions_here:
        if question.type == "safeguard":
            continue
        text = question.text
        for language, asking in _ASKING.items():
            words = text.get(language, "") if isinstance(text, Mapping) else text
            words = _CLAUSE[language].sub("", words)  # “When a child travels alone, …” asks nothing yet
            twice = len(asking.findall(words)) >= TWICE and _JOINED[language].search(words)
            if twice or (question.type == "yes_no" and _TWO_VERBS[language].search(words)):
                yield Finding((*path, "text", language), {"question": question.id})


RULE = Rule(
    code="PIA330",
    level="warning",
    about="bank",
    message={
        "ja": "質問「{question}」は、2つのことを聞いています。",
        "en": "The question “{question}” asks two things.",
    },
    hint={
        "ja": "2つの質問に分けてください。",
        "en": "Make two questions of it.",
    },
    check=check,
)
