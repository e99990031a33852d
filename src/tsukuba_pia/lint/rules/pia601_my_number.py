"""A My Number stands in the file.

Nobody may collect or keep another person's My Number but in the cases that the law names (My Number Act, article 20), and git keeps what was once saved, also when the line is gone. This page and all messages never repeat the number.
It is recognised by its twelfth digit, which follows from the others. One in eleven of all other numbers of twelve digits passes as well: a stamp of a minute such
as 202611281104, several numbers in a sentence, in the row of a table or on two lines (1234、5678、9018), and a part of a UUID are therefore told as a warning where they do, and all else as an error: also in fours with
marks, brackets or line breaks between them, in any other groups with blanks, hyphens, dots or slashes between them and over the end of a line, digit by digit as in the boxes of a form, in kanji, in circles (①②③), and with
characters between that nobody sees. What reads as dates, a telephone number, a version or an address of the Internet is none, unless it stands in fours.

```yaml assessment
conclusion: 申請者の番号は 1234-5678-9018 です。  # PIA601 at 1234
```

Use instead: nothing. What the service does with My Numbers is said in words; no example needs a real one.

---

マイナンバー(個人番号)が書かれています。

他人の個人番号は、法律に定める場合を除き、集めることも保管することもできません(番号法第20条)。git は、一度保存したものを残すため、行を消しても履歴に残ります。
この説明もメッセージも、番号そのものは表示しません。
12桁目が残りの11桁から決まることを利用して見分けています。ほかの12桁の数も、11個に1個は同じ決まりに合います。そこで、
202611281104 のように分までの日時とも読める数、文や表の行、2つの行に並んだいくつかの数(1234、5678、9018)、UUID の一部は警告とし、それ以外はエラーとします。記号、かっこ、改行で4桁ずつに区切ったもの、空白、ハイフン、点、斜線でほかの桁数に区切ったもの(途中で改行したものも)、
記入欄のように1桁ずつ空けたもの、漢数字や丸数字(①②③)で書いたもの、見えない文字をはさんだものも示します。日付、電話番号、版の番号、IP アドレスと読めるものは、4桁ずつに区切られていなければ示しません。

代わりに: 何も書きません。個人番号をどう扱うかは言葉で説明でき、実際の番号は例としても必要ありません。
"""

from bisect import bisect_left
from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path, Position
from tsukuba_pia.lint.my_number import forms_in, may_also_be, my_numbers
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import Source, scalars


def check(source: Source) -> Iterator[Finding]:
    """Each in the file as it is written, comments too; then each that escapes or the end of a line had hidden."""
    text = source.text
    escapes = "\\" in text
    if not escapes and not forms_in(text):
        return
    places: list[Position] = []
    for also, at in _written(text):
        places.append(at)
        yield _finding((), also, at)
    values = scalars(source)
    if not any(my_numbers(";".join([value for _, value, _ in values]))):
        return
    for path, value, mark in values:
        hidden = mark.begin.line != mark.end.line or (escapes and not mark.plain)
        first = next(my_numbers(value), None) if hidden else None
        if first is not None and bisect_left(places, mark.start) == bisect_left(places, mark.after):
            yield _finding(path, may_also_be(value, *first))


def _written(text: str) -> Iterator[tuple[str, Position]]:
    """What else each may be, with its place; lines are counted on from the one before, for a file may be full of them."""
    line, counted = 1, 0
    for start, end in my_numbers(text):
        line += text.count("\n", counted, start)
        counted = start
        yield may_also_be(text, start, end), Position(line, start - text.rfind("\n", 0, start))


def _finding(path: Path, also: str, at: Position | None = None) -> Finding:
    return Finding(path, {"also": also}, at=at, level="warning" if also else None)


RULE = Rule(
    code="PIA601",
    level="error",
    about="file",
    message={
        "ja": "個人番号(マイナンバー)とみられる12桁の番号があります[({also})]。",
        "en": "This looks like a My Number[ ({also})].",
    },
    hint={
        "ja": "番号を消し、git に保存していたら個人番号の担当に知らせてください。別の番号なら、下4桁を省いてください。",
        "en": "Delete it; if git has it already, tell the person in charge of My Numbers. If it is another kind of number, leave out its last four digits.",
    },
    check=check,
)
