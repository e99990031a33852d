"""A question asks what the inventory or the flows tell as well, and its answer leaves out what they name.

A bank may ask by which devices people are caught, or who is mostly concerned, with the same words in which the inventory tells it of each data set. A device that stands in the inventory is
used; a data set that is about certain people and nobody else is mostly about them. It may ask who receives data, too: whom a flow goes to receives it, and where the answer is “nobody” although data
goes to somebody outside the city, that is an error from approval on. A kind of receiver may be left out with a note that says why. Not every risk looks at both, so what the answer leaves out may go uncounted.

```yaml assessment
banks: {core: "1.0", kiosk: "1.0"}
data:
  - {id: film, name: 端末の映像, captures: [fixed_camera]}
answers:
  k_devices: []  # PIA476 at []
```

Use instead: what is true, in both places.

---

データ一覧やデータの流れにあるものが、同じことを聞いている質問の回答に抜けています。

どの機器で人を捉えるか、主に誰のデータかを、質問票が、データ一覧と同じ言葉で聞くことがあります。データ一覧にある機器は、使う機器です。ある人々だけのデータは、主にその人々のデータです。誰に渡すかを聞くこともあります。流れの行き先は、渡す相手です。市の外に渡る流れがあるのに「誰にも渡さない」と答えていると、承認の段階からはエラーです。ある種類の相手を数えない理由があれば、補足(note)に書きます。どのリスクも両方を見るわけではないため、回答から抜けていると、数えられないことがあります。

代わりに: 事実を、両方に書きます。
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext, Counted
from tsukuba_pia.lint.receiving import asks_who_receives, by_flows, by_sharing, lists_actors
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.model.assessment import Assessment, as_typed
from tsukuba_pia.model.result import AnswerState, Asked
from tsukuba_pia.model.text import words
from tsukuba_pia.score.asked import named

ABOUT = "groups"  # a list of all who are in the data, not only of those it is mostly about


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer that leaves out a word of the inventory, or of the flows whom data goes to."""
    yield from _of_the_inventory(context)
    for one in context.counted:
        if asks_who_receives(one) and lists_actors(one, context) and isinstance(one.standing.value, tuple):
            yield from _of_receivers(context, one, one.standing.value)


def _of_receivers(context: AssessmentContext, one: Counted, chosen: tuple[str, ...]) -> Iterator[Finding]:
    """Of an answer that names nobody: all receivers. Else those whose kind is an option; a note may say why not."""
    flowing, shared = by_flows(context), list(by_sharing(context))
    args = {"question": one.id, "answer": as_typed(chosen)}
    settled = STAGES.index(context.stage) >= STAGES.index("approval")
    if not chosen and flowing:
        yield Finding(
            one.path, args | {"missing": ", ".join(flowing), "list": "flows"}, level="error" if settled else None
        )
    elif not chosen and shared:
        yield Finding(one.path, args | {"missing": ", ".join(dict.fromkeys(shared)), "list": "share"})
    elif not named(words(one.answer.note, context.assessment.language)):
        left = {option.id for option in one.question.options} - set(chosen)
        missing = [name for name, kind in flowing.items() if kind in left]
        if missing:
            yield Finding(one.path, args | {"missing": ", ".join(missing), "list": "flows"})


def _of_the_inventory(context: AssessmentContext) -> Iterator[Finding]:
    """Words of the vocabulary's lists; of groups, an answer that names none of those a data set is all about."""
    for question, name in context.questionnaire.same_lists.items():
        one = context.counted_by_id.get(question)
        if one is None or not isinstance(one.standing.value, tuple):
            continue
        if one.standing.asked is not Asked.ASKED or one.standing.state is not AnswerState.ANSWERED:
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
        "ja": "一覧({list})にある {missing} が、「{question}」の回答「{answer}」にありません。",
        "en": "The inventory ({list}) names {missing}, and the answer to “{question}” is “{answer}”.",
    },
    hint={
        "ja": "事実を確かめて、回答かデータ一覧を直してください。",
        "en": "Find out which is true, and correct the answer or the inventory.",
    },
    check=check,
)
