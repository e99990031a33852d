"""What a meeting may enter on an item: each dialog asks, and gives what is to be recorded, or nothing."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from tsukuba_pia.change.approval import APPROVER, AUTHOR, REVIEWER
from tsukuba_pia.cli import context
from tsukuba_pia.cli.advising import level_of
from tsukuba_pia.cli.asking import ask_detail, ask_details, typed_value, value_entries, write_day
from tsukuba_pia.cli.context import in_line
from tsukuba_pia.cli.meeting_trying import answer_now, question_of, rests_on
from tsukuba_pia.cli.meeting_view import answer_of, called, chain, post_name
from tsukuba_pia.cli.prompts import Entry, choose, choose_several, show, write
from tsukuba_pia.load.shape import nearest
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN
from tsukuba_pia.model.minutes import Act, Changed, Decision, Opinion, Postponed, Raised, Reply, Resolution, Task
from tsukuba_pia.model.result import Asked
from tsukuba_pia.work.agenda import OPINION
from tsukuba_pia.work.answers import answered
from tsukuba_pia.work.meeting import Meeting, Topic

BACK, TYPE = "back", "type"
OF_THE_CITY = (AUTHOR, REVIEWER, APPROVER)  # they answer for this assessment: the body that votes is another
MOST = 8  # questions of a menu; the others can be typed
_draft: dict[str, str] = {}  # what was typed for an entry that is not saved yet: offered again where it is refused


def forget() -> None:
    """What was typed is saved, or was for another entry."""
    _draft.clear()


def opinion(meeting: Meeting, topic: Topic) -> Act | None:
    """What one member says, and whether it is against what the others hold."""
    member = _member(meeting, topic, "prompt_opinion")
    says = _needed("ask_opinion") if member is not None else ""
    if member is None or not says:
        return None
    return Opinion(member, says, dissent=_yes("prompt_dissent", "dissent_no", "dissent_yes"))


def resolution(meeting: Meeting, topic: Topic) -> Act | None:
    """What the body as a whole holds, with who is for it and who against; the others abstain."""
    members = [one for one in meeting.members(topic) if one.role not in OF_THE_CITY]
    if not members:
        show(_w("nobody_may"))
        return None
    says = _needed("ask_resolution")
    if not says:
        return None
    entries = [Entry(str(one.number), called(one, members)) for one in members]
    in_favour = choose_several(_w("prompt_in_favour"), entries, [one.value for one in entries])
    rest = [one for one in entries if one.value not in in_favour]
    against = choose_several(_w("prompt_against"), rest) if rest else ()
    abstained = [one.value for one in rest if one.value not in against]
    return Resolution(says, *(tuple(map(int, some)) for some in (in_favour, against, abstained)))


def decision(meeting: Meeting, topic: Topic) -> Act | None:
    """What is decided, why, and by which post of the city."""
    del topic
    what = _needed("ask_decision")
    because = _needed("ask_because") if what else ""
    if not because:
        return None
    opened = meeting.opened
    entries = [Entry(post, post_name(opened, post, context.language())) for post in chain(opened)]
    post = choose(_w("prompt_post"), entries, [_back()])
    if post == BACK:
        return None
    name = _needed("ask_decided_by")
    return Decision(what, because, post, name) if name else None


def task(meeting: Meeting, topic: Topic) -> Act | None:
    """Who does what by when."""
    del meeting, topic
    what = _needed("ask_task")
    who = _needed("ask_task_who") if what else ""
    return Task(what, who, write_day(_w("ask_task_due"), needed=True)) if who else None


def change(meeting: Meeting, topic: Topic) -> Act | None:
    """Another answer to a question that the item rests on, or to any other."""
    name = _question(meeting, rests_on(meeting.opened, topic.item), "prompt_change")
    if name is None:
        return None
    question, old = question_of(meeting.opened, name), answer_of(meeting.opened, name)
    entries = value_entries(question) or [Entry(TYPE, context.words("answer", "do_answer"))]
    actions = [
        Entry(("value", UNKNOWN), context.words("answer", "do_unknown"), "u"),
        *([Entry(("value", NOT_APPLICABLE), context.words("answer", "do_not_applicable"), "x")]
          if question.may_not_apply else []),
        _back(),
    ]  # fmt: skip
    chosen = choose(in_line(question.text), entries, actions, ("value", old.answer))
    if chosen == BACK:
        return None
    value = typed_value(question, old.answer) if chosen == TYPE else chosen[1]
    if value is None:
        return None
    answer = answered(old, value)
    if value == NOT_APPLICABLE:
        reason = write(context.words("answer", "ask_reason"), in_line(old.note))
        if not reason:
            show(context.words("answer", "reason_missing"))
            return None
        answer = answer if reason == in_line(old.note) else replace(answer, note=reason)
    return Changed(name, _complete(meeting, name, answer))


def plan(meeting: Meeting, topic: Topic) -> Act | None:
    """A safeguard that is to come, with its owner and day."""
    opened = meeting.opened
    names = [name for name in rests_on(opened, topic.item) if question_of(opened, name).type == "safeguard"]
    name = _question(meeting, names, "prompt_plan")
    if name is None:
        return None
    if question_of(opened, name).type != "safeguard":
        show(_w("no_safeguard", question=name), first="! ", rest="  ")
        return None
    return Changed(name, _complete(meeting, name, answered(answer_of(opened, name), "planned")))


def _complete(meeting: Meeting, name: str, answer: Answer) -> Answer:
    """With all that an answer of this kind needs."""
    own = meeting.opened.assessment.language if meeting.opened.assessment else "ja"
    more = {UNKNOWN: ("asking", "by_when", "note"), NOT_APPLICABLE: ("agreed_by",)}.get(str(answer.answer), ("note",))
    answer = ask_details(question_of(meeting.opened, name), answer, own)
    for detail in more:
        answer = ask_detail(answer, detail, own)
    return answer


def raise_level(meeting: Meeting, topic: Topic) -> Act | None:
    """A risk at a higher level than the score's, with the reason and who says so."""
    opened, result = meeting.opened, meeting.opened.score()
    assert opened.questionnaire is not None  # noqa: S101 - usable
    risk = topic.item.id if topic.item.id in result.risks else _risk(meeting)
    if risk is None:
        return None
    levels = opened.questionnaire.level_ids
    now = result.risks[risk].current.worst
    higher = levels[levels.index(now) + 1 :] if now in levels else levels
    if not higher:
        show(_w("highest_already"))
        return None
    level = choose(_w("prompt_level"), [Entry(one, level_of(opened, one)) for one in higher], [_back()])
    because = _needed("ask_because") if level != BACK else ""
    member = _member(meeting, topic, "prompt_raised_by", (AUTHOR,)) if because else None
    return Raised(risk, level, because, member) if member is not None else None


