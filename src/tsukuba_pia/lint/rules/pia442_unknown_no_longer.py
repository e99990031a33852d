"""Something was unknown when the assessment was signed last, or at the revision it is compared with, and now it is harmless, without evidence.

An unknown counts as the worst case. An answer that lowers a level, clears a red line or lightens a decision just before a gate is worth
something only if there is a paper that others can read. From approval on this is an error.

```yaml before
answers: {c_level: unknown}
```

```yaml assessment
answers:
  c_level: counts  # PIA442 at counts
```

Use instead: the answer with what shows it in `evidence`; or `unknown`, as before.

---

前の決裁のとき、または比べるリビジョン(`pia check --against`)で「分からない」(unknown)だった回答が、根拠資料のないまま、無難な回答に変わっています。

「分からない」は最も悪い場合として数えます。関門の直前に、リスクを下げたり、実施できない条件を外したり、判定を軽くしたりする回答に変えるなら、ほかの
人が読める資料が必要です。承認の段階からはエラーです。

代わりに: `evidence` に資料を挙げて回答するか、前と同じ `unknown` に戻します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.easing import as_unknown, no_longer_unknown
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.model.result import NONE, ScoreResult


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer that was unknown before, that eases something, and that nothing shows."""
    final = STAGES.index(context.stage) >= STAGES.index("approval")
    for name, (one, when) in no_longer_unknown(context).items():
        if _eases(name, context):
            yield Finding(one.path, {"question": name, **when}, level="error" if final else None)


def _eases(question: str, context: AssessmentContext) -> bool:
    """Whether anything would be worse if this were still unknown."""
    now, unknown = _weights(context.result, context), _weights(as_unknown(context, [question]), context)
    return any(unknown[name] > weight for name, weight in now.items())


def _weights(result: ScoreResult, context: AssessmentContext) -> dict[tuple[str, str], int]:
    """How heavy everything is that somebody decides by, in the worst case."""
    ranks = {level: rank for rank, level in enumerate((NONE, *context.questionnaire.level_ids))}
    found = {("red_line", one.id): int(one.state != "clear") for one in result.red_lines.values()}
    for risk in result.risks.values():
        for moment in ("inherent", "current", "target"):
            found[risk.id, moment] = ranks[getattr(risk, moment).worst]
    for one in result.decisions.values():
        outcomes = [outcome.id for outcome in context.questionnaire.decisions[one.id].decision.outcomes]
        worst = one.outcome.worst
        found["decision", one.id] = outcomes.index(worst) if worst in outcomes else -1
    return found


RULE = Rule(
    code="PIA442",
    level="warning",
    about="assessment",
    message={
        "ja": "「{question}」は、{when}[({revision})]では「分からない」でした。根拠資料のない今の回答で、評価が軽くなっています。",
        "en": "“{question}” was unknown {when}[ “{revision}”]; its answer now eases the result, without evidence.",
    },
    hint={
        "ja": "根拠資料(evidence)を挙げるか、unknown に戻してください。",
        "en": "List what shows it under `evidence:`, or go back to `unknown`.",
    },
    check=check,
    since="review",
    telling=False,
)
