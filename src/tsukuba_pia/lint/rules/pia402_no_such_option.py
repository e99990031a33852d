"""An answer is none of the question's options.

It is misspelt, or written in the words of its label. A misspelt answer would not count, so the risk would be judged by the worst.

```yaml assessment
answers:
  c_level: per_persn  # PIA402 at per_persn
```

Use instead: `c_level: per_person`.

---

質問の選択肢にない回答です。

書き間違いか、選択肢のIDではなく表示名が書かれています。このままでは回答として数えられず、最も悪い場合として評価されます。

代わりに: `c_level: per_person`
"""

from collections.abc import Iterable, Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import Answered, AssessmentContext
from tsukuba_pia.lint.meant import meant, same_word
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.load.shape import spelled_yes_no
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each word that is none of its question's options; PIA403 tells what is no word at all."""
    for one in context.answered:
        known = one.question.answers if one.question else ()
        for path, word in _words(one) if known else ():
            if word not in known:
                same = same_word(word, known)  # an answer that reads differently is another answer
                args = {"option": word, "question": one.id, "known": ", ".join(known)}
                yield Finding(path, args | {"meant": same or meant(word, known), "sure": same})


def _words(one: Answered) -> Iterable[tuple[Path, str]]:
    """The words that should be options."""
    answer = one.answer.answer
    several = one.question is not None and one.question.type == "choices"
    if several and isinstance(answer, tuple):
        return [((*one.path, number), word) for number, word in enumerate(answer)]
    if several or not isinstance(answer, str) or answer in (UNKNOWN, NOT_APPLICABLE):
        return ()
    if one.question is not None and one.question.type == "yes_no" and spelled_yes_no(answer):
        return ()  # another spelling: PIA403 says which is meant
    return [(one.path, answer)]


RULE = Rule(
    code="PIA402",
    level="error",
    about="assessment",
    message={
        "ja": "「{option}」は、質問「{question}」の選択肢にありません。",
        "en": "“{option}” is no option of “{question}”.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]選べるもの: {known}",
        "en": "[Did you mean “{meant}”? ]Options: {known}.",
    },
    check=check,
    fix=word_in_its_place,
)
