"""A bank that this service needs is not chosen.

Banks say when they are required: by what is captured, who is concerned, or what was answered. Without it, the questions and risks that
matter most here would not be looked at. From approval on it is also told, as a warning, where something that is not answered or not told yet might require it.

```yaml assessment
banks: {core: "1.0"}  # PIA419 at {core
data:
  - {id: video, name: 上空からの映像, categories: [video], captures: [drone]}
```

Use instead: `banks: {core: "1.0", mobility: "1.0"}`.

---

このサービスに必要な質問票が選ばれていません。

どんなときに必要かは、質問票自身が決めています(何で取得するか、誰が対象か、どう回答したか)。選ばないと、最も大切な質問とリスクが抜け落ちます。承認の段階からは、答えていないことや書いていないことによって必要になるかもしれないときも、警告します。

代わりに: `banks: {core: "1.0", mobility: "1.0"}`
"""

from collections.abc import Iterator
from functools import lru_cache

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.comparisons import is_sound
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.load.other_banks import OtherBank
from tsukuba_pia.model.condition import atoms
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import Truth


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each bank that was not chosen and is certainly required; when it is to be approved, also what may be."""
    settled = STAGES.index(context.stage) >= STAGES.index("approval")
    for bank in context.other_banks:
        if bank.required_when is None or not _readable(context.questionnaire, bank):
            continue
        needed, args = context.judge(bank.required_when), {"bank": bank.name, "version": bank.version}
        if needed is Truth.TRUE:
            yield Finding(("banks",), args | {"certain": "@bank_needed", "unknown": ""})
        elif needed is Truth.UNKNOWN and settled:
            unknown = [one.name for one, _ in atoms(bank.required_when) if context.judge(one) is Truth.UNKNOWN]
            args |= {"certain": "@bank_perhaps", "unknown": ", ".join(dict.fromkeys(unknown))}
            yield Finding(("banks",), args, level="warning")


@lru_cache(maxsize=16)  # they keep their questionnaires
def _readable(questionnaire: Questionnaire, bank: OtherBank) -> bool:
    """Whether it can be judged here: the bank has not been held to the rules, as it is not in use."""
    asked = questionnaire.questions
    read = [atom for atom, _ in atoms(bank.required_when)]
    return all(is_sound(atom, asked[atom.name].question if atom.name in asked else None) for atom in read)


RULE = Rule(
    code="PIA419",
    level="error",
    about="assessment",
    message={
        "ja": "この内容では、質問票「{bank}」も{certain}[(分からないこと: {unknown})]。",
        "en": "What is said here {certain} the bank “{bank}”[ (not known: {unknown})].",
    },
    hint={
        "ja": '`banks` に `{bank}: "{version}"` を加えてください。',
        "en": 'Add `{bank}: "{version}"` to `banks`.',
    },
    check=check,
)
