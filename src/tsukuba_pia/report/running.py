"""A service that ran before it was assessed, and of which the city has said so on record."""

from tsukuba_pia.change.approval import chain_of, may_decide
from tsukuba_pia.model.sign_off import RUNNING, SignOff, SignOffs
from tsukuba_pia.report.model import Running
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.signed import BACK
from tsukuba_pia.score.asked import is_day


def running_of(reader: Reader, signed: SignOffs) -> Running | None:
    """Since when it runs, and what was said of that; None where nobody who decides has said it.

    As the rule on a start without leave has it (PIA546): the first word on record comes after the first day and asks
    for changes. What is told of it are the day and the post by its common name, nothing that somebody wrote freely.
    """
    dates, today = reader.assessment.dates, reader.result.as_of
    starts = dates.starts_on if dates else None
    if dates is None or starts is None or not is_day(starts) or starts > today:
        return None
    over = dates.ended is not None and dates.ended.on <= today
    first = signed.sound[0] if signed.sound else None
    if over or first is None or first.outcome != BACK or first.on < starts:
        return None
    word = next((one for one in signed.sound if one.outcome == BACK and _decides(reader, one)), None)
    if word is None:
        return None
    post, said = reader.term("posts", word.signed.post).label, reader.words["running"]
    days = {"start": reader.on(starts).shown, "day": reader.on(word.on).shown}
    return Running(
        told=reader.own(said["told"].format(post=post.words, **days)),
        leave=any(one.outcome in RUNNING for one in signed.sound),
    )


def _decides(reader: Reader, word: SignOff) -> bool:
    """Whether its post decides at the level of that day, or at today's."""
    chain, now = chain_of(reader.assessment, reader.profile), reader.result.current.worst
    levels = {word.levels.get("current", now), now}
    return any(may_decide(word.signed.post, one, reader.questionnaire, chain) for one in levels)
