"""A file cannot be read.

It is not there, it is a folder, or you may not read it; or it is a link to a file outside of the workspace and of the git
repository, which is not followed: its lines would be told as findings. Nothing in it can be checked or scored.

Use instead: the path of a file that is there, or the folder of an assessment, which stands for the `assessment.yaml` in it.

---

ファイルを読めません。

ファイルがないか、フォルダーを指しているか、読む権限がありません。または、ワークスペースや git のリポジトリの外にあるファイルへのリンクです。
外のファイルの中身が指摘として表示されないよう、そのようなリンクはたどりません。中身の点検も評価もできません。

代わりに: 実際にあるファイルのパス、または評価書のフォルダー(中の `assessment.yaml` を指します)を書きます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA001",
    level="error",
    about="file",
    message={
        "ja": "このファイルを読めません({reason})。",
        "en": "This file cannot be read: {reason}.",
    },
    hint={
        "ja": "パスと、読む権限を確かめてください。",
        "en": "Check the path, and whether you may read it.",
    },
)
