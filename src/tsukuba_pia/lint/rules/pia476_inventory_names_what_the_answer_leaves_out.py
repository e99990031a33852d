"""A question offers words of a list that the inventory is written in, and its answer leaves out what the inventory names.

A bank may ask by which devices people are caught, or who is mostly concerned, with the same words in which the inventory tells it of each data set. A device that stands in the inventory is
used; a data set that is about certain people and nobody else is mostly about them. Not every risk looks at both, so what the answer leaves out may go uncounted.

```yaml assessment
banks: {core: "1.0", kiosk: "1.0"}
data:
  - {id: film, name: 端末の映像, captures: [fixed_camera]}
answers:
  k_devices: []  # PIA476 at []
```

Use instead: what is true, in both places.

---

データ一覧と同じ言葉で聞いている質問の回答に、データ一覧にあるものが抜けています。

どの機器で人を捉えるか、主に誰のデータかを、質問票が、データ一覧と同じ言葉で聞くことがあります。データ一覧にある機器は、使う機器です。ある人々だけのデータは、主にその人々のデータです。どのリスクも両方を見るわけではないため、回答から抜けていると、数えられないことがあります。

代わりに: 事実を、両方に書きます。
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.assessment import Assessment, as_typed
from tsukuba_pia.model.result import AnswerState, Asked

ABOUT = "groups"  # a list of all who are in the data, not only of those it is mostly about


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer that leaves out a word of the inventory; of groups, one that names none of those it is all about."""
    lists = context.questionnaire.same_lists
    for one in context.counted:
        name = lists.get(one.id)
        sure = one.standing.asked is Asked.ASKED and one.standing.state is AnswerState.ANSWERED
        if name is None or not sure or not isinstance(one.standing.value, tuple):
            continue
        options = {option.id for option in one.question.options}
        missing = _left_out(context.assessment, name, options, set(one.standing.value))
        if missing:
            args = {"question": one.id, "answer": as_typed(one.standing.value), "missing": ", ".join(sorted(missing))}
            yield Finding(one.path, args | {"list": name})


def _left_out(
    assessment: Assessment, name: str, options: AbstractSet[str], chosen: AbstractSet[str]
) -> AbstractSet[str]:
    said = [set(getattr(item, name) or ()) for item in assessment.data or ()]
    if name == ABOUT:
        said = [words for words in said if words <= options and not words & chosen]
    return {word for words in said for word in words & options} - chosen


RULE = Rule(
    code="PIA476",
    level="warning",
    about="assessment",
    message={
        "ja": "データ一覧({list})にある {missing} が、「{question}」の回答「{answer}」にありません。",
        "en": "The inventory ({list}) names {missing}, and the answer to “{question}” is “{answer}”.",
    },
    hint={
        "ja": "事実を確かめて、回答かデータ一覧を直してください。",
        "en": "Find out which is true, and correct the answer or the inventory.",
    },
    check=check,
)
