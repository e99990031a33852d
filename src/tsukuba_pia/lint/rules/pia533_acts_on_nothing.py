"""What was recorded in a meeting names something that is not there.

An item that is not on the agenda, a question or a risk that the banks do not have, a level that is not higher than the score's, a reply where nobody said anything, a text without words, a day that is over or that the calendar has not, several acts, or none, in one place, or in a record what only minutes say of an act.

```yaml record
items:
  - item: c_leak
    recorded:
      - changed: {question: c_nothing, answer: yes}  # PIA533 at c_nothing
```

Use instead: the names that `pia review FILE --agenda` and `pia explain` know; each act under `recorded` on its own.

---

会議の記録が、ないものを指しています。

議題にない項目、質問票にない質問やリスク、評価結果より高くない段階、意見のないところへの回答、空の文、期限の過ぎた作業や暦にない日付、一か所にいくつもの記録があるか一つもないもの、議事録だけが持つ項目、のどれかです。

代わりに: `pia review FILE --agenda` や `pia explain` にある名前を使い、`recorded` には一つずつ書きます。
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.minutes_context import Acted, MinutesContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.minutes import Act, Changed, Minutes, Raised, Record, Recorded, Reply, Resolution, Task
from tsukuba_pia.model.text import Text
from tsukuba_pia.score.asked import is_day

TEXTS = (Text, Text | None, str)
REPLIED = ("comment", "dissent")  # kinds of items that can be replied to


def check(context: MinutesContext) -> Iterator[Finding]:
    """Each name that leads nowhere."""
    if context.name != context.assessment.assessment:
        path: Path = ("minutes" if isinstance(context.held, Minutes) else "record",)
        yield _finding(path, "@acts_other_assessment", context.name)
    yield from _who(context)
    for number, held in enumerate(context.recorded):
        if isinstance(context.held, Record) and context.items[number] is None:
            yield _finding(("items", number, "item"), "@acts_no_item", context.held.items[number].item)
        for place, recorded in enumerate(held):
            yield from _one_act(("items", number, "recorded", place), recorded, context)
    for one in context.acts:
        yield from _named(one, context)


def _who(context: MinutesContext) -> Iterator[Finding]:
    """Of a record: a panel that the city has not, members that the team has not."""
    held = context.held
    if isinstance(held, Record):
        if not is_day(held.on):
            yield _finding(("on",), "@no_such_day", held.on)
        if held.panel and context.panel is None:
            yield _finding(("panel",), "@acts_no_panel", held.panel)
        for place, number in enumerate(held.present):
            if number not in context.present:
                yield _finding(("present", place), "@acts_no_member", str(number))
        if held.chair is not None and held.chair not in held.present:
            yield _finding(("chair",), "@acts_no_member", str(held.chair))


def _one_act(path: Path, recorded: Recorded, context: MinutesContext) -> Iterator[Finding]:
    """Also of a record: what only minutes say of an act would be passed over there."""
    if len(recorded.acts) != 1:
        yield _finding(path, "@acts_not_one", str(len(recorded.acts)))
    for key in ("on", "edits", "pending") if isinstance(context.held, Record) else ():
        if getattr(recorded, key):
            yield _finding((*path, key), "@acts_of_minutes", key)


def _named(one: Acted, context: MinutesContext) -> Iterator[Finding]:
    act = one.act
    yield from (_finding((*one.path, *path), "@acts_empty", ".".join(path)) for path in _empty(act))
    if isinstance(act, Task):
        days = {"by_when": act.by_when, "done": act.done}
        yield from (
            _finding((*one.path, key), "@no_such_day", day) for key, day in days.items() if day and not is_day(day)
        )
    if isinstance(act, Changed) and act.question not in context.questionnaire.questions:
        yield _finding((*one.path, "question"), "@acts_no_question", act.question)
    elif isinstance(act, Raised):
        yield from _raised(one.path, act, context)
    elif isinstance(act, Reply) and one.item is not None and one.item.kind not in REPLIED:
        yield _finding(one.path, "@acts_no_reply", one.item.id)


def _empty(act: Act) -> Iterator[tuple[str, ...]]:
    """The keys of an act that say nothing."""
    if isinstance(act, Changed) and act.answer.answer is None:
        yield ("answer",)
    if isinstance(act, Resolution) and not (*act.in_favour, *act.against, *act.abstained):
        yield ("in_favour",)
    for one in fields(act):
        value = getattr(act, one.name)
        said = tuple(value.values()) if isinstance(value, Mapping) else (value,)
        if one.type in TEXTS and value is not None and not any(isinstance(text, str) and text.strip() for text in said):
            yield (one.name,)


def _raised(path: Path, act: Raised, context: MinutesContext) -> Iterator[Finding]:
    levels = context.questionnaire.level_ids
    risk = context.result.risks.get(act.risk)
    if risk is None:
        yield _finding((*path, "risk"), "@acts_no_risk", act.risk)
    elif act.level not in levels:
        yield _finding((*path, "level"), "@acts_no_level", act.level)


def _finding(path: Path, problem: str, name: str) -> Finding:
    return Finding(path, {"problem": problem, "name": name})


RULE = Rule(
    code="PIA533",
    level="error",
    about="minutes",
    message={
        "ja": "{problem}({name})。",
        "en": "{problem} ({name}).",
    },
    hint={
        "ja": "名前は `pia review FILE --agenda` と `pia explain` で確かめられます。`recorded` には一つずつ書いてください。",
        "en": "`pia review FILE --agenda` and `pia explain` know the names; record one act in one place.",
    },
    check=check,
)
