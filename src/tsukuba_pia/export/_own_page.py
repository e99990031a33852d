"""A page that templates of a city's own took part in, read again: it may fetch nothing and run nothing."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256

from tsukuba_pia.export.own_hidden import hides, plain_style
from tsukuba_pia.export.own_style import NotReadError, declarations, refused
from tsukuba_pia.export.plain_html import BLANK, START, Element, NotPlainError, Piece, Words, parsed

# As every shipped page has it.
POLICY = "default-src 'none'; {scripts}style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_LINKED = "application/ld+json"  # data; no browser runs it
_IN_HEAD = frozenset({"meta", "title", "style", "link", "script"})
_PAGE = frozenset({"html", "head", "body"})
_DRAWN = frozenset({
    "svg", "g", "desc", "title", "text", "tspan", "path", "rect", "circle", "ellipse", "line", "polygon", "polyline",
    "marker", "defs",
})  # fmt: skip
_IN_BODY = frozenset({
    "a", "header", "main", "footer", "nav", "section", "article", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "p",
    "div", "span", "strong", "em", "b", "i", "small", "sub", "sup", "abbr", "mark", "q", "cite", "code", "pre", "br",
    "wbr", "hr", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    "col", "colgroup", "time", "address", "blockquote", "s", "del", "ins", "details", "summary", "figure",
    "figcaption", "ruby", "rt", "rp", "img", "input", "label", "fieldset", "legend", "svg",
})  # fmt: skip
_ATTRIBUTES = frozenset({
    "alt", "class", "colspan", "cx", "cy", "d", "datetime", "dir", "dx", "dy", "fill", "fill-opacity",
    "fill-rule", "focusable", "font-family", "font-size", "font-weight", "for", "headers", "height", "href",
    "hreflang", "id", "lang", "marker-end", "marker-start", "markerheight", "markerunits", "markerwidth", "name",
    "open", "opacity", "orient", "points", "preserveaspectratio", "r", "refx", "refy", "rel", "reversed", "role",
    "rowspan", "rx", "ry", "scope", "shape-rendering", "src", "start", "stroke", "stroke-dasharray",
    "stroke-linecap", "stroke-linejoin", "stroke-width", "style", "tabindex", "target", "text-anchor", "title",
    "transform", "type", "value", "viewbox", "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
})  # fmt: skip
_SAYING = frozenset({"alt", "class", "content", "for", "headers", "id", "name", "rel", "title", "value"})  # no style
_HEAD = 5  # html, head, the charset, its end, the policy
_META = frozenset({"name", "content"})
_ADDRESSES = ("https://", "http://", "mailto:", "tel:", "#")
_RELATIONS = frozenset({"canonical", "alternate", "license"})
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BLANKS = re.compile(r"[\x00-\x20]+")  # a browser reads an address without them
_IN_STYLE = re.compile(
    r"@import|url\(|image\(|image-set\(|src\(|element\(|expression\(|(?<![-\w])behavior\s*:|-moz-binding", re.IGNORECASE
)
_PICTURE = re.compile(
    r"url\(\s*[\"']?data:image/(?:png|svg\+xml|jpeg|webp);base64,[A-Za-z0-9+/=]*[\"']?\s*\)", re.IGNORECASE
)
_ROLES = frozenset({"region", "note", "group", "list"})  # none that is read as one thing, or not at all
_LOCAL = re.compile(r"url\(\s*[\"']?#[\w.:-]+[\"']?\s*\)")  # a part of the drawing itself
Wrong = tuple[str, str]  # the word of a finding, its name


def brought_in(page: str, *, whole: bool = True) -> Iterator[Wrong]:
    """What the page would fetch or run, and what keeps others from it and is gone. `whole`: it is no part of one."""
    try:
        read = [one for one in parsed(page) if not isinstance(one, Words) or one.text.strip(BLANK)]
    except NotPlainError as error:
        yield "@own_not_plain", str(error)
        return
    yield from dict.fromkeys(wrong for one in read for wrong in _piece(one))
    if whole and not _begins_as_shipped(page, read):
        yield "@own_policy", ""


def _begins_as_shipped(page: str, read: list[Piece]) -> bool:
    """Whether its letters are read as what they are, and the shipped policy stands before all that it binds."""
    begun = [one for one in read if isinstance(one, Element)]
    scripts = "".join(_within(read, "script"))
    digest = b64encode(sha256(scripts.encode()).digest()).decode()
    policies = (POLICY.format(scripts=""), POLICY.format(scripts=f"script-src 'sha256-{digest}'; "))
    first = [(one.name, dict(one.attributes)) for one in begun[2:4]]
    return (
        page.startswith(START)
        and [one.name for one in begun[:2]] == ["html", "head"]
        and not any(isinstance(one, Words) for one in read[:_HEAD])  # a text begins the body, where no policy counts
        and sum(one.name in _PAGE for one in begun) == len(_PAGE)
        and first[:1] == [("meta", {"charset": "utf-8"})]
        and first[1:] in [[("meta", {"http-equiv": "Content-Security-Policy", "content": one})] for one in policies]
    )


def _within(read: list[Piece], name: str) -> Iterator[str]:
    """The texts that stand right within an element of this name."""
    return (one.text for one in read if isinstance(one, Words) and one.within and one.within[-1].name == name)


def _piece(one: Piece) -> Iterator[Wrong]:
    if isinstance(one, Words):
        if one.within and one.within[-1].name == "style" and (found := fetched(one.text)):
            yield "@own_style", found
        return
    if isinstance(one, Element):
        yield from _element(one)
        yield from _attributes(one)


def _element(one: Element) -> Iterator[Wrong]:
    rooms = [other.name for other in one.within]
    given = one.attributes
    if one.name not in _allowed(rooms) or (one.name == "script" and given.get("type") != _LINKED):
        yield "@own_element", f"<{one.name}>"
    if one.name == "link" and not {*given.get("rel", "").lower().split()} <= _RELATIONS:
        yield "@own_element", f'<link rel="{given.get("rel", "")}">'


def _allowed(rooms: list[str]) -> frozenset[str]:
    """The elements that may stand there."""
    if "svg" in rooms:
        return _DRAWN
    if rooms[:2] == ["html", "head"]:
        return _IN_HEAD
    if len(rooms) < len(_PAGE) - 1 and rooms in ([], ["html"]):
        return _PAGE | (_IN_BODY if not rooms else frozenset())
    return _IN_BODY


def _attributes(one: Element) -> Iterator[Wrong]:
    if one.name == "meta":
        yield from _meta(one.attributes)
        return
    drawn = one.name in {"svg", "img"}
    for name, value in one.attributes.items():
        if name == "role" and value not in ({"img"} if drawn else _ROLES):
            yield "@own_element", f'<{one.name} role="{value}">'
        elif what := _attribute(name, value):
            yield what, f"<{one.name} {name}>"


def _meta(given: Mapping[str, str]) -> Iterator[Wrong]:
    """What a page says of itself. That the policy is the shipped one is seen elsewhere: it stands there once."""
    equal = given.get("http-equiv")
    if equal is not None and equal != "Content-Security-Policy":
        yield "@own_element", f'<meta http-equiv="{equal}">'
    elif equal is None and given != {"charset": "utf-8"} and {*given} != _META:
        yield "@own_element", f"<meta {' '.join(given)}>"
    elif given.get("name", "").lower() == "referrer" and given["content"] != "no-referrer":
        yield "@own_element", '<meta name="referrer">'


def _attribute(name: str, value: str) -> str:
    """The word for an attribute that may not be there."""
    if name == "hidden":
        return "@own_hides"
    if name.startswith(("aria-", "data-")):
        return ""
    if name not in _ATTRIBUTES:
        return "@own_element"
    if name in {"src", "href"}:
        fits = may_lead(value) if name == "href" else value.startswith("data:image/")
        return "" if fits else "@own_address"
    if name == "style" and not _plain(value):
        return "@own_hides" if hides(value) else "@own_property"
    return "@own_style" if name not in _SAYING and fetched(_LOCAL.sub("", value)) else ""


def may_lead(address: str) -> bool:
    """Whether a link may have this address: of the web, of a mail or a telephone, or of the same place."""
    plain = _BLANKS.sub("", address).lower()
    return plain.startswith(_ADDRESSES) or not _SCHEME.match(plain)


def _plain(style: str) -> bool:
    """Whether an attribute sets nothing but what may be set."""
    try:
        return not any(refused(declarations(style)))
    except NotReadError:
        return False


def fetched(style: str) -> str:
    """What in a style would fetch or run something; pictures that it holds itself would not."""
    found = _IN_STYLE.search(_PICTURE.sub("", plain_style(style)))
    return found.group() if found else ""
