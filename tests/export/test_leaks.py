"""A withheld text is found in whatever form it stands in a file, and nothing else is called a leak."""

import base64
import codecs
import gzip
import html
import io
import json
import quopri
import time
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Mapping
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tsukuba_pia.export._readings import letters
from tsukuba_pia.export.leaks import Leak, leaks
from tsukuba_pia.report.withholding import Secret

PLACE = ("answers", "k_level", "note")
TEXTS = (
    "深夜は夜間警備員が一人しかいない",
    "Only one guard is there at night",
    "サーバ室の鍵は守衛が持つ",
    "L'accès par la porte arrière",
    "鍵番号は🔑四五六七です",
)


def secret(text: str, nowhere: int = 0) -> Secret:
    """A withheld text, which may stand in another field as well if it is short."""
    return Secret(PLACE, text, nowhere)


def base64_after(before: bytes) -> Callable[[str], bytes]:
    """The text behind others, so that it begins elsewhere in a group of four."""
    return lambda text: base64.b64encode(before + text.encode() + b"!")


def zipped(text: str, *, as_name: bool = False) -> bytes:
    """As a file of a zip, or as the name of one."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(text.replace("/", "") if as_name else "x.xml", "x" if as_name else f"<a>{text}</a>")
    return held.getvalue()


def units(text: str) -> list[int]:
    """UTF-16's numbers of a text."""
    raw = text.encode("utf-16-be")
    return [int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)]


def wide(text: str) -> str:
    """ASCII in full width."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


def split(between: str) -> Callable[[str], bytes]:
    """The text with something in it that nobody sees."""
    return lambda text: between.join(text).encode()


FORMS: Mapping[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "in an attribute": lambda text: f'<img alt="{html.escape(text)}" src="x">'.encode(),
    "in a comment": lambda text: f"<!-- {text} -->".encode(),
    "in metadata": lambda text: f'<meta name="x" content="{html.escape(text)}">'.encode(),
    "html": lambda text: html.escape(text).encode(),
    "decimal": lambda text: "".join(f"&#{ord(one)};" for one in text).encode(),
    "hexadecimal entities": lambda text: "".join(f"&#x{ord(one):X};" for one in text).encode(),
    "escaped twice": lambda text: html.escape("".join(f"&#{ord(one)};" for one in text)).encode(),
    "url": lambda text: quote(text).encode(),
    "url, blanks as plus": lambda text: quote(text).replace("%20", "+").encode(),
    "url twice": lambda text: quote(quote(text)).encode(),
    "url, small": lambda text: quote(text).lower().encode(),
    "json": lambda text: json.dumps(text).encode(),
    "json in html": lambda text: html.escape(json.dumps(text)).encode(),
    "json twice": lambda text: json.dumps(json.dumps(text)).encode(),
    "javascript": lambda text: "".join(f"\\u{{{ord(one):x}}}" for one in text).encode(),
    "bytes": lambda text: "".join(f"\\x{one:02x}" for one in text.encode()).encode(),
    "base64": base64_after(b""),
    "base64, one further": base64_after(b"a"),
    "base64, two further": base64_after(b"ab"),
    "base64 in lines": lambda text: base64.encodebytes((text * 5).encode()),
    "base64 for addresses": lambda text: b"data:x;base64," + base64.urlsafe_b64encode(text.encode()),
    "base64 in a word": lambda text: b"abc" + base64.b64encode(text.encode()).rstrip(b"="),
    "hexadecimal digits": lambda text: text.encode().hex().encode(),
    "digits apart": lambda text: text.encode().hex(" ").encode(),
    "quoted printable": lambda text: quopri.encodestring(text.encode()),
    "reversed": lambda text: text[::-1].encode(),
    "reversed and escaped": lambda text: html.escape(text[::-1]).encode(),
    "full width": lambda text: wide(text).encode(),
    "decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
    "compatible": lambda text: unicodedata.normalize("NFKC", text).encode(),
    "large": lambda text: text.upper().encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16, big end": lambda text: b"x" + text.encode("utf-16-be"),
    "soft hyphens": split("\u00ad"),
    "zero width": split("\u200b"),
    "entities between": split("&shy;"),
    "line breaks": split("\n"),
    "blanks": split(" "),
    "tags between": split("</b><b>"),
    "tags with attributes": split('<wbr class="a">'),
    "marks of markdown": split("**"),
    "backslashes": split("\\"),
    "gzip": lambda text: gzip.compress(text.encode()),
    "zip": zipped,
    "name in a zip": lambda text: zipped(text, as_name=True),
    "stream of a pdf": lambda text: (
        b"%PDF-1.7\n1 0 obj<</Filter/FlateDecode>>stream\n" + zlib.compress(text.encode()) + b"\nendstream"
    ),
    "metadata of a pdf": lambda text: (
        b"%PDF-1.7\n<</Title <" + (codecs.BOM_UTF16_BE + text.encode("utf-16-be")).hex().encode() + b">>>"
    ),
    "octal": lambda text: b"(" + b"".join(b"\\%03o" % one for one in text.encode()) + b")",
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("form", FORMS)
def test_found_in_every_form(form: str, text: str) -> None:
    """Alone, and in the middle of a page."""
    written = FORMS[form](text)
    assert leaks(written, [secret(text)]) == (Leak(PLACE),), written
    if form not in ("gzip", "zip", "name in a zip", "utf-16", "utf-16, big end") and "pdf" not in form:
        page = "<p>夜間は職員がいます</p>\n".encode() * 50
        assert leaks(page + written + b"\n" + page, [secret(text)], page) == (Leak(PLACE),)


@pytest.mark.parametrize("form", [one for one in FORMS if one != "large"])
def test_nothing_where_nothing_is(form: str) -> None:
    """Another text in the same form is no leak."""
    written = FORMS[form]("公開する文章だけがここに書かれている")
    assert leaks(written, [secret(text) for text in TEXTS]) == ()


def test_a_piece_is_enough() -> None:
    """Half a sentence is a leak."""
    assert leaks("警備員が一人しかいないので".encode(), [secret(TEXTS[0])]) == (Leak(PLACE),)
    assert leaks("夜間警備の職員".encode(), [secret(TEXTS[0])]) == ()


def test_what_the_public_part_says_as_well_is_no_leak() -> None:
    """A phrase of everybody's in a withheld note; what stands beside it still is."""
    page = "個人情報の保護に関する法律を守ります".encode()
    told = secret("個人情報の保護に関する法律により鍵は三階の棚")
    assert leaks(page, [told], page) == ()
    assert leaks(page + "鍵は三階の棚".encode(), [secret("鍵は三階の棚")], page) == (Leak(PLACE),)
    assert leaks(page + "により鍵は三階の棚".encode(), [told], page) == (Leak(PLACE),)


