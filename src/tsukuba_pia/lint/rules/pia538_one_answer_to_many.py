"""Three or more different comments, or opinions, got the same answer.

Who comments may see that what they said was read. One sentence for all is no answer to any of them. Blanks, width, punctuation and a number behind it make no other answer.

```yaml assessment
consultations:
  - {id: c1, who: 市民の会, said: 顔が写ります。, done: 参考にします。, because: 検討します。}  # PIA538 at 参考
  - {id: c2, who: 商店会, said: 看板がありません。, done: 参考に します, because: 検討します。}
  - {id: c3, who: 学校, said: 子どもが通ります。, done: 参考にします3。, because: 検討します。}
```

Use instead: for each what was done about it, and why.

---

三つ以上の異なる意見に、同じ答えを返しています。

意見を寄せた人が、読まれたことを確かめられるようにします。全員に同じ一文では、誰への答えにもなりません。空白、全角・半角、句読点、番号の違いだけの答えは、同じ答えとみなします。

代わりに: それぞれの意見に、何をしたか、なぜかを書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.text import Text, words
from tsukuba_pia.score.person_names import folded

MANY = 3


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each answer that many got, where the first of them got it."""
    got: dict[tuple[str, ...], list[tuple[Path, str, str]]] = {}
    for path, name, said, answer in _answers(context.assessment):
        if any(answer) and said:
            got.setdefault(answer, []).append((path, name, said))
    for them in got.values():
        if len({said for _, _, said in them}) >= MANY:
            yield Finding(them[0][0], {"names": ", ".join(dict.fromkeys(name for _, name, _ in them))})


def _answers(assessment: Assessment) -> Iterator[tuple[Path, str, str, tuple[str, ...]]]:
    """Where each answer stands, whose comment it answers, what that said, and what the answer says."""

    def plain(text: Text | None) -> str:
        return "".join(one for one in folded(words(text, assessment.language)) if one.isalpha())

    for number, one in enumerate(assessment.consultations):
        path: Path = ("consultations", number, "done")
        yield path, one.id, plain(one.said), (plain(one.done), plain(one.because))
    for number, opinion in enumerate(assessment.opinions):
        yield ("opinions", number, "answered"), opinion.by, plain(opinion.says), (plain(opinion.answered),)


RULE = Rule(
    code="PIA538",
    level="warning",
    about="assessment",
    message={
        "ja": "異なる意見に同じ答えを返しています({names})。",
        "en": "Different comments got the same answer ({names}).",
    },
    hint={
        "ja": "それぞれの意見に、何をしたか、なぜかを書いてください。",
        "en": "Say of each what was done about it, and why.",
    },
    check=check,
    since="comment",
    telling=False,
)
