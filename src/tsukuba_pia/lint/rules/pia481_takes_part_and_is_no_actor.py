"""Somebody gets data, or is asked by an id, and is none of the actors.

An actor's kind says under which law it handles data, and whether it works for the city. Of who is not listed nobody knows that, and residents are not told who they are. Data may go back to the people that
it is about (`resident`, or a group of the vocabulary); where questions and requests go to a person or a unit of the city, that is written as a name. From approval on it is an error that data goes somewhere and no actor is listed at all.

```yaml assessment
actors: [{id: city, name: 市, kind: city_organ}]
flows:
  - {from: city, to: shops, items: [trips]}  # PIA481 at shops
answers:
  c_level: {answer: unknown, asking: operator, by_when: 2027-05-31}  # PIA481 at operator
```

Use instead: an entry under `actors` for each, with `name` and `kind`.

---

データを受け取る相手、またはIDで尋ねている相手が、関係者(actors)にありません。

関係者の種類(kind)から、どの法律のもとで扱うか、市のために働くのかが分かります。一覧にない相手については、それが分からず、市民にも誰なのかを示せません。データが本人たちに返るとき(`resident` や用語集の対象者)は、書かなくてかまいません。市の課や職員に尋ねるときは、名前で書きます。データの行き先があるのに関係者が一人も書かれていなければ、承認の段階からはエラーです。

代わりに: それぞれを、`name` と `kind` とともに `actors` に書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.late import late
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.receiving import people
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.model.sign_off import POSTS
from tsukuba_pia.score.asked import VENDOR, same_name

ID = late("(?=.{3})[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")  # a shorter one may be anything


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each of them once, where it stands first."""
    assessment, told = context.assessment, set[str]()
    known = {*people(context), *(actor.id for actor in assessment.actors or ())}
    settled = STAGES.index(context.stage) >= STAGES.index("approval") and not assessment.actors
    for number, flow in enumerate(assessment.flows or ()):
        if flow.to not in known | told:
            told.add(flow.to)
            args = {"name": flow.to, "part": "@part_receives"}
            yield Finding(("flows", number, "to"), args, level="error" if settled else None)
    for path, name in _asked(context):
        if ID.fullmatch(name) and name not in known | told and not _is_of_the_city(name, context):
            told.add(name)
            yield Finding(path, {"name": name, "part": "@part_asked"})


def _asked(context: AssessmentContext) -> Iterator[tuple[Path, str]]:
    """Who is asked about an answer, or for help with the assessment."""
    for one in context.answered:
        if one.answer.asking is not None:
            yield one.at("asking"), one.answer.asking
    for number, request in enumerate(context.assessment.cooperation):
        yield from ((("cooperation", number, "to"), each) for each in versions(request.to))


def _is_of_the_city(name: str, context: AssessmentContext) -> bool:
    """Whether a word is a post, an organ, or somebody of the team; or the format's word for a vendor."""
    organs = [one.id for one in context.profile.organs] if context.profile is not None else []
    team = context.assessment.team
    return name in (VENDOR, *POSTS, *organs, context.assessment.organ) or any(same_name(one.name, name) for one in team)


RULE = Rule(
    code="PIA481",
    level="warning",
    about="assessment",
    message={
        "ja": "{part}「{name}」が、関係者(actors)にありません。",
        "en": "“{name}” {part}, and is none of the `actors`.",
    },
    hint={
        "ja": "`actors` に、`name` と `kind` とともに書いてください。",
        "en": "Add it to `actors`, with its `name` and `kind`.",
    },
    check=check,
    since="review",
)
