"""The register as linked data: a catalogue by DCAT-AP 3, and each assessment in the terms of the W3C's DPV.

Where DPV has no term (laws of Japan, the method's own levels), ours stand in a namespace of this toolkit.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tsukuba_pia.export import site_addresses as places
from tsukuba_pia.export.site_feed import MAKER, identity, title_of
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Named, Risk
from tsukuba_pia.report.parts import DataItem
from tsukuba_pia.report.register import Entry, Register

Labels = Mapping[str, Any]
Node = dict[str, Any]
Terms = Mapping[tuple[str, str], str]  # (list of the vocabulary, word) → its DPV term

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
DEVELOPING = {
    "@id": "http://publications.europa.eu/resource/authority/distribution-status/DEVELOP",
    "@type": "skos:Concept",
    "skos:prefLabel": {"@value": "under development", "@language": "en"},
}
DPV = {
    "dpv": "https://w3id.org/dpv#",
    "dpv-risk": "https://w3id.org/dpv/risk#",
    "dct": PREFIXES["dct"],
    "skos": PREFIXES["skos"],
    "xsd": PREFIXES["xsd"],
    "pia": MAKER,
}
TONGUES = {"ja": "JPN", "en": "ENG", "vi": "VIE", "zh": "ZHO", "ko": "KOR"}
LANGUAGE = "http://publications.europa.eu/resource/authority/language/"
TYPES = {
    "html": ("HTML", "text/html"), "json": ("JSON", "application/json"), "csv": ("CSV", "text/csv"),
    "atom": ("ATOM", "application/atom+xml"),
}  # fmt: skip
FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"
MEDIA_TYPE = "https://www.iana.org/assignments/media-types/"


def script(document: Node) -> str:
    """JSON-LD as it may stand in a page's script element: nothing in it can end the element."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


# ------------------------------------------------------------------------------------------------------------ catalogue


