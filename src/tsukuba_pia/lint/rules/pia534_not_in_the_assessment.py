"""What a meeting changed has not reached the assessment, or something else stands there.

Minutes are written first, then the assessment. Where the program was stopped in between, the assessment still lacks it; where somebody changed the same place meanwhile, theirs was kept.

Use instead: `pia review FILE`, which carries on what is missing. Where something else stands, decide which of both holds.

---

会議で決めた変更が評価書に入っていない、または別の内容になっています。

記録は、議事録、評価書の順に書かれます。その間にプログラムが止まると、評価書にはまだ入っていません。同じ所をほかの人が先に変えていた場合は、その人の内容が残っています。

代わりに: `pia review FILE` で続けると、足りないものが書き込まれます。別の内容になっている所は、どちらを採るかを決めてください。
"""

from collections.abc import Iterator

from tsukuba_pia.change.carried import carried, value_at
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.minutes_context import MinutesContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.minutes import Minutes

LONGEST = 60  # characters of a value that a message repeats


def check(context: MinutesContext) -> Iterator[Finding]:
    """Each change that is perhaps not there yet, and is not."""
    if not isinstance(context.held, Minutes):
        return
    for one in context.acts:
        for edit in one.recorded.edits if one.recorded.pending else ():
            state = carried(edit, context.data)
            if state != "done":
                place = ".".join(str(step) for step in edit.path if not isinstance(step, dict))
                values = {"meant": _short(edit.after), "found": _short(value_at(edit, context.data))}
                yield Finding(one.path, {"problem": f"@carried_{state}", "place": place, **values}, key=True)


def _short(value: object) -> str:
    """A value as a message can repeat it; nothing where nothing stands there."""
    said = value.get("answer", value) if isinstance(value, dict) else value
    text = " ".join(str(said if said is not None else "").split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


RULE = Rule(
    code="PIA534",
    level="error",
    about="minutes",
    message={
        "ja": "{problem}({place})。会議では「{meant}」[、評価書では「{found}」]です。",
        "en": "{problem} ({place}). Meeting: “{meant}”[; assessment: “{found}”].",
    },
    hint={
        "ja": "`pia review FILE` で会議を続けると、足りないものが書き込まれます。別の内容のときは、評価書を直すか、議事録から `pending` を消してください。",
        "en": "Go on with `pia review FILE`, which carries on what is missing. Where something else stands, change it there, or take `pending` out of the minutes.",
    },
    check=check,
)
