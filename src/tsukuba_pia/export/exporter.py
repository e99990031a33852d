"""What an exporter is: a report in, one text out. Exporters never work anything out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tsukuba_pia.report.document import Report

Labels = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: its name on the command line, the end of its file's name, and how a report becomes its text."""

    name: str
    suffix: str
    export: Callable[[Report, Labels], str]
