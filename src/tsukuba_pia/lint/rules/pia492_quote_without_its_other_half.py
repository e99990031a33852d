"""A quotation mark of a text has no other half.

Word processors put “ ” and 「 」 where `"` was typed, and YAML takes only straight ones for the ends of a text: `“a text"` begins with a mark that stays in the text and ends with one more. On the page a quotation begins
that never ends. Marks of one kind are counted within each text, half-width and upright ones (｢ ﹁) with the others; « and » where the text is in a language that quotes with them, such as French. A ” behind a figure may be an inch.

```yaml assessment
title: 「自転車駐車場の案内  # PIA492 at 「
conclusion: “待ち時間が減り、映像は残りません。  # PIA492 at “
```

Use instead: `"` or nothing around a text; within it both halves, “ and ”, 「 and 」.

---

文章の中のかぎ括弧や引用符が、片方しかありません。

ワープロは `"` と打つと “ ” に置き換えることがあります。YAML が文章の始めと終わりの印とみなすのは、半角の `"` だけです。`“文章"` と書くと、印が文章の中に残り、ページでは、始まった引用が終わらないままになります。種類ごとに、文章の中の数を数えます。半角や縦書き用の印(｢ ﹁)は、「 」と同じ種類です。« と » は、フランス語のように引用に使う言語の文章で数えます。数字のすぐ後の ” は、インチの印かもしれないので、片方だけとはみなしません。

代わりに: 文章全体を囲むなら `"` にするか、囲まずに書きます。文章の中では、「と」、“ と ” のように、両方を書きます。
"""

from collections.abc import Iterator
from typing import Final

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.yaml_source import scalars

PAIRS: Final = ("「」", "『』", "〝〟", "｢｣", "﹁﹂", "﹃﹄")
KINDS: Final = (("「｢﹁", "」｣﹂"), ("『﹃", "』﹄"), ("〝", "〟〞"))  # whatever their width, and the way they are set
CURLY: Final = "“”„＂"  # which of them opens depends on the language
SINGLE: Final = "„＂〞«»"  # in a file with one of these, each text is looked at
ANGLED: Final = "«»"
ANGLING: Final = frozenset(("fr", "ru", "uk"))  # quote so; elsewhere one points the way: “Home » Services”
INCHES: Final = late("(?<=[0-9])”")


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each text with such a mark. Most files quote on one line and have each half: of them, no text is looked at."""
    whole, marks = context.source.text, context.source.beyond_ascii
    there = [pair for pair in (*PAIRS, "“”") if pair[0] in marks or pair[1] in marks]
    if any(mark in marks for mark in SINGLE) or not all(_paired(whole, *pair) for pair in there):
        for path, text, _ in scalars(context.source):
            mark = _lone_corner(text) or _lone_curly(text) or _lone_angled(text, path, context.assessment.language)
            if mark:
                yield Finding(path, {"mark": mark})


def _paired(whole: str, opens: str, closes: str) -> bool:
    """Whether each half that opens is followed by its other half, before the next one and on the same line."""
    pieces = whole.split(opens)
    return whole.count(closes) == len(pieces) - 1 and all(closes in one.partition("\n")[0] for one in pieces[1:])


def _lone_corner(text: str) -> str:
    """The first mark of a kind of which there are more than of its other half; nothing where there is none."""
    for opens, closes in KINDS:
        more = sum(map(text.count, opens)) - sum(map(text.count, closes))
        if more:
            return next(mark for mark in text if mark in (opens if more > 0 else closes))
    return ""


def _lone_curly(text: str) -> str:
    """The first mark, where their number is odd; unless it is even without those that are inches (a 24” screen)."""
    marks = [mark for mark in text if mark in CURLY]
    if len(marks) % 2 == 0 or (len(marks) - len(INCHES.findall(text))) % 2 == 0:
        return ""
    return marks[0]


def _lone_angled(text: str, path: Path, language: str) -> str:
    """The first mark, where their number is odd and the text's language quotes with them."""
    marks = [mark for mark in text if mark in ANGLED]
    return marks[0] if len(marks) % 2 and not ANGLING.isdisjoint((path[-1], language)) else ""


RULE = Rule(
    code="PIA492",
    level="note",
    about="assessment",
    message={
        "ja": "この文章の {mark} には、対になる印がありません。",
        "en": "{mark} has no other half in this text.",
    },
    hint={
        "ja": '文章を囲む印なら、半角の `"` にするか、消してください。引用なら、対になる印を書いてください。',
        "en": 'Make it a straight `"` where it is to enclose the text, or take it out; write the other half of a quotation.',
    },
    check=check,
)
