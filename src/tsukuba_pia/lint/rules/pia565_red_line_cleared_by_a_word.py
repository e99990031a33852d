"""A red line is clear only because an unknown went away, without evidence.

While something is unknown, its red line is open and blocks the approval. A “no” in the place of the unknown opens the gate, so at the gate it takes a paper that others can read. What is compared is what was
signed last and, with `pia check --against REV`, what the assessment said at that revision. Levels and decisions that ease in this way are told as well (PIA442).

```yaml before
answers: {c_uses: unknown}
```

```yaml assessment
answers:
  c_uses: []  # PIA442 at []; PIA565 at []
```

Use instead: the answer with what shows it in `evidence`; or `unknown`, as before.

---

根拠資料のないまま「分からない」(unknown)でなくなったために、実施できない条件が外れています。

分からない間は、実施できない条件に当たるかもしれないので、承認できません。「いいえ」に変えるだけで関門が開くのですから、関門では、ほかの人が読める資料が必要です。前の決裁のときの内容と、`pia check --against リビジョン` ではそのリビジョンの内容と比べます。
リスクの大きさや判定が軽くなったときは、PIA442 で示します。

代わりに: `evidence` に資料を挙げて回答するか、前と同じ `unknown` に戻します。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import blocking
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.easing import as_unknown, no_longer_unknown
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.condition import questions_in


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer that keeps a red line clear: of those that its condition reads, else of all that were unknown."""
    before = no_longer_unknown(context)
    if not before:
        return
    banks, signed = context.questionnaire, context.sign_off
    now = blocking(signed, context.result, banks)
    for line in blocking(signed, as_unknown(context, before), banks):
        if line not in now:
            read = questions_in(banks.red_lines[line].red_line.crossed_when)
            for name in [one for one in read if one in before] or before:
                one, when = before[name]
                yield Finding(one.path, {"question": name, "red_line": line, **when})


RULE = Rule(
    code="PIA565",
    level="error",
    about="assessment",
    message={
        "ja": "「{question}」は、{when}[({revision})]では「分からない」でした。根拠資料のない今の回答で、実施できない条件「{red_line}」が外れています。",
        "en": "“{question}” was unknown {when}[ “{revision}”]; only its answer, without evidence, clears the red line “{red_line}”.",
    },
    hint={
        "ja": "根拠資料(evidence)を挙げるか、unknown に戻してください。",
        "en": "List what shows it under `evidence:`, or go back to `unknown`.",
    },
    check=check,
    since="approval",
    telling=False,
)
