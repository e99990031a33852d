"""`pia config show`: each setting with its value and the place that says so, and the city's own templates."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, NamedTuple

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.checking import settings_here
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.lint.settings import CheckSettings, Settings, said
from tsukuba_pia.model.text import escaped, printable
from tsukuba_pia.resources import own_of, workspace_of

BY_ITSELF = {"fail_on": "error", "output_format": "text"}  # what holds where nobody says anything

VARIABLES = ("PIA_LANG", "PIA_TODAY")  # they bear on what is found and told wherever it is not said otherwise
ENVIRONMENT = "environment"


class Setting(NamedTuple):
    """A setting: its name, what holds, and where that is said (empty: nowhere, it holds by itself)."""

    name: str
    value: Any
    place: str


def run(*, as_json: bool) -> None:
    """Tell all settings; 1 where the file that should hold them has an error."""
    settings = settings_here()
    held = list(_settings(settings))
    if as_json:
        whole = {"pia_config": 1, "settings": [one._asdict() | {"place": one.place or None} for one in held]}
        context.tell(escaped(json.dumps(whole, ensure_ascii=False, indent=2)))
    else:
        for one in held:
            place = context.words("config", one.place or "default") if one.place in ("", ENVIRONMENT) else one.place
            context.tell(printable(f"{one.name} = {_shown(one.value)}  # {place}"))
    if settings.source is not None and settings.source.diagnostics:
        say_findings(settings.source.diagnostics, {settings.source.file: settings.source})
        raise typer.Exit(1)


def _settings(settings: Settings) -> Iterator[Setting]:
    plain = asdict(settings.check)
    for field in fields(CheckSettings):
        value = plain[field.name] if plain[field.name] is not None else BY_ITSELF.get(field.name)
        if field.name != "files":
            yield Setting(f"check.{field.name}", value, _place(settings, ("check", field.name)))
    for number, part in enumerate(plain["files"]):
        for name, value in part.items():
            if value:
                place = _place(settings, ("check", "files", number, name))
                yield Setting(f"check.files[{number}].{name}", value, place)
    face = own_of(workspace_of(Path()))
    yield from (Setting(name, os.environ[name], ENVIRONMENT) for name in VARIABLES if os.environ.get(name))
    yield Setting("templates", list(face.names) if face else [], os.path.relpath(face.folder) if face else "")


def _place(settings: Settings, path: tuple[str | int, ...]) -> str:
    source = settings.source
    if source is None or source.diagnostics or said(source.data, *path) is None:
        return ""
    return f"{source.file}:{source.position(path).line}"


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if value is not None else "-"
