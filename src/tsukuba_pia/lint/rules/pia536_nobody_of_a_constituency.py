"""Somebody who must be heard in a full assessment was not.

The vocabulary lists whom a full assessment brings together: legal experts, academics, specialists in privacy policy, officials, other public bodies, businesses, residents.
A constituency is heard where the team has a member of it, or a consultation tells what it said; “nothing” is not what anybody said. Without residents the people who bear the risks were not asked: that is an
error, before anything is built. Any other that is missing is a warning then, and an error before the service runs.

```yaml assessment
team: [{role: author, name: 高橋 直}, {role: reviewer, name: 伊藤 文, constituency: legal}]  # PIA536 at team
consultations: []
```

Use instead: a member under `team`, or a consultation, with that `constituency`.

---

全体評価で意見を聴くはずの人たちを、聴いていません。

用語集には、全体評価に加わる人たちが並んでいます。法律の専門家、学識経験者、プライバシー政策の専門家、市の職員、ほかの公的機関、民間事業者、市民です。`team` にその立場の人がいるか、その人たちの述べた意見(`said`)が書かれていれば、聴いたものと数えます(「なし」は、誰の意見でもありません)。市民がいなければ、リスクを負う人たちに尋ねていないことになるため、作る前の段階からエラーです。ほかの立場が欠けていれば、作る前の段階では警告、サービスの開始前にはエラーです。

代わりに: その立場(`constituency`)の人を `team` に加えるか、意見を聴いて `consultations` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.lint.threshold import FULL, outcome_of
from tsukuba_pia.model.hollow import is_filler
from tsukuba_pia.model.text import words

RESIDENTS = "resident"  # the vocabulary's word for those who bear the risks


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Residents, and then all others that are missing."""
    if outcome_of(context.result) != FULL or _expedited(context):
        return
    assessment = context.assessment
    asked = (one for one in assessment.consultations if not is_filler(words(one.said, assessment.language)))
    heard = {one.constituency for one in assessment.team} | {one.constituency for one in asked}
    missing = [term.id for term in context.questionnaire.vocabulary.constituencies if term.id not in heard]
    path: Path = ("team",) if assessment.team else ("assessment",)
    if RESIDENTS in missing:
        yield Finding(path, {"missing": RESIDENTS}, key=True)
    others = [one for one in missing if one != RESIDENTS]
    if others:
        running = STAGES.index(context.stage) >= STAGES.index("launch")
        yield Finding(path, {"missing": ", ".join(others)}, level=None if running else "warning", key=True)


def _expedited(context: AssessmentContext) -> bool:
    """What is needed at once waits for nobody; the ordinary approval that follows does."""
    return context.sign_off is not None and context.sign_off.outcome == "expedited"


RULE = Rule(
    code="PIA536",
    level="error",
    about="assessment",
    message={
        "ja": "全体評価ですが、次の立場の人が加わっておらず、意見も聴いていません: {missing}。",
        "en": "This full assessment has heard nobody of: {missing}.",
    },
    hint={
        "ja": "`team` に加えるか、意見を聴いて `consultations` に `constituency` とともに書いてください。",
        "en": "Add a member to `team`, or hear them and write it under `consultations`, with its `constituency`.",
    },
    check=check,
    since="approval",
    telling=False,
)
