"""A setting has a walk pass over an assessment.

What `exclude` takes away is held to no gate: no red line, no sign-off, no My Number. One line in `pia.toml` would do for an assessment what no comment, setting or baseline may do. An old assessment that has
ended is held to little more than what was published of it, and one that is only an example can be checked by naming the other folders on the command line.

Use instead: the assessment, mended; `stage` under `[[check.files]]` has more of it checked, never less. What is no assessment any more lies outside of the folders that are checked.

---

設定(`exclude`)によって、評価書が確認の対象から外れています。

外れた評価書は、どの関門にもかかりません。実施できない条件も、決裁も、マイナンバーも見ません。コメントや設定やベースラインではできないことが、`pia.toml` の1行でできることになります。終わった古い評価書に求めるものは、公表した内容のほかはわずかです。例として置いているだけのものは、ほかのフォルダーをコマンドで指定すれば外せます。

代わりに: 評価書を直します。`[[check.files]]` の `stage` は、確かめるものを増やすことはあっても減らしません。もう評価書でないものは、確認するフォルダーの外に置きます。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA563",
    level="error",
    about="file",
    message={
        "ja": "設定の「{pattern}」によって、評価書{n}件({names})が確認の対象から外れています。",
        "en": "The setting “{pattern}” takes assessments out of the check ({n}): {names}.",
    },
    hint={
        "ja": "`exclude` からこれを外してください。関門は、どの評価書にもかかります。",
        "en": "Take it out of `exclude`: the gates bind every assessment.",
    },
)
