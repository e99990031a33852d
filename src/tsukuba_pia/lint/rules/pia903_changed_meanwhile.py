"""Another person or program changed the file meanwhile.

Between reading and saving, something else was written to it. Saving would have lost that, so nothing was saved.

Use instead: run the same command again; it starts from what stands there now.

---

別の人かプログラムが、その間にファイルを変更しました。

読み込んでから保存するまでの間に、別の内容が書き込まれました。保存するとそれが失われるため、何も保存していません。

代わりに: 同じコマンドをもう一度実行します。今の内容から始まります。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA903",
    level="error",
    about="tool",
    message={
        "ja": "「{file}」は、その間にほかの人かプログラムが変更しました。",
        "en": "“{file}” was changed by something else meanwhile.",
    },
    hint={
        "ja": "同じコマンドをもう一度実行してください。",
        "en": "Run the same command again.",
    },
)
