"""A safeguard was verified by its owner's own side, by the vendor of the system, or by who wrote the assessment.

Whoever sells or runs a system does not check it for the city, and nobody checks what they answer for themselves. The names may look
different: the owner is a post, and the person who verified holds it. Nor does the author, or somebody who is only named by the author's unit, check what the assessment says.

```yaml assessment
actors:
  - {id: operator, name: 架空運行株式会社(受託者), kind: contractor_of_city}
answers:
  c_masking:
    answer: verified
    owner: 都市計画課
    evidence: [evidence/design.md]
    verified_by: 架空運行株式会社 品質管理部  # PIA439 at 架空運行株式会社
    verified_on: 2027-03-01
    method: 試験の映像を見た
```

Use instead: somebody of the city who does not answer for the safeguard, or an auditor who takes no part in the service.

---

対策を確かめた人が、担当の側の人か、システムの事業者か、評価書を書いた側の人です。

システムを売る側、動かす側が、市に代わって確かめることはできません。自分の担当を自分で確かめることもできません。担当が職名で、確かめた人がその職に
いるときのように、名前が違って見えることもあります。評価書を書いた人やその課(課長など)が、自分で書いたことを確かめることもできません。

代わりに: その対策を担当していない市の職員か、サービスに関わっていない監査人が確かめます。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import AUTHOR
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.late import late
from tsukuba_pia.lint.benefits import is_all_the_city
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.suspicion import in_place, outsider_in, versions, within
from tsukuba_pia.score.asked import VENDOR, same_name, same_person
from tsukuba_pia.score.person_names import folded

UNIT = late("[課室係部局所]\\Z")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each verified safeguard whose verifier is of the vendor, or of the owner; the same name is PIA409's."""
    for one in in_place(context):
        by, owner = one.answer.verified_by, one.answer.owner
        if one.standing.value != "verified" or not by or same_person(by, owner):
            continue
        if folded(by) == VENDOR or outsider_in(by, context) is not None:
            yield Finding(one.at("verified_by"), {"who": by, "side": "@side_vendor"})
        elif owner and (_holds(by, owner, context) or _works_for(by, owner, context)):
            yield Finding(one.at("verified_by"), {"who": by, "side": "@side_owner"})
        elif _writes(by, context):
            yield Finding(one.at("verified_by"), {"who": by, "side": "@side_author"})


def _holds(by: str, owner: str, context: AssessmentContext) -> bool:
    """Whether whoever verified has, in the team, the post that answers for the safeguard."""
    posts = [one.post for one in context.assessment.team if one.name and same_name(one.name, by)]
    return any(same_person(each, owner) for post in posts for each in versions(post))


def _writes(by: str, context: AssessmentContext) -> bool:
    """Whether whoever verified is the author, by name or post, or is named by the author's unit, as its head is."""
    authors = [one for one in context.assessment.team if one.role == AUTHOR]
    if any(same_person(by, called) for one in authors for called in (one.name, *versions(one.post)) if called):
        return True
    units = {post.split()[0] for one in authors for post in versions(one.post) if len(post.split()) > 1}
    return any(UNIT.search(unit) is not None and within(unit, by) for unit in units)


def _works_for(by: str, owner: str, context: AssessmentContext) -> bool:
    """Whether whoever verified is of the owner's unit, or under its head; where the city as a whole answers, nobody is."""
    return within(owner, by) and not is_all_the_city(owner, context)


RULE = Rule(
    code="PIA439",
    level="warning",
    about="assessment",
    message={
        "ja": "対策を確かめた「{who}」は、{side}。",
        "en": "“{who}”, who verified this, {side}.",
    },
    hint={
        "ja": "担当でも事業者でもない人が確かめるか、implemented と書いてください。",
        "en": "Have somebody verify it who is neither, or write `implemented`.",
    },
    check=check,
    since="review",
    telling=False,
)
