"""A file could not be saved.

The disk is full, or you may not write there. What lay there before is whole: a file is replaced only when the new one is complete.

Use instead: make room, or ask for the right to write, then run the same command again.

---

ファイルを保存できませんでした。

ディスクがいっぱいか、書き込む権限がありません。元のファイルは無事です。新しいファイルが完全にできてから入れ替えるためです。

代わりに: 空きを作るか、書き込む権限をもらってから、同じコマンドをもう一度実行します。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA902",
    level="error",
    about="tool",
    message={
        "ja": "保存できませんでした[({reason})]。元のファイルは無事です。",
        "en": "The file could not be saved[: {reason}]. What lay there before is whole.",
    },
    hint={
        "ja": "空き容量と、書き込む権限を確かめてください。",
        "en": "Check the room on the disk and whether you may write there.",
    },
)
