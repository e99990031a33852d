"""A section that says what happens with people's data was there before, and is gone or empty.

The flows of data, what is linked, the inventory, who takes part, what follows if somebody declines, what residents can choose, risks of the service's own: without the section nothing of it is told, and few of the other rules
miss it. What is compared is what was signed last and, with `pia check --against REV`, what the assessment said at that revision. Where nothing of the kind is there any more, the file says so (`flows: []`), and whoever
reviews the change sees a warning. Without a word it is a warning in a draft, and an error from approval on. `pia approve` shows it to who signs. `provision` stays as long as there is data (PIA555). What residents and members said is PIA559's.

```yaml before
choices: [{what: 記録を残さない, default: 残さない}]
linkage: [{other: 住民基本台帳, key: address}]
```

```yaml assessment without choices
assessment: t-1  # PIA574 at t-1
linkage: []  # PIA574 at linkage
```

Use instead: what stood there; or, where there is nothing of the kind any more, the section without entries: `choices: []`.

---

個人の情報の扱いを述べる欄が、前にはあったのに、なくなっているか空です。

データの流れ、結び付け、データの一覧、関わる主体、提供を断った場合の扱い、市民が選べること、そのサービスに固有のリスクは、欄がなければ何も示されず、ほかの規則の多くも気付きません。前の決裁のときの内容と、`pia check --against リビジョン` ではそのリビジョンの内容と比べます。
もう何もないのであれば、そのことを書きます(`flows: []`)。変更を確かめる人には、警告として知らせます。何も書かずに消したときは、下書きでは警告、承認の段階からはエラーです。`pia approve` は、決裁する人に示します。`provision` は、データがある限りなくせません(PIA555)。市民や委員が述べたことは、PIA559 が確かめます。

代わりに: 元に戻します。もう何もないのであれば、空の欄を書きます(`choices: []`)。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Level
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule

SECTIONS = ("actors", "data", "flows", "linkage", "provision", "choices", "own_risks")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each section that had entries at the last sign-off, or at the revision, and has none."""
    then = context.then
    for what in SECTIONS:
        if getattr(context.assessment, what):
            continue
        if context.earlier and getattr(context.earlier[-1], what):
            yield from _finding(context, what, "@then_signed", "")
        elif then is not None and getattr(then.assessment, what):
            yield from _finding(context, what, "@then_revision", then.revision)


def _finding(context: AssessmentContext, what: str, when: str, revision: str) -> Iterator[Finding]:
    said = context.source.data.get(what) is not None
    bound = not context.telling and STAGES.index(context.stage) >= STAGES.index("approval")
    level: Level | None = "error" if bound and not said else None
    args = {"what": what, "when": when, "revision": revision, "way": _way(context, what, said=said)}
    yield Finding((what if said else "assessment",), args, level=level, key=said)


def _way(context: AssessmentContext, what: str, *, said: bool) -> str:
    """What can be done: of data that is held something follows where somebody declines, if only nothing (PIA555)."""
    if what == "provision" and context.assessment.data:
        return "@section_due"
    return "@section_none" if said else "@section_unsaid"


RULE = Rule(
    code="PIA574",
    level="warning",
    about="assessment",
    message={
        "ja": "{when}[({revision})]ではあった `{what}` の内容が、なくなっています。",
        "en": "What stood under `{what}` {when}[ “{revision}”] is gone.",
    },
    hint={
        "ja": "{way}。",
        "en": "{way}.",
    },
    check=check,
)
