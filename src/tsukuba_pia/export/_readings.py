"""What bytes can be read as: packed streams unpacked, encodings undone, tags and signs taken away."""

import binascii
import gzip
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache

from tsukuba_pia.score.person_names import one_spelling

MOST = 100_000_000  # bytes of one packed stream that are looked at; what grows larger was made to harm
_STREAM = re.compile(rb"stream\r?\n")
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)  # part no word
_ESCAPED = re.compile(r"\\+[bfnrt]")  # JSON's blanks: the letter belongs to no word
_NO_LETTERS = re.compile(r"[\W_]+")
_FOREIGN = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")  # with the letter that a mark behind it may belong to
_SIGNS = bytes(one for one in range(128) if not chr(one).isalnum())
# Each begins with what it must begin with: a search looks for that alone, at a tenth of the time.
_RUN = re.compile(r"[A-Za-z0-9+/_-]+(?:[\r\n]{1,2}[A-Za-z0-9+/_-]+)*")
_HEX = re.compile(r"[0-9A-Fa-f][0-9A-Fa-f][\s:]?(?:[0-9A-Fa-f]{2}[\s:]?){5,}")
_UNICODE = re.compile(r"(?:\\+u[0-9A-Fa-f]{4}|\\+u\{[0-9A-Fa-f]{1,6}\})+")
_ONE = re.compile(r"u\{?([0-9A-Fa-f]{1,6})")
_QUOTED = re.compile(r"=(?:[0-9A-Fa-f]{2}|\r?\n)(?:=(?:[0-9A-Fa-f]{2}|\r?\n))*")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_ENCODED = 8  # letters of base64: two of Japanese
_BYTES = re.compile(r"(?:\\x[0-9A-Fa-f]{2})+")
_OCTAL = re.compile(r"(?:\\[0-3][0-7]{2})+")


def unpacked(written: bytes) -> Iterator[bytes]:
    """The bytes themselves, and what is packed in them: a PDF's streams, the files of a zip and their names, gzip."""
    yield written
    if written.startswith(b"PK\x03\x04"):
        with suppress(zipfile.BadZipFile, zlib.error, EOFError):  # what cannot be unpacked is read as it lies there
            yield from _zipped(written)
    elif written.startswith(b"\x1f\x8b"):
        with suppress(OSError, zlib.error, EOFError), gzip.open(io.BytesIO(written)) as packed:
            yield from unpacked(packed.read(MOST))
    elif written.startswith(b"%PDF"):
        yield from (_inflated(written[found.end() :]) for found in _STREAM.finditer(written))


def _zipped(written: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        yield packed.comment
        for one in packed.infolist():
            yield one.filename.encode() + b"\n" + one.comment
            with packed.open(one) as file:
                yield from unpacked(file.read(MOST))


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, MOST)
    except zlib.error:
        return b""  # not packed: read with the file that it stands in


def letters(text: str) -> str:
    """Only the letters and digits, in one width, case and spelling: no sign, blank, or line's end can part a word."""
    bare = text.encode("utf-8", "replace").translate(None, _SIGNS).decode()  # most signs, in a moment
    return _FOREIGN.sub(lambda found: _folded(found[0]), bare).casefold()


@lru_cache(maxsize=20_000)  # the readings of a page hold the same words
def _folded(run: str) -> str:
    return _NO_LETTERS.sub("", one_spelling(unicodedata.normalize("NFKC", run).casefold()))


def words_of(text: str) -> str:
    """Its letters and digits in one width, case and spelling, with one blank wherever something else parts them."""
    return _NO_LETTERS.sub(" ", one_spelling(unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold()))


def both_words_of(text: str) -> str:
    """Its words, and where a letter behind a backslash may be none of them (a line's end in JSON), without it too."""
    other = _ESCAPED.sub(" ", text) if "\\" in text else text
    return words_of(text) if other == text else f"{words_of(text)}\n{words_of(other)}"


def readings(part: bytes, fold: Callable[[str], str] = letters) -> Iterator[str]:
    """Texts as which a reader may take a piece of a file, each as its letters and digits, or as its words."""
    text = part.decode("utf-8", "replace")
    plain = dict.fromkeys(_plain(text))
    if b"\x00" in part or "\ufffd" in text:
        plain |= dict.fromkeys(
            part[start:].decode(f"utf-16-{end}", "replace") for start in (0, 1) for end in ("le", "be")
        )
    yield from dict.fromkeys(fold(one) for one in plain)
    yield fold("\n".join(_decoded(text)))


def _plain(text: str) -> Iterator[str]:
    """As it stands, without tags, and both with everything that is escaped spelt out, also what was escaped twice."""
    bare = _TAG.sub("", text) if "<" in text else text
    for one in (text, bare):
        yield one
        once = _spelt_out(one)
        one = once if once is one else _spelt_out(once)  # noqa: PLW2901 - once more
        yield one
    if bare is not text:
        yield _TAG.sub("", one)


def _spelt_out(text: str) -> str:
    text = html.unescape(text) if "&" in text else text
    if "%" in text:
        text = _PERCENT.sub(lambda found: _from_hex(found[0].replace("%", "")), text)
    if "\\" in text:
        text = _UNICODE.sub(lambda found: _from_units(found[0]), text)
        text = _BYTES.sub(lambda found: _from_hex(found[0].replace("\\x", "")), text)
        text = _OCTAL.sub(lambda found: _from_octal(found[0]), text)
    if "=" in text:
        text = _QUOTED.sub(lambda found: _from_quoted(found[0]), text)
    return text


def _from_units(escaped: str) -> str:
    """JSON's and JavaScript's escapes; two halves of one character come together."""
    units = "".join(chr(min(int(one, 16), 0x10FFFF)) for one in _ONE.findall(escaped))
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _from_hex(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-8", "replace")


def _from_octal(escaped: str) -> str:
    raw = bytes(int(one, 8) for one in escaped.split("\\")[1:])
    return raw.decode("utf-16" if raw[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8", "replace")


def _from_quoted(quoted: str) -> str:
    return _from_hex(re.sub(r"=\r?\n|=", "", quoted))


def _decoded(text: str) -> Iterator[str]:
    """What base64 (from each of its four places), hexadecimal digits and their like stand for."""
    for found in dict.fromkeys(_RUN.findall(text)):  # words of a page's frame stand there a hundred times
        if len(found) < _ENCODED:
            continue
        run = re.sub(r"[\r\n]", "", found).translate(_COMMON)
        for start in range(4):
            try:
                raw = binascii.a2b_base64(run[start : start + (len(run) - start) // 4 * 4] + _rest(run, start))
            except binascii.Error:
                continue
            yield raw.decode("utf-8", "ignore")
    for found in dict.fromkeys(_HEX.findall(text)):
        digits = re.sub(r"[\s:]", "", found)
        raw = bytes.fromhex(digits[: len(digits) // 2 * 2])
        yield raw.decode("utf-8", "ignore")
        yield raw.decode("utf-16-be", "ignore")


_COMMON = str.maketrans("-_", "+/")


def _rest(run: str, start: int) -> str:
    """The last, incomplete four of a run, filled up."""
    left = (len(run) - start) % 4
    return run[-left:] + "=" * (4 - left) if left > 1 else ""
