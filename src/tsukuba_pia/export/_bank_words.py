"""The words of a bank's document: its own, and those that it shares with reports."""

from collections.abc import Mapping
from typing import Any

from tsukuba_pia.export.exporter import Labels


def bank_words(labels: Labels) -> Mapping[str, Any]:
    """What a template of a bank says; its own words come before those of reports."""
    return {**labels["report"], **labels["bank_document"]}
