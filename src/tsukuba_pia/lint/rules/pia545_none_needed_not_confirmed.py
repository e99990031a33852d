"""“No assessment needed” was said by one person alone, was never published, or more than a year ago.

It is the one outcome after which nobody looks any more. So another person looks at it, it is published with its reasons before the service starts, and within twelve months somebody looks again: services
change without a decision.

```yaml assessment
answers: {c_personal: no}
team: [{role: author, name: 高橋 直}]
publication: {published_on: 2027-03-01}  # PIA545 at published_on
```

Use instead: a reviewer under `team` who is not the author; or look at it again, and write the new day under `publication.published_on`.

---

「影響評価は不要」という判断を、1人だけでしているか、公表していないか、公表から12か月を過ぎても見直していません。

この判断をすると、その後は誰も確かめません。そこで、別の人が確かめ、サービスが始まる前に理由とともに公表し、12か月以内に見直します。サービスは、決定のないまま変わっていくからです。

代わりに: 書いた人でない点検者を `team` に書きます。古くなったときは、確かめ直して、新しい公表日を `publication.published_on` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.change.state import published, second_person
from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import over, ran
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.lint.threshold import NO_ASSESSMENT, outcome_of


def check(context: AssessmentContext) -> Iterator[Finding]:
    """What is wrong with what is published, or with a service that starts, or has started, on it."""
    assessment = context.assessment
    told = published(assessment, context.as_of)
    starting = STAGES.index(context.stage) >= STAGES.index("launch")
    gone = over(context) and not ran(context)
    if outcome_of(context.result) != NO_ASSESSMENT or gone or not (told or ran(context) or starting):
        return
    path: Path = ("publication", "published_on") if told else ("dates", "starts_on")
    if not told and ran(context):
        yield Finding(path, {"problem": "@none_needed_untold"}, key=True)
    if not second_person(assessment):
        yield Finding(path, {"problem": "@none_needed_alone"}, key=True)
    elif told and not over(context) and not published(assessment, context.as_of, since=_a_year_before(context.as_of)):
        yield Finding(path, {"problem": "@none_needed_old"}, level="warning", key=True)


def _a_year_before(day: str) -> str:
    """The same day of the year before; days are compared as texts, so 29 February needs no care."""
    return f"{int(day[:4]) - 1:04}{day[4:]}"


RULE = Rule(
    code="PIA545",
    level="error",
    about="assessment",
    message={
        "ja": "「影響評価は不要」としていますが、{problem}。",
        "en": "“No assessment needed”: {problem}.",
    },
    hint={
        "ja": "書いた人でない人が確かめ、理由とともに公表してください。12か月ごとに見直します。",
        "en": "Let another person look at it, publish it with its reasons, and look again every twelve months.",
    },
    check=check,
)
