"""Makes the report of an assessment with the decisions on record and what changed since the last of them."""

from dataclasses import replace
from functools import cached_property

from tsukuba_pia.load.minutes import load_minutes
from tsukuba_pia.model.minutes import Minutes
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Audience
from tsukuba_pia.report.places import Places
from tsukuba_pia.report.withholding import Secret, Unsaid
from tsukuba_pia.work.opening import Opened, state_now
from tsukuba_pia.work.site_sources import Told, last_decided, told_of
from tsukuba_pia.work.unsaid import unquoted


class Reporting:
    """Makes reports of one assessment for one reader: of its text, and of what it would be with other secrets."""

    def __init__(self, opened: Opened, language: str, audience: Audience, *, draft: bool = False) -> None:
        """Take the assessment, which is `usable`, and the reader."""
        self.opened = opened
        self.language = language
        self.audience = audience
        self.draft = draft

    def __call__(self, one: Opened) -> Report:
        """The report of the assessment, or of the same with other texts where they are withheld."""
        before = self._decided
        if before is not None and one is not self.opened:
            before = before.with_other_secrets()
        told = told_of(one, state_now(one, one.score()), draft=self.draft)
        if one is not self.opened:
            told = replace(told, unsaid=self._unsaid)  # what a decision says hangs on no other secrets
        made = told.report(
            self.language,
            self.audience,
            earlier=before.report(self.language, self.audience) if before else None,
            places=Places(one.source, one.banks.line),
            minutes=self._minutes,
        )
        if made.changes is None or self.audience != "public":
            return made
        return replace(made, changes=unquoted(made.changes, self._nowhere, self.language))

    @cached_property
    def _nowhere(self) -> tuple[Secret, ...]:
        """What is withheld today and may stand in no other text either."""
        return tuple(one for one in told_of(self.opened, "draft", draft=True).secrets if one.nowhere)

    @cached_property
    def _unsaid(self) -> Unsaid:
        return told_of(self.opened, "draft", draft=True).unsaid

    @cached_property
    def _minutes(self) -> tuple[Minutes, ...]:
        """Those that can be read, for colleagues."""
        if self.audience == "public":
            return ()
        found = (one.minutes for one in load_minutes(self.opened.path.parent))
        return tuple(one for one in found if one is not None)

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What may not be read of the text that was decided on last; where today's says it, the city has opened it."""
        return tuple(replace(one, nowhere=0) for one in self._decided.secrets) if self._decided else ()

    @cached_property
    def _decided(self) -> Told | None:
        return last_decided(self.opened)