def test_short_texts() -> None:
    """As a whole, in text, where the page would not say it otherwise."""
    page = "<p>2027年に始めます</p>"
    assert leaks(page.encode(), [secret("2027")], page.encode()) == ()
    assert leaks((page + "<b>鍵</b>箱").encode(), [secret("鍵箱")], page.encode()) == (Leak(PLACE),)
    assert leaks(b"x", [secret("x"), secret("…"), secret("🔑")]) == ()
    assert leaks(b"%PDF-1.7 12 12 \xff", [secret("12")]) == ()


def test_the_name_of_a_person_is_nowhere() -> None:
    """Who is withheld is withheld also where the page says the name anyway."""
    page = "<p>担当: 田中 花子</p>".encode()
    assert leaks(page, [secret("田中花子", 3)], page) == (Leak(PLACE),)
    assert leaks(page, [secret("田中花子")], page) == ()
    assert leaks(page, [secret("田中花子", 12)], page) == ()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("高橋 直", "髙橋 直"), ("渡辺 努", "渡邉 努"), ("斎藤 恵", "齋藤 惠"), ("山崎 瞳", "山﨑瞳"),
        ("吉田 文", "𠮷田 文"), ("タカハシ ナオ", "たかはし なお"), ("ﾀｶﾊｼ ﾅｵ", "タカハシ・ナオ"), ("Ōno Yū", "Ono Yu"),
        ("Ono Yu", "Ōno Yū"),
    ],
)  # fmt: skip
def test_the_name_of_a_person_is_nowhere_in_another_spelling(name: str, written: str) -> None:
    """What the toolkit takes for one person elsewhere is one person here."""
    page = f"<p>担当: {written}</p>".encode()
    assert leaks(page, [secret(name, 2)], page) == (Leak(PLACE),)
    assert leaks("<p>担当: 鷹橋 奈央</p>".encode(), [secret(name, 2)]) == ()


