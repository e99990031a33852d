"""A published version is not what was published.

Assessments were answered, signed and published with this version. If its content changes, their answers mean something
else, and their levels cannot be worked out again. What counts is the content: comments and layout may change, and so may
`status` (published to withdrawn) and `reviewed_by`.

`released.sha256` beside the banks keeps the digest of each published version; `pia check --against REV` compares with a
revision of git as well.

Use instead: put the content back, and make the change in a new version: copy `1.0.yaml` to `1.1.yaml` (or `2.0.yaml`)
and edit the copy. `pia bank diff OLD NEW` says which of the two it is.

---

公開した版が、公開したときの内容と違います。

この版を使って、回答し、決裁し、公表した評価があります。内容が変わると、回答の意味が変わり、リスクの段階を後から計算し直せなくなります。
比べるのは内容です。コメントや体裁は変えられます。`status`(published から withdrawn へ)と `reviewed_by` も変えられます。

公開した版のハッシュ値は、質問票の隣の `released.sha256` にあります。`pia check --against REV` は、git のリビジョンとも比べます。

代わりに: 内容を元に戻し、変更は新しい版で行います。`1.0.yaml` を `1.1.yaml`(または `2.0.yaml`)に写して直します。
どちらにするかは `pia bank diff 古い版 新しい版` で分かります。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.change_context import ChangeContext
from tsukuba_pia.lint.rule import Rule


def check(context: ChangeContext) -> Iterator[Finding]:
    """A released version whose content differs from the record or from a revision, or that is a draft again."""
    now, wanted = context.now, _promised(context)
    if wanted is None:
        return
    args = {"name": now.called, "version": now.version, "since": context.since}
    if now.digest != wanted:
        yield Finding(("version",), {**args, "state": "@released_other"})
    elif not now.released:
        yield Finding(("status",), {**args, "state": "@released_draft"})


def _promised(context: ChangeContext) -> str | None:
    """The digest that the content must have; None where nothing was promised."""
    before = context.before
    if context.guarded:
        return context.recorded
    promised = before is not None and context.since and before.released and before.version == context.now.version
    return before.digest if before is not None and promised else None


RULE = Rule(
    code="PIA305",
    level="error",
    about="change",
    message={
        "ja": "公開した版「{name}」({version}){state}[(比べたリビジョン: {since})]。",
        "en": "The published version {version} of “{name}” {state}[ (compared with {since})].",
    },
    hint={
        "ja": "内容を元に戻し、変更は新しい版のファイルで行ってください。",
        "en": "Put it back, and make the change in a file of a new version.",
    },
    check=check,
)
