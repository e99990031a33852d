"""A file is not in UTF-8.

Older programs on Windows save Japanese text as Shift_JIS, spreadsheets sometimes as UTF-16. Read as something else, names and
places would turn into other characters, so nothing is guessed: the file is read as UTF-8 or not at all.

Use instead: “Save as … UTF-8” (without BOM) in your editor. The names of encodings told here are a guess from the bytes.

---

ファイルの文字コードが UTF-8 ではありません。

Windows の古いソフトは日本語を Shift_JIS で保存し、表計算ソフトは UTF-16 を使うことがあります。別の文字コードとして読むと氏名や地名が
化けるため、推測では読みません。

代わりに: エディターの「名前を付けて保存」で UTF-8(BOM なし)を選びます。表示する文字コードは、内容から推測したものです。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA002",
    level="error",
    about="file",
    message={
        "ja": "文字コードが UTF-8 ではありません[({encoding} のようです)]。",
        "en": "This file is not in UTF-8[; it looks like {encoding}].",
    },
    hint={
        "ja": "エディターで UTF-8(BOM なし)として保存し直してください。",
        "en": "Save it again as UTF-8 (without BOM) in your editor.",
    },
)
