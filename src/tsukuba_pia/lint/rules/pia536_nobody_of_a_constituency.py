"""Somebody who must be heard in a full assessment was not.

The vocabulary lists whom a full assessment brings together: legal experts, academics, specialists in privacy policy, officials, other public bodies, businesses, residents.
A constituency is heard where the team has a member of it, or a consultation tells what it said; “nothing” is not what anybody said, and who writes, reviews or decides it is no outsider. Without residents the people who bear the risks were not asked, and without any expert (of law, of science or of privacy policy) nobody from outside has
looked: each is an error, before anything is built. Any other that is missing is a warning.

```yaml assessment
team:  # PIA536 at team
  - {role: author, name: 高橋 直, constituency: resident}
  - {role: reviewer, name: 伊藤 文}
  - {role: independent, post: 弁護士, constituency: legal}
consultations: []
```

Use instead: a member under `team`, or a consultation, with that `constituency`.

---

全体評価で意見を聴くはずの人たちを、聴いていません。

用語集には、全体評価に加わる人たちが並んでいます。法律の専門家、学識経験者、プライバシー政策の専門家、市の職員、ほかの公的機関、民間事業者、市民です。`team` にその立場の人がいるか、その人たちの述べた意見(`said`)が書かれていれば、聴いたものと数えます(「なし」は、誰の意見でもありません)。書く人、審査する人、決める人は、市民や専門家として数えません。市民がいなければ、リスクを負う人たちに尋ねていないことになります。専門家(法律、学識経験者、プライバシー政策)が一人もいなければ、外の目で見ていないことになります。どちらも、作る前の段階からエラーです。ほかの立場が欠けていれば、警告です。

代わりに: その立場(`constituency`)の人を `team` に加えるか、意見を聴いて `consultations` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import ACCEPTOR, APPROVER, AUTHOR, REVIEWER
from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.threshold import FULL, outcome_of
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.hollow import is_hollow
from tsukuba_pia.model.text import LANGUAGES, words

# The vocabulary's words for those who bear the risks, and for those who look from outside.
RESIDENTS, EXPERTS = "resident", ("legal", "academic", "privacy_policy")
OUTSIDE, DECIDING = (RESIDENTS, *EXPERTS), (AUTHOR, REVIEWER, APPROVER, ACCEPTOR)


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Residents, experts where there is none of any kind, and then all others that are missing."""
    if outcome_of(context.result) != FULL or _expedited(context):
        return
    assessment = context.assessment
    known = [term.id for term in context.questionnaire.vocabulary.constituencies]
    heard = _heard(assessment)
    missing = [one for one in known if one not in heard]
    path: Path = ("team",) if assessment.team else ("assessment",)
    for needed in ((RESIDENTS,), EXPERTS):
        group = [one for one in known if one in needed]
        if group and set(group) <= set(missing):
            yield Finding(path, _named(group, context), key=True)
            missing = [one for one in missing if one not in group]
    if missing:
        yield Finding(path, _named(missing, context), level="warning", key=True)


def _named(missing: list[str], context: AssessmentContext) -> dict[str, str]:
    """Constituencies by what they are called, in each language."""
    called = {term.id: term.label for term in context.questionnaire.vocabulary.constituencies}
    said = {
        f"missing@{one}": labels(one)["check"]["comma"].join(words(called[name], one) for name in missing)
        for one in LANGUAGES
    }
    return {"missing": ", ".join(missing)} | said


def _heard(assessment: Assessment) -> set[str | None]:
    """Whose view is there. Who writes, reviews or decides speaks for the city, whatever else they are."""
    asked = (one for one in assessment.consultations if not is_hollow(words(one.said, assessment.language)))
    members = (one for one in assessment.team if one.constituency not in OUTSIDE or one.role not in DECIDING)
    return {one.constituency for one in asked} | {one.constituency for one in members}


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
