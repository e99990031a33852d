"""Another process is writing the file.

Two at once would mix what both write. This one waited, and gave up.

Use instead: wait until the other is done, or close it (an interview in another window, for instance), then try again.

---

別のプロセスがファイルに書き込んでいます。

同時に書くと内容が混ざります。しばらく待ちましたが、終わりませんでした。

代わりに: 終わるまで待つか、開いたままのもの(別の画面で動いている質問への回答など)を閉じてから、もう一度実行します。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA904",
    level="error",
    about="tool",
    message={
        "ja": "「{file}」には、別のプロセスが書き込んでいます。",
        "en": "Another process is writing “{file}”.",
    },
    hint={
        "ja": "終わるのを待つか、別の画面の pia を閉じてから、もう一度実行してください。",
        "en": "Wait, or close pia in the other window, and try again.",
    },
)
