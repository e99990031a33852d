"""The kinds of pages that are made of one report: who reads which, and how their files are named."""

from typing import Literal

from tsukuba_pia.report.model import Audience

Kind = Literal["full", "citizen", "council", "notice"]
KINDS: tuple[Kind, ...] = ("full", "citizen", "council", "notice")
FOR_EVERYBODY: tuple[Kind, ...] = ("citizen", "notice")  # never for colleagues only


def file_name(kind: Kind, audience: Audience, language: str, suffix: str) -> str:
    """`public.ja.html`, `citizen.ja.html`; what colleagues alone may read says so."""
    if kind == "full":
        return f"{audience}.{language}{suffix}"
    return f"{kind}.{language}{suffix}" if audience == "public" else f"{kind}.{audience}.{language}{suffix}"
