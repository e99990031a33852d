"""The meetings on an assessment, for colleagues alone: who decided what, and who took what on."""

from collections.abc import Iterator, Sequence

from tsukuba_pia.model.minutes import Decision, Minutes, Opinion
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.records import Meeting, MeetingDecision, MeetingTask


def meetings_of(reader: Reader, minutes: Sequence[Minutes]) -> tuple[Meeting, ...]:
    """The first meeting first; the public is told of none."""
    return () if reader.public else tuple(_meeting(reader, one) for one in minutes)


def _meeting(reader: Reader, one: Minutes) -> Meeting:
    acts = [act for item in one.items for act in item.acts]
    return Meeting(
        on=reader.on(one.on),
        panel=reader.maybe(one.panel.name) if one.panel else None,
        present=len(one.present),
        items=len(one.items),
        opinions=sum(isinstance(act, Opinion) for act in acts),
        dissent=sum(isinstance(act, Opinion) and act.dissent for act in acts),
        decisions=tuple(_decisions(reader, acts)),
        tasks=tuple(
            MeetingTask(reader.say(task.what), reader.say(task.who), reader.on(task.by_when), reader.day(task.done))
            for task in one.tasks
        ),
        ended=one.ended,
    )


def _decisions(reader: Reader, acts: Sequence[object]) -> Iterator[MeetingDecision]:
    for act in acts:
        if isinstance(act, Decision):
            post = reader.term("posts", act.post).label
            yield MeetingDecision(reader.say(act.what), reader.say(act.because), post, reader.say(act.name))
