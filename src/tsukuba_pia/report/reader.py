"""Whom a report is for: says texts, levels, dates and names as this reader may see them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tsukuba_pia.citing import article
from tsukuba_pia.model.assessment import Answer as Given
from tsukuba_pia.model.assessment import Assessment, Withheld
from tsukuba_pia.model.bank import Grade
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.questionnaire import Place, Questionnaire
from tsukuba_pia.model.result import EVERYONE, NONE, Interval, ScoreResult, Standing
from tsukuba_pia.model.text import Said, Text, printable, say
from tsukuba_pia.report.dates import day
from tsukuba_pia.report.model import Audience, Basis, Day, Law, Level, Named, Span
from tsukuba_pia.report.places import Places

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")
NO_ANSWER = Given()
WITHHELD = "withheld"


@dataclass(frozen=True)
class Reader:
    """The assessment with its score, the reader's language, and what the reader may know."""

    questionnaire: Questionnaire
    assessment: Assessment
    result: ScoreResult
    language: str
    audience: Audience
    words: Mapping[str, Any]
    profile: Profile | None = None
    places: Places | None = None
    cited: dict[str, None] = field(default_factory=dict)  # references, as they are met

    @property
    def public(self) -> bool:
        """Whether anybody may read it."""
        return self.audience == "public"

    # ------------------------------------------------------------------------------------------------------- texts

    def say(self, text: Text) -> Said:
        """A text of a bank, the vocabulary or the assessment, clean, with the language it stands in."""
        found, language = say(text, self.language, self.assessment.language)
        return Said(clean(found).strip(), language if _LANGUAGE.match(language) else "und")

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
        return day(iso, self.words["dates"])

    # ------------------------------------------------------------------------------------------- words of vocabulary

    def term(self, terms: str, name: str) -> Named:
        """A word of the vocabulary; one that it lacks stands for itself."""
        found = self.questionnaire.vocabulary.find(terms, name)
        if found is None:
            return Named(name, Said(clean(name), self.language))
        return Named(name, self.say(found.label), self.maybe(found.meaning))

    def terms(self, terms: str, names: Iterable[str]) -> tuple[Named, ...]:
        """Several words of one list."""
        return tuple(self.term(terms, name) for name in names)

    def group(self, name: str) -> Named:
        """An affected group."""
        return Named(EVERYONE, self.own(self.words["everyone"])) if name == EVERYONE else self.term("groups", name)

    def laws(self, names: Iterable[str]) -> tuple[Law, ...]:
        """References in short; of several articles of one law the later ones go by their article alone."""
        found: list[Law] = []
        before: Text | None = None
        for name in names:
            self.cited.setdefault(name)
            reference = self.questionnaire.references.by_id.get(name)
            if reference is None:
                found.append(Law(name, Said(clean(name), self.language), known=False))
                continue
            law, number = self.say(reference.law), article(reference.article or "", self.language)
            same = number and reference.law == before
            whole = self.words["law_article"].format(law=law.words, article=number) if number else law.words
            shown = number if same else whole
            found.append(Law(name, Said(shown, self.language if same else law.language), known=True))
            before = reference.law
        return tuple(found)

    # ---------------------------------------------------------------------------------------------------------- levels

    @cached_property
    def _scales(self) -> Mapping[str, Sequence[Grade]]:
        method = self.questionnaire.method
        return {"severity": method.severity, "likelihood": method.likelihood, "level": method.levels}

    def level(self, level: str, axis: str = "level") -> Level:
        """A level of the risk, or a rung of severity or likelihood."""
        scale = self._scales[axis]
        if level == NONE and axis == "level":
            return Level(NONE, 0, len(scale), self.own(self.words["no_level"]))
        rank = next(number for number, grade in enumerate(scale, 1) if grade.id == level)
        return Level(level, rank, len(scale), self.say(scale[rank - 1].label))

    def span(self, interval: Interval) -> Span:
        """A level in its worst and its best case."""
        return Span(self.level(interval.worst), self.level(interval.best), interval.best == interval.worst)

    # --------------------------------------------------------------------------------------------------------- answers

    def given(self, question: str) -> Given:
        """What stands in the assessment."""
        return self.assessment.answers.get(question, NO_ANSWER)

    def hidden(self, question: str) -> bool:
        """Whether this reader may not see the answer."""
        return self.public and self.given(question).withheld is not None

    def hides(self, questions: Iterable[str]) -> bool:
        """Whether any of them may not be seen."""
        return any(self.hidden(question) for question in questions)

    def reason(self, withheld: Withheld | None) -> Said | None:
        """Why something is not shown."""
        return self.term("withholding_reasons", withheld.reason).label if withheld else None

    def state(self, question: str) -> str:
        """What an answer counts as, as far as this reader may know."""
        return WITHHELD if self.hidden(question) else self.result.standings[question].state.value

    def value(self, question: str) -> tuple[Said, ...]:
        """An answer in words: labels of options, numbers with their unit, dates, texts; empty where there is none."""
        standing = self.result.standings[question]
        if self.hidden(question) or standing.value in (None, "unknown", "not_applicable"):
            return ()
        asked = self.questionnaire.questions[question].question
        if asked.type in _WORDED:
            return _WORDED[asked.type](self, standing)
        labels = {option.id: option.label for option in asked.options}
        chosen = standing.value if isinstance(standing.value, tuple) else (str(standing.value),)
        if not chosen:
            return (self.own(self.words["nothing_chosen"]),)
        return tuple(self.say(labels.get(one, one)) for one in chosen)

    def rests_on(self, questions: Iterable[str]) -> tuple[Basis, ...]:
        """The answers that something rests on."""
        return tuple(
            Basis(name, self.text(name), self.state(name), self.value(name), self.answer_place(name))
            for name in questions
        )

    def text(self, question: str) -> Said:
        """A question's text."""
        return self.say(self.questionnaire.questions[question].question.text)

    # ---------------------------------------------------------------------------------------------------------- people

    def party(self, name: Text | None, *, private: bool = False) -> Said | None:
        """Someone who is named by an actor's id, a team member's name, or in words.

        The public reads a team member's post, never the name; of `private` matters it reads of nobody by name.
        """
        said = self.maybe(name)
        if said is None:
            return None
        for actor in self.assessment.actors or ():
            if said.words == actor.id or _same(said.words, self.say(actor.name).words):
                return self.say(actor.name)
        if not self.public:
            return said
        for member in self.assessment.team:
            if member.name and _same(member.name, said.words):
                return self.maybe(member.post) or self.term("roles", member.role).label
        return self.own(self.words["someone"]) if private and not self._is_post(said.words) else said

    def _is_post(self, words: str) -> bool:
        posts = (self.maybe(member.post) for member in self.assessment.team)
        return any(post is not None and _same(post.words, words) for post in posts)

    # ---------------------------------------------------------------------------------------------------------- places

    def answer_place(self, question: str) -> str | None:
        """Where an answer stands; colleagues only."""
        return None if self.public or self.places is None else self.places.answer(question)

    def row_place(self, place: Place | None) -> str | None:
        """Where a row of a bank stands; colleagues only."""
        return None if self.public or self.places is None or place is None else self.places.row(place)


