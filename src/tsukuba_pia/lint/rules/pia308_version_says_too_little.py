"""The version says less than what changed.

A step from 1.0 to 1.1 promises that answers keep their meaning and that no level falls: wording, additions, and what can
only raise a level. Assessments go over to it with the answers that they have. What can change the meaning of an answer or lower a level needs the next
major version (2.0), with `migrations` for ids that go.

Use instead: the next major version, or a change that keeps the promise: add a row rather than change one, add an option
rather than take one away. `pia bank diff OLD NEW` shows each change with its weight and the reason.

---

版の番号から分かるよりも、大きな変更があります。

1.0 から 1.1 への変更では、回答の意味が変わらず、段階も下がりません。文言の変更、追加、段階が上がるだけの変更に限ります。評価は、
これまでの回答のまま新しい版へ移れます。
回答の意味が変わったり、段階が下がったりする変更には、次のメジャー版(2.0 など)が必要です。なくなるIDについては `migrations` に書きます。

代わりに: 次のメジャー版にするか、約束を守れる変更にします。行や選択肢を変えたり消したりせずに、足すことを考えます。
`pia bank diff 古い版 新しい版` で、変更ごとの重さと理由が分かります。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.change_context import ChangeContext
from tsukuba_pia.lint.rule import Rule


def check(context: ChangeContext) -> Iterator[Finding]:
    """Each change that weighs more than the step from the version before says."""
    found = context.diff
    if found is None or found.said is None or found.old.version == found.new.version:
        return
    versions = {"old": found.old.version, "new": found.new.version}
    for change, weight, reason in found.too_heavy:
        words = {"weight": f"@weight_{weight}", "why": f"@change_{reason}", "what": change.spelled}
        yield Finding(found.place(change), {**versions, **words})


RULE = Rule(
    code="PIA308",
    level="error",
    about="change",
    message={
        "ja": "{old} から {new} への変更に、{weight}があります({what}: {why})。",
        "en": "From {old} to {new} there is {weight} ({what}: {why}).",
    },
    hint={
        "ja": "次のメジャー版にするか、足すだけの変更にしてください。",
        "en": "Make it the next major version, or a change that only adds.",
    },
    check=check,
)
