"""Residents or others said something, and nobody has answered; or nobody wrote down what they said.

Who comments may see what became of it: what was done, and why, also where nothing was done. Where a window has closed, what was said in it is told,
also that nobody said anything.

```yaml assessment
consultations:
  - {id: c1, who: 市民の会, said: 顔が写るのが心配です。, done: 顔を消す処理を加えました。}  # PIA527
```

Use instead: `done` and `because`.

---

寄せられた意見に、まだ答えていないか、どんな意見があったかが書かれていません。

意見を寄せた人が、どう扱われたかを確かめられるようにします。何をしたか、しなかったならその理由を書きます。意見募集が終わったら、意見がなかった場合も、そのことを書きます。

代わりに: `done`(したこと)と `because`(理由)を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.assessment import Consultation
from tsukuba_pia.model.text import Text, words
from tsukuba_pia.score.asked import named


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each consultation whose comments are not answered, or not told although its window has closed."""
    if context.proposed is not None and context.proposed.outcome == "expedited":
        return
    for number, one in enumerate(context.assessment.consultations):
        problem = _problem(one, context)
        if problem:
            yield Finding(("consultations", number), {"id": one.id, "problem": problem})


def _problem(one: Consultation, context: AssessmentContext) -> str:
    def says(text: Text | None) -> bool:
        return named(words(text, context.assessment.language))

    if says(one.said):
        return "" if says(one.done) and says(one.because) else "@comment_unanswered"
    return "@comment_untold" if one.digest is not None and (one.to or "") < context.as_of else ""


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
