"""A comment that should silence a finding does not.

A finding is silenced by its code and a reason: `# pia: ignore[PIA303] reason`. Without a reason nobody can judge later whether it still holds.
The gates of an assessment (PIA5xx, PIA6xx) are silenced by nothing: what stands in the way of residents' safety is settled, waived by who may, or it stays.

```yaml file
title: 台帳  # pia: ignore[PIA501] we are in a hurry  # PIA021 at # pia
```

Use instead: the code and, behind the bracket, why the finding may stand.

---

指摘を止めるはずのコメントが、効いていません。

指摘は、コードと理由を書いて止めます(`# pia: ignore[PIA303] 理由`)。理由がなければ、後から誰も妥当かどうかを判断できません。
評価書の関門(PIA5xx、PIA6xx)は、何によっても止められません。市民を守るための条件は、満たすか、権限のある人が例外を承認するか、そのまま残るかのどれかです。

代わりに: コードと、かぎかっこの後に、そのままでよい理由を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.silencing import silences
from tsukuba_pia.yaml_source import Source


def check(source: Source) -> Iterator[Finding]:
    """Each comment that means to silence and does not."""
    for one in silences(source):
        if one.wrong is not None:
            what, of = one.wrong
            yield Finding((), {"what": what, "of": of}, at=one.at)


RULE = Rule(
    code="PIA021",
    level="error",
    about="file",
    message={
        "ja": "このコメントでは指摘を止められません: {what}[({of})]。",
        "en": "This comment silences nothing: {what}[ ({of})].",
    },
    hint={
        "ja": "「# pia: ignore[コード] 理由」と書いてください。関門(PIA5xx、PIA6xx)は止められません。",
        "en": "Write `# pia: ignore[CODE] reason`. Gates (PIA5xx, PIA6xx) cannot be silenced.",
    },
    check=check,
)
