"""Options stand together that cannot, or one stands twice.

An option such as “statistics only” excludes the others. Together they contradict each other, and nobody knows which is true.

```yaml assessment
answers:
  c_uses: [map, only_statistics]  # PIA413 at only_statistics
```

Use instead: `[only_statistics]`, or the others without it.

---

同時に選べない選択肢が選ばれているか、同じ選択肢が2回あります。

「統計だけ」のような選択肢は、ほかの選択肢と両立しません。一緒に選ぶと矛盾し、どちらが本当か分かりません。

代わりに: `[only_statistics]` だけにするか、それ以外だけを選びます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Question


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each option chosen a second time, and each that excludes others chosen with it."""
    for one in context.answered:
        answer = one.answer.answer
        if one.question is None or one.question.type != "choices" or not isinstance(answer, tuple):
            continue
        chosen = set(answer)
        before: set[str] = set()
        for number, option in enumerate(answer):
            if option in before:
                yield Finding((*one.path, number), {"option": option, "problem": "@option_twice"})
            elif _is_exclusive(one.question, option) and len(chosen) > 1:
                yield Finding((*one.path, number), {"option": option, "problem": "@option_exclusive"})
            before.add(option)


def _is_exclusive(question: Question, name: str) -> bool:
    return any(option.exclusive for option in question.options if option.id == name)


RULE = Rule(
    code="PIA413",
    level="error",
    about="assessment",
    message={
        "ja": "「{option}」は{problem}。",
        "en": "“{option}” {problem}.",
    },
    hint={
        "ja": "どれが正しいか確かめ、残りを消してください。",
        "en": "Keep what is true and remove the rest.",
    },
    check=check,
)
