"""A setting has a walk pass over an assessment.

What `exclude` takes away is held to no gate: no red line, no sign-off, no My Number. One line in `pia.toml` would do for an assessment what no comment, setting or baseline may do. An old assessment that has
ended is held to little more than what was published of it.
What was never the city's (an example, a copy of another city's repository) lies outside of the folders that are checked, or these are named one by one: `pia check city.yaml assessments questionnaires`
in place of `pia check .`, and `set -- city.yaml assessments questionnaires` in place of `set -- .` in `ci/check.sh`.

Use instead: the assessment, mended; `stage` under `[[check.files]]` has more of it checked, never less. What is no assessment any more lies outside of the folders that are checked.

---

設定(`exclude`)によって、評価書が確認の対象から外れています。

外れた評価書は、どの関門にもかかりません。実施できない条件も、決裁も、マイナンバーも見ません。コメントや設定やベースラインではできないことが、`pia.toml` の1行でできることになります。終わった古い評価書に求めるものは、公表した内容のほかはわずかです。市のものではない評価書(例や、ほかの市のリポジトリの写し)は、確認するフォルダーの外に置くか、`pia check .` の代わりに `pia check city.yaml assessments questionnaires` のように、確認するものを一つずつ指定します。`ci/check.sh` では、`set -- .` を `set -- city.yaml assessments questionnaires` にします。

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
        "ja": "`exclude` からこれを外してください。関門は、どの評価書にもかかります。市のものではない評価書なら、「.」の代わりに、確認するものを指定してください(pia check city.yaml assessments questionnaires)。",
        "en": "Take it out of `exclude`: the gates bind every assessment. If these are not the city's, name what to check in place of “.”: pia check city.yaml assessments questionnaires.",
    },
)
