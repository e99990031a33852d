"""pia made a mistake of its own.

What you wrote did not cause it, or should not have. Nothing was changed. The report that was printed holds no answers and nothing
that you typed: only the version, the command and places in our own code.

Use instead: `pia check`, to see whether the file itself is fine, and please send us the report.

---

pia 自体の誤りです。

あなたの書いたものが原因ではありません(または、原因になってはいけません)。ファイルは何も変わっていません。表示された報告には、回答も入力した文字も
含まれません。版、コマンド、プログラムの中の場所だけです。

代わりに: `pia check` でファイルに問題がないか確かめ、表示された報告を開発者に送ってください。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA901",
    level="error",
    about="tool",
    message={
        "ja": "pia の内部で誤りが起きました({what})。",
        "en": "Something went wrong inside pia ({what}).",
    },
    hint={
        "ja": "表示された報告を開発者に送ってください。",
        "en": "Please send us the report that was printed.",
    },
)
