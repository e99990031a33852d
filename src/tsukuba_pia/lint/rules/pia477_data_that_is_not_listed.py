"""The inventory is empty and said to be complete, and an answer says that there is data.

With an empty inventory that is complete, every fact that banks read from it is certainly false: no cameras, no categories, nobody abroad. The level falls by what was not
written down. From approval on this is an error.

```yaml assessment
banks: {core: "1.0", kiosk: "1.0"}
data: []
data_complete: yes
answers:
  k_devices: [fixed_camera]  # PIA477 at [fixed_camera]
```

Use instead: the data sets under `data`; or leave `data_complete` out until they are there.

---

データ一覧が空で「これで全部」とされているのに、データがあるという回答があります。

空のデータ一覧が全部だとすると、質問票がそこから読み取る事実(機器、情報の種類、国など)は、すべて「ない」ことになります。書かなかった分だけ、リスクが小さくなります。承認の段階からはエラーです。

代わりに: `data` にデータを書きます。そろうまでは `data_complete` を書きません。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.receiving import asks_who_receives
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.model.assessment import as_typed
from tsukuba_pia.model.result import AnswerState, Asked, Truth


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer by which data is handled: the banks ask more because of it or of the inventory, or who receives it."""
    assessment = context.assessment
    if assessment.data or assessment.data is None or assessment.data_complete != "yes":
        return
    settled = STAGES.index(context.stage) >= STAGES.index("approval")
    needing = {atom.name for atom in context.questionnaire.signs_of_data if context.judge(atom) is Truth.TRUE}
    for one in context.counted:
        sure = one.standing.asked is Asked.ASKED and one.standing.state is AnswerState.ANSWERED
        if sure and (one.id in needing or (asks_who_receives(one) and one.standing.value != ())):
            args = {"question": one.id, "answer": as_typed(one.standing.value)}
            yield Finding(one.path, args, level="error" if settled else None)


RULE = Rule(
    code="PIA477",
    level="warning",
    about="assessment",
    message={
        "ja": "データ一覧は空で「これで全部」とされていますが、「{question}」の回答は「{answer}」です。",
        "en": "The inventory is empty and said to be complete, but “{question}” is answered “{answer}”.",
    },
    hint={
        "ja": "扱うデータを `data` に書くか、回答を直してください。",
        "en": "List the data sets under `data`, or correct the answer.",
    },
    check=check,
    telling=False,
)
