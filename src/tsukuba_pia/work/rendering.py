"""Makes one file of an assessment for one reader, or says why it may not be made. The one way from there to bytes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tsukuba_pia.diagnostics import Diagnostic, Fault
from tsukuba_pia.export.exporter import Exporter
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.labels import labels, languages, missing
from tsukuba_pia.problems import Problem
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import Kind, file_name
from tsukuba_pia.report.model import Audience
from tsukuba_pia.resources import own, own_of, with_own, workspace_of
from tsukuba_pia.work.leaking import Written, leaking
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.work.own_face import errors_of
from tsukuba_pia.work.own_losses import check_made
from tsukuba_pia.work.publishing import hindrances, undecided
from tsukuba_pia.work.reporting import Reporting
from tsukuba_pia.work.shelf import Shelf

Why = Literal["unusable", "findings", "undecided", "leaking", "face"]


@dataclass(frozen=True, slots=True)
class Order:
    """Which file is asked for."""

    form: str  # the name of a format that there is
    kind: Kind
    audience: Audience
    language: str
    draft: bool = False

    @property
    def exporter(self) -> Exporter[Report]:
        """The format."""
        return exporters()[self.form]

    @property
    def name(self) -> str:
        """How such a file is called."""
        suffix = f"{'.draft' if self.draft else ''}{self.exporter.suffix}"
        return file_name(self.kind, self.audience, self.language, suffix)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file, how many of its texts are in another language than it, and how many labels its language lacks.

    `no_code`: it is a sign, and leads to no page, for nothing says where that is. `no_contact`: it names nobody to ask.
    """

    content: bytes
    untranslated: int
    lacking: int = 0
    no_code: bool = False
    no_contact: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no file, with the findings that say so."""

    why: Why
    findings: tuple[Diagnostic, ...] = ()


def refusal(opened: Opened, order: Order) -> Refused | None:
    """Why it may not be told to this reader as it stands, or None. Only where `usable`."""
    if wrong := errors_of(own_of(workspace_of(opened.path.parent))):
        return Refused("face", wrong)
    if order.audience != "public" or order.draft:
        return None
    if wrong := hindrances(opened):
        return Refused("findings", wrong)
    return Refused("undecided") if undecided(opened) else None


def rendered(opened: Opened, order: Order, name: str) -> Rendered | Refused:
    """The file, read again where it is public. Only where `usable`, and where no `refusal` stands in the way.

    Args:
        opened: the assessment.
        order: which file.
        name: how it is to be called: what is withheld may not stand there either.

    """
    with with_own(own_of(workspace_of(opened.path.parent))):
        if order.language not in languages():
            raise Problem("no_language", found=order.language, known=", ".join(languages()))
        try:
            return _made(opened, order, name)
        except Fault as fault:
            return Refused("face", (fault.found,))


def _made(opened: Opened, order: Order, name: str) -> Rendered | Refused:
    reporting = Reporting(opened, order.language, order.audience, draft=order.draft)
    exporter, words = order.exporter, labels(order.language)

    def report_of(one: Opened) -> Report:
        return of_kind(reporting(one), order.kind)

    def text_of(one: Report) -> bytes:
        return exporter.export(one, words).encode()

    report = report_of(opened)
    text = text_of(report)
    if (face := own()) is not None and (lacking := check_made(report, exporter, face, text.decode())):
        return Refused("face", lacking)
    content = text if exporter.press is None else exporter.press(text.decode(), report)
    made = Written(report, text, content, name)
    if order.audience == "public" and (told := leaking(opened, made, report_of, text_of, earlier=reporting.secrets)):
        return Refused("leaking", told)
    no_code = order.kind == "notice" and report.notice is not None and report.notice.url is None
    no_contact = order.kind in {"notice", "citizen"} and report.service.contact is None
    return Rendered(content, report.untranslated, len(missing(order.language)), no_code, no_contact)


class Renderer:
    """Opens assessments one after the other and makes the file of each; what they share is read once."""

    def __init__(self, order: Order, as_of: str) -> None:
        """Take what is asked for, and the day."""
        self.order = order
        self.as_of = as_of
        self._shelf = Shelf()

    def __reduce__(self) -> tuple[Callable[[Order, str], "Renderer"], tuple[Order, str]]:
        """Another process reads for itself."""
        return Renderer, (self.order, self.as_of)

    def __call__(self, file: Path) -> Rendered | Refused | Problem | OSError:
        """The file of an assessment, or why there is none."""
        try:
            return self._made(file)
        except (Problem, OSError) as problem:  # of this one: the others go on
            return problem

    def _made(self, file: Path) -> Rendered | Refused:
        opened = open_assessment(file, self.as_of, shelf=self._shelf)
        if not opened.usable:
            return Refused("unusable", tuple(one for one in opened.diagnostics if one.level == "error"))
        return refusal(opened, self.order) or rendered(opened, self.order, self.order.name)
