"""Finds plug-ins: modules of a package by their file names, without importing what is not needed."""

import os
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType


def names_in(package: ModuleType) -> list[str]:
    """Names of the package's own modules, sorted, without those that begin with an underscore."""
    folder = os.path.dirname(package.__file__ or "")  # noqa: PTH120 - pathlib costs start-up time
    files = sorted(os.listdir(folder))  # noqa: PTH208
    return [file[:-3] for file in files if file.endswith(".py") and not file.startswith("_")]


def modules_in(package: ModuleType, prefixes: tuple[str, ...] = ("",)) -> Iterator[ModuleType]:
    """The package's modules whose names begin with one of `prefixes`, imported in the order of their names."""
    for name in names_in(package):
        if name.startswith(prefixes):
            yield import_module(f"{package.__name__}.{name}")
