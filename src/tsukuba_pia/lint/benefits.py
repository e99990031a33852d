"""Whom a benefit is for."""

from typing import TYPE_CHECKING

from tsukuba_pia.late import late
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.suspicion import bare, outsiders, versions
from tsukuba_pia.model.assessment import Benefit

if TYPE_CHECKING:  # for a name alone
    from tsukuba_pia.model.text import Text

STAFF = "staff"  # the vocabulary's group of those who work for the city and its contractors
_CITY = late(
    r"(本|当)?市(役所|の?職員|の?機関)?|役所|庁内|行政|(担当)?(課|部署)(の?職員)?|職員"
    r"|(the)?(city|municipality|cityhall|administration)('?s?(staff|officials|employees))?|staff|officials"
)
_ANYBODY = late(
    r"(すべて|全て|全|多く)?の?(本|当)?市?(市民|住民|国民|県民|利用者|ユーザー|人|人々|地域|社会|みんな|皆|だれ|誰)(全員|一般|全体|でも)?"
    r"(の?(みなさま|みなさん|皆様|皆さん|方|方々|人|人々))?|みなさま|みなさん|皆様|皆さん|全員|未定|なし|-"
    r"|(all|the|every|everybody|everyone|people|residents?|citizens?|users?|public|community|society|anyone|of|in|city)+"
)


def for_anybody(benefit: Benefit) -> bool:
    """Whether it does not say whom a benefit is for: neither a group nor words that leave anybody out."""
    said = [bare(each) for each in versions(benefit.for_)]
    return benefit.group is None and any(_ANYBODY.fullmatch(each) and not _CITY.fullmatch(each) for each in said)


def for_the_city(benefit: Benefit, context: AssessmentContext) -> bool:
    """Whether a benefit is for the city, a unit of it, or those who work there."""
    if benefit.group is not None:
        return benefit.group == STAFF
    return any(names_the_city(said, context) for said in versions(benefit.for_))


def is_all_the_city(said: str, context: AssessmentContext) -> bool:
    """Whether a name is that of the city as a whole."""
    city = versions(context.profile.city) if context.profile is not None else ()
    return bare(said) in ("市役所", "cityhall", "thecity", *map(bare, city))


def names_the_city(said: str, context: AssessmentContext) -> bool:
    """Whether somebody's name is that of the city, of a unit of it, or of those who work there."""
    return _CITY.fullmatch(bare(said)) is not None or bare(said) in _names_of_the_city(context)


def _names_of_the_city(context: AssessmentContext) -> frozenset[str]:
    """The city, its organs that take part, the unit in charge."""
    assessment, service = context.assessment, context.assessment.service
    others = {one.id for one in outsiders(assessment, context.questionnaire.vocabulary)}
    named: list[Text | None] = [one.name for one in assessment.actors or () if one.id not in others]
    named += [service.owner, service.unit] if service is not None else []
    named += [context.profile.city] if context.profile is not None else []
    return frozenset(bare(each) for one in named for each in versions(one))
