"""A meeting of an earlier day was never ended.

It was left, or its program was stopped. What was recorded is there; whether the items after it were talked about nobody can tell.

Use instead: `pia review FILE`, and end it, with a word on what was not talked about.

---

前の日の会議が、終わらないままになっています。

途中で席を立ったか、プログラムが止まりました。記録したものは残っていますが、その後の議題を話し合ったかどうかが分かりません。

代わりに: `pia review FILE` を開き、話し合わなかったことを記して終えます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.minutes_context import MinutesContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.minutes import Minutes


def check(context: MinutesContext) -> Iterator[Finding]:
    """An earlier day's meeting without an end."""
    held = context.held
    if isinstance(held, Minutes) and not held.ended and held.on < context.as_of:
        left = sum(item.state == "open" for item in held.items)
        yield Finding(("on",), {"on": held.on, "left": str(left)}, key=True)


RULE = Rule(
    code="PIA535",
    level="warning",
    about="minutes",
    message={
        "ja": "{on} の会議が終わっていません(話し合っていない議題 {left}件)。",
        "en": "The meeting of {on} was never ended ({left} items not talked about).",
    },
    hint={
        "ja": "`pia review FILE` で続けて、終えてください。",
        "en": "Go on with `pia review FILE`, and end it.",
    },
    check=check,
)
