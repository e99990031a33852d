"""An answer is of another kind than its question.

A number stands where an option is meant, one option where a list is, a sentence where a number or a date is. It would not count.

```yaml assessment
answers:
  c_personal: Yes  # PIA403 at Yes
  c_uses: map  # PIA403 at map
  c_people: about 500  # PIA403 at about
```

Use instead: `c_uses: [map]`, `c_people: 500`, `c_personal: yes`. What is not known yet is `unknown`.

---

回答の種類が質問と違います。

選択肢を書く場所に数がある、リストを書く場所に1つだけ書かれている、数や日付を書く場所に文章がある、などです。このままでは数えられません。

代わりに: `c_uses: [map]`、`c_people: 500`、`c_personal: yes`。まだ分からないときは `unknown` と書きます。
"""

from collections.abc import Iterator
from decimal import Decimal

from tsukuba_pia.diagnostics import Diagnostic, Finding
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.mends import Mend, with_word
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.load.advice import advice, counted, spelled_yes_no
from tsukuba_pia.load.shape import kind_of
from tsukuba_pia.load.typed_day import typed_day
from tsukuba_pia.model.assessment import AnswerValue
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN, Question
from tsukuba_pia.yaml_source import Source

_DATE = late(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EXPECTED = {
    "choice": "@answer_option",
    "choices": "@answer_options",
    "yes_no": "@answer_yes_no",
    "number": "@number",
    "text": "@text",
    "date": "@answer_date",
    "safeguard": "@answer_safeguard",
}


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer that its question's type cannot have; PIA402 tells of words that are no option."""
    for one in context.answered:
        answer, question = one.answer.answer, one.question
        if question is None or (answer in question.answers and question.type != "choices"):
            continue
        if answer in (None, UNKNOWN, NOT_APPLICABLE) or _fits(question, answer):
            continue
        found = "@list" if isinstance(answer, tuple) else kind_of(answer)
        meant = _meant(question, answer)
        expected = _EXPECTED[question.type]
        args = {"question": one.id, "expected": expected, "found": found, "meant": meant}
        if meant and isinstance(answer, str):
            args |= {"found@ja": f"「{answer}」", "found@en": f"“{answer}”"}
        yield Finding(one.path, args | {"advice": advice(expected, answer)})


def _fits(question: Question, answer: AnswerValue) -> bool:
    match question.type:
        case "choices":
            return isinstance(answer, tuple)
        case "number":
            return isinstance(answer, int | Decimal)
        case "date":
            return isinstance(answer, str) and bool(_DATE.fullmatch(answer))  # PIA404 looks into the calendar
        case "yes_no":
            return isinstance(answer, str) and (answer in question.answers or not spelled_yes_no(answer))
        case _:
            return isinstance(answer, str)


def _meant(question: Question, answer: AnswerValue) -> str:
    """What was probably meant."""
    if question.type == "yes_no" and isinstance(answer, str):
        return spelled_yes_no(answer)
    if question.type in ("number", "date") and isinstance(answer, str):
        return counted(answer) if question.type == "number" else typed_day(answer)
    if question.type == "choices" and answer in question.answers:
        return f"[{answer}]"
    if isinstance(answer, tuple) and len(answer) == 1 and answer[0] in question.answers:
        return answer[0]
    return ""


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """A yes or no in another spelling is still the same answer; what else was meant is for a person to say."""
    meant = found.args["meant"]
    return with_word(source, found, meant, quotes=False) if meant in ("yes", "no") else None


RULE = Rule(
    code="PIA403",
    level="error",
    about="assessment",
    message={
        "ja": "質問「{question}」の回答は{expected}ですが、{found}が書かれています。",
        "en": "“{question}” is answered with {expected}, but this is {found}.",
    },
    hint={
        "ja": "[「{meant}」と書いてください。][{advice}]分からないときは unknown と書きます。",
        "en": "[Write “{meant}”. ][{advice}]What is not known yet is `unknown`.",
    },
    check=check,
    fix=fix,
)
