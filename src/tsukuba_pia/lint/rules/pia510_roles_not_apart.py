"""Author, reviewer and approver are not three different people, or one of them is not named.

Who wrote an assessment does not see its gaps, and who must answer for the service may not want to. So three people look at it: one writes,
another reviews, a third one decides. Who accepts the risk that
remains may be the one who decides, but neither author nor reviewer. Who gives an independent opinion is none of them. Author and reviewer are named before the review, and hold different posts: whoever
sits at the same desk sees the same things. Names count as the same whatever their blanks, width, kana, honorifics and posts, whether a
character is written in its old or its new form, whatever stands in brackets behind them, and in Latin letters whatever their case and order (Sato Akira, Akira SATO).

```yaml assessment
team:
  - {role: author, name: 高橋 直}
  - {role: reviewer, name: 高橋直}  # PIA510 at {role
```

Use instead: the name of another person, who has not written it.

---

書いた人、点検した人、承認する人が、別の3人になっていないか、名前がありません。

書いた人は自分の見落としに気付きにくく、サービスの責任者は厳しく見にくいものです。そのため、書く人、点検する人、決める人を分けます。残るリスクを受け入れる人は、承認する人と同じでもかまいませんが、書いた人や点検した人とは別の人にします。第三者として意見を述べる人は、そのどれでもありません。書いた人と点検する人の名前は、審査の前に書き、職も別にします。同じ席の人には、同じものしか見えないからです。空白、全角・半角、かな、敬称、職名、旧字体・新字体(髙と高など)、後ろのかっこ書き、ローマ字の姓と名の順や大文字・小文字の違いだけの名前は、同じ人とみなします。

代わりに: 書いていない別の人の名前を書きます。
"""

from collections.abc import Iterator
from itertools import combinations, product

from tsukuba_pia.change.approval import ACCEPTOR, APPROVER, AUTHOR, REVIEWER, names_of
from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.model.assessment import Member
from tsukuba_pia.model.hollow import is_nobody
from tsukuba_pia.score.asked import same_name, same_person

INDEPENDENT = "independent"
SIGNING = (APPROVER, ACCEPTOR)  # these two may be one


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each role that nobody has, each two that one person has, and an author and a reviewer in one post."""
    people = {role: names_of(context.assessment, role) for role in (AUTHOR, REVIEWER, *SIGNING, INDEPENDENT)}
    if context.sign_off is not None:
        people[APPROVER] = (context.sign_off.signed.name,)
    path: Path = ("team",) if context.assessment.team else ("assessment",)
    for role in (AUTHOR, REVIEWER):  # who signs without a name is told by PIA520
        if all(map(is_nobody, people[role])):
            yield Finding(path, _args(nobody=f"@role_{role}"), key=True)
    for role, other in combinations(people, 2):
        for name in people[role] if (role, other) != SIGNING else ():
            if any(same_name(name, one) for one in people[other]):
                where = _place(context, other, name) or _place(context, role, name)
                yield Finding(where or path, _args(role=role, other=other, name=name), key=where is None)
    yield from _in_one_post(context)


def _in_one_post(context: AssessmentContext) -> Iterator[Finding]:
    """Each reviewer who holds the post of an author, where they are not the same person anyway."""
    team = list(enumerate(context.assessment.team))
    authors = [one for _, one in team if one.role == AUTHOR]
    for number, reviewer in team:
        for author in authors if reviewer.role == REVIEWER else ():
            post = _common_post(author, reviewer)
            if post and not same_name(author.name, reviewer.name):
                yield Finding(("team", number), _args(role=AUTHOR, other=REVIEWER, post=post))


def _common_post(one: Member, other: Member) -> str:
    """A post that both hold; where each names an organisation, it takes the same one."""
    places = [versions(member.organisation) for member in (one, other)]
    if all(places) and not any(same_person(*pair) for pair in product(*places)):
        return ""
    pairs = product(versions(one.post), versions(other.post))
    return next((post for post, same in pairs if same_person(post, same)), "")


def _args(nobody: str = "", role: str = "", other: str = "", name: str = "", post: str = "") -> dict[str, str]:
    """What the words speak of."""
    both = {"role": role and f"@role_{role}", "other": other and f"@role_{other}"}
    return {"nobody": nobody, "name": name, "post": post} | both


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
        "ja": "[{nobody}の名前がありません。][{role}と{other}が、同じ人です({name})。][{role}と{other}が、同じ職です({post})。]",
        "en": "[Nobody is named as {nobody}.][The {role} and the {other} are the same person ({name}).]"
        "[The {role} and the {other} hold the same post ({post}).]",
    },
    hint={
        "ja": "`team` に、author、reviewer、approver として別の人を書いてください。",
        "en": "Name different people under `team` as author, reviewer and approver.",
    },
    check=check,
    since="review",
    telling=False,
)