def _risk(meeting: Meeting) -> str | None:
    opened = meeting.opened
    assert opened.questionnaire is not None  # noqa: S101 - usable
    risks = opened.score().worst_first(opened.questionnaire.level_ids)
    entries = [
        Entry(
            one.id,
            f"{in_line(opened.questionnaire.risks[one.id].risk.title)} ({level_of(opened, one.current.worst)})",
        )
        for one in risks
    ]
    chosen: str = choose(_w("prompt_risk"), entries, [_back()])
    return None if chosen == BACK else chosen


def reply(meeting: Meeting, topic: Topic) -> Act | None:
    """The answer to an opinion or a comment."""
    del meeting
    done = _needed("ask_reply")
    comment = not topic.item.id.startswith(OPINION)  # to an opinion there is no reason to be given
    because = _needed("ask_because") if done and comment else None
    return Reply(done, because) if done and (because or not comment) else None


def postpone(meeting: Meeting, topic: Topic) -> Act | None:
    """Left for the next meeting, and why."""
    del meeting, topic
    because = _needed("ask_postpone")
    return Postponed(because) if because else None


def _w(key: str, **values: object) -> str:
    return context.words("meeting", key, **values)


def _back() -> Entry:
    return Entry(BACK, _w("do_back"), "b")


def _needed(key: str) -> str:
    """A text; where there is none, it is said that nothing is recorded. One that was typed before is there again."""
    typed = write(_w(key), _draft.get(key, ""))
    if typed:
        _draft[key] = typed
    else:
        show(_w("not_recorded"))
    return typed


def _yes(prompt: str, no: str, yes: str) -> bool:
    return bool(choose(_w(prompt), [Entry(0, _w(no)), Entry(1, _w(yes))], ()))


def _member(meeting: Meeting, topic: Topic, prompt: str, without: Sequence[str] = ()) -> int | None:
    """One of those who are here and take part in this item, but for some roles."""
    members = [one for one in meeting.members(topic) if one.role not in without]
    entries = [Entry(one.number, called(one, members)) for one in members]
    if not entries:
        show(_w("nobody_may"))
        return None
    chosen = choose(_w(prompt), entries, [_back()])
    return None if chosen == BACK else int(chosen)


def _question(meeting: Meeting, names: Sequence[str], prompt: str) -> str | None:
    """One of these questions, or another by its id."""
    opened = meeting.opened
    entries = [
        Entry(one, f"{in_line(question_of(opened, one).text)} {answer_now(opened, one)}") for one in names[:MOST]
    ]
    chosen = choose(_w(prompt), entries, [Entry(TYPE, _w("do_name"), "w"), _back()])
    if chosen != TYPE:
        return None if chosen == BACK else str(chosen)
    typed = unicodedata.normalize("NFKC", write(_w("ask_name"))).strip()
    known = [name for name, one in opened.score().standings.items() if one.asked is not Asked.NOT]
    if typed in known:
        return typed
    close = nearest(typed, known)
    meant = context.words("refusal", "meant", meant=close) if close else ""
    show(context.words("answer", "no_question", question=typed, meant=meant), first="! ", rest="  ")
    return None
