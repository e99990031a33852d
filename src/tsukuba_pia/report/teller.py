"""Says texts of banks, of the vocabulary and of the law in a reader's language; knows nothing of an assessment."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from tsukuba_pia.citing import article
from tsukuba_pia.model.bank import Grade
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import EVERYONE, NONE, UNTOLD
from tsukuba_pia.model.text import LANGUAGES, Said, Text, printable, say
from tsukuba_pia.report.dates import day
from tsukuba_pia.report.model import Day, Law, Level, Named, Reference

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")
_KEPT = 32  # questionnaires, each once for each language


class Known(NamedTuple):
    """What was told already of a questionnaire in one language: the next report says most of it again."""

    terms: dict[tuple[str, str], Named]
    levels: dict[tuple[str, str], Level]
    laws: dict[tuple[str, ...], tuple[Law, ...]]
    references: dict[str, Reference]
    days: dict[str, Day]


class _Same:
    """A value that is the same as nothing but itself, however much is equal to it; it lives as long as this."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(_KEPT)
def _known(*_: Hashable) -> Known:
    return Known({}, {}, {}, {}, {})


class Teller:
    """What a reader of one language reads of a questionnaire. Those who also know of an assessment build on it."""

    questionnaire: Questionnaire
    language: str
    words: Mapping[str, Any]
    cited: dict[str, None]  # references, as they are met

    @property
    def plain_language(self) -> str:
        """What a plain string is written in."""
        return self.language

    @cached_property
    def known(self) -> Known:
        """What was told already, to whoever reads of the same questionnaire in the same words."""
        return _known(self.language, self.plain_language, *map(_Same, (type(self), self.questionnaire, self.words)))

    # ------------------------------------------------------------------------------------------------------- texts

    def say(self, text: Text) -> Said:
        """A text of a bank, the vocabulary or the assessment, clean, with the language it stands in."""
        language = self.language
        if text.__class__ is dict and language in text:  # most of what is said
            return _said(text[language], language)
        return _said(*say(text, language, self.plain_language))

    def maybe(self, text: Text | None) -> Said | None:
        """The same, where there may be none; an empty text is none."""
        said = self.say(text) if text else None
        return said if said and said.words else None

    def own(self, words: str) -> Said:
        """Words of the labels."""
        return Said(words, self.language)

    def day(self, iso: str | None) -> Day | None:
        """A date, where there may be none."""
        return self.on(iso) if iso else None

    def on(self, iso: str) -> Day:
        """A date."""
        known = self.known.days.get(iso)
        if known is None:
            known = self.known.days[iso] = day(iso, self.words["dates"])
        return known

    # ------------------------------------------------------------------------------------------- words of vocabulary

    def term(self, terms: str, name: str) -> Named:
        """A word of the vocabulary; one that it lacks stands for itself."""
        known = self.known.terms.get((terms, name))
        if known is None:
            known = self.known.terms[terms, name] = self._term(terms, name)
        return known

    def _term(self, terms: str, name: str) -> Named:
        found = self.questionnaire.vocabulary.find(terms, name)
        if found is None:
            return Named(name, Said(clean(name), self.language))
        return Named(name, self.word(terms, name, found.label), self.maybe(found.meaning))

    def word(self, terms: str, name: str, label: Text) -> Said:  # noqa: ARG002 - those who say it otherwise ask for it
        """A word of one of the fixed lists, or a rung of a scale, by its id."""
        return self.say(label)

    def terms(self, terms: str, names: Iterable[str]) -> tuple[Named, ...]:
        """Several words of one list."""
        return tuple(self.term(terms, name) for name in names)

    def group(self, name: str) -> Named:
        """An affected group."""
        if name == UNTOLD:
            return Named(UNTOLD, self.own(self.words["withheld"]))
        return Named(EVERYONE, self.own(self.words["everyone"])) if name == EVERYONE else self.term("groups", name)

    def laws(self, names: Iterable[str]) -> tuple[Law, ...]:
        """References in short; of several articles of one law the later ones go by their article alone."""
        cited = tuple(names)
        self.cited.update(dict.fromkeys(cited))
        known = self.known.laws.get(cited)
        if known is None:
            known = self.known.laws[cited] = tuple(self._laws(cited))
        return known

    def _laws(self, names: Iterable[str]) -> Iterator[Law]:
        before: Text | None = None
        for name in names:
            reference = self.questionnaire.references.by_id.get(name)
            if reference is None:
                yield Law(name, Said(clean(name), self.language), known=False)
                continue
            law, number = self.say(reference.law), article(reference.article or "", self.language)
            same = number and reference.law == before
            whole = self.words["law_article"].format(law=law.words, article=number) if number else law.words
            shown = number if same else whole
            said = Said(shown, self.language if same else law.language)
            yield Law(name, said, known=True, status=reference.status)
            before = reference.law

    # ---------------------------------------------------------------------------------------------------------- levels

    @cached_property
    def _scales(self) -> Mapping[str, Sequence[Grade]]:
        method = self.questionnaire.method
        return {"severity": method.severity, "likelihood": method.likelihood, "level": method.levels}

    def level(self, level: str, axis: str = "level") -> Level:
        """A level of the risk, or a rung of severity or likelihood."""
        known = self.known.levels.get((axis, level))
        if known is None:
            known = self.known.levels[axis, level] = self._level(level, axis)
        return known

    def _level(self, level: str, axis: str) -> Level:
        scale = self._scales[axis]
        if level == NONE and axis == "level":
            return Level(NONE, 0, len(scale), self.own(self.words["no_level"]))
        rank = next(number for number, grade in enumerate(scale, 1) if grade.id == level)
        return Level(level, rank, len(scale), self.word(axis, level, scale[rank - 1].label))


@lru_cache(maxsize=1 << 14)
def _said(words: str, language: str) -> Said:
    known = language in LANGUAGES or _LANGUAGE.match(language)
    return Said(clean(words).strip(), language if known else "und")


@lru_cache(maxsize=1 << 14)  # the same texts of the banks are said again and again
def clean(text: str) -> str:
    """Without what a page or a terminal would take for more than text."""
    return _SURROGATE.sub("\ufffd", printable(text))


def figure(number: object, words: Mapping[str, Any] | None = None) -> str:
    """A number with its thousands apart, as the reader's language (`words`) writes it."""
    whole, point, rest = str(number).partition(".")
    if not whole.lstrip("-").isdigit():
        return str(number)
    said = words or {}
    thousands, point = said.get("thousands", ","), point and said.get("point", ".")
    return f"{int(whole):,}".replace(",", thousands) + point + rest
