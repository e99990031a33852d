"""How it was judged: the scales, who may accept what, and which versions were used."""

from tsukuba_pia.model.bank import Grade as GivenGrade
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.model import Named
from tsukuba_pia.report.parts import BankVersion, Grade, Method
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.teller import clean

NOBODY = "nobody"  # in place of a post


def method_of(reader: Reader) -> Method:
    """The scales in words, and by how much safeguards count."""
    method = reader.questionnaire.method
    return Method(
        severity=tuple(_grade(reader, one, "severity") for one in method.severity),
        likelihood=tuple(_grade(reader, one, "likelihood") for one in method.likelihood),
        levels=tuple(_grade(reader, one, "level") for one in method.levels),
        implemented=method.safeguards.implemented_lowers_at_most,
        verified=method.safeguards.verified_lowers_at_most,
        likelihood_steps=method.safeguards.likelihood_steps,
        severity_steps=method.safeguards.severity_steps,
    )


def _grade(reader: Reader, one: GivenGrade, axis: str) -> Grade:
    accepted = accepted_by(reader, one.id) if axis == "level" else None
    return Grade(reader.level(one.id, axis), reader.maybe(one.meaning), reader.maybe(one.example), accepted)


def acceptable(reader: Reader, level: str) -> bool:
    """Whether any post may accept a level."""
    return reader.questionnaire.method.acceptance.get(level) != NOBODY


def accepted_by(reader: Reader, level: str) -> Named | None:
    """The post that may accept a level: as the city's organ names it, else as the method does."""
    post = reader.questionnaire.method.acceptance.get(level)
    if post is None:
        return None
    organs = reader.profile.organs if reader.profile else ()
    own = next((one.posts[post] for one in organs if one.id == reader.assessment.organ and post in one.posts), None)
    said = reader.maybe(own)
    return Named(post, said) if said and reader.reads(said) else reader.term("posts", post)


def organ_of(reader: Reader) -> Said | None:
    """The organ that decides: as the city names it in the reader's language, else as the vocabulary of posts does."""
    name = reader.assessment.organ
    if name is None:
        return None
    organs = reader.profile.organs if reader.profile else ()
    own = next((reader.say(organ.name) for organ in organs if organ.id == name), None)
    known = own is None or reader.questionnaire.vocabulary.find("posts", name) is not None
    return own if own and (reader.reads(own) or not known) else reader.term("posts", clean(name)).label


def banks_of(reader: Reader) -> tuple[BankVersion, ...]:
    """The banks, the vocabulary and the references that were used."""
    questionnaire = reader.questionnaire
    words, law = questionnaire.vocabulary, questionnaire.references
    return (
        *(
            BankVersion(bank.bank, bank.version, reader.say(bank.title), bank.status, _reviewed(bank.reviewed_by))
            for bank in questionnaire.banks
        ),
        BankVersion("vocabulary", words.version, None, words.status, None),
        BankVersion("references", law.version, None, law.status, None),
    )


def _reviewed(by: str) -> str | None:
    return None if by == "none" else clean(by)
