"""Declining to give something costs something, and nothing says what people can do instead.

Without another way there is hardly a choice, and whoever needs the service has to know of it. So where the service is lessened or refused, where a punishment follows, or where something is needed
for the service, `alternative` says what people can do instead. Where there is no other way, it says so (“none”), and `reason` says why (PIA558). “Not settled yet” says neither. From approval on
this is an error; it stays a warning where nothing is to be built or run any more (refused, ended, no assessment needed).

```yaml assessment
provision:
  - item: 住所
    nature: needed_for_service
    consequence: reduced_service  # PIA577 at reduced_service
    reason: 住所がないと届けられないため
    notice: 注文の画面で、入力欄の上に示します。
  - {item: 写真, nature: needed_for_service, consequence: other_way, alternative: 検討中, notice: 注文の画面}  # PIA577 at 検討中
```

Use instead: `alternative: 窓口での受取り`; where there is none, `alternative: なし`.

---

提供を断ると失うものがあるのに、代わりにどうすればよいかが書かれていません。

ほかの方法がなければ、選べることにはなりません。サービスが必要な人には、その方法を知らせる必要があります。そこで、断るとサービスが減るか使えなくなるとき、罰があるとき、サービスに必要なものを求めるときは、代わりの方法を `alternative` に書きます。
方法がないときは「なし」と書き、理由を `reason` に書きます(PIA558)。「検討中」では、どちらなのか分かりません。
承認の段階からはエラーです。これから作ることも動かすこともないもの(不承認、終了、評価が不要)では、警告のままです。

代わりに: `alternative: 窓口での受取り` のように書きます。方法がないときは `alternative: なし` と書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.declining import costs, leaves_open, ways_out
from tsukuba_pia.lint.rule import STAGES, Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each thing that costs something to decline, and beside which another way is left open."""
    settled = not context.telling and STAGES.index(context.stage) >= STAGES.index("approval")
    for number, one in enumerate(context.assessment.provision or ()):
        if costs(one, context.questionnaire.vocabulary) and leaves_open(one):
            key = "alternative" if ways_out(one) else "consequence"
            yield Finding(("provision", number, key), level="error" if settled else None)


RULE = Rule(
    code="PIA577",
    level="warning",
    about="assessment",
    message={
        "ja": "提供を断ると失うものがあるのに、代わりにどうすればよいか(`alternative`)が書かれていません。",
        "en": "Declining costs something, and nothing says what people can do instead (`alternative`).",
    },
    hint={
        "ja": "代わりの方法を `alternative` に書いてください。ないときは「なし」と書き、理由を `reason` に書きます。",
        "en": "Say in `alternative` what they can do; where there is no other way, write “none” there, and why in `reason`.",
    },
    check=check,
    since="review",
)
