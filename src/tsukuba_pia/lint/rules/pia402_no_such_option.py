"""An answer is none of the question's options.

It is misspelt, or written in the words of its label: 条例 for `ordinance`. In a list, options stand apart by a half-width comma. A misspelt
answer would not count, so the risk would be judged by the worst. `--fix` puts in the label's option, or the same word in other letters (`Per-Person`); a misspelt word it leaves, with what was probably meant: an answer
that reads differently is another answer.

```yaml assessment
answers:
  c_level: per_persn  # PIA402 at per_persn
```

Use instead: `c_level: per_person`.

---

質問の選択肢にない回答です。

書き間違いか、選択肢のIDではなく表示名が書かれています(`ordinance` ではなく「条例」など)。リストの区切りは「、」ではなく、半角の「,」です。
このままでは回答として数えられず、最も悪い場合として評価されます。`--fix` は、表示名と、大文字・全角などの書き方だけが違う語(`Per-Person`)を直します。打ち間違いは、もとの語の見当を示すだけで直しません。読み方の違う回答は、別の回答だからです。

代わりに: `c_level: per_person`
"""

import unicodedata
from collections.abc import Iterable, Iterator

from tsukuba_pia.diagnostics import Diagnostic, Finding, Path
from tsukuba_pia.late import late
from tsukuba_pia.lint.by_label import Labels, by_label, listing, told_as
from tsukuba_pia.lint.context import Answered, AssessmentContext
from tsukuba_pia.lint.meant import meant, same_word
from tsukuba_pia.lint.mends import Mend, apart, word_in_its_place
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.load.advice import spelled_yes_no
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN, YES_NO, Question
from tsukuba_pia.model.vocabulary import Vocabulary
from tsukuba_pia.yaml_source import Source

_COMMAS = late(r"\s*[、，､]\s*")
_YES, _NO = YES_NO
_SAID = {  # what people write in place of an option; what they mean by it, where it is one that can be chosen
    UNKNOWN: "不明 分からない わからない 未定 未確認 確認中 検討中 ? tbd tbc",
    NOT_APPLICABLE: "該当なし 該当無し 非該当 対象外 n/a na ― - —",
    _YES: "あり 有り 有 ある いる する している ○ 〇 ◯",
    _NO: "なし 無し 無 ない いない しない していない × ✕ x",
}


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each word that is none of its question's options; PIA403 tells what is no word at all."""
    vocabulary = context.questionnaire.vocabulary
    for one in context.answered:
        question = one.question
        if question is None or not question.answers or one.answer.answer in question.answers:
            continue
        for path, word in _words(one):
            if word not in question.answers:
                labels = labels_of(question, vocabulary)
                in_list = isinstance(path[-1], int)
                commas = "@wide_comma" if in_list and _are_several(word, labels) else ""
                states = {} if in_list else _states_of(question, vocabulary)
                near = {"meant": "", "sure": ""} if commas else _meant(word, labels, states)
                yield Finding(
                    path, {"option": word, "question": one.id, "commas": commas} | listing(labels, near) | near
                )


def labels_of(question: Question, vocabulary: Vocabulary) -> Labels:
    """A question's options with their labels; those of yes/no and of safeguards are words of the vocabulary."""
    terms = vocabulary.yes_no if question.type == "yes_no" else vocabulary.safeguard_states
    labels = {term.id: term.label for term in terms} | {option.id: option.label for option in question.options}
    return {name: labels.get(name, name) for name in question.answers}


def _states_of(question: Question, vocabulary: Vocabulary) -> Labels:
    """What may stand in place of an option."""
    wanted = (UNKNOWN, NOT_APPLICABLE) if question.may_not_apply else (UNKNOWN,)
    labels = {term.id: term.label for term in vocabulary.answer_states}
    return {name: labels.get(name, name) for name in wanted}


def _are_several(word: str, labels: Labels) -> bool:
    parts = set(_COMMAS.split(word))
    return len(parts) > 1 and parts <= set(labels)


def _meant(word: str, labels: Labels, states: Labels) -> dict[str, str]:
    """An answer that reads differently is another answer: only the same word, or the label, is beyond doubt."""
    known = {**states, **labels}
    same = same_word(word, labels)
    found = told_as(same, labels[same]) | {"sure": same} if same else by_label(word, known)
    if found["sure"]:
        return found
    said = unicodedata.normalize("NFKC", word).strip().lower()
    near = next((name for name, words in _SAID.items() if name in known and said in words.split()), "")
    near = near or found["meant"] or meant(word, tuple(labels))
    return told_as(near, known.get(near, "")) | {"sure": ""}


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


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """The option that was meant; several, where a comma of another width kept them together."""
    return apart(source, found, _COMMAS.split) if found.args["commas"] else word_in_its_place(source, found)


RULE = Rule(
    code="PIA402",
    level="error",
    about="assessment",
    message={
        "ja": "「{option}」は、質問「{question}」の選択肢にありません。",
        "en": "“{option}” is no option of “{question}”.",
    },
    hint={
        "ja": "[{commas}][「{meant}」のことでしょうか。][選べるもの: {known}]",
        "en": "[{commas}][Did you mean “{meant}”? ][Options: {known}.]",
    },
    check=check,
    fix=fix,
)
