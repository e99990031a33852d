"""The harness itself: a bad page is found bad in each way it is bad, and a good page is left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.harness import WIDTHS, PageReport, View, complaints
from tests.browser.markup import faults

pytestmark = pytest.mark.browser

# As strict as the pages that we write: the harness has to work in spite of it.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
PAGE = """<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">{head}</head>
<body><main><h1>{title}</h1>{body}</main></body></html>
"""
BAD = {
    "contrast": '<p style="color:#bbb;background:#fff">読みにくい文字</p>',
    "overflow": '<div style="width:2000px">広すぎる</div>',
    "remote": '<img src="https://tracker.example/pixel.png" alt="">',
    "local": '<img src="beside.png" alt="">',
    "console": "<script>console.error('broken'); undefinedFunction();</script>",
    "dialog": "<script>alert('stop')</script>",
    "inner": '<div style="overflow-x:auto" tabindex="0"><p style="width:900px">横に長い</p></div>',
    "no-mark": '<a href="#x" style="outline:0">印のないリンク</a>',
    "armed": '<p onpointerrawupdate="x()">wartet</p>',
    "trap": """<button onfocus="setTimeout(() => this.blur())">消える</button><button>次</button>""",
    "unnamed": '<a href="#x"></a>',
    "no-alt": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">',
}
EXPECTED = {
    "contrast": "axe color-contrast",
    "overflow": "px too wide",
    "remote": "asks for https://tracker.example/pixel.png",
    "local": "asks for file://",
    "console": "console: broken",
    "dialog": "opens a dialog: alert: stop",
    "inner": "px too wide",
    "no-mark": "keyboard: no mark of the focus",
    "armed": "could act: ",
    "trap": "keyboard: ",
    "unnamed": "without a name: link",
    "no-alt": "axe image-alt",
}
Reports = dict[tuple[str, int], PageReport]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pictures of the pages go."""
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture(scope="module")
def reports(
    browser_report: Callable[..., list[PageReport]], tmp_path_factory: pytest.TempPathFactory, pictures: Path
) -> Reports:
    """A good page under a strict policy, one that breaks its policy, and one page for each way to be bad."""
    folder = tmp_path_factory.mktemp("pages")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    texts = {"good": PAGE.format(title="よいページ", head=policy, body="<p>本文</p>")}
    texts["policy"] = PAGE.format(title="Policy", head=policy, body=BAD["console"])
    texts |= {name: PAGE.format(title=name, head="", body=body) for name, body in BAD.items()}
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    good, *others = (folder / f"{name}.html" for name in texts)
    found: list[PageReport] = browser_report([good], screenshots=pictures)
    found += browser_report(others, views=[View(width=320, keys=True)])
    return {(Path(one["file"]).stem, one["width"]): one for one in found}


@pytest.mark.parametrize("width", WIDTHS)
def test_a_good_page_is_left_alone(reports: Reports, pictures: Path, width: int) -> None:
    """And it was looked at: axe ran, and there is a picture of it."""
    good = reports["good", width]
    assert complaints(good) == []
    assert good["title"] == "よいページ"
    assert good["passes"] > (5 if width == WIDTHS[0] else 0)  # all is asked at the first width
    assert (pictures / f"good-{width}.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_bad_page_is_found_bad(reports: Reports, name: str) -> None:
    """In the way in which it is bad."""
    told = complaints(reports[name, 320])
    assert any(EXPECTED[name] in line for line in told), told


def test_an_uncaught_error_is_told(reports: Reports) -> None:
    """Not only what the page itself writes to the console."""
    assert any("undefinedFunction" in line for line in reports["console", 320]["console"])


def test_a_script_that_the_policy_forbids_is_told(reports: Reports) -> None:
    """The harness does not switch the policy off."""
    told = complaints(reports["policy", 320])
    assert any("Content Security Policy" in line for line in told)
    assert not any("console: broken" in line for line in told)


def test_other_readers_of_html_find_faults(tmp_path: Path) -> None:
    """Both of them, each with what the other does not tell."""
    page = tmp_path / "faulty.html"
    page.write_text(PAGE.format(title="x", head="", body='<p>a<div>b</div><table class="a a"></table></p>'), "utf-8")
    told = faults([page])
    assert any("No “p” element in scope" in line or "No p element in scope" in line for line in told), told
    assert any("no-dup-class" in line for line in told), told
