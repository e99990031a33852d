"""A page as a tree, so that a test can read a figure back where a person reads it."""

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "hr", "wbr", "col", "input"}


class Element:
    """An element with what it holds."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        """Nothing in it yet."""
        self.tag, self.attributes = tag, attributes
        self.inside: list[Element | str] = []

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator["Element"]:
        """Itself and all below, in order."""
        yield self
        for one in self.inside:
            if isinstance(one, Element):
                yield from one.walk()

    def all(self, tag: str, kind: str | None = None) -> list["Element"]:
        """All elements of a name, of one class if given."""
        return [one for one in self.walk() if one.tag == tag and (kind is None or kind in one.classes)]

    def one(self, tag: str, kind: str | None = None) -> "Element":
        """The only one."""
        (found,) = self.all(tag, kind)
        return found

    def identified(self, name: str) -> "Element":
        """The element of an id."""
        (found,) = (one for one in self.walk() if one.attributes.get("id") == name)
        return found

    def labelled(self, name: str) -> "Element":
        """The section or article whose heading has this id."""
        (found,) = (
            one
            for one in self.walk()
            if one.tag in ("section", "article") and one.attributes.get("aria-labelledby") == name
        )
        return found

    @property
    def text(self) -> str:
        """What is read; what hides from screen readers is not."""
        if self.attributes.get("aria-hidden") == "true":
            return ""
        words = "".join(one if isinstance(one, str) else one.text for one in self.inside)
        return " ".join(words.split())


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("document", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(one)
        if tag not in VOID:
            self.open.append(one)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open[-1].tag == tag, f"<{self.open[-1].tag}> is closed by </{tag}>"
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def outline(page: str) -> Element:
    """The tree of a page; every element is closed where it was opened."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> is never closed"
    return builder.open[0]
