"""The sign or screen for the place where data is collected: from the same values, so that it cannot disagree."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tsukuba_pia.labels import labels
from tsukuba_pia.model.sign_off import SignOffs
from tsukuba_pia.model.text import LANGUAGES, Said
from tsukuba_pia.report.data import data_of
from tsukuba_pia.report.dates import day
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.pages import Notice, NoticeFace, NoticeFact, NoticeItem, NoticeLine
from tsukuba_pia.report.parts import DataItem, Service
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.service import choices_of, provision_of, service_of
from tsukuba_pia.report.teller import clean

WEB = ("https://", "http://")
PAGES = "assessments/"  # the folder of a register in which each assessment has its own


def notice_of(
    reader: Reader, untaken: str | None, service: Service, data: Sequence[DataItem], *, signed: SignOffs
) -> Notice:
    """The sign in the reader's language and in one more, with one address and one number for both.

    `untaken`: why nothing is collected, a key of the labels; then the sign says just that.
    `service`, `data`: as they are told in the reader's language. `signed`: the decisions on record.
    """
    other = next(one for one in LANGUAGES if one != reader.language.partition("-")[0])
    second = replace(reader, language=other, words=labels(other)["report"], cited={})
    contact = service.contact
    url = _address(reader)
    return Notice(
        faces=(
            _face(reader, untaken, service, data),
            _face(second, untaken, service_of(second, signed), data_of(second) or ()),
        ),
        url=url,
        address=url.partition("://")[2].rstrip("/") if url else None,
        phone=contact.phone if contact else None,
    )


def _address(reader: Reader) -> str | None:
    """Where it is published, else its page in the city's register; None where neither is told."""
    publication, profile = reader.assessment.publication, reader.profile
    register = profile.register.address if profile and profile.register else None
    page = f"{register.rstrip('/')}/{PAGES}{reader.assessment.assessment}/" if register else None
    own = publication.url if publication else None
    return next((clean(one) for one in (own, page) if one and one.startswith(WEB)), None)


def _face(reader: Reader, untaken: str | None, service: Service, data: Sequence[DataItem]) -> NoticeFace:
    words = reader.words["notice"]
    return NoticeFace(
        language=reader.language,
        city=reader.maybe(reader.profile.city) if reader.profile else None,
        heading=reader.own(words["heading"]),
        title=reader.say(reader.assessment.title),
        lines=(_nothing(reader, untaken),) if untaken else tuple(_lines(reader, service, collected(data))),
        more=reader.own(words["more"]) if _address(reader) else None,
        call=reader.own(words["call"]),
        ask=_ask(reader, service),
        running=service.running.told if service.running and not untaken else None,
    )


def since(old: Report, new: Report) -> Notice | None:
    """The sign, which says in each language where it says something else than what was decided on last.

    That all has ended since is no news to those who decide.
    """
    sign = new.notice
    moved = bool(old.publication.url) and old.publication.url != new.publication.url
    if sign is None or not old.signed or new.state == "ended" or not (moved or _said(old.notice) != _said(sign)):
        return sign
    return replace(sign, faces=tuple(replace(one, changed=_changed(one.language, old)) for one in sign.faces))


def _said(sign: Notice | None) -> tuple[object, ...]:
    """All that a sign says but the address, which often comes later."""
    return (sign.phone, *(replace(one, more=None) for one in sign.faces)) if sign else ()


def _changed(language: str, old: Report) -> Said:
    words = labels(language)["report"]
    shown = day(old.signed[-1].on.iso, words["dates"]).shown
    return Said(words["notice"]["changed"].format(day=shown), language)


def _nothing(reader: Reader, why: str) -> NoticeLine:
    words = reader.words["notice"]
    return NoticeLine("what", reader.own(words["lines"]["what"]), (reader.own(words["nothing"][why]),))


def _lines(reader: Reader, service: Service, items: Sequence[DataItem]) -> Iterator[NoticeLine]:
    """What is said, line by line; where nothing is known yet the sign says that."""
    words = reader.words["notice"]

    def line(name: str, *texts: Said | None) -> NoticeLine:
        told = tuple(dict.fromkeys(one for one in texts if one is not None))
        return NoticeLine(name, reader.own(words["lines"][name]), told or (reader.own(reader.words["not_told"]),))

    yield _what(reader, items) if items else line("what")
    unit = service.unit or (service.contact.unit if service.contact else None)
    yield line("by", unit, *(one for one in _operators(items) if not (unit and unit.words.endswith(one.words))))
    yield line("why", service.purpose or service.problem)
    choices, others = tuple(_choices(reader)), tuple(_others(reader))
    if choices:
        yield line("choose", *choices)
    if others or not choices:
        yield line("decline", *others)
    yield line("rights", reader.own(words["rights"]))


def collected(items: Sequence[DataItem]) -> tuple[DataItem, ...]:
    """What is captured by a device or a form; where nothing is said of that, everything."""
    return tuple(item for item in items if item.captures) or tuple(items)


def _what(reader: Reader, items: Sequence[DataItem]) -> NoticeLine:
    """Each kind of information once, with all that is said of it."""
    told = tuple(NoticeItem(item.name, tuple(_facts(reader, item))) for item in items)
    return NoticeLine("what", reader.own(reader.words["notice"]["lines"]["what"]), (), tuple(dict.fromkeys(told)))


def _facts(reader: Reader, item: DataItem) -> Iterator[NoticeFact]:
    """How long it is kept and who gets it is never left out, known or not."""
    unknown = reader.own(reader.words["not_told"])
    for name, said in (("source", item.source), ("kept", item.kept or unknown), ("shared", item.shared or unknown)):
        if said:
            yield NoticeFact(name, reader.own(reader.words["notice"]["facts"][name]), said)


def _operators(items: Sequence[DataItem]) -> Iterator[Said]:
    """Who collects it."""
    for item in items:
        stage = next(stage for stage in item.life if stage.id == "collect")
        yield from (said for name, said in stage.facts if name == "who")


def _choices(reader: Reader) -> Iterator[Said]:
    """What a person can choose, and how."""
    for choice in choices_of(reader) or ():
        yield choice.what if choice.how is None else _joined(reader, "choose", choice.what, choice.how)


def _others(reader: Reader) -> Iterator[Said]:
    """The other ways for those who would rather not give something."""
    for one in provision_of(reader) or ():
        if one.alternative:
            yield _joined(reader, "instead", one.item, one.alternative)


def _joined(reader: Reader, pattern: str, what: Said, how: Said) -> Said:
    return Said(reader.words["notice"][pattern].format(name=what.words, said=how.words), how.language)


def _ask(reader: Reader, service: Service) -> Said:
    contact = service.contact
    if contact is None:
        return reader.own(reader.words["no_contact"])
    hours = reader.words["notice"]["hours"].format(hours=contact.hours.words) if contact.hours else ""
    return Said(f"{contact.unit.words}{hours}", contact.unit.language)
