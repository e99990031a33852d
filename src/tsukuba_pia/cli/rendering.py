"""`pia render`: score → report → one file, never over a file that pia did not write; of many assessments, one each."""

import sys
from collections.abc import Sequence
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.cli.rendering_many import Target, chosen, render_many
from tsukuba_pia.cli.writing import write
from tsukuba_pia.export.exporter import Exporter
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.problems import Problem
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import FOR_EVERYBODY
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.rendering import Order, Refused, Rendered, refusal, rendered

MOST = 10  # findings that are said; `pia check --stage publication` has all


def run(files: Sequence[str], order: Order, target: Target, as_of: str | None) -> int:
    """Write reports; `-` is standard output. For the public only what may be published, or as a draft."""
    fits(order)
    found = chosen(files)
    day = context.day(as_of) if as_of else context.today()
    if found.many:
        return render_many(found, order, target, day)
    return _one(files[0], order, target, day)


def _one(file: str, order: Order, target: Target, day: str) -> int:
    output = target.output
    opened = usable(file, day, rules=True)
    if refused := refusal(opened, order):
        return _refuse(refused, opened, file)
    exporter = order.exporter
    if exporter.press is not None and not (output == "-" and sys.stdout.isatty()):
        context.say(context.words("render", "pressing"))
    place = _place(opened.path.parent / "reports" / order.name, output, order.name)
    made = rendered(opened, order, place.name)
    if isinstance(made, Refused):
        return _refuse(made, opened, file)
    if output == "-":
        return _tell(made.content, exporter)
    write(place, made.content, force=target.force)
    context.say(context.words("render", "written", path=place))
    _say_what_it_lacks(made, order)
    return 0


def _say_what_it_lacks(made: Rendered, order: Order) -> None:
    if made.no_code:
        context.say(context.words("render", "no_code"))
    if made.no_contact:
        context.say(context.words("render", "no_contact"))
    if made.untranslated:
        context.say(context.words("render", "untranslated", n=made.untranslated))
    if made.lacking:
        context.say(context.words("render", "lacking", n=made.lacking, language=order.language))


def fits(order: Order) -> None:
    """Raise a Problem where there is no such file."""
    if order.form not in exporters():
        raise Problem("no_format", found=order.form, known=", ".join(exporters()))
    if order.form == "json" and order.kind != "full":
        raise Problem("kind_in_json", kind=order.kind)
    if order.kind in FOR_EVERYBODY and order.audience != "public":
        raise Problem("kind_is_public", kind=order.kind)


def _refuse(refused: Refused, opened: Opened, file: str) -> int:
    """Say what stands in the way of publishing it as it stands."""
    if refused.why == "undecided":
        context.say(context.words("render", "not_decided"))
        return 1
    ours = refused.why in {"leaking", "face"}  # of none of the files that were opened
    say_findings(refused.findings[:MOST], {} if ours else opened.sources | opened.banks.read_sources)
    if not ours:
        context.say(context.words("render", "not_publishable", count=len(refused.findings), path=file))
    return 1


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


def _place(usual: Path, output: str | None, name: str) -> Path:
    if output is None:
        return usual
    asked = Path(output)
    return asked / name if asked.is_dir() or output.endswith("/") else asked
