"""A published version is not in the record of released versions.

`released.sha256` beside the banks has one line for each published version, with the digest of its content. Without a
line nobody would notice that a published version changed.

Use instead: `pia bank release NAME@VERSION` writes the line, once the bank checks clean; or `status: draft`, as long as
it may still change.

---

公開した版が、公開の記録にありません。

質問票の隣の `released.sha256` には、公開した版ごとに1行、内容のハッシュ値があります。行がないと、公開した版が後から変わっても、誰も気付けません。

代わりに: 質問票に問題がなくなってから、`pia bank release 名前@版` で行を書き足します。まだ変わるのなら、`status: draft` にします。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.change_context import ChangeContext
from tsukuba_pia.lint.rule import Rule


def check(context: ChangeContext) -> Iterator[Finding]:
    """A published version of which the record says nothing."""
    now = context.now
    if context.guarded and now.released and context.recorded is None:
        yield Finding(("status",), {"name": now.called, "version": now.version})


RULE = Rule(
    code="PIA309",
    level="error",
    about="change",
    message={
        "ja": "公開した版「{name}」({version})が、公開の記録(released.sha256)にありません。",
        "en": "The published version {version} of “{name}” is not in the record of released versions (released.sha256).",
    },
    hint={
        "ja": "`pia bank release {name}@{version}` で記録するか、案(draft)に戻してください。",
        "en": "Record it with `pia bank release {name}@{version}`, or make it a draft again.",
    },
    check=check,
)