@pytest.mark.parametrize(("name", "written"), [
    ("Ann", "Annual planning head"), ("Ann", "planning"), ("Ann", "PLAN NOTE"), ("Ina", "in a house"),
    ("Jo Li", "banjo list"), ("中 央", "中央区画担当"), ("中央", "集中、央に"), ("中 央", "地域中央の広場"),
])  # fmt: skip
def test_a_piece_of_a_word_is_no_name(name: str, written: str) -> None:
    """Else a page could never be published: the word is nobody's name, and often the bank's."""
    for page in (f"<p>{written}</p>", f'{{"owner": "{written}"}}'):
        assert leaks(page.encode(), [secret(name, 2)], page.encode()) == ()


@pytest.mark.parametrize(("name", "written"), [
    ("Ann", "Ann"), ("Ann", "担当Annさん"), ("Ann", "ANN's desk"), ("Ann", "Ann_2"), ("Ann", "A\u00adnn"),
    ("Ann", "A.N.N."), ("Ann", "A<b>n</b>n"), ("Ann", "see\\nAnn"), ("Nina", "CITY\\nina"),
    ("Ann", "%41nn"), ("Ann", "QW5uIHNhaWQgc28u"),
    ("Tanaka", "htanaka@city"),
    ("Jo Li", "JoLi"), ("Jo Li", "Jo-Li"), ("森 茜", "森茜"), ("森 茜", "森 茜様"), ("森 茜", "市民課森茜主任"),
    ("森 茜", "担当森茜、ほか"), ("森 茜", "森茜保健師"), ("森茜", "森茜他二名"), ("森 茜", "森・茜の机"),
])  # fmt: skip
def test_a_short_name_is_found_as_a_word(name: str, written: str) -> None:
    """With a post, a title, signs or Japanese beside it, and in every form."""
    page = f"<p>{written}</p>".encode()
    assert leaks(page, [secret(name, 2)], page) == (Leak(PLACE),)


def test_each_is_told_once_and_by_its_place() -> None:
    """Never by what it says."""
    two = [Secret(("answers", "k_b", "note", "ja"), TEXTS[0]), Secret(("team", 0, "post"), TEXTS[1])]
    found = leaks(f"{TEXTS[1]} {TEXTS[0]} {TEXTS[0]}".encode(), two)
    assert [one.field for one in found] == ["answers.k_b.note.ja", "team.0.post"]
    assert not any(text in repr(found) for text in TEXTS)


@given(st.text(st.characters(categories=["L", "N"]), min_size=12, max_size=40), st.sampled_from(sorted(FORMS)))
def test_any_letters_in_any_form(text: str, form: str) -> None:
    """Whatever is written."""
    if form in ("large", "name in a zip") or unicodedata.normalize("NFKC", text) != text:
        return
    assert leaks(FORMS[form](text), [secret(text)]) == (Leak(PLACE),)


@pytest.mark.parametrize("written", [
    b"", b"\xff\xfe\x00", b"PK\x03\x04broken", b"\x1f\x8bbroken", b"%PDF-1.7 stream\nbroken", b"%", b"&#x110000;",
    b"\\ud800", b"\\u{110000}", b"=E3=8", b"A" * 100, b"&#99999999999999999999;", b"<" * 5000,
])  # fmt: skip
def test_broken_files_are_read_all_the_same(written: bytes) -> None:
    """What cannot be unpacked is searched as it lies there."""
    assert leaks(written, [secret(TEXTS[0])]) == ()
    assert leaks(written + b" " + TEXTS[0].encode(), [secret(TEXTS[0])]) == (Leak(PLACE),)


def test_fast_enough_for_every_page() -> None:
    """300 KB against fifty texts: some 20 ms, and far below a blink where the machine has other work."""
    line = '<p class="lead">移動履歴は、どの細かさで保存しますか。<a href="#q">Question &amp; answer</a></p>\n'
    page = (line * 2500)[:300_000].encode()
    secrets = [secret(f"第{number}の非公開の説明は鍵{number}の場所{number}である" * 5) for number in range(50)]
    start = time.process_time()
    assert leaks(page, secrets, page) == ()
    assert time.process_time() - start < 0.25


@pytest.mark.parametrize("text", ["e\u0301", "e-\u0301", "か\u3099", "ｶﾞ", "㈱", "İ", "ß", "ﬃ", "각", "1½", "ﷺ"])
def test_signs_between_change_no_letters(text: str) -> None:
    """A mark belongs to the letter before it, whatever stands around the two."""
    whole = letters(text)
    assert letters(f"a{text}b") == f"a{whole}b"
    assert letters(unicodedata.normalize("NFKC", f"<i>{text}</i>")) == f"i{whole}i"
