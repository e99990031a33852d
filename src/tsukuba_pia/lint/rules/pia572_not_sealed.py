"""A sign-off has no seal, so nothing in it shows whether it was written anew.

The last line of a sign-off, `seal`, is the digest of the lines above it: whoever changes the name, the day, the reason or a condition breaks it (PIA511). Records from before there were seals have none, and
are as good as they were; but the line can also be taken out. Which of the two it is, git knows: `pia check --against REV` compares with what was there (PIA561). Behind a sealed one it is an error (PIA511).

```yaml sign-off
outcome: approved
seal: null
```

```yaml assessment
assessment: t-1  # PIA572 at t-1
```

Use instead: what was signed, from version control, where it had a seal. Else nothing: the next sign-off is sealed (`pia approve`).

---

決裁の記録に封(`seal`)がないため、後から書き換えられていないかを、記録だけでは確かめられません。

記録の最後の行の `seal` は、その上のすべての行のダイジェストです。名前、日付、理由、条件を変えると合わなくなり、分かります(PIA511)。封を付ける前の版で作った記録にはありませんが、効力は変わりません。しかし、後の記録から、その行を消すこともできます。
どちらなのかは、git と比べると分かります(`pia check --against リビジョン`、PIA561)。前の記録に封があるのに、ないときは、エラーです(PIA511)。

代わりに: 封があったのなら、バージョン管理から決裁のときのものに戻します。なかったのなら、することはありません。次の決裁の記録には封が付きます(`pia approve`)。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """All of them in one finding. What does not fit is told as that."""
    signed = [one for one in context.sign_offs.all if one.sign_off is not None and not one.problems]
    unsealed = [f"approvals/{one.folder}" for one in signed if one.sign_off is not None and one.sign_off.seal is None]
    if unsealed:
        yield Finding(("assessment",), {"folders": ", ".join(unsealed)})


RULE = Rule(
    code="PIA572",
    level="note",
    about="assessment",
    message={
        "ja": "決裁の記録に封(seal)がありません: {folders}",
        "en": "Signed without a seal: {folders}.",
    },
    hint={
        "ja": "封ができる前の記録なら、そのままで構いません。封を消したのでないことは、`pia check --against` で確かめられます。",
        "en": "Records of old have none, and may stay so; that none was taken out `pia check --against` shows.",
    },
    check=check,
)
