"""A line of the record of released versions cannot be used.

Each line of `released.sha256` holds 64 hexadecimal digits, two blanks, and a file: `core/1.0.yaml`. Lines that begin with
`#` are for people. A line of another form would guard nothing.

Use instead: take the line from the version before (`git checkout REV -- released.sha256`), or take it out and let
`pia bank release` write it.

---

公開の記録に、使えない行があります。

`released.sha256` の各行は、64桁の16進数、空白2つ、`core/1.0.yaml` のようなファイル名です。`#` で始まる行は、人のためのものです。
形の違う行は、何も守りません。

代わりに: 前の版の行に戻すか(`git checkout REV -- released.sha256`)、行を消して `pia bank release` に書かせます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA313",
    level="error",
    about="change",
    message={
        "ja": "この行は、{what}[({first}行目)]。",
        "en": "This line {what}[ (line {first})].",
    },
    hint={
        "ja": "前の版の行に戻すか、`pia bank release` で書いてください。",
        "en": "Put it back as it was, or write it with `pia bank release`.",
    },
)
