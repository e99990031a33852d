"""What a meeting changed has not reached the assessment, or something else stands there.

Minutes are written first, then the assessment. Where the program was stopped in between, the assessment still lacks it; where somebody changed the same place meanwhile, theirs was kept.

Use instead: `pia review FILE`, which carries on what is missing. Where something else stands, decide which of both holds.

---

会議で決めた変更が評価書に入っていない、または別の内容になっています。

記録は、議事録、評価書の順に書かれます。その間にプログラムが止まると、評価書にはまだ入っていません。同じ所をほかの人が先に変えていた場合は、その人の内容が残っています。

代わりに: `pia review FILE` で続けると、足りないものが書き込まれます。別の内容になっている所は、どちらを採るかを決めてください。
"""

from collections.abc import Iterator

from tsukuba_pia.change.carried import carried
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.minutes_context import MinutesContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.minutes import Minutes


def check(context: MinutesContext) -> Iterator[Finding]:
    """Each change that is perhaps not there yet, and is not."""
    if not isinstance(context.held, Minutes):
        return
    for one in context.acts:
        for edit in one.recorded.edits if one.recorded.pending else ():
            state = carried(edit, context.data)
            if state != "done":
                place = ".".join(map(str, edit.path))
                yield Finding(one.path, {"problem": f"@carried_{state}", "place": place}, key=True)


RULE = Rule(
    code="PIA534",
    level="error",
    about="minutes",
    message={
        "ja": "{problem}({place})。",
        "en": "{problem} ({place}).",
    },
    hint={
        "ja": "`pia review FILE` で会議を続けると、足りないものが書き込まれます。",
        "en": "Go on with `pia review FILE`, which carries on what is missing.",
    },
    check=check,
)
