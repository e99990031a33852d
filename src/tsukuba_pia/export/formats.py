"""Finds the formats that there are: each module of this room that defines `EXPORTER`."""

from tsukuba_pia import export
from tsukuba_pia.discovery import modules_in
from tsukuba_pia.export.exporter import Exporter


def exporters() -> dict[str, Exporter]:
    """All formats by name, in the order of their names."""
    found = (getattr(module, "EXPORTER", None) for module in modules_in(export))
    return {one.name: one for one in sorted(filter(None, found), key=lambda one: one.name)}
