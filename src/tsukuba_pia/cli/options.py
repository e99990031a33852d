"""Options that several commands share. Their words are in the labels, so that help speaks the reader's language."""

from typing import Annotated, Any

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.labels import labels


def words(name: str) -> str:
    """What an option does."""
    text: str = labels(context.language())["options"][name]
    return text


def option(name: str, *spellings: str, **more: Any) -> Any:  # noqa: ANN401 - whatever Typer takes
    """An option whose help stands in the labels under `name`."""
    return typer.Option(*spellings, help=words(name), **more)


def argument(name: str, **more: Any) -> Any:  # noqa: ANN401
    """An argument whose help stands in the labels under `name`."""
    return typer.Argument(help=words(name), **more)


Lang = Annotated[str | None, option("lang", "--lang", metavar="ja|en")]
DocumentLang = Annotated[str | None, option("document_lang", "--lang", metavar="LANGUAGE")]
