"""Every alternative is rejected for its cost, and no figure is given.

“Too expensive” can be said of anything. With an amount, a number of staff or a share, others can judge whether the difference is worth
the intrusion.

```yaml assessment
service:
  alternatives:
    - {what: 人が数える, why_not: 費用がかかりすぎます。}  # PIA448 at 費用
    - {what: カメラを使わない機器, why_not: 予算に合いません。}  # PIA448 at 予算
```

Use instead: the figure, and what it is compared with: 「1か所で年180万円かかり、今の方法の3.2倍です。」

---

どの代替案も費用を理由に退けられていますが、金額がありません。

「費用がかかる」は、何についても言えます。金額、人数、割合があれば、その差がプライバシーへの影響に見合うかどうかを、ほかの人が判断できます。

代わりに: 数字と比べる相手を書きます。例:「1か所で年180万円かかり、今の方法の3.2倍です。」
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.model.assessment import Alternative

_COST = late(
    r"費用|経費|予算(?!特別|決算|等?(?:常任)?委員)|コスト|財政(?![課部局])|金額|価格|高額|高価|割高|採算|安く|お金"
    r"|\b(costs?|costly|budgets?(?! (?:committee|commission|session|debate))|expensive"
    r"|price[sd]?|pricey|money|afford\w*|financial\w*|uneconomic\w*)\b",
    re.IGNORECASE,
)
_FIGURE = late(
    r"[0-9]|[一二三四五六七八九十百千万億兆数]{1,12}(円|倍|割|人|名|年|か月|時間|台|か所)|半分|半額"
    r"|\b(half|twice|double|triple|(one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million) "
    r"(times|yen|percent|staff|people|years?|months?|hours?))\b",
    re.IGNORECASE,
)

# Years are no figures: 2026年度, 令和8年, FY2026.
_YEAR = late(
    r"(?:19|20)[0-9]{2}年度?|(?:令和|平成)[0-9元]{1,2}年度?|\bfy ?[0-9]{2,4}"
    r"|\b(?:in|by|since|from|until|for|of) (?:19|20)[0-9]{2}\b(?! ?(?:yen|million|%))",
    re.IGNORECASE,
)


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each alternative, where every one is rejected for cost and none of them says how much."""
    service = context.assessment.service
    alternatives = service.alternatives if service is not None else ()
    if all(_for_cost(one) for one in alternatives):
        for number in range(len(alternatives)):
            yield Finding(("service", "alternatives", number, "why_not"))


def _for_cost(alternative: Alternative) -> bool:
    """Whether a reason is cost, in some language, and a figure stands in none."""
    said = [_YEAR.sub("", normalize("NFKC", each)) for each in versions(alternative.why_not)]
    return any(_COST.search(each) for each in said) and not any(_FIGURE.search(each) for each in said)


RULE = Rule(
    code="PIA448",
    level="warning",
    about="assessment",
    message={
        "ja": "どの代替案も費用が理由で、いくらかかるかが書かれていません。",
        "en": "Cost rules out every alternative, and nothing says how much.",
    },
    hint={
        "ja": "金額や割合を、今の方法と比べて書いてください。",
        "en": "Give the figure, beside that of the way that was chosen.",
    },
    check=check,
    since="review",
    telling=False,
)
