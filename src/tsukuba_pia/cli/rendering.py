"""`pia render`: score → report → one file, never over a file that pia did not write."""

import sys
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.cli.writing import write
from tsukuba_pia.export.exporter import Exporter
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.labels import labels
from tsukuba_pia.problems import Problem
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import FOR_EVERYBODY, Kind, file_name
from tsukuba_pia.report.model import Audience
from tsukuba_pia.work.leaking import leaking
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.publishing import hindrances, undecided
from tsukuba_pia.work.reporting import Reporting

MOST = 10  # findings that are said; `pia check --stage publication` has all


def run(  # noqa: PLR0913, PLR0917 - one per option
    file: str,
    form: str,
    kind: Kind,
    audience: Audience,
    output: str | None,
    as_of: str | None,
    *,
    force: bool,
    draft: bool = False,
) -> int:
    """Write a report; `-` is standard output. For the public only what may be published, or as a draft."""
    if form not in exporters():
        raise Problem("no_format", found=form, known=", ".join(exporters()))
    _fits(form, kind, audience)
    opened = usable(file, as_of or context.today(), rules=True)
    exporter = exporters()[form]
    if audience == "public" and not draft and not _publishable(opened, file):
        return 1
    if exporter.press is not None and not (output == "-" and sys.stdout.isatty()):
        context.say(context.words("render", "pressing"))

    reporting = Reporting(opened, context.reading(), audience, draft=draft)

    def report_of(one: Opened) -> Report:
        return of_kind(reporting(one), kind)

    def text_of(report: Report) -> bytes:
        return exporter.export(report, labels(context.reading())).encode()

    report = report_of(opened)
    content = exporter.content(report, labels(context.reading()))
    name = file_name(kind, audience, context.reading(), f"{'.draft' if draft else ''}{exporter.suffix}")
    place = _place(opened.path.parent / "reports" / name, output, name)
    if audience == "public" and (
        told := leaking(opened, content, report_of, text_of, place.name, earlier=reporting.secrets)
    ):
        say_findings(told, {})
        return 1
    if output == "-":
        return _tell(content, exporter)
    write(place, content, force=force)
    context.say(context.words("render", "written", path=place))
    if report.untranslated:
        context.say(context.words("render", "untranslated", n=report.untranslated))
    return 0


def _fits(form: str, kind: Kind, audience: Audience) -> None:
    if form == "json" and kind != "full":
        raise Problem("kind_in_json", kind=kind)
    if kind in FOR_EVERYBODY and audience != "public":
        raise Problem("kind_is_public", kind=kind)


def _tell(content: bytes, exporter: Exporter[Report]) -> int:
    """To standard output; bytes that are no text never to a terminal."""
    if exporter.press is None:
        context.tell(content.decode("utf-8").rstrip("\n"))
        return 0
    if sys.stdout.isatty():
        raise Problem("no_terminal_for_bytes", form=exporter.name)
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    return 0


def _publishable(opened: Opened, file: str) -> bool:
    """Whether it may be published as it stands; what stands in the way is said."""
    wrong = hindrances(opened)
    if wrong:
        say_findings(wrong[:MOST], opened.sources | opened.banks.read_sources)
        context.say(context.words("render", "not_publishable", count=len(wrong), path=file))
    elif undecided(opened):
        context.say(context.words("render", "not_decided"))
    else:
        return True
    return False


def _place(usual: Path, output: str | None, name: str) -> Path:
    if output is None:
        return usual
    asked = Path(output)
    return asked / name if asked.is_dir() or output.endswith("/") else asked
