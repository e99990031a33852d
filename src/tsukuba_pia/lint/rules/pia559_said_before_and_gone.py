"""What was said before is gone: an opinion, a dissent, a comment, an incident, a complaint, or a request for help with the assessment.

Most of these may be added after a sign-off without a new one, so they are no change of what was decided. But whoever signed knew of them, and what residents and members said is
not the author's to take away. Where a department or a vendor refused to answer, nothing is approved (PIA569), so a request under `cooperation` does not go either. `pia check --against REV` also counts what
was there at that revision.

```yaml before
opinions: [{by: 木村 光, says: 目的が広すぎます。, dissent: true, answered: 狭めました。}]
```

```yaml assessment
opinions:  # PIA559; PIA559
  - {by: 佐藤 学, says: よいと思います。}
```

Use instead: what stood there, and below it what is to be said of it (`answered`, `done`, `because`; the `state` of a request).

---

前にあった意見、反対意見、市民の意見、事故、苦情、協力の依頼がなくなっています。

その多くは、決裁の後でも書き足せるため、決裁した内容の変更とはみなしません。しかし、決裁した人はそれを知っていました。市民や委員が述べたことを、作成者が取り除くことはできません。課や事業者が答えを断ったままでは承認できないので(PIA569)、協力の依頼(`cooperation`)も消せません。
`pia check --against リビジョン` は、そのリビジョンにあったものとも数を比べます。

代わりに: 元に戻し、付け加えることは、その後に書きます(`answered`、`done`、`because`。依頼なら `state`)。
"""

from collections import Counter
from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.text import words

Said = Counter[tuple[str, str]]  # what, and of whom or when


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Of each kind and each person or day: whether there were more when it was signed last.

    Before a sign-off a name or a day may have been set right, so a revision is held to the number of each kind.
    """
    now = _said(context.assessment)
    gone = dict.fromkeys(sorted(_said(context.earlier[-1]) - now), "@then_signed") if context.earlier else {}
    if context.then is not None:
        known = {what for what, _ in gone}
        fewer = _kinds(_said(context.then.assessment)) - _kinds(now)
        gone |= {(what, ""): "@then_revision" for what in sorted(fewer) if what not in known}
    for (what, whose), when in gone.items():
        revision = context.then.revision if context.then is not None and when == "@then_revision" else ""
        key = what if context.source.data.get(what) else "assessment"
        yield Finding((key,), {"what": f"@gone_{what}", "whose": whose, "when": when, "revision": revision}, key=True)


def _kinds(said: Said) -> Counter[str]:
    """How many there are of each kind."""
    found = Counter[str]()
    for (what, _), number in said.items():
        found[what] += number
    return found


def _said(one: Assessment) -> Said:
    return Counter((
        *(("opinions", opinion.by) for opinion in one.opinions),
        *(("dissents", opinion.by) for opinion in one.opinions if opinion.dissent),
        *(("consultations", consultation.id) for consultation in one.consultations),
        *(("incidents", incident.on) for incident in one.incidents),
        *(("cooperation", words(request.to, one.language)) for request in one.cooperation),
        *(("complaints", str(complaint.get("on") or "")) for complaint in one.complaints),
    ))  # fmt: skip


RULE = Rule(
    code="PIA559",
    level="error",
    about="assessment",
    message={
        "ja": "{when}[({revision})]ではあった{what}がありません[({whose})]。",
        "en": "{what}[ ({whose})] was there {when}[ “{revision}”], and is gone.",
    },
    hint={
        "ja": "元に戻してください。答えや対応は、その後に書けます。",
        "en": "Put it back; an answer to it can stand beside it.",
    },
    check=check,
)
