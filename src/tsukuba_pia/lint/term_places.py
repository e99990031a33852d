"""Where files name words of the vocabulary and laws of the references, and which id a name there means."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tsukuba_pia.diagnostics import Diagnostic, Path
from tsukuba_pia.lint.by_label import by_citation, by_label, listing
from tsukuba_pia.lint.mends import path_at
from tsukuba_pia.model.questionnaire import OF_ITEMS
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.yaml_source import Source

MEMBERS = (  # of the entries of which list which key holds a word of which list of the vocabulary
    ("team", "role", "roles"),
    ("team", "constituency", "constituencies"),
    ("actors", "kind", "actor_kinds"),
    ("actors", "regime", "regimes"),
    ("groups_excluded", "group", "groups"),
    ("provision", "nature", "provision_natures"),
    ("provision", "consequence", "consequences"),
    ("consultations", "constituency", "constituencies"),
)
REFERENCES = "references"
_IN_ASSESSMENTS: Mapping[tuple[str, str], str] = {
    **{(place, key): terms for place, key, terms in MEMBERS},
    **{("data", terms): terms for terms in OF_ITEMS},
    ("service", "group"): "groups",
}
_IN_BANKS = {
    "stage": "stages", "principle": "principles", "threats": "threats", "event": "events", "harms": "harms",
    "for": "groups",
}  # fmt: skip
_OF_BANKS = ("sections", "risks", "tightens")
_IDS = ("@form_id", "@form_name")


def terms_at(path: Path) -> str:
    """The list of the vocabulary of which a word stands at a place, or `references`; nothing where another id does."""
    keys = [step for step in path if isinstance(step, str)]
    if not keys:
        return ""
    if keys[-1] in ("basis", "refs"):
        return REFERENCES
    if keys[-1] == "reason" and "withheld" in keys:
        return "withholding_reasons"
    own = _IN_ASSESSMENTS.get((keys[0], keys[-1]), "")
    return _IN_BANKS.get(keys[-1], "") if keys[0] in _OF_BANKS else own


def names_for_ids(found: Iterable[Diagnostic], source: Source) -> bool:
    """Whether something in a file stands in place of an id and is none."""
    return any(_is_name(one, source) for one in found)


def with_ids(
    found: Iterable[Diagnostic], source: Source, vocabulary: Vocabulary, references: References
) -> Iterator[Diagnostic]:
    """Findings about a file whose shape is wrong; those about names in place of ids say which id was meant."""
    for one in found:
        terms = terms_at(path_at(source, one) or ()) if _is_name(one, source) else ""
        if not terms:
            yield one
            continue
        typed = one.args["found"]
        more = _of_references(typed, references) if terms == REFERENCES else _of_terms(typed, terms, vocabulary)
        yield replace(one, args={**one.args, **more})


def _is_name(one: Diagnostic, source: Source) -> bool:
    return one.code == "PIA105" and one.file == source.file and one.args["form"] in _IDS and one.args["meant"] == ""


def _of_terms(typed: str, terms: str, vocabulary: Vocabulary) -> dict[str, str]:
    labels = {term.id: term.label for term in getattr(vocabulary, terms)}
    near = by_label(typed, labels)
    return _told(near, listing(labels, near))


def _of_references(typed: str, references: References) -> dict[str, str]:
    near = by_label(typed, {item.id: item.title for item in references.items})
    return _told(near if near["sure"] else {**by_citation(typed, references.items), "sure": ""}, {"known": ""})


def _told(near: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """That it is no id; which it may be, and which there are, or where they stand."""
    advice = "" if known["known"] or near["sure"] else "@id_wanted"
    return {"problem": "@no_id", "form": "", "advice": advice, **near, **known}
