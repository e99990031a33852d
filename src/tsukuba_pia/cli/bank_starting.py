"""`pia bank new`: a city's own bank to begin with."""

from typing import Annotated

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, argument, option


def run(
    name: Annotated[str, argument("new_bank", metavar="SECTOR")],
    prefix: Annotated[str | None, option("new_bank_prefix", "--prefix")] = None,
    title_ja: Annotated[str | None, option("new_bank_title_ja", "--title-ja")] = None,
    title_en: Annotated[str | None, option("new_bank_title_en", "--title-en")] = None,
    lang: Lang = None,
) -> None:
    """Start a bank of a city's own, with scenarios; it passes `pia check` as it is."""
    from tsukuba_pia.load.catalog import Catalog  # noqa: PLC0415 - only when called
    from tsukuba_pia.resources import here  # noqa: PLC0415
    from tsukuba_pia.work.bank_starting import start_bank  # noqa: PLC0415

    del lang
    workspace = here()
    titles = {"ja": title_ja or title_en or name, "en": title_en or title_ja or name}
    for place in start_bank(name, prefix, titles, Catalog(workspace), workspace):
        context.say(context.words("render", "written", path=place))
    context.say(context.words("bank_new", "next", name=name))
    raise typer.Exit
