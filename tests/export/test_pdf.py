"""PDF: for a screen reader (PDF/UA-1), with its fonts, asking for nothing, the same bytes everywhere."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.export.documents import Page, exported
from tests.golden import ROOT
from tests.report.robot import report_of
from tsukuba_pia.cli.main import run
from tsukuba_pia.export import _pdf as module
from tsukuba_pia.export.pdf import press
from tsukuba_pia.model.text import Said
from tsukuba_pia.problems import Problem
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import Kind
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.rendering import Order, Rendered, rendered

pytest.importorskip("weasyprint", reason="PDF needs the extra [pdf]", exc_type=ImportError)
page = pytest.importorskip("page")
pdfium = pytest.importorskip("pypdfium2")
SMALL = report_of()
ONLY_ON_SCREEN = {  # ways through a page, and its title, which a PDF tells otherwise
    "くわしい報告書の目次", "この報告書の先頭へ", "リスクの一覧へ戻る", "本文へ", "目次へ戻る",
    "小さなロボット-プライバシー影響評価",
}  # fmt: skip
# The handle of what stands folded, and what it says unseen.
FOLD = re.compile(r".*:|.*見る(\(\d+件\))?|待っている回答\(\d+件\)と根拠")


def pressed(report: Report = SMALL) -> bytes:
    """A report on paper."""
    return press(exported("html", report), report)


@cache
def small(language: str, kind: Kind = "full") -> bytes:
    """The small case on paper: several tests ask it different things."""
    return pressed(of_kind(report_of(language=language), kind))


def judged(made: bytes, tmp_path: Path) -> list[str]:
    """The rules of PDF/UA-1 that it breaks, by a judge that is not ours."""
    file = tmp_path / "judged.pdf"
    file.write_bytes(made)
    return [one.rule_id for one in page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1).failures]


def words_of(made: bytes) -> str:
    """All that stands on its pages, without blanks."""
    return "".join(map(words_of_sheet, pdfium.PdfDocument(made)))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_for_everyone(language: str, tmp_path: Path) -> None:
    """A judge finds nothing; the title is told; every font lies in the file."""
    made = small(language)
    assert judged(made, tmp_path) == []
    document = pdfium.PdfDocument(made)
    assert document.get_metadata_value("Title").startswith(report_of(language=language).title.words)
    assert len(document) < 40


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ja", "en", "vi", "ja-x-easy"])
@pytest.mark.parametrize("kind", ["citizen", "council", "notice"])
def test_what_is_handed_out_and_put_up(kind: Kind, language: str, tmp_path: Path) -> None:
    """The same, in every language; what is handed out is one leaf, and none of its letters are tiny."""
    made = small(language, kind)
    assert judged(made, tmp_path) == []
    assert len(pdfium.PdfDocument(made)) <= 2
    assert middle_size(made) >= (14 if kind == "notice" else 8)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["full", "citizen", "council"])
@pytest.mark.parametrize("language", ["vi", "ja-x-easy"])
def test_a_whole_example_in_a_language_that_it_lacks(kind: Kind, language: str, tmp_path: Path) -> None:
    """Texts in other languages stand in links, too."""
    opened = open_assessment(ROOT / "examples" / "air-quality-sensors", "2026-12-02")
    made = rendered(opened, Order("pdf", kind, "public", language), "x.pdf")
    assert isinstance(made, Rendered)
    assert judged(made.content, tmp_path) == []


@pytest.mark.slow
def test_the_longest_sheet_in_easy_japanese_is_one_leaf() -> None:
    """More words and their readings, and letters no smaller than those of other sheets."""
    opened = open_assessment(ROOT / "examples" / "sidewalk-robot", "2026-12-02")
    made = rendered(opened, Order("pdf", "citizen", "public", "ja-x-easy", draft=True), "x.pdf")
    assert isinstance(made, Rendered)
    assert len(pdfium.PdfDocument(made.content)) == 2
    assert middle_size(made.content) >= 8.4


@pytest.mark.slow
def test_a_whole_example(tmp_path: Path) -> None:
    """One of the longest reports that there are, in the language with the larger fonts."""
    html = (ROOT / "examples" / "sidewalk-robot" / "expected" / "public.ja.html").read_text(encoding="utf-8")
    assert judged(module.pdf(html, "2026-12-01"), tmp_path) == []


def test_no_word_is_lost() -> None:
    """What the page says, the paper says."""
    printed = words_of(small("ja"))
    said = {"".join(one.split()) for one in Page(exported("html", SMALL)).words}
    assert len(said) > 200
    assert {one for one in said if one not in printed and not FOLD.fullmatch(one)} == ONLY_ON_SCREEN


def test_same_bytes_everywhere(tmp_path: Path) -> None:
    """Whatever the seed of hashes, the time zone, the locale and the folder."""
    html = tmp_path / "page.html"
    html.write_text(exported("html", SMALL), encoding="utf-8")
    code = (
        "import sys; from tsukuba_pia.export._pdf import pdf;"
        f"sys.stdout.buffer.write(pdf(open({str(html)!r}, encoding='utf-8').read(), '2026-12-01'))"
    )
    odd = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Chatham", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"}
    found = [
        subprocess.run([sys.executable, "-c", code], env=os.environ | more, cwd=where, check=True, capture_output=True)
        for more, where in (({}, ROOT), (odd, tmp_path))
    ]
    assert found[0].stdout == found[1].stdout
    assert found[0].stdout.startswith(b"%PDF-")


def test_readings_stand_behind_in_brackets() -> None:
    """Small letters above others are none of the library's: on paper a reading never tears a word.

    Of a sheet it stands where a word is met first; of a sign, which is read from anywhere, at each.
    """
    sheet = words_of(small("ja-x-easy", "citizen"))
    assert "残(のこ)っている" in sheet
    assert sheet.count("対策(たいさく)") == 1 < sheet.count("対策")
    sign = words_of(small("ja-x-easy", "notice"))
    assert sign.count("情報(じょうほう)") == sign.count("情報") > 1


def test_a_sign_fills_its_sheet() -> None:
    """It is read from a metre: both languages on one sheet where they are large enough there, else one on each."""
    sign = of_kind(SMALL, "notice")
    assert sign.notice is not None
    short = replace(sign.notice, faces=tuple(replace(face, lines=face.lines[:2]) for face in sign.notice.faces))
    made = pressed(replace(sign, notice=short))
    assert len(pdfium.PdfDocument(made)) == 1
    assert middle_size(made) >= 18
    faces = [
        replace(one, lines=tuple(replace(line, texts=line.texts * 3) for line in one.lines))
        for one in sign.notice.faces
    ]
    made = pressed(replace(sign, notice=replace(sign.notice, faces=tuple(faces))))
    assert len(pdfium.PdfDocument(made)) == 2
    assert middle_size(made) >= 12
    sheets = [words_of_sheet(one) for one in pdfium.PdfDocument(made)]
    for sheet, face in zip(sheets, sign.notice.faces, strict=True):
        for line in face.lines:
            assert "".join(line.label.words.split()) in sheet
        assert "".join(face.call.words.split()) in sheet
        assert sheet.count(sign.notice.phone or "?") == 1


def words_of_sheet(sheet: Any) -> str:  # noqa: ANN401 - without types of its own
    """All that stands on a page, without blanks."""
    return "".join(sheet.get_textpage().get_text_range().split())


def middle_size(made: bytes) -> float:
    """Half of its texts have larger letters."""
    pages = pdfium.PdfDocument(made)
    sizes = sorted(one.get_font_size() for page_ in pages for one in page_.get_objects() if one.type == 1)
    found: float = sizes[len(sizes) // 2]
    return found


def test_asks_for_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the network nor a file, whatever the page names; nothing leaves but what the page holds itself."""
    opened: list[object] = []
    monkeypatch.setattr("urllib.request.OpenerDirector.open", lambda _self, request, *_: opened.append(request))
    picture = tmp_path / "secret.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>geheim</text></svg>', encoding="utf-8")
    asks = "".join(
        f'<img alt="x" src="{one}"><link rel="stylesheet" href="{one}"><p style="background: url({one})">.</p>'
        for one in (
            "http://127.0.0.1:9/x",
            "https://example.com/x.png",
            picture.as_uri(),
            "secret.svg",
            "//example.com",
        )
    )
    made = module.pdf(exported("html", SMALL).replace("<main", f"{asks}<main", 1), "2026-12-01")
    assert "geheim" not in words_of(made)
    assert opened == []


def test_a_character_that_no_font_has() -> None:
    """Nothing is written with a box in its place; the character is named."""
    odd = replace(SMALL, conclusion=Said("\U0001fbff", "ja"))
    with pytest.raises(Problem) as told:
        pressed(odd)
    assert told.value.code == "pdf_no_font"


@pytest.mark.parametrize(("error", "key"), [(ModuleNotFoundError, "pdf_no_extra"), (OSError, "pdf_no_pango")])
def test_what_is_missing(
    error: type[Exception], key: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line with what to run; never a traceback."""

    class Nothing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise error(name)

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Nothing(), *sys.meta_path])
    assert (
        run(
            [
                "render",
                str(ROOT / "examples" / "sidewalk-robot"),
                "--format",
                "pdf",
                "--draft",
                "-o",
                "-",
                "--lang",
                "en",
            ]
        )
        == 2
    )
    said = capsys.readouterr().err
    assert {"pdf_no_extra": 'pip install "tsukuba-pia[pdf]"', "pdf_no_pango": "libpango"}[key] in said
    assert "Traceback" not in said
