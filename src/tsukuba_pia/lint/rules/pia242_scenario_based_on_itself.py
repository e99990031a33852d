"""A scenario is based on itself, directly or through others.

Nobody could say what its answers are.

Use instead: a first scenario that is based on nothing, and others that build upon it.

---

シナリオの土台をたどると、自分自身に戻ります。

どの回答から始めるのか、決められません。

代わりに: 土台のない最初のシナリオを置き、ほかはその上に作ります。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA242",
    level="error",
    about="bank",
    message={
        "ja": "シナリオ「{scenario}」の土台をたどると、自分自身に戻ります。",
        "en": "The scenario “{scenario}” is based on itself.",
    },
    hint={
        "ja": "based_on をたどり、どれかを外してください。",
        "en": "Follow based_on, and take one of them away.",
    },
)
