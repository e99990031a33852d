"""`pia bank show`: a bank as a readable document, for those who approve it."""

from pathlib import Path
from typing import Annotated, Any, Literal

from tsukuba_pia.cli import context
from tsukuba_pia.cli.bank_testing import bank_file
from tsukuba_pia.cli.options import Lang, argument, option


def run(
    bank: Annotated[str, argument("show_bank", metavar="BANK")],
    form: Annotated[Literal["text", "md", "html"], option("show_format", "--format")] = "text",
    output: Annotated[str | None, option("show_output", "--output", "-o", metavar="FILE")] = None,
    force: Annotated[bool, option("force", "--force")] = False,  # noqa: FBT002 - Typer's way to say a flag
    lang: Lang = None,
) -> None:
    """Show a bank in words: its questions, when they are asked, and what comes of each answer."""
    from tsukuba_pia.cli.writing import write  # noqa: PLC0415 - only when called
    from tsukuba_pia.export.formats import exporters_of  # noqa: PLC0415
    from tsukuba_pia.labels import labels  # noqa: PLC0415
    from tsukuba_pia.report.bank_model import BankDocument  # noqa: PLC0415

    del lang
    document = _document(bank)
    exporter = exporters_of(BankDocument)[form]
    text = exporter.export(document, labels(context.language()))
    if output is None or output == "-":
        context.tell(text.rstrip("\n"))
        return
    place = Path(output)
    if place.is_dir() or output.endswith("/"):
        place /= f"{document.id}-{document.version}.{document.language}{exporter.suffix}"
    write(place, text, force=force)
    context.say(context.words("render", "written", path=place))


def _document(asked: str) -> Any:  # noqa: ANN401 - a BankDocument; imported when called
    """The bank as a document; one that has errors is not half told."""
    from tsukuba_pia.diagnostics import has_errors  # noqa: PLC0415 - only when called
    from tsukuba_pia.load.bank import load_bank_file  # noqa: PLC0415
    from tsukuba_pia.load.catalog import Catalog  # noqa: PLC0415
    from tsukuba_pia.problems import Problem  # noqa: PLC0415
    from tsukuba_pia.report.bank_build import build_bank_document  # noqa: PLC0415
    from tsukuba_pia.resources import here  # noqa: PLC0415
    from tsukuba_pia.work.shelf import sound_banks  # noqa: PLC0415

    catalog = Catalog(here())
    file = bank_file(asked, catalog)
    if not file.exists():
        raise Problem("no_bank", bank=asked, meant="")
    loaded = sound_banks(load_bank_file(file, catalog))
    if loaded.questionnaire is None or has_errors(loaded.diagnostics):
        count = sum(one.level == "error" for one in loaded.diagnostics)
        raise Problem("findings", path=file, count=count)
    return build_bank_document(loaded.questionnaire, loaded.banks[-1], context.language())
