"""A snapshot under `approvals/` is not what was signed.

A sign-off lists the digest of each file of its folder and of the sign-off before it. One of them does not fit: a file was changed, added or
taken away, or a sign-off is missing. None of the sign-offs from there on gives leave to do anything.

Use instead: what was signed, from version control; or a new sign-off of what is meant (`pia approve`).

---

`approvals/` の記録が、決裁したものと違います。

決裁の記録には、フォルダーの各ファイルと、一つ前の記録のダイジェストが書かれています。どれかが合いません。ファイルが変えられたか、足されたか、消されたか、記録が抜けています。そこから後の決裁の記録は、効力がないものとして扱います。

代わりに: バージョン管理から決裁のときのものに戻すか、今の内容で改めて決裁を受けます(`pia approve`)。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each thing that does not fit, folder by folder."""
    for one in context.sign_offs.all:
        for problem, name in one.problems:
            args = {"folder": f"approvals/{one.folder}", "problem": problem, "name": name}
            yield Finding(("assessment",), args)


RULE = Rule(
    code="PIA511",
    level="error",
    about="assessment",
    message={
        "ja": "「{folder}」が決裁したものと違います({name}: {problem})。",
        "en": "{folder} is not what was signed ({name}: {problem}).",
    },
    hint={
        "ja": "バージョン管理から元に戻すか、改めて決裁を受けてください。",
        "en": "Bring back what was signed from version control, or sign anew.",
    },
    check=check,
)
