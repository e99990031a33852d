"""A value is written in full-width letters or digits, has a full-width blank at its edge, or is in half-width kana.

`ｙｅｓ`, `１２` and `２０２７-０４-０１` look like an answer, a number and a date. To a program they are other words: no option, no number,
no date. A full-width blank at the edge of a value cannot be seen at all. Half-width kana are a note: who searches for バス does not find ﾊﾞｽ, and programs that read aloud stumble over it.

```yaml file
answers:
  handles_personal_data: ｙｅｓ  # PIA019 at ｙｅｓ
```

Use instead: `yes`, `12`, `2027-04-01`, in half-width characters, and kana in full width. Full-width letters in sentences are fine.

---

値が全角の英数字で書かれているか、値の端に全角の空白があるか、半角カナが使われています。

`ｙｅｓ`、`１２`、`２０２７-０４-０１` は回答・数・日付に見えますが、プログラムには別の言葉です。選択肢にも数にも日付にもなりません。
値の端の全角空白は、目で見ても分かりません。半角カナは注記です。「バス」で探しても「ﾊﾞｽ」は見つからず、読み上げるプログラムもつまずくからです。

代わりに: `yes`、`12`、`2027-04-01` のように半角で、カナは全角で書きます。文章の中の全角文字はかまいません。
"""

import unicodedata
from collections.abc import Iterator

from tsukuba_pia.diagnostics import Diagnostic, Finding
from tsukuba_pia.late import late
from tsukuba_pia.lint.mends import Mend, with_word, written
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source, scalars

_WIDE = late("[\u3000\uff0d\u2212\uff10-\uff19\uff21-\uff3a\uff3f\uff41-\uff5a]")
_KANA = late("[\uff66-\uff9f]+")
_SOME = late(f"{_WIDE.pattern[:-1]}\uff66-\uff9f]")  # one of either: a text is looked through once
_EDGE = "\u3000"
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2012\u2013\u2014\u2015\u2212\u30fc\uff0d\uff70", "-"))
_VALUE = late(r"[a-z][a-z0-9_-]*|[-+]?[0-9]+(\.[0-9]+)?|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}")


def check(source: Source) -> Iterator[Finding]:
    """Each value that would be an id, a number or a date in half-width characters, or that ends in a blank nobody sees."""
    for path, text, mark in scalars(source) if _SOME.search(source.beyond_ascii) else ():
        if _KANA.search(text):
            yield Finding(path, {"problem": "@half_width_kana", "meant": "", "way": "@write_full_kana"}, level="note")
        if not _WIDE.search(text) or mark.begin.line != mark.end.line:  # a paragraph may begin with a wide blank
            continue
        narrow = unicodedata.normalize("NFKC", text.translate(_HYPHENS)).strip()
        if _VALUE.fullmatch(narrow):
            yield Finding(path, {"problem": "@wide_characters", "meant": narrow, "way": "@write_narrow"})
        elif text != text.strip(_EDGE):
            yield Finding(path, {"problem": "@wide_edge", "meant": "", "way": "@write_narrow"})


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """The same in half-width characters; without the blanks at its edges."""
    if found.args["meant"]:
        return with_word(source, found, found.args["meant"])
    if found.args["way"] == "@write_full_kana":
        return written(source, found, _in_full_width)
    return written(source, found, _without_edges)


def _in_full_width(typed: str) -> str:
    return _KANA.sub(lambda kana: unicodedata.normalize("NFKC", kana[0]), typed)


def _without_edges(typed: str) -> str:
    quote = typed[0] if typed[0] in "'\"" else ""
    return f"{quote}{typed[len(quote) : len(typed) - len(quote)].strip(_EDGE)}{quote}"


RULE = Rule(
    code="PIA019",
    level="warning",
    about="file",
    message={
        "ja": "{problem}。",
        "en": "{problem}.",
    },
    hint={
        "ja": "[「{meant}」と書いてください。]{way}。",
        "en": "[Write “{meant}”. ]{way}.",
    },
    check=check,
    fix=fix,
)
