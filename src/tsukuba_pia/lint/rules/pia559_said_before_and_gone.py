"""What was said before is gone, or is other words now: an opinion, a dissent, a comment, an incident, a complaint, or a request for help with the assessment.

Most of these may be added after a sign-off without a new one, so they are no change of what was decided. But whoever signed knew of them, and what residents and members said is
not the author's to take away, nor to put otherwise: not a word of it, not whose it is. Where a department or a vendor refused to answer, nothing is approved (PIA569), so a request under `cooperation` does not go either. `pia check --against REV` also looks at what
was there at that revision. A language may be added, and where nothing was said yet, something may be; blanks and punctuation do not count.

Other words are a warning as long as nobody has signed what stood there, and where it was added after the last decision: whoever reviews the change sees that a slip was mended, and nothing else. Other words than those that the last decision knew of are an error until it is decided anew with them, by an approval or a refusal (`pia approve`, which shows
them to who signs); then they are a warning beside REV. Where nobody has approved or refused it yet, the last sign-off counts as the decision, and the next one with the new words settles it. That one is gone is always an error.

```yaml before
opinions: [{by: 木村 光, says: 目的が広すぎます。, dissent: true, answered: 狭めました。}]
```

```yaml assessment
opinions:  # PIA559
  - {by: 佐藤 学, says: よいと思います。}  # PIA559 at 佐藤
```

Use instead: what stood there, and below it what is to be said of it (`answered`, `done`, `because`; the `state` of a request); or another entry beside it.

---

前にあった意見、反対意見、市民の意見、事故、苦情、協力の依頼がなくなっているか、書き換えられています。

その多くは、決裁の後でも書き足せるため、決裁した内容の変更とはみなしません。しかし、決裁した人はそれを知っていました。市民や委員が述べたことを、作成者が取り除いたり、誰の言葉かも含めて書き換えたりすることはできません。課や事業者が答えを断ったままでは承認できないので(PIA569)、協力の依頼(`cooperation`)も消せません。
`pia check --against リビジョン` は、そのリビジョンにあったものとも比べます。ほかの言語での文章を加えることと、まだ何も書かれていなかったところに書くことはできます。空白と句読点の違いは数えません。

まだ誰も決裁していないものと、最後の決定(承認・不承認)の後に書き足したものの書き換えは、警告です。誤字を直しただけかどうかを、変更を確かめる人が見られます。最後の決定のときにあった言葉の書き換えは、その言葉で改めて承認か不承認を受ける(`pia approve`。決裁する人に示します)までエラーで、その後はリビジョンと比べたときの警告になります。
まだ誰も承認も不承認もしていなければ、最後の決裁を決定とみなし、新しい言葉での次の決裁で解けます。なくなったときは、いつもエラーです。

代わりに: 元に戻し、付け加えることは、その後に書くか(`answered`、`done`、`because`。依頼なら `state`)、別の項目として加えます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Level, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.history import decisions, last_decision
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.lint.said import Loss, losses


def check(context: AssessmentContext) -> Iterator[Finding]:
    """What became of what was said when it was decided on, when it was signed last, and at a revision; each once."""
    told, decision = set[Loss](), last_decision(context)
    for place in sorted({decision, len(context.earlier) - 1} - {-1}):
        new = [one for one in losses(context.earlier[place], context.assessment) if one not in told]
        told.update(new)
        bound = place == decision and context.proposed is None
        yield from (_finding(context, one, "@then_signed", bound=bound) for one in new)
    if context.then is not None:
        new = [one for one in losses(context.then.assessment, context.assessment) if one not in told]
        yield from (_finding(context, one, "@then_revision", bound=False) for one in new)


def _finding(context: AssessmentContext, loss: Loss, when: str, *, bound: bool) -> Finding:
    """`bound`: the last decision knew of the words that stood there, and none is about to be signed."""
    level: Level | None = None if bound or loss.became == "gone" else "warning"
    anew = "@said_decided" if decisions(context) else "@said_anew"  # to send it back is no new decision
    way = "@said_back" if loss.became == "gone" else "@said_slip" if level else anew
    revision = context.then.revision if context.then is not None and when == "@then_revision" else ""
    args = {"what": f"@gone_{loss.what}", "whose": loss.whose, "when": when, "revision": revision, "way": way}
    path, key = _place(context, loss)
    return Finding(path, args | {"became": f"@became_{loss.became}"}, level=level, key=key)


def _place(context: AssessmentContext, loss: Loss) -> tuple[Path, bool]:
    """Where it is said otherwise; of what is gone the section, or the whole."""
    data = context.source.data
    if loss.became == "gone":
        section = "opinions" if loss.what == "dissents" else loss.what
        return (section if data.get(section) else "assessment",), True
    entry = data[loss.what][loss.number]
    key = next((one for one in loss.keys if one in entry), None)
    return (loss.what, loss.number, key) if key is not None else (loss.what, loss.number), False


RULE = Rule(
    code="PIA559",
    level="error",
    about="assessment",
    message={
        "ja": "{when}[({revision})]ではあった{what}が{became}[({whose})]。",
        "en": "{what}[ ({whose})] was there {when}[ “{revision}”], and {became}.",
    },
    hint={
        "ja": "{way}。",
        "en": "{way}.",
    },
    check=check,
)
