"""Residents or others said something, and nobody has answered; or nobody wrote down what they said.

Who comments may see what became of it: what was done, and why, also where nothing was done. Where a window has closed, what was said in it is told,
also that nobody said anything. An answer without a reason is a warning. “For future reference” is neither an answer nor a reason.

```yaml assessment
consultations:
  - {id: c1, who: 市民の会, said: 顔が写るのが心配です。}  # PIA527
```

Use instead: `done` and `because`.

---

寄せられた意見に、まだ答えていないか、どんな意見があったかが書かれていません。

意見を寄せた人が、どう扱われたかを確かめられるようにします。何をしたか、しなかったならその理由を書きます。意見募集が終わったら、意見がなかった場合も、そのことを書きます。理由のない答えは、警告です。「今後の参考とさせていただきます」は、答えでも理由でもありません。

代わりに: `done`(したこと)と `because`(理由)を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Level
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.assessment import Consultation
from tsukuba_pia.model.hollow import is_mere_heard
from tsukuba_pia.model.text import Text, words
from tsukuba_pia.score.asked import named


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each consultation whose comments have no answer or one without a reason, or are not told after its last day."""
    if context.proposed is not None and context.proposed.outcome == "expedited":
        return
    for number, one in enumerate(context.assessment.consultations):
        problem = _problem(one, context)
        level: Level | None = "warning" if problem == "@comment_no_reason" else None
        if problem:
            yield Finding(("consultations", number), {"id": one.id, "problem": problem}, level=level)


def _problem(one: Consultation, context: AssessmentContext) -> str:
    def says(text: Text | None) -> bool:
        return named(words(text, context.assessment.language))

    if not says(one.said):
        return "@comment_untold" if one.digest is not None and (one.to or "") < context.as_of else ""

    def thanks(text: Text | None) -> bool:
        return says(text) and is_mere_heard(words(text, context.assessment.language))

    if not says(one.done):
        return "@comment_unanswered"
    if thanks(one.done) and (thanks(one.because) or not says(one.because)):
        return "@comment_only_heard"
    return "@comment_no_reason" if thanks(one.because) or not says(one.because) else ""


RULE = Rule(
    code="PIA527",
    level="error",
    about="assessment",
    message={
        "ja": "意見「{id}」について: {problem}。",
        "en": "Comments “{id}”: {problem}.",
    },
    hint={
        "ja": "`said`、`done`(したこと)、`because`(理由)を書いてください。しなかったことにも理由を書きます。",
        "en": "Write `said`, `done` and `because`; also why something was not done.",
    },
    check=check,
    since="approval",
    telling=False,
)
