"""The template engine, set up the same for each format: strict, without a clock, without a network."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tsukuba_pia.export.exporter import Labels
from tsukuba_pia.report.document import Report
from tsukuba_pia.resources import shipped


def render(
    template: str,
    report: Report,
    labels: Labels,
    shown: Callable[[object], Markup],
    filters: Mapping[str, Callable[..., Any]],
) -> str:
    """A report through a template, which sees the report, the words `w`, and nothing else.

    `shown` is how the format escapes: all that a template prints goes through it, but for what is marked as safe.
    """
    environment = Environment(
        loader=FileSystemLoader(shipped("templates")),
        undefined=StrictUndefined,
        finalize=shown,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    return environment.get_template(template).render(report=report, w=labels["report"])
