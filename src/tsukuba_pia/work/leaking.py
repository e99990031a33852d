"""What was made for the public, read again before it is written: nothing that is withheld may be read in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.export.leaks import leaks
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.withholding import Secret, secrets_of, without_secrets
from tsukuba_pia.work.opening import Opened

CODE = "PIA616"


@dataclass(frozen=True, slots=True)
class Written:
    """A public file: its report, its text or the one that it is pressed from, its bytes, and how it is to be called."""

    report: Report
    text: bytes
    content: bytes
    name: str


def leaking(
    opened: Opened,
    file: Written,
    report_of: Callable[[Opened], Report],
    text_of: Callable[[Report], bytes],
    *,
    earlier: tuple[Secret, ...] = (),
) -> tuple[Diagnostic, ...]:
    """What of a public file tells something that is withheld. Only where `usable`.

    Args:
        opened: what it was made of.
        file: what was made.
        report_of: makes the report of an assessment.
        text_of: makes a report's file, or the text that the file is pressed from.
        earlier: what is withheld of an earlier text that the report speaks of.

    """
    assert opened.questionnaire is not None  # noqa: S101 - the caller asked `usable`
    assert opened.assessment is not None  # noqa: S101
    secrets = tuple(dict.fromkeys((*secrets_of(opened.questionnaire, opened.assessment), *earlier)))
    if not secrets:
        return ()
    other, text = report_of(_without_secrets(opened)), file.text
    same = other == file.report
    found = [*leaks(text, secrets, text if same else text_of(other))]
    found += leaks(file.name.encode(errors="replace"), secrets)
    if file.content != text:  # letters are numbers of a font in a PDF: its page was read, here its metadata are
        found += leaks(file.content, secrets, file.content if same else b"")
    if not found and not same:  # it is not told, but something hangs on it
        return (Diagnostic(opened.source.file, 1, 1, CODE, {"field": ""}),)
    return tuple(_findings(opened, list(dict.fromkeys(one.place for one in found))))


def _findings(opened: Opened, places: list[tuple[str | int, ...]]) -> Iterator[Diagnostic]:
    for place in places:
        at = opened.source.position(place)
        yield Diagnostic(opened.source.file, at.line, at.column, CODE, {"field": ".".join(map(str, place))})


def _without_secrets(opened: Opened) -> Opened:
    """The same with other texts where they are withheld; its score is not worked out again, for it is the same."""
    assert opened.questionnaire is not None  # noqa: S101 - the caller asked `usable`
    assert opened.assessment is not None  # noqa: S101
    assessment, result = without_secrets(opened.questionnaire, opened.assessment, opened.score())
    loaded = replace(opened.loaded, assessment=assessment)
    return replace(opened, loaded=loaded, _scored=(opened.questionnaire, assessment, result))
