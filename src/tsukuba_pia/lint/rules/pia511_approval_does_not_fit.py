"""A snapshot under `approvals/` is not what was signed.

A sign-off lists the digest of each file of its folder and of the sign-off before it, and its last line, `seal`, is the digest of its own lines above. One of them does not fit: a file was
changed, added or taken away, a sign-off is missing or says something else than when it was sealed. Nor does it fit where a record contradicts itself: an approval to run accepts the level as it is (`levels.current`)
and has no planned safeguards for conditions, an approval to build accepts the target, a refusal accepts nothing. None of the sign-offs from there on gives leave to do anything.

Whoever writes a whole record anew, digests and all, is found by comparison with what git has: `pia check --against REV` (PIA561).

Use instead: what was signed, from version control; or a new sign-off of what is meant (`pia approve`).

---

`approvals/` の記録が、決裁したものと違います。

決裁の記録には、フォルダーの各ファイルと、一つ前の記録のダイジェストが書かれています。最後の行の `seal` は、その上のすべての行のダイジェストです。どれかが合いません。ファイルが変えられたか、足されたか、消されたか、記録が抜けているか、封をした後に書き換えられています。
記録の中身が食い違うときも同じです。始めてよいという承認が受け入れるのは今の大きさ(`levels.current`)で、計画中の対策を条件にはできません。準備を進めてよいという承認が受け入れるのは目標の大きさで、不承認は何も受け入れません。そこから後の決裁の記録は、効力がないものとして扱います。

ダイジェストまで含めて記録全体が書き直されたときは、git にあるものとの比較で分かります(`pia check --against リビジョン`、PIA561)。

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
