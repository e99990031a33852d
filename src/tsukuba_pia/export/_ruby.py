"""Readings of Chinese characters in easy Japanese: `漢字(かんじ)` becomes small letters above them."""

import re

from markupsafe import Markup

EASY = "-x-easy"
_READ = re.compile(r"([\u3005\u3006\u3400-\u4dbf\u4e00-\u9fff]+)[(（]([\u3041-\u3096ー]+)[)）]")
_TAG = re.compile(r"(<[^>]*>)")
_ABOVE = re.compile(r"</?(?:ruby|rp|rt)>")


def bare(found: re.Match[str]) -> str:
    """A title, which holds no elements: its readings stand in brackets, as they were written."""
    return _ABOVE.sub("", found[0])


def ruby(body: Markup) -> Markup:
    """HTML with its readings above; within tags nothing is touched."""
    if "(" not in body and "（" not in body:  # most texts have none
        return body
    parts = _TAG.split(str(body))
    parts[::2] = (_READ.sub(r"<ruby>\1<rp>(</rp><rt>\2</rt><rp>)</rp></ruby>", part) for part in parts[::2])
    return Markup("".join(parts))  # noqa: S704 - as safe as it was: only kana and characters were set apart
