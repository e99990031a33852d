"""Who receives data, and who does not: from the answers about handing on, whatever the sector."""

from collections.abc import Iterator, Sequence

from tsukuba_pia.model.text import Said
from tsukuba_pia.report.model import Answer
from tsukuba_pia.report.pages import Receivers, Receiving
from tsukuba_pia.report.parts import DataItem
from tsukuba_pia.report.reader import Reader

STAGE, PRINCIPLE = "share", "use-retention-disclosure-limitation"
TYPES = ("choices", "choice", "yes_no")
FEARED = {  # a key of the labels, and the options of the banks that stand for them
    "police": ("police", "policing"),
    "immigration": ("immigration",),
    "tax": ("tax_or_benefits",),
    "employers": ("employers",),
}


def receivers_of(reader: Reader, answers: Sequence[Answer], data: Sequence[DataItem] | None) -> Receivers:
    """The questions of this reader's report that ask who receives data or for what it is handed on."""
    asked = tuple(_asked(reader, answers))
    told = all(item.shared for item in data or ()) and all(one.state == "answered" for one in asked)
    complete = told and reader.assessment.data_complete == "yes"
    return Receivers(asked, complete=complete, unchosen=tuple(_unchosen(reader, asked)))


def _unchosen(reader: Reader, asked: Sequence[Receiving]) -> Iterator[Said]:
    answered = (reader.result.standings[one.id].value for one in asked if one.state == "answered")
    chosen = {str(name) for value in answered for name in (value if isinstance(value, tuple) else (value,))}
    listed = {name for one in asked if one.others for name in _options(reader, one.id)}  # told by the answer itself
    for name, said in reader.words["citizen"]["receivers_named"].items():
        if not (chosen | listed).intersection(FEARED[name]):
            yield reader.own(said)


def _options(reader: Reader, question: str) -> Iterator[str]:
    return (option.id for option in reader.questionnaire.questions[question].question.options)


def _asked(reader: Reader, answers: Sequence[Answer]) -> Iterator[Receiving]:
    for one in answers:
        question = reader.questionnaire.questions[one.id].question
        if question.stage == STAGE and question.principle == PRINCIPLE and one.type in TYPES:
            value = reader.result.standings[one.id].value
            chosen = one.value if value != () else ()
            recipients = any(option.id in names for names in FEARED.values() for option in question.options)
            others, none = tuple(_others(reader, one)), _none(reader, one)
            yield Receiving(one.id, one.text, one.state, chosen, others, none, recipients)


def _none(reader: Reader, one: Answer) -> bool:
    """Whether a list is answered by nothing, or by an option that stands alone."""
    value = reader.result.standings[one.id].value
    if one.type != "choices" or one.state != "answered" or not isinstance(value, tuple):
        return False
    options = reader.questionnaire.questions[one.id].question.options
    return not value or any(option.exclusive and option.id in value for option in options)


def _others(reader: Reader, one: Answer) -> Iterator[Said]:
    """The options of a list that do not hold; of a question that is not settled none is known not to."""
    standing = reader.result.standings[one.id]
    if one.type == "choices" and one.state == "answered" and isinstance(standing.value, tuple):
        options = reader.questionnaire.questions[one.id].question.options
        yield from (reader.say(option.label) for option in options if option.id not in standing.value)
