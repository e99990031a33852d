"""Pages with a city's own face, and in a third language: nothing that is held of the shipped ones is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.harness import PageReport, View, complaints
from tests.export.documents import exported
from tests.export.own import face_of
from tests.report.robot import report_of
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.kinds import KINDS
from tsukuba_pia.resources import with_own

pytestmark = pytest.mark.browser
VIEWS = (View(width=320), View(width=1280, scheme="dark"), View(width=390, forced=True), View(width=794, paper=True))
FILES = {
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80"><rect width="80" height="80"/></svg>',
    "html/own.css": ":root { --accent: #00573f; --link: #00573f; }"
    "@media (prefers-color-scheme: dark) { :root { --accent: #7fd6b8; --link: #7fd6b8; } }",
    "labels/ja.toml": '[report]\nkind = "見本市のプライバシー評価"\n',
}


def test_a_city_and_a_third_language(tmp_path: Path, browser_report: Callable[..., list[PageReport]]) -> None:
    """Each kind of page: no error, no request, nothing cut off, nothing that shuts people out."""
    face = face_of(tmp_path, FILES)
    pages = []
    for kind in KINDS:
        with with_own(face):
            made = {"ja": exported("html", of_kind(report_of(), kind))}
        made["vi"] = exported("html", of_kind(report_of(language="vi"), kind))
        for language, text in made.items():
            pages.append(tmp_path / f"{kind}.{language}.html")
            pages[-1].write_text(text, encoding="utf-8")
    assert 'class="logo"' in pages[0].read_text(encoding="utf-8")
    assert [one for report in browser_report(pages, views=VIEWS) for one in complaints(report)] == []
