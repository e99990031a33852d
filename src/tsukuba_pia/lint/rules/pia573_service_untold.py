"""The assessment does not say which service it is about: there is no `service`.

A purpose, benefits, a milder way and somebody who answers for it are looked for in what is told of the service. Where nothing is told, none of them is there, and nobody can weigh a burden against
a need: neither residents nor the post that approves. From approval on this is an error; it stays a warning where nothing is to be built or run any more (refused, ended, no assessment needed).

```yaml assessment without service
title: {ja: 自転車駐車場の案内, en: Bicycle parking guide}  # PIA573
```

Use instead: `service:` with its purpose, the problem that it solves, who answers for it, what belongs to it, who gains what and which milder ways there were.

---

何のサービスの評価なのか(`service`)が、書かれていません。

目的、利便性、より穏やかな方法、責任者は、`service` に書かれたもので確かめます。何も書かれていなければ、どれもないことになり、負担と必要性を比べることは、市民にも決裁する職にもできません。承認の段階からはエラーです。これから作ることも動かすこともないもの(不承認、終了、評価が不要)では、警告のままです。

代わりに: `service:` に、目的、解決する課題、責任者と担当課、対象の範囲、誰が何を得るか、ほかにどのような方法があったかを書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Where there is none; what one lacks, other rules look at."""
    if context.assessment.service is None:
        settled = not context.telling and STAGES.index(context.stage) >= STAGES.index("approval")
        yield Finding(("service",), level="error" if settled else None, key=True)


RULE = Rule(
    code="PIA573",
    level="warning",
    about="assessment",
    message={
        "ja": "どのようなサービスか(service)が書かれていません。",
        "en": "Nothing is told of the service.",
    },
    hint={
        "ja": "`service` に、目的、課題、責任者、対象の範囲、利便性、ほかの方法を書いてください。",
        "en": "Say under `service` what it is for, which problem it solves, who answers for it, what belongs to it, who gains and what else could be done.",
    },
    check=check,
    since="review",
)
