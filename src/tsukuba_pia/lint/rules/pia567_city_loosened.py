"""A city's profile lies within another city's, and is laxer.

The nearest `city.yaml` above an assessment is the one that counts. If a folder could bring a profile of its own with one day for comments, fewer languages or lower posts, nobody's rules would
bind it. So where several lie above one another, a nearer one may only ask for more: what the farther one lists, it has to list too; organs, boards and exemptions that the farther one does
not know are nobody's; and banks of the city that may be required have to be found from there.

Use instead: no profile of the folder's own; what really differs there belongs into the city's own `city.yaml`.

---

市の設定(city.yaml)が、別の市の設定の内側にあり、そちらより緩くなっています。

評価書には、最も近い `city.yaml` が使われます。フォルダーごとに、意見募集は1日、言語は少なく、決裁の職は低くといった設定を置けると、市の決まりが効かなくなります。そのため、重なっているときは、近い方は厳しくすることしかできません。
遠い方に書かれたものは近い方にも書きます。遠い方にない機関、会議、不開示情報は使えません。選ぶ必要があるかもしれない市の質問票は、そこからも見つかるようにします。

代わりに: フォルダーの中に別の設定を置かないようにします。本当に違うことは、市の `city.yaml` に書きます。
"""

from collections.abc import Iterator, Mapping

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext, Wider
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.load.compose import STEPS, misfits, tighten
from tsukuba_pia.model.profile import BODIES, Organ, Panel, Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import Text


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each profile farther up than which the one that counts is laxer, with all that is."""
    profile, city = context.profile, context.city
    if profile is None or city is None:
        return
    for wider in context.wider:
        method = _of_method(context.questionnaire, wider)
        laxer = [*_of_profile(profile, wider.profile), *method, *_hidden(context, wider)]
        if laxer:
            args = {"wider": wider.name, "what": ", ".join(laxer)}
            yield Finding((), args, at=city.position(("city",)), file=city.file)


def _of_profile(near: Profile, far: Profile) -> Iterator[str]:
    """What of a profile asks for less than the farther one does, by its keys."""
    if near.comment_window_days < far.comment_window_days:
        yield "comment_window_days"
    for group, languages in far.group_languages.items():
        if set(languages) - set(near.group_languages.get(group, ())):
            yield f"group_languages.{group}"
    if far.disclosure_exemptions:
        added = set(near.disclosure_exemptions) - set(far.disclosure_exemptions)
        yield from (f"disclosure_exemptions.{one}" for one in sorted(added))
        if not near.disclosure_exemptions:
            yield "disclosure_exemptions"
    yield from _of_organs({one.id: one for one in far.organs}, near)
    yield from _of_panels({one.id: one for one in far.panels}, near)


def _of_organs(far: Mapping[str, Organ], near: Profile) -> Iterator[str]:
    """Organs and posts that the farther profile does not have, or calls otherwise."""
    if far and not near.organs:
        yield "organs"
    for organ in near.organs if far else ():
        known = far.get(organ.id)
        if known is None or (known.posts and not organ.posts):
            yield f"organs.{organ.id}"
        elif known.posts:
            others = (post for post, name in organ.posts.items() if not _same(name, known.posts.get(post)))
            yield from (f"organs.{organ.id}.posts.{post}" for post in others)


def _same(near: Text, far: Text | None) -> bool:
    """Whether a post is called the same, in each language that the farther profile has it in."""
    if isinstance(near, Mapping) and isinstance(far, Mapping):
        return all(near.get(language) == name for language, name in far.items())
    return near == far or (isinstance(near, Mapping) and far in near.values())


def _of_panels(far: Mapping[str, Panel], near: Profile) -> Iterator[str]:
    """Boards set up by ordinance that the farther profile does not have as such."""
    for panel in near.panels:
        known = far.get(panel.id)
        if panel.legal_form in BODIES and (known is None or known.legal_form != panel.legal_form):
            yield f"panels.{panel.id}"


def _of_method(questionnaire: Questionnaire, wider: Wider) -> Iterator[str]:
    """What of the method would be stricter under the farther profile; all of it where that does not fit these banks."""
    now, asked = questionnaire.method, wider.profile.method
    if next(misfits(now, asked), None) is not None:
        yield "method"
        return
    then = tighten(questionnaire, asked).method
    yield from (
        f"method.acceptance.{level}" for level in now.acceptance if now.acceptance[level] != then.acceptance[level]
    )
    yield from (f"method.matrix.{row}" for row in now.matrix if now.matrix[row] != then.matrix[row])
    yield from (f"method.{step}" for step in STEPS if getattr(now.safeguards, step) != getattr(then.safeguards, step))


def _hidden(context: AssessmentContext, wider: Wider) -> Iterator[str]:
    """The farther city's banks that may be required, and that the nearer profile keeps from being found."""
    found = {*context.assessment.banks, *(one.name for one in context.other_banks)}
    for bank in wider.banks:
        if bank.required_when is not None and bank.name not in found:
            yield f"questionnaires/{bank.name}"


RULE = Rule(
    code="PIA567",
    level="error",
    about="assessment",
    message={
        "ja": "この市の設定は、外側の市の設定({wider})より緩くなっています: {what}。",
        "en": "This profile is laxer than the one around it ({wider}): {what}.",
    },
    hint={
        "ja": "この city.yaml を取り除くか、挙げられたところを外側の設定に合わせてください。",
        "en": "Remove this city.yaml, or make what is named at least as strict as there.",
    },
    check=check,
)
