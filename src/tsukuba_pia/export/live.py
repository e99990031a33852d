"""The page around a report that is shown while somebody writes it: what there is to say of the file, and a frame."""

from tsukuba_pia.export._page import page
from tsukuba_pia.labels import labels


def page_around(language: str, name: str, nonce: str) -> str:
    """The page.

    Args:
        language: of whoever writes.
        name: what is written, in a word.
        nonce: marks the one style and the one program that may run in it.

    """
    words = labels(language)["render_watch"]
    return page("live/page.html.j2", language, lang=language, name=name, nonce=nonce, w=words)
