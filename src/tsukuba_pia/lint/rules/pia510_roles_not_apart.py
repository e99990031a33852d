"""Author, reviewer and approver are not three different people.

Who wrote an assessment does not see its gaps, and who must answer for the service may not want to. So three people look at it: one writes,
another reviews, a third one decides. Names count as the same whatever their blanks, width and case.

```yaml assessment
team: [{role: author, name: 高橋 直}, {role: reviewer, name: 高橋直}]  # PIA510 at team
```

Use instead: the name of another person, who has not written it.

---

書いた人、点検した人、承認する人が、別の3人になっていません。

書いた人は自分の見落としに気付きにくく、サービスの責任者は厳しく見にくいものです。そのため、書く人、点検する人、決める人を分けます。空白や全角・半角、大文字・小文字の違いだけの名前は、同じ人とみなします。

代わりに: 書いていない別の人の名前を書きます。
"""

from collections.abc import Iterator
from itertools import combinations

from tsukuba_pia.change.approval import APPROVER, AUTHOR, REVIEWER, names_of
from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.score.asked import same_person


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each role that nobody has, and each two that one person has."""
    people = {role: names_of(context.assessment, role) for role in (AUTHOR, REVIEWER, APPROVER)}
    if context.sign_off is not None:
        people[APPROVER] = (context.sign_off.signed.name,)
    path: Path = ("team",) if context.assessment.team else ("assessment",)
    for role, names in people.items():
        if not names and context.sign_off is not None:
            yield Finding(path, {"problem": "@role_nobody", "role": f"@role_{role}", "name": ""}, key=True)
    for role, other in combinations(people, 2):
        for name in people[role]:
            if any(same_person(name, one) for one in people[other]):
                args = {"problem": "@role_twice", "role": f"@role_{role}", "name": name}
                yield Finding(path, args | {"other": f"@role_{other}"}, key=True)


RULE = Rule(
    code="PIA510",
    level="error",
    about="assessment",
    message={
        "ja": "「{role}」{problem}[({name})]。",
        "en": "{role}: {problem}[ ({name})].",
    },
    hint={
        "ja": "`team` に、author、reviewer、approver として別の人を書いてください。",
        "en": "Name different people under `team` as author, reviewer and approver.",
    },
    check=check,
    since="approval",
    telling=False,
)
