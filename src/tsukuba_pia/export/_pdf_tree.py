"""What a page's elements need before the library for PDF lays them out: tags that hold, and what paper cannot do."""

import copy
from typing import Any
from xml.etree.ElementTree import Element, SubElement  # builds; parses nothing

from tsukuba_pia.resources import shipped

_UNMARKED = ("steps", "red-lines", "now-later")  # lists whose items have no mark: report.css, print.css
_PAIRS = "now-later"  # pairs of a word and a level, several in a line
_RUBY = ("ruby", "rp", "rt")
_IN_LINKS = frozenset(["a", "span", "strong", "em", "time", "code"])
_BLOCKS = frozenset(["p", "ul", "ol", "dl", "div", "table", "section", "h2", "h3", "h4", "h5", "figure", "details"])


def prepare(root: Any, day: str, style: str = "") -> None:  # noqa: ANN401 - an element of the library's own tree
    """Everything that all pages need. `style`: rules that come last."""
    head = root.find("head")
    SubElement(head, "style").text = (shipped("templates") / "html" / "print.css").read_text(encoding="utf-8") + style
    for name, told in (("dcterms.created", day), ("dcterms.modified", day), ("generator", "tsukuba-pia")):
        SubElement(head, "meta", {"name": name, "content": told})
    for part in [one for one in root.iter() if one.tag in _RUBY]:
        part.tag = "span"  # the library sets no small letters above others: a reading stands behind, in brackets
    for link in root.iter("a"):
        _in_one_piece(link)
    for details in root.iter("details"):
        details.set("open", "")  # paper cannot be unfolded
    for listed in list(root.iter("dl")):
        _pairs(listed)
    marked = (each for each in list(root.iter()) if each.tag in ("ul", "ol") and each.get("class") not in _UNMARKED)
    for item in [item for each in marked for item in each]:
        if any(child.tag in _BLOCKS for child in item):
            body = Element("li", {"class": "body"})  # an item in an item is its body (LBody)
            body.text, item.text = item.text, None
            body[:] = list(item)
            item[:] = [body]


def read_once(root: Any) -> None:  # noqa: ANN401
    """A reading in brackets takes room: it stands where its word is met first on the sheet."""
    met: set[tuple[str | None, ...]] = set()
    for word in root.iter("ruby"):
        read = (word.text, *(part.text for part in word if part.tag == "rt"))
        if read in met:
            word[:] = []
        met.add(read)


def _pairs(listed: Any) -> None:  # noqa: ANN401
    """Pairs of terms stand in their list themselves; short ones in a line are its items, each held together."""
    if listed.get("class") == _PAIRS and all(group.tag == "div" for group in listed):
        listed.tag, listed.text = "ul", None
        for group in listed:
            group.tag, group.text, group.tail = "li", None, None  # a blank between them would be no item
            for part in group:
                part.set("class", "term" if part.tag == "dt" else "said")
                part.tag, part.tail = "span", " "
        return
    listed[:] = [part for group in listed for part in (group if group.tag == "div" else [group])]


def _in_one_piece(link: Any) -> None:  # noqa: ANN401
    """A link as text alone: the library makes one more link of each part in a link, and no tag holds it."""
    if len(link) == 0 or any(part.tag not in _IN_LINKS for part in link.iter()):
        return
    shown = [part for part in link if "unseen" not in part.get("class", "").split()]
    around = "".join((link.text or "", *(part.tail or "" for part in link)))
    if len(shown) == 1 and not around.strip() and (language := shown[0].get("lang")):
        link.set("lang", language)
    inside = ("".join(part.itertext()) if part in shown else "" for part in link)
    tails = (part.tail or "" for part in link)
    link.text = (link.text or "") + "".join(map("".join, zip(inside, tails, strict=True)))
    link[:] = []


def faces(root: Any) -> list[Any]:  # noqa: ANN401
    """The languages of a sign, each with all its lines."""
    return [part for part in root.iter("section") if part.get("class") == "face"]


def set_apart(root: Any) -> None:  # noqa: ANN401
    """A sheet for each language of a sign, each with whom to ask."""
    root.find("body").set("class", "kind-notice apart")
    parent, reach = next((parent, part) for parent in root.iter() for part in parent if part.get("class") == "reach")
    parent.remove(reach)
    for face in faces(root):
        face.append(_of_language(reach, face.get("lang")))


def _of_language(reach: Any, language: str) -> Any:  # noqa: ANN401
    """What is said in one language, and what is said in none."""
    own = copy.deepcopy(reach)
    own.attrib.pop("aria-labelledby", None)
    for parent in list(own.iter()):
        parent.attrib.pop("id", None)
        for part in [one for one in parent if one.tag == "p" and one.get("lang", language) != language]:
            parent.remove(part)
        for part in [one for one in parent if one.tag == "h2"]:
            parent.remove(part)
    return own
