"""Pages with a city's own face, and in a third language: nothing that is held of the shipped ones is lost."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.browser.harness import PageReport, View, complaints
from tests.export.documents import exported
from tests.export.own import face_of
from tests.golden import ROOT
from tests.report.robot import report_of
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.kinds import KINDS
from tsukuba_pia.resources import with_own
from tsukuba_pia.work.own_face import check_own

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


@pytest.mark.parametrize("guide", ["own-face.md", "own-face.ja.md"])
def test_all_that_the_guide_shows(guide: str, tmp_path: Path, browser_report: Callable[..., list[PageReport]]) -> None:
    """In one face, on a draft: each text stands out from its ground, by day and in the dark."""
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w+)(?: templates/(\S+))?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    files = {name: body for _, name, body in blocks if name and not name.endswith(".css")}
    files["html/own.css"] = "".join(body for kind, _, body in blocks if kind == "css")
    assert files["html/own.css"].count("header.page") == 1
    face = face_of(tmp_path, files)
    assert check_own(face) == ()
    pages = []
    with with_own(face):
        for kind in ("full", "citizen", "council"):
            pages.append(tmp_path / f"{kind}.html")
            made = exported("html", replace(of_kind(report_of(), kind), draft=True))
            assert 'class="warning"' in made.partition("</header>")[0]
            pages[-1].write_text(made, encoding="utf-8")
    views = (View(width=390), View(width=1280, scheme="dark"))
    assert [one for report in browser_report(pages, views=views) for one in complaints(report)] == []