def catalogue(registers: Sequence[Register], labels: Mapping[str, Labels]) -> str:
    """The register and each assessment as datasets of one catalogue."""
    first = registers[0]
    words = {one.language: labels[one.language]["register"] for one in registers}
    titles = [Said(title_of(one, words[one.language]), one.language) for one in registers]
    about = [one.imprint.about or Said(words[one.language]["lead"], one.language) for one in registers]
    by_language = [{one.id: one for one in register.entries} for register in registers]
    publisher = _publisher(registers, titles)
    entries = [
        _dataset(tuple(side[one.id] for side in by_language), registers, publisher, words) for one in first.entries
    ]
    whole = _whole(registers, titles, about, publisher)
    document = {
        "@context": PREFIXES,
        "@id": identity(first, places.CATALOGUE),
        "@type": "dcat:Catalog",
        "dct:title": _many(titles),
        "dct:description": _many(about),
        "dct:publisher": publisher,
        "dct:license": _licence(first),
        "dct:language": [_tongue(name) for name in first.languages],
        "dct:modified": _date(first.as_of.iso),
        "dcat:themeTaxonomy": {
            "@id": "http://publications.europa.eu/resource/authority/data-theme",
            "@type": "skos:ConceptScheme",
            "dct:title": {"@value": "Data theme", "@language": "en"},
        },
        **_page_of("foaf:homepage", first, places.INDEX),
        "dcat:dataset": [whole, *entries],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _publisher(registers: Sequence[Register], titles: Sequence[Said]) -> Node:
    names = [one.imprint.city for one in registers if one.imprint.city is not None]
    return {
        "@id": identity(registers[0], "#publisher"),
        "@type": "foaf:Agent",
        "foaf:name": _many(names or titles),
    }


def _whole(registers: Sequence[Register], titles: Sequence[Said], about: Sequence[Said], publisher: Node) -> Node:
    """The register itself, in the forms that programs read."""
    first = registers[0]
    forms = [("csv", places.TABLE), ("json", places.DATA)]
    forms += [("atom", places.room(name, first.languages) + places.FEED) for name in first.languages]
    return {
        "@id": identity(first, places.DATA),
        "@type": "dcat:Dataset",
        "dct:title": _many(titles),
        "dct:description": _many(about),
        "dct:publisher": {"@id": publisher["@id"]},
        "dct:modified": _date(first.as_of.iso),
        "dcat:theme": _theme(),
        "dcat:distribution": [_distribution(first, kind, path) for kind, path in forms],
    }


def _dataset(
    several: Sequence[Entry], registers: Sequence[Register], publisher: Node, words: Mapping[str, Labels]
) -> Node:
    first, register = several[0], registers[0]
    forms = []
    for one in register.languages:
        room = places.room(one, register.languages) + places.home(first.id)
        forms += [("html", room + places.INDEX, one), ("json", room + places.REPORT, one)]
    days = {"dct:issued": first.since, "dct:modified": first.changed}
    distributions = [_distribution(register, kind, path, language) for kind, path, language in forms]
    distributions += _sheets(first, register, words)
    return {
        "@id": identity(register, places.home(first.id)),
        "@type": "dcat:Dataset",
        "dct:identifier": first.id,
        "dct:title": _many([_titled(one, words[one.language]) for one in several]),
        "dct:description": _many([one.summary or one.title for one in several]),
        "dct:publisher": {"@id": publisher["@id"]},
        "dcat:keyword": _many([sector.label for one in several for sector in one.sectors]),
        "dcat:theme": _theme(),
        **{name: _date(day.iso) for name, day in days.items() if day is not None},
        **_page_of("dcat:landingPage", register, places.home(first.id) + places.INDEX),
        "dcat:distribution": [{**one, **({"adms:status": DEVELOPING} if first.draft else {})} for one in distributions],
    }


def _sheets(entry: Entry, register: Register, words: Mapping[str, Labels]) -> list[Node]:
    """The sheets for residents, each called so; the one in easy Japanese, for which there is no code, by its title."""
    found = []
    for language in register.languages:
        home = places.room(language, register.languages) + places.home(entry.id)
        titles = {places.SHEET: words[language]["sheet"]}
        if entry.easy and language == places.JAPANESE:
            titles[places.EASY_SHEET] = words[language]["easy_sheet"]
        for name, title in titles.items():
            called = {"dct:title": {"@value": title, "@language": language}}
            found.append({**_distribution(register, "html", home + name, language), **called})
    return found


def _titled(entry: Entry, words: Labels) -> Said:
    """A draft says so in its title, which is all that many programs show of a dataset."""
    return Said(f"{words['draft']}: {entry.title.words}", entry.title.language) if entry.draft else entry.title


def _distribution(register: Register, kind: str, path: str, language: str = "") -> Node:
    form, media = TYPES[kind]
    tongue = {"dct:language": _tongue(language)} if language else {}
    return {
        "@id": identity(register, f"{path}#distribution"),
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": _address(register, path), "@type": "http://www.w3.org/2000/01/rdf-schema#Resource"},
        "dct:format": {"@id": FILE_TYPE + form, "@type": "dct:MediaTypeOrExtent"},
        "dcat:mediaType": {"@id": MEDIA_TYPE + media, "@type": "dct:MediaType"},
        "dct:license": _licence(register),
        **tongue,
    }


def _address(register: Register, path: str) -> str:
    return places.permanent(path, register.imprint.address) if register.imprint.address else path


def _page_of(name: str, register: Register, path: str) -> Node:
    return {name: {"@id": _address(register, path) or "./", "@type": "foaf:Document"}}


def _licence(register: Register) -> Node:
    return {"@id": register.imprint.licence, "@type": "dct:LicenseDocument"}


def _theme() -> Node:
    """Government and public sector, in the EU's list of themes."""
    return {
        "@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE",
        "@type": "skos:Concept",
        "skos:prefLabel": {"@value": "Government and public sector", "@language": "en"},
    }


def _tongue(language: str) -> Node:
    name = TONGUES.get(language.partition("-")[0], "MUL")
    return {"@id": LANGUAGE + name, "@type": "dct:LinguisticSystem"}


# ------------------------------------------------------------------------------------------------------------------ DPV


def assessment(report: Report, entry: Entry, register: Register, terms: Terms, version: int | None = None) -> Node:
    """An assessment in DPV's terms; only what the public report says."""
    path = places.room(register.language, register.languages) + places.home(entry.id, version)
    levels = report.citizen.levels
    days = {"dct:issued": entry.since, "dct:modified": entry.changed}
    return {
        "@context": DPV,
        "@id": identity(register, path),
        "@type": "dpv:PIA",
        "dct:identifier": entry.id,
        "dct:title": _text(report.title),
        "dct:language": report.language,
        "dct:license": {"@id": register.imprint.licence},
        **{name: _date(day.iso) for name, day in days.items() if day is not None},
        **({"dct:publisher": _text(register.imprint.city)} if register.imprint.city else {}),
        **({"dct:abstract": _text(entry.summary)} if entry.summary else {}),
        "pia:state": entry.state,
        "pia:levelBefore": levels.inherent.worst.id,
        "pia:levelNow": levels.current.worst.id,
        "pia:levelWhenDone": levels.target.worst.id,
        "dpv:hasProcess": _process(report, terms),
    }


def _process(report: Report, terms: Terms) -> Node:
    """What is done with the data, for what, and what could go wrong."""
    purpose = (
        {"@type": "dpv:Purpose", "dct:description": _text(report.service.purpose)} if report.service.purpose else None
    )
    data = report.data or ()
    recipients = dict.fromkeys(flow.target for flow in report.flows or ())
    laws = {law.id: law.label for item in data for stage in item.life for law in stage.basis}
    found: Node = {
        "@type": "dpv:Process",
        "dpv:hasPurpose": purpose,
        "dpv:hasPersonalData": [_data(one, terms) for one in data],
        "dpv:hasDataSubject": _named(
            (one for item in data for one in item.groups or ()), "groups", terms, "dpv:DataSubject"
        ),
        "dpv:hasRecipient": [{"@type": "dpv:Recipient", "dct:title": _text(one)} for one in recipients],
        "dpv:hasLegalBasis": [
            {"@id": f"pia:law:{name}", "@type": "dpv:LegalBasis", "dct:title": _text(label)}
            for name, label in laws.items()
        ],
        "dpv:hasRisk": [_risk(one, report, terms) for one in report.risks],
        "dpv:hasTechnicalOrganisationalMeasure": [
            {
                "@id": f"pia:measure:{one.id}",
                "@type": "dpv:TechnicalOrganisationalMeasure",
                "dct:title": _text(one.text),
                "pia:state": one.state,
            }
            for one in report.measures
        ],
    }
    return {name: value for name, value in found.items() if value}


def _data(item: DataItem, terms: Terms) -> Node:
    kinds = _named(item.categories or (), "categories", terms, "dpv:PersonalData")
    kept = {"@type": "dpv:StorageCondition", "dct:description": _text(item.kept)} if item.kept else None
    found = {
        "@type": ["dpv:PersonalData", *(["dpv:SensitivePersonalData"] if item.sensitive else [])],
        "dct:title": _text(item.name),
        "skos:broader": kinds,
        "dpv:hasStorageCondition": kept,
    }
    return {name: value for name, value in found.items() if value}


def _risk(risk: Risk, report: Report, terms: Terms) -> Node:
    measures = [{"@id": f"pia:measure:{one.id}"} for one in risk.measures if one.counts]
    found = {
        "@id": f"pia:risk:{report.id}:{risk.id}",
        "@type": "dpv:Risk",
        "dct:title": _text(risk.title),
        "dct:description": _text(risk.scenario) if risk.scenario else None,
        "dpv:hasSeverity": _level("Severity", risk.current.severity),
        "dpv:hasLikelihood": _level("Likelihood", risk.current.likelihood),
        "dpv:hasRiskLevel": _level("RiskLevel", risk.levels.inherent.worst),
        "dpv:hasResidualRisk": {
            "@type": "dpv:Risk", "dpv:hasRiskLevel": _level("RiskLevel", risk.levels.current.worst),
        },
        "dpv:hasConsequence": _named(risk.harms, "harms", terms, "dpv:Consequence"),
        "dpv:isMitigatedByMeasure": measures,
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}


def _level(kind: str, level: Any) -> Node:  # noqa: ANN401 - a level of a report
    return {"@id": f"pia:{kind.lower()}:{level.id}", "@type": f"dpv:{kind}", "skos:prefLabel": _text(level.label)}


def _named(names: Iterable[Named], terms_of: str, terms: Terms, kind: str) -> list[Node]:
    """Words of the vocabulary: by DPV's term where it has one, else by ours."""
    found = {one.id: one for one in names}
    return [
        {
            "@id": terms.get((terms_of, name), f"pia:{terms_of}:{name}"),
            "@type": kind,
            "skos:prefLabel": _text(one.label),
        }
        for name, one in found.items()
    ]


# ---------------------------------------------------------------------------------------------------------------- small


def _text(said: Said) -> Node:
    return {"@value": said.words, "@language": said.language}


def _many(said: Iterable[Said]) -> list[Node]:
    return [_text(one) for one in dict.fromkeys(said)]


def _date(iso: str) -> Node:
    return {"@value": iso, "@type": "xsd:date"}
