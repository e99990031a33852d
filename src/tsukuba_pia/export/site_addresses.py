"""Where the pages of a register lie. An address never changes: it holds an assessment's number, not its title."""

import posixpath
import re

INDEX = "index.html"
FEED, TABLE, DATA, CATALOGUE = "feed.atom", "register.csv", "register.json", "catalog.jsonld"
SHEET, EASY_SHEET, REPORT = "citizen.html", "easy.html", "report.json"
EASY, JAPANESE = "ja-x-easy", "ja"  # the sheet in easy Japanese lies among the Japanese pages
VIEW_PAGES = {"date": INDEX, "state": "states.html", "level": "levels.html", "sector": "sectors.html"}
_VERSION = re.compile(r"/versions/([0-9]+)/[^/]+\Z")


def room(language: str, languages: tuple[str, ...]) -> str:
    """The folder of a language: the first one's pages lie at the root."""
    return "" if language == languages[0] else f"{language}/"


def has_easy(languages: tuple[str, ...]) -> bool:
    """Whether sheets in easy Japanese stand beside the pages: not so where these are in it, or none are Japanese."""
    return JAPANESE in languages and EASY not in languages


def home(identifier: str, version: int | None = None) -> str:
    """The folder of an assessment, or of one of its versions, within that of a language."""
    folder = f"assessments/{identifier}/"
    return folder if version is None else f"{folder}versions/{version}/"


def relative(target: str, page: str) -> str:
    """From a page to another file of the site, so that the site can lie anywhere, also on a disk."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def permanent(path: str, address: str) -> str:
    """The address of a page in the world; a folder's own page goes by the folder."""
    return address + path.removesuffix(INDEX)


def version_of(path: str) -> int | None:
    """The version whose page or data lies at a path, if it is one's."""
    found = _VERSION.search(path)
    return int(found[1]) if found else None
