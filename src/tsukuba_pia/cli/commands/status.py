"""`pia status`: how far, what is open, what blocks, what next."""

from typing import Annotated

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, argument, option


def status(
    file: Annotated[str, argument("file", metavar="FILE")],
    as_json: Annotated[bool, option("json", "--json")] = False,  # noqa: FBT002 - Typer's way to say a flag
    as_of: Annotated[str | None, option("as_of", "--as-of", metavar="YYYY-MM-DD")] = None,
    lang: Lang = None,
) -> None:
    """Say where an assessment stands."""
    from tsukuba_pia.cli.opening import usable  # noqa: PLC0415 - only when called
    from tsukuba_pia.cli.status_view import StatusView  # noqa: PLC0415
    from tsukuba_pia.cli.status_view import as_json as document  # noqa: PLC0415
    from tsukuba_pia.work.status import status_of  # noqa: PLC0415

    del lang
    opened = usable(file, as_of or context.today(), rules=True)
    found = status_of(opened, file)
    if as_json:
        context.tell(document(found))
        return
    for line in StatusView(opened, found).lines():
        context.tell(line)


COMMAND = status
