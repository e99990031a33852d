"""A part of a city's page says all that the shipped one says there, as openly; it may say more, and look different."""

from pathlib import Path

import pytest

from tests.export.own import face_of
from tests.report.robot import report_of
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.export.own_said import unsaid
from tsukuba_pia.labels import labels
from tsukuba_pia.resources import with_own
from tsukuba_pia.work.own_face import check_own
from tsukuba_pia.work.own_losses import check_made, hold

RISKS = "html/_risks.html.j2"
WHOLE = '{% include "shipped/html/_risks.html.j2" %}'
PAGE = "<!DOCTYPE html><html><head><style>{style}</style></head><body><main>{main}</main></body></html>"
SHIPPED = '<h2 id="a">Risks</h2><p>Nobody is told.</p><p>Kept 3 days, then erased</p><h2 id="b">Rest</h2><p>Ask us</p>'


def told(main: str, style: str = "") -> dict[str, str]:
    """What is missing on a page, by its heading."""
    return unsaid(PAGE.format(style=style, main=main), PAGE.format(style=style, main=SHIPPED))


@pytest.mark.parametrize(
    "main",
    [SHIPPED,
     '<h2 id="b">Rest</h2>Ask <b>us</b><h2 id="a">Risks</h2><p>Nobody\n is told</p><p>then erased<br>Kept 3 days</p>',
     f"<div>{SHIPPED}<p>And more, of our own.</p></div>",
     f"<details open><summary>x</summary>{SHIPPED}</details>",
     f'<div class="group">{SHIPPED}</div>'],
)  # fmt: skip
def test_laid_out_otherwise(main: str) -> None:
    """Moved, marked, parted, added to."""
    assert told(main) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [("<p>Nobody is told.</p>", ""), ("Nobody is told", "All are told"),
     ("<p>Nobody is told.</p>", "<details><summary>x</summary>Nobody is told</details>"),
     ("<p>Nobody is told.</p>", '<div class="group"><p>Nobody is told.</p></div>'),
     ("<p>Nobody is told.</p>", '<p class="unseen">Nobody is told.</p>'),
     ("<p>Nobody is told.</p>", '<p aria-hidden="true">Nobody is told.</p>'),
     ("<p>Nobody is told.</p>", "<svg><text>Nobody is told.</text></svg>"),
     ("<p>Nobody is told.</p>", "<table><thead><tr><td>Nobody is told.</td></tr></thead></table>"),
     ("Nobody is told", "<s>Nobody is told</s>"), ("Nobody is told", "Nobody <del>is</del> told")],
)  # fmt: skip
def test_what_a_reader_does_not_see(old: str, new: str) -> None:
    """Left out, said otherwise, folded away, in a class that the shipped style hides somewhere, crossed out."""
    style = "@media print { .x .group:not(:has(.entry)), p { color: red } .group:not(:has(.y, .z)) { display: none; } }"
    assert told(SHIPPED.replace(old, new), style) == {"a": "Nobody is told"}


def test_what_is_folded_when_shipped_may_stay_so() -> None:
    """And what leads through the page may go."""
    shipped = PAGE.format(
        style="", main='<details><summary>x y</summary><p>folded</p></details><p class="back">to the contents</p>'
    )
    assert unsaid(shipped.replace("to the contents", ""), shipped) == {}
    assert unsaid(shipped.replace("<details>", "<details open>"), shipped) == {}
    assert unsaid(shipped.replace("x y", "x"), shipped) == {"": "x y"}
    assert unsaid(shipped.replace("folded", ""), shipped) == {"": "folded"}


def lost(face: Path, text: str, name: str = RISKS) -> list[Diagnostic]:
    """PIA031 of a workspace with one template."""
    return [one for one in check_own(face_of(face, {name: text})) if one.code == "PIA031"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (RISKS, '<section><h2 id="risks">{{ w.parts.risks }}</h2></section>', "リスクの評価: "),
        (RISKS, f"<details><summary>x</summary>{WHOLE}</details>", "リスクの評価: "),
        ("html/_contents.html.j2", "", "くわしい報告書の目次"),
        ("markdown/_risks.md.j2", "## {{ w.parts.risks }}\n", "リスクの評価: "),
    ],
)
def test_an_emptied_part_is_told(tmp_path: Path, name: str, text: str, words: str) -> None:
    """PIA031, with the first words that are missing; also on a real page, where the probe has all."""
    (told_,) = lost(tmp_path / "a", text, name)
    assert words in told_.args["part"]
    assert Path(told_.file).name == Path(name).name
    room = name.partition("/")[0]
    shipped = f'{{% include "shipped/{name}" %}}'
    face = face_of(tmp_path / "b", {name: f'{{% if report.id == "probe" %}}{shipped}{{% else %}}{text}{{% endif %}}'})
    exporter = exporters()["md" if room == "markdown" else "html"]
    with with_own(face):
        page = exporter.export(report_of(), labels("ja"))
    assert [one.code for one in check_made(report_of(), exporter, face, page)] == ["PIA031"]


@pytest.mark.parametrize("name", [RISKS, "html/_head.html.j2"])
def test_in_the_place_of_the_logo_nothing_is_read(tmp_path: Path, name: str) -> None:
    """A city may hide its logo, so no part of the page may pass for one."""
    wrapped = f'<div class="logo">{{% include "shipped/{name}" %}}</div>'
    assert [Path(one.file).name for one in lost(tmp_path, wrapped, name)] == [Path(name).name]


def test_a_part_that_says_more_is_none_the_worse(tmp_path: Path) -> None:
    """Around it, before it, and with words of the city's own in its labels."""
    files = {
        RISKS: f'<div style="padding: 1rem"><p>見本市</p>{WHOLE}</div>',
        "labels/ja.toml": '[report.parts]\nrisks = "心配"\n',
    }
    assert check_own(face_of(tmp_path, files)) == ()


def test_a_page_of_the_register_is_held_too(tmp_path: Path) -> None:
    """Its list of assessments is not folded away."""
    face = face_of(tmp_path, {"html/site_index.html.j2": "x"})
    whole = PAGE.format(style="", main='<h1 id="x">Register</h1><p>Cameras in the park</p>')
    hold(face, "html/site_index.html.j2", whole, whole)
    with pytest.raises(Exception, match="PIA031"):
        hold(face, "html/site_index.html.j2", whole.replace("<p>Cameras in the park</p>", ""), whole)
