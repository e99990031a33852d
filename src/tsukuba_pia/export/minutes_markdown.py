"""The minutes of a meeting as Markdown, for the people who were there and for the file."""

from collections.abc import Mapping
from dataclasses import dataclass

from tsukuba_pia.export.exporter import Exporter, Labels
from tsukuba_pia.model.minutes import Attendant, Minutes
from tsukuba_pia.model.text import Said, Text, say
from tsukuba_pia.model.text import words as in_words


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """Minutes with the words that they lack: what levels are called, and posts."""

    minutes: Minutes
    levels: Mapping[str, Text]
    posts: Mapping[str, Text | None]
    questions: Mapping[str, Text]  # those of which an answer was changed
    values: Mapping[tuple[str, str], Text]  # what their answers are called

    def said(self, text: Text | None) -> Said:
        """A text in the language of the minutes."""
        return say(text, self.minutes.language, self.minutes.language)

    def level(self, name: str, none: str) -> str:
        """What a level is called."""
        return in_words(self.levels[name], self.minutes.language) if name in self.levels else none

    def post(self, name: str) -> str:
        """What the city calls a post."""
        return in_words(self.posts.get(name), self.minutes.language) or name

    def question(self, name: str) -> Said | str:
        """What a question asks; its id where the banks do not have it any more."""
        return self.said(self.questions[name]) if name in self.questions else name

    def answered(self, question: str, value: object, nothing: str, withheld: str) -> str:
        """What stood or stands there: the value in words, with who does it by when, and whether it is withheld."""
        if value is None:
            return nothing
        if not isinstance(value, Mapping):
            values = value if isinstance(value, list | tuple) else (value,)
            return ", ".join(
                in_words(self.values.get((question, str(one)), str(one)), self.minutes.language) for one in values
            )
        rest = [str(value[key]) for key in ("owner", "due", "asking", "by_when") if key in value]
        mark = [withheld] if "withheld" in value else []
        return " / ".join([self.answered(question, value.get("answer"), nothing, withheld), *rest, *mark])

    def called(self, number: int) -> str:
        """What a member is called."""
        who = self.minutes.attendant(number)
        return self.name(who) if who is not None else str(number)

    def name(self, who: Attendant) -> str:
        """Name or, without one, organisation, post or role."""
        language = self.minutes.language
        return who.name or in_words(who.organisation, language) or in_words(who.post, language) or who.role


def export(page: MinutesPage, labels: Labels) -> str:
    """The document."""
    from tsukuba_pia.export._plain import document  # noqa: PLC0415 - the template engine is heavy

    return document("markdown/minutes.md.j2", page=page, minutes=page.minutes, w=labels["minutes"])


EXPORTER = Exporter("md", ".md", export, MinutesPage)
