"""An address as a QR code (ISO/IEC 18004): a picture in the page itself, dark on white whatever the theme."""

from itertools import groupby

from markupsafe import Markup

QUIET = 4  # modules of white around it, as the standard asks
CORRECTION = "m"  # a sign gets dirty: 15 % may be lost


def qr(address: str, name: str) -> Markup:
    """The picture; `name` is what is read out in its place, without any markup."""
    import segno  # noqa: PLC0415 - only signs need it

    # Fixed in every detail, so that the same address is the same picture.
    code = segno.make_qr(
        address, error=CORRECTION, boost_error=False, encoding="utf-8" if not address.isascii() else None
    )
    size = len(code.matrix) + 2 * QUIET
    path = "".join(_row(line, number) for number, line in enumerate(code.matrix, QUIET))
    return Markup(
        '<svg class="qr" role="img" aria-label="{0}" viewBox="0 0 {1} {1}" shape-rendering="crispEdges">'
        '<path fill="#ffffff" d="M0 0h{1}v{1}H0z"/><path fill="#000000" d="{2}"/></svg>'
    ).format(Markup(name).striptags(), size, path)  # noqa: S704 - what is left is escaped


def _row(line: "bytearray", number: int) -> str:
    """The dark runs of a row."""
    drawn, place = "", QUIET
    for dark, modules in groupby(line):
        length = len(list(modules))
        if dark:
            drawn += f"M{place} {number}h{length}v1h-{length}z"
        place += length
    return drawn
