"""The template engine, set up the same for each format: strict, without a clock, without a network."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tsukuba_pia.resources import shipped


def engine(shown: Callable[[object], Markup], filters: Mapping[str, Callable[..., Any]]) -> Environment:
    """An engine for one format.

    `shown` is how the format escapes: all that a template prints goes through it, and what it has escaped stays.
    A template sees the document, the words `w`, and nothing else.
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
    return environment
