"""A released version is not there any more.

Every published version stays, so that an old assessment can be scored again. A version that should start no new
assessment becomes `status: withdrawn`; its file stays.

Use instead: put the file back, with `status: withdrawn` if it should no longer be chosen.

---

公開した版のファイルがありません。

公開した版は、古い評価をいつでも計算し直せるように、すべて残します。新しい評価に使わない版は `status: withdrawn` にし、ファイルは残します。

代わりに: ファイルを元に戻します。もう使わないなら `status: withdrawn` にします。
"""

from tsukuba_pia.lint.rule import Rule

RULE = Rule(
    code="PIA314",
    level="error",
    about="change",
    message={
        "ja": "公開した版「{file}」のファイルがありません[(リビジョン {since} にはありました)]。",
        "en": "The released version “{file}” is not there[; at {since} it was].",
    },
    hint={
        "ja": "ファイルを元に戻してください。使わない版は `status: withdrawn` にします。",
        "en": "Put the file back; a version that is not to be chosen is `status: withdrawn`.",
    },
)
