"""A city's logo: `templates/logo.svg` or `logo.png`, put into the page as a picture, in which no script runs."""

import re
from base64 import b64encode
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, XMLParser

from tsukuba_pia.export._own_page import fetched
from tsukuba_pia.resources import Own

KINDS = {"logo.svg": "image/svg+xml", "logo.png": "image/png"}
_PNG = b"\x89PNG\r\n\x1a\n"
_RUNNING = frozenset({"script", "foreignObject", "iframe", "object", "embed", "handler", "listener", "set", "animate"})
_BEFORE = (b"<!DOCTYPE", b"<!ENTITY", b"<?xml-stylesheet", b"\0")
_LOCAL = re.compile(r"url\(\s*[\"']?#[\w.:-]+[\"']?\s*\)")  # a part of the drawing itself
_INSIDE = ("#", "data:image/png;", "data:image/jpeg;")


def logo(face: Own) -> str:
    """The logo's address: the picture itself. Empty where there is none, or one that may not be used."""
    name = logo_name(face)
    if not name or any(logo_faults(face)):
        return ""
    return f"data:{KINDS[name]};base64,{b64encode(face.read(name) or b'').decode()}"


def logo_name(face: Own) -> str:
    """Which file it is; empty where there is none."""
    return next((one for one in KINDS if one in face.names), "")


def logo_faults(face: Own) -> Iterator[tuple[str, str]]:
    """What keeps the logo from being used: the word of a finding, its name."""
    name = logo_name(face)
    if not name:
        return
    raw = face.read(name)
    if raw is None:
        yield "@own_large", ""
    elif name.endswith(".png"):
        if not raw.startswith(_PNG):
            yield "@own_no_picture", ""
    elif wrong := next((one for one in _BEFORE if one in raw), None):
        yield "@own_element", wrong.decode().strip("\0")
    else:
        yield from _drawn(raw)


def _drawn(raw: bytes) -> Iterator[tuple[str, str]]:
    parser = XMLParser()  # noqa: S314 - entities are refused before
    try:
        parser.feed(raw)
        whole: Element = parser.close()
    except (ParseError, ValueError, LookupError):
        yield "@own_no_picture", ""
        return
    if _bare(whole.tag) != "svg":
        yield "@own_no_picture", ""
    for one in whole.iter():
        yield from _element(one)


def _element(one: Element) -> Iterator[tuple[str, str]]:
    tag = _bare(one.tag)
    if tag in _RUNNING:
        yield "@own_element", f"<{tag}>"
    if tag == "style" and fetched(_LOCAL.sub("", one.text or "")):
        yield "@own_style", "<style>"
    for name, value in one.attrib.items():
        bare = _bare(name)
        if bare.lower().startswith("on"):
            yield "@own_element", f"<{tag} {bare}>"
        elif bare in {"href", "src"} and not value.startswith(_INSIDE):
            yield "@own_address", f"<{tag} {bare}>"
        elif fetched(_LOCAL.sub("", value)):
            yield "@own_style", f"<{tag} {bare}>"


def _bare(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]
