"""A person at the interview: shows each question, takes what they say, tells what became of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from tsukuba_pia.citing import cited
from tsukuba_pia.cli import context
from tsukuba_pia.cli.asking import ask_detail, ask_details, shown_value, tell_findings, typed_value, value_entries
from tsukuba_pia.cli.prompts import Entry, choose, labelled, show, write
from tsukuba_pia.labels import labels
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN, Question
from tsukuba_pia.model.text import printable, say
from tsukuba_pia.work.answers import answered
from tsukuba_pia.work.interview import Interview, Outcome, Step

QUIT = "quit"
ANSWER = "answer"


class Sitting:
    """One person, one terminal."""

    def __init__(self, interview: Interview, by: str | None = None) -> None:
        """Sit down at an interview."""
        self.interview = interview
        self.by = by
        self.language = context.language()
        self.words: Mapping[str, str] = labels(self.language)["answer"]
        self.actions: Mapping[str, Callable[[Step], None]] = {
            "back": lambda _: self._go(self.interview.back),
            "skip": lambda _: self._go(self.interview.forward),
            "unknown": self._unknown,
            "not_applicable": self._not_applicable,
            "note": self._note,
            "evidence": self._evidence,
            "help": self._help,
            ANSWER: self._free,
        }

    def run(self) -> bool:
        """Ask until the end; False where the person stopped before."""
        shown = None
        while self.interview.at is not None:
            name = self.interview.at
            step = self.interview.step(name)
            if shown != name:
                self._show(step)
            shown = name
            chosen = self._ask(step)
            if chosen == QUIT:
                return False
            if isinstance(chosen, str) and chosen in self.actions:
                self.actions[chosen](step)
            else:
                self._answer(step, chosen[1])
        return True

    def _go(self, move: Callable[[], str | None]) -> None:
        move()

    def _text(self, text: Any) -> str:  # noqa: ANN401 - a Text
        return say(text, self.language, self._own).words

    @property
    def _own(self) -> str:
        """The assessment's language."""
        assessment = self.interview.opened.assessment
        return assessment.language if assessment else "ja"

    def _show(self, step: Step) -> None:
        question = step.asked.question
        progress = self.words["progress"].format(answered=step.progress.answered, total=step.progress.total)
        show("")
        show(f"{self._text(step.asked.section.title)}  [{progress}]  {question.id}", style="dim")
        show(self._text(question.text), style="bold")
        if step.perhaps:
            show(self.words["perhaps"], style="dim")
        labelled(self.words, "why", self._text(question.why))
        labelled(self.words, "help", self._text(question.help))
        labelled(self.words, "law", self._law(question))
        self._show_answer(step)

    def _show_answer(self, step: Step) -> None:
        value = shown_value(step.asked.question, step.answer.answer, self.language)
        note = f" ({self._text(step.answer.note)})" if step.answer.note else ""
        if value or note:
            labelled(self.words, "now", f"{value}{note}")

    def _law(self, question: Question) -> str:
        known = self.interview.questionnaire.references.by_id
        return "; ".join(printable(cited(known[one], self.language)) for one in question.refs if one in known)

    def _help(self, step: Step) -> None:
        """All that is known of a question."""
        question = step.asked.question
        labelled(self.words, "evidence", self._text(question.evidence))
        known = self.interview.questionnaire.references.by_id
        for name in question.refs:
            if name in known:
                one = known[name]
                mark = "" if one.checked else f" {self.words['unchecked']}"
                show(f"{printable(cited(one, self.language))}{mark}", first="- ", rest="  ")

    def _ask(self, step: Step) -> Any:  # noqa: ANN401 - an action's name, or ("value", …)
        question = step.asked.question
        choices = value_entries(question)
        options = choices or [Entry(ANSWER, self.words["do_answer"])]
        go_on = "do_skip" if step.standing.open else "do_next"
        actions = [
            Entry("skip", self.words[go_on], "s"),
            Entry("back", self.words["do_back"], "b"),
            Entry("unknown", self.words["do_unknown"], "u"),
            *([Entry("not_applicable", self.words["do_not_applicable"], "x")] if question.may_not_apply else []),
            Entry("note", self.words["do_note"], "n"),
            Entry("evidence", self.words["do_evidence"], "e"),
            Entry("help", self.words["do_help"], "h"),
            Entry(QUIT, self.words["do_quit"], "q"),
        ]
        default: object = ("value", step.answer.answer) if choices else None
        if not choices and not step.standing.open:
            default = "skip"
        return choose(self.words["prompt_choice"], options, actions, default)

    def _free(self, step: Step) -> None:
        """A number, a date, a text, or several options."""
        value = typed_value(step.asked.question, step.answer.answer)
        if value is not None:
            self._answer(step, value)

    def _answer(self, step: Step, value: Any) -> None:  # noqa: ANN401 - an answer's value
        answer = ask_details(step.asked.question, answered(step.answer, value, self.by), self._own)
        if self._record(step, answer):
            self.interview.forward()

    def _ask_detail(self, answer: Answer, detail: str) -> Answer:
        return ask_detail(answer, detail, self._own)

    def _unknown(self, step: Step) -> None:
        answer = answered(step.answer, UNKNOWN, self.by)
        for detail in ("asking", "by_when", "note"):
            answer = self._ask_detail(answer, detail)
        if self._record(step, answer):
            self.interview.forward()

    def _not_applicable(self, step: Step) -> None:
        answer = answered(step.answer, NOT_APPLICABLE, self.by)
        reason = write(self.words["ask_reason"], self._text(step.answer.note))
        if not reason:
            show(self.words["reason_missing"])
            return
        if reason != self._text(step.answer.note):
            answer = replace(answer, note=reason)
        answer = self._ask_detail(answer, "agreed_by")
        if self._record(step, answer):
            self.interview.forward()

    def _note(self, step: Step) -> None:
        self._record(step, self._ask_detail(step.answer, "note"))

    def _evidence(self, step: Step) -> None:
        self._record(step, self._ask_detail(step.answer, "evidence"))

    def _record(self, step: Step, answer: Answer) -> bool:
        """Save, and say what became of it; True where it was saved."""
        name = step.asked.question.id
        outcome = self.interview.record(name, answer)
        self._tell(outcome, step)
        return outcome.kind == "saved"

    def _tell(self, outcome: Outcome, step: Step) -> None:
        name = step.asked.question.id
        if outcome.kind == "overtaken":
            theirs = shown_value(step.asked.question, outcome.theirs.answer, self.language)
            show(self.words["overtaken"].format(question=name, theirs=theirs))
        elif outcome.kind == "unreadable":
            show(self.words["unreadable"].format(file=self.interview.path))
        elif outcome.kind == "refused":
            show(self.words["refused"].format(question=name))
        else:
            show(self.words["saved_short"], style="dim")
        tell_findings(outcome.findings)
