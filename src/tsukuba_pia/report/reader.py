"""Whom a report is for: says texts, levels, dates and names as this reader may see them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from tsukuba_pia.labels import otherwise
from tsukuba_pia.model.assessment import WITHHOLDS, Assessment, Member, Withheld
from tsukuba_pia.model.assessment import Answer as Given
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.questionnaire import Place, Questionnaire
from tsukuba_pia.model.result import Interval, RiskResult, ScoreResult, Standing
from tsukuba_pia.model.text import Said, Text
from tsukuba_pia.report.model import Audience, Basis, Span
from tsukuba_pia.report.places import Places
from tsukuba_pia.report.redaction import as_told, is_withheld
from tsukuba_pia.report.teller import Teller, figure
from tsukuba_pia.report.withholding import Unsaid

NO_ANSWER = Given()
WITHHELD = "withheld"


@dataclass(frozen=True)
class Reader(Teller):
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
    unsaid: Unsaid = field(default_factory=dict)

    @property
    def public(self) -> bool:
        """Whether anybody may read it."""
        return self.audience == "public"

    @property
    def plain_language(self) -> str:
        """The assessment's: what a plain string is written in."""
        return self.assessment.language

    @cached_property
    def ranked(self) -> tuple[RiskResult, ...]:
        """The risks that apply or may, the worst first, as this reader may know them."""
        rules, found = self.questionnaire.risks, self.result.worst_first(self.questionnaire.level_ids)
        return tuple(as_told(rules[one.id], one, self.all_hidden) for one in found)

    def word(self, terms: str, name: str, label: Text) -> Said:
        """As the labels say it, where they do: other words for residents, or a language that the lists lack."""
        own = otherwise(self.words, terms, name)
        return self.own(own) if own else self.say(label)

    def reads(self, said: Said) -> bool:
        """Whether a text stands in this reader's language, easy or not."""
        return said.language.partition("-")[0] == self.language.partition("-")[0]

    def span(self, interval: Interval) -> Span:
        """A level in its worst and its best case."""
        return Span(self.level(interval.worst), self.level(interval.best), interval.best == interval.worst)

    # --------------------------------------------------------------------------------------------------------- answers

    def given(self, question: str) -> Given:
        """What stands in the assessment."""
        return self.assessment.answers.get(question, NO_ANSWER)

    def hidden(self, question: str) -> bool:
        """Whether this reader may not see the answer."""
        return self.public and is_withheld(self.given(question))

    def seen(self, question: str) -> Given:
        """What stands in the assessment, as far as this reader may know."""
        given = self.given(question)
        if not self.public or given.withheld is None:
            return given
        if given.hidden:
            return NO_ANSWER
        nothing: dict[str, Any] = {
            name: getattr(NO_ANSWER, name) for part in given.withheld.of for name in WITHHOLDS[part]
        }
        return replace(given, **nothing)

    @cached_property
    def all_hidden(self) -> frozenset[str]:
        """The questions whose answers this reader may not see."""
        return frozenset(name for name in self.assessment.answers if self.hidden(name))

    def reason(self, withheld: Withheld | None) -> Said | None:
        """Why something is not shown."""
        return self.because(withheld) if withheld else None

    def because(self, withheld: Withheld) -> Said:
        """Why it is not shown, and of which parts of an answer that is said."""
        reason = self.term("withholding_reasons", withheld.reason).label
        parts = self.words["between"].join(dict.fromkeys(self.words[part] for part in withheld.of))
        return self.own(self.words["withheld_part"].format(reason=reason.words, parts=parts)) if parts else reason

    def instead(self, withheld: Withheld) -> Said:
        """What stands in the place of a text that is not shown."""
        return self.own(self.words["withheld_because"].format(reason=self.because(withheld).words))

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
        Whoever is withheld is not looked for: that somebody is one of them would be told by the post.
        """
        said = self.maybe(name)
        if said is None:
            return None
        for actor in self.assessment.actors or ():
            if said.words == actor.id or _same(said.words, self.say(actor.name).words):
                return self.say(actor.name)
        if not self.public:
            return said
        for member in self._shown_team:
            if member.name and _same(member.name, said.words):
                return self.maybe(member.post) or self.term("roles", member.role).label
        return self.own(self.words["someone"]) if private and not self._is_post(said.words) else said

    @property
    def _shown_team(self) -> Iterable[Member]:
        return (member for member in self.assessment.team if member.withheld is None)

    def _is_post(self, words: str) -> bool:
        posts = (self.maybe(member.post) for member in self._shown_team)
        return any(post is not None and _same(post.words, words) for post in posts)

    # ---------------------------------------------------------------------------------------------------------- places

    def answer_place(self, question: str) -> str | None:
        """Where an answer stands; colleagues only."""
        return None if self.public or self.places is None else self.places.answer(question)

    def row_place(self, place: Place | None) -> str | None:
        """Where a row of a bank stands; colleagues only."""
        return None if self.public or self.places is None or place is None else self.places.row(place)


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


def _number(reader: Reader, standing: Standing) -> tuple[Said, ...]:
    unit = reader.questionnaire.questions[standing.question].question.unit
    said = reader.say(unit) if unit else reader.own("")
    number = figure(standing.value, reader.words if said.language == reader.language else None)
    return (Said(f"{number}{reader.words['unit_gap'] if unit else ''}{said.words}", said.language),)


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
