"""Declining to give something costs something, and nothing says when and how people are told.

Whoever learns only afterwards what follows has not decided. So where the service is lessened or refused, where a punishment follows, or where something is needed for
the service, `notice` says how people are told before they are asked. That a notice says nothing is PIA619's. From approval on this is an error; it stays a warning where nothing is to be built or run any more
(refused, ended, no assessment needed).

```yaml assessment
provision:
  - item: 住所
    nature: needed_for_service
    consequence: reduced_service  # PIA576 at reduced_service
    reason: 住所がないと届けられないため
    alternative: 窓口での受取り
```

Use instead: `notice: 注文の画面で、入力欄の上に示します。` beside it.

---

提供を断ると失うものがあるのに、いつ、どのように本人に知らせるかが書かれていません。

断った後で知らされるのでは、本人が決めたことになりません。そこで、断るとサービスが減るか使えなくなるとき、罰があるとき、サービスに必要なものを求めるときは、その前にどう知らせるかを `notice` に書きます。書かれていても何も述べていないときは、PIA619 が知らせます。
承認の段階からはエラーです。これから作ることも動かすこともないもの(不承認、終了、評価が不要)では、警告のままです。

代わりに: `notice: 注文の画面で、入力欄の上に示します。` のように書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.declining import costs
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.lint.suspicion import versions


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each thing that costs something to decline, and of which no notice is given."""
    settled = not context.telling and STAGES.index(context.stage) >= STAGES.index("approval")
    for number, one in enumerate(context.assessment.provision or ()):
        if costs(one, context.questionnaire.vocabulary) and not any(map(str.strip, versions(one.notice))):
            yield Finding(("provision", number, "consequence"), level="error" if settled else None)


RULE = Rule(
    code="PIA576",
    level="warning",
    about="assessment",
    message={
        "ja": "提供を断ると失うものがあるのに、いつ、どのように知らせるか(`notice`)が書かれていません。",
        "en": "Declining costs something, and nothing says when and how people are told (`notice`).",
    },
    hint={
        "ja": "提供を求める前に本人に知らせる方法を、`notice` に書いてください。",
        "en": "Say in `notice` how people are told before they are asked to give it.",
    },
    check=check,
    since="review",
)
