"""A file contains a character that must not stand in it.

Control characters, line separators that some programs count as new lines, and marks that reverse the direction of writing can
make a line look different from what a program reads. A reviewer would approve what nobody wrote.

Use instead: delete the character. If you cannot see it, delete the text around it and type it again.

---

ファイルに使えない文字が入っています。

制御文字、一部のプログラムだけが改行とみなす文字、文字の並びを逆にする記号は、見た目とプログラムが読む内容を食い違わせます。
確認した人が、誰も書いていない内容を承認することになりかねません。

代わりに: その文字を消します。見えないときは、前後の文字ごと消して打ち直します。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA013",
    level="error",
    about="file",
    message={
        "ja": "使えない文字({character})があります。",
        "en": "The character {character} must not stand in a file.",
    },
    hint={
        "ja": "前後の文字ごと消して、打ち直してください。",
        "en": "Delete it together with what stands around it, and type that again.",
    },
)
