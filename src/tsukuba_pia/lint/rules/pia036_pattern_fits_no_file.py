"""A pattern in the settings fits no file.

`[[check.files]]` says what holds for some files, `exclude` what a walk passes over. A pattern with a slip in it does neither: a stage that was to be asked for is not, and nobody sees it.
Paths count from the folder of the settings. `*` also stands for folders, and a folder's name for all below it: `assessments/iv` is as good as `assessments/iv/*`.
It is told where whole folders are checked, and all that could fit lies in them. Of `exclude` it is a note: what is to be passed over may be there on another machine.

Use instead: `paths = ["assessments/iv"]`; or no such part, where the files are gone.

---

設定のパスの型に、どのファイルも当てはまりません。

`[[check.files]]` は一部のファイルだけの設定、`exclude` はたどるときに除くものです。書き間違いがあると、どちらも働きません。求めたはずの段階が求められないまま、誰も気づきません。
パスは、設定ファイルのフォルダーから数えます。`*` はフォルダーにも当たり、フォルダーの名前はその中のすべてに当たります。`assessments/iv` は `assessments/iv/*` と同じです。
フォルダーごと確かめ、当てはまり得るものがすべてその中にあるときに知らせます。`exclude` では注記にとどめます。除くものが、別の環境にだけあることがあるからです。

代わりに: `paths = ["assessments/iv"]` のように直します。ファイルがもうなければ、その部分を消します。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA036",
    level="warning",
    about="file",
    message={
        "ja": "「{pattern}」に当てはまるファイルは、確かめた中に一つもありません。",
        "en": "“{pattern}” fits none of the files that were looked at.",
    },
    hint={
        "ja": "パスを直すか、消してください。パスはこの設定ファイルのフォルダーから数え、フォルダーの名前はその中のすべてに当たります。",
        "en": "Correct it, or take it out. Paths count from this file's folder; a folder's name stands for all below it.",
    },
)