def clean(text: str) -> str:
    """Without what a page or a terminal would take for more than text."""
    return _SURROGATE.sub("\ufffd", printable(text))


def figure(number: object) -> str:
    """A number with its thousands apart."""
    whole, point, rest = str(number).partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else str(number)


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


def _number(reader: Reader, standing: Standing) -> tuple[Said, ...]:
    unit = reader.questionnaire.questions[standing.question].question.unit
    said = reader.say(unit) if unit else reader.own("")
    return (Said(f"{figure(standing.value)}{reader.words['unit_gap'] if unit else ''}{said.words}", said.language),)


def _date(reader: Reader, standing: Standing) -> tuple[Said, ...]:
    return (reader.own(reader.on(str(standing.value)).shown),)


def _text(reader: Reader, standing: Standing) -> tuple[Said, ...]:
    return (reader.say(str(standing.value)),)


def _term(terms: str) -> "Callable[[Reader, Standing], tuple[Said, ...]]":
    return lambda reader, standing: (reader.term(terms, str(standing.value)).label,)


_WORDED: Mapping[str, Callable[[Reader, Standing], tuple[Said, ...]]] = {
    "number": _number,
    "date": _date,
    "text": _text,
    "yes_no": _term("yes_no"),
    "safeguard": _term("safeguard_states"),
}
