"""A page that templates of a city's own took part in, read again: it may fetch nothing and run nothing."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from tsukuba_pia.export.own_hidden import hides

POLICY = "default-src 'none'"
_LINKED = "application/ld+json"  # data; no browser runs it
ELEMENTS = frozenset({
    "html", "head", "meta", "title", "style", "link", "script", "body", "a", "header", "main", "footer", "nav",
    "section", "article", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "em", "b",
    "i", "small", "sub", "sup", "abbr", "mark", "q", "cite", "code", "pre", "br", "wbr", "hr", "ul", "ol", "li",
    "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "col", "colgroup",
    "time", "address", "blockquote", "s", "del", "ins", "details", "summary", "figure", "figcaption", "ruby",
    "rt", "rp", "img", "input", "label", "fieldset", "legend", "svg", "g", "desc", "text", "tspan", "path",
    "rect", "circle", "ellipse", "line", "polygon", "polyline", "marker", "defs",
})  # fmt: skip
ADDRESSES = ("https://", "http://", "mailto:", "tel:", "#")
_FETCHING = frozenset({
    "srcset", "srcdoc", "data", "poster", "background", "action", "formaction", "ping", "manifest", "codebase", "cite",
    "longdesc", "usemap", "xlink:href", "archive", "profile",
})  # fmt: skip
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BLANKS = re.compile(r"[\x00-\x20]+")  # a browser reads an address without them
_IN_STYLE = re.compile(
    r"@import|url\(|image\(|image-set\(|src\(|element\(|expression\(|(?<![-\w])behavior\s*:|-moz-binding", re.IGNORECASE
)
_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?|\\(.)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PICTURE = re.compile(
    r"url\(\s*[\"']?data:image/(?:png|svg\+xml|jpeg|webp);base64,[A-Za-z0-9+/=]*[\"']?\s*\)", re.IGNORECASE
)


def brought_in(page: str) -> Iterator[tuple[str, str]]:
    """What the page would fetch or run, and what keeps others from it and is gone: the word of a finding, its name."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    yield from dict.fromkeys(reader.wrong)
    if "<html" in page and not reader.policy:
        yield "@own_policy", ""


class _Reader(HTMLParser):
    """Reads a page."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[tuple[str, str]] = []
        self.policy = False
        self.style = False
        self.body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.style = tag == "style"
        self.body = self.body or tag == "body"
        if tag not in ELEMENTS or (tag == "script" and given.get("type", "").lower() != _LINKED):
            self.wrong.append(("@own_element", f"<{tag}>"))
        elif tag == "meta":
            self._meta(given)
        elif tag == "link" and not {"canonical", "alternate", "license"} >= set(given.get("rel", "").lower().split()):
            self.wrong.append(("@own_element", f'<link rel="{given.get("rel", "")}">'))
        self.wrong += [(what, f"<{tag} {name}>") for name, value in given.items() if (what := _attribute(name, value))]

    def handle_endtag(self, tag: str) -> None:
        self.style = self.style and tag != "style"

    def handle_data(self, data: str) -> None:
        if self.style and (found := fetched(data)):
            self.wrong.append(("@own_style", found))

    def _meta(self, given: dict[str, str]) -> None:
        if "http-equiv" in given:
            fits = given["http-equiv"].lower() == "content-security-policy"
            self.policy |= fits and not self.body and given.get("content", "").startswith(POLICY)
            if not fits:
                self.wrong.append(("@own_element", f'<meta http-equiv="{given["http-equiv"]}">'))


def _attribute(name: str, value: str) -> str:
    """The word for an attribute that may not be there."""
    if name.startswith("on") or name in _FETCHING:
        return "@own_element"
    if name == "src":
        return "" if value.startswith("data:image/") else "@own_address"
    if name == "href":
        address = _BLANKS.sub("", value).lower()
        return "@own_address" if _SCHEME.match(address) and not address.startswith(ADDRESSES) else ""
    if name == "hidden" or (name == "style" and hides(value)):
        return "@own_hides"
    return "@own_style" if name == "style" and fetched(value) else ""


def fetched(style: str) -> str:
    """What in a style would fetch or run something; pictures that it holds itself would not."""
    plain = _ESCAPE.sub(lambda one: chr(min(int(one[1], 16), 0x10FFFF)) if one[1] else one[2], _COMMENT.sub("", style))
    found = _IN_STYLE.search(_PICTURE.sub("", plain))
    return found.group() if found else ""
