"""Author, reviewer and approver are not three different people.

Who wrote an assessment does not see its gaps, and who must answer for the service may not want to. So three people look at it: one writes,
another reviews, a third one decides. Who accepts the risk that
remains may be the one who decides, but neither author nor reviewer. Names count as the same whatever their blanks, width, kana, honorifics and posts, and whether a
character is written in its old or its new form.

```yaml assessment
team:
  - {role: author, name: 高橋 直}
  - {role: reviewer, name: 高橋直}  # PIA510 at {role
```

Use instead: the name of another person, who has not written it.

---

書いた人、点検した人、承認する人が、別の3人になっていません。

書いた人は自分の見落としに気付きにくく、サービスの責任者は厳しく見にくいものです。そのため、書く人、点検する人、決める人を分けます。残るリスクを受け入れる人は、承認する人と同じでもかまいませんが、書いた人や点検した人とは別の人にします。空白、全角・半角、かな、敬称、職名、旧字体・新字体(髙と高など)の違いだけの名前は、同じ人とみなします。

代わりに: 書いていない別の人の名前を書きます。
"""

from collections.abc import Iterator
from itertools import combinations

from tsukuba_pia.change.approval import ACCEPTOR, APPROVER, AUTHOR, REVIEWER, names_of
from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.score.asked import same_name

NEEDED = (AUTHOR, REVIEWER, APPROVER)


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each role that nobody has, and each two that one person has."""
    people = {role: names_of(context.assessment, role) for role in (*NEEDED, ACCEPTOR)}
    if context.sign_off is not None:
        people[APPROVER] = (context.sign_off.signed.name,)
    path: Path = ("team",) if context.assessment.team else ("assessment",)
    for role, names in people.items():
        if not names and role in NEEDED and context.sign_off is not None:
            yield Finding(path, {"nobody": f"@role_{role}", "role": "", "other": "", "name": ""}, key=True)
    for role, other in combinations(people, 2):
        for name in people[role] if (role, other) != (APPROVER, ACCEPTOR) else ():
            if any(same_name(name, one) for one in people[other]):
                both = {"nobody": "", "role": f"@role_{role}", "other": f"@role_{other}", "name": name}
                where = _place(context, other, name) or _place(context, role, name)
                yield Finding(where or path, both, key=where is None)


def _place(context: AssessmentContext, role: str, name: str) -> Path | None:
    """Where the team gives a role to a person."""
    for number, member in enumerate(context.assessment.team):
        if member.role == role and member.name and same_name(member.name, name):
            return ("team", number)
    return None


RULE = Rule(
    code="PIA510",
    level="error",
    about="assessment",
    message={
        "ja": "[{nobody}の名前がありません。][{role}と{other}が、同じ人です({name})。]",
        "en": "[Nobody is named as {nobody}.][The {role} and the {other} are the same person ({name}).]",
    },
    hint={
        "ja": "`team` に、author、reviewer、approver として別の人を書いてください。",
        "en": "Name different people under `team` as author, reviewer and approver.",
    },
    check=check,
    since="approval",
    telling=False,
)
