"""A file could not be checked, by a mistake of pia.

What you wrote did not cause it, or should not have. What reading the file told is still there, and all other files were checked. What the rules would find in this one
is not known, so the check does not pass: `pia check` ends with 3, and no setting, comment or baseline changes that. The finding names the kind of the mistake and the
place in our own code, and nothing of your file.

Use instead: send us this line. Often the change made last shows what brings the mistake about; taking it back lets you go on.

---

pia の誤りで、ファイルを点検できませんでした。

あなたの書いたものが原因ではありません(または、原因になってはいけません)。読み込みで見つかったことと、ほかのファイルの点検の結果は残っています。このファイルに
指摘があるかどうかは分かりません。そのため点検は通らず、`pia check` は 3 で終わります。設定、コメント、ベースラインでは変えられません。表示するのは誤りの種類と
プログラムの中の場所だけで、ファイルの内容は含みません。

代わりに: この行を開発者に送ってください。直前の変更が引き金になっていることが多いので、それを元に戻すと先へ進めます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA906",
    level="error",
    about="tool",
    message={
        "ja": "pia の誤りで、このファイルを最後まで点検できませんでした({what}[、{place}])。",
        "en": "This file could not be checked to its end, by a mistake in pia ({what}[, {place}]).",
    },
    hint={
        "ja": "この行を開発者に送ってください。ほかのファイルの点検は済んでいます。",
        "en": "Please send us this line. All other files were checked.",
    },
)
