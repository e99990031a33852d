"""A group is taken out of the risks, although the assessment names it elsewhere.

The inventory says that data is about these people, a benefit is meant for them, what residents may decline to give is called after them, or an answer names them: then they are affected. From approval on this is an error: the worst-off group sets
the level.

```yaml assessment
data:
  - {id: trips, name: 利用の記録, groups: [children]}
groups_excluded:
  - {group: children, why: 子どもは利用しません。, agreed_by: 鈴木 恵}  # PIA420 at children
```

Use instead: leave the group in, or correct the place that names it.

---

ほかの場所に挙げられている人々が、リスクの対象から外されています。

データ一覧に「その人々のデータ」とあるか、その人々のための利便性が書かれているか、提供を求めるもの(`provision`)の名前に挙がっているか、回答でその人々を挙げています。それなら影響を受けます。最も重い影響を受ける人々がリスクの大きさを決めるため、承認の段階からはエラーです。

代わりに: 対象から外すのをやめるか、挙げている場所を直します。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.score.person_names import folded


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each group taken out that data is about, that a benefit is for, or that an answer names."""
    if not context.assessment.groups_excluded:
        return
    named = dict(reversed([*_named(context.assessment), *_answered(context), *_declined(context)]))
    settled = STAGES.index(context.stage) >= STAGES.index("approval")
    for number, one in enumerate(context.assessment.groups_excluded):
        if one.group in named:
            line = context.source.position(named[one.group]).line
            args = {"group": one.group, "line": str(line)}
            yield Finding(("groups_excluded", number, "group"), args, level="error" if settled else None)


def _named(assessment: Assessment) -> Iterator[tuple[str, Path]]:
    for number, item in enumerate(assessment.data or ()):
        for order, group in enumerate(item.groups or ()):
            yield group, ("data", number, "groups", order)
    for number, benefit in enumerate(assessment.service.benefits if assessment.service else ()):
        if benefit.group is not None:
            yield benefit.group, ("service", "benefits", number, "group")


def _declined(context: AssessmentContext) -> Iterator[tuple[str, Path]]:
    """A group that is called by its name where it is told what residents may decline to give."""
    for term in context.questionnaire.vocabulary.groups:
        labels = [folded(label) for label in versions(term.label)]
        for number, one in enumerate(context.assessment.provision or ()):
            if any(label in folded(item) for label in labels for item in versions(one.item)):
                yield term.id, ("provision", number, "item")


def _answered(context: AssessmentContext) -> Iterator[tuple[str, Path]]:
    """An option that is called as a group of the vocabulary is, names that group."""
    groups = {term.id for term in context.questionnaire.vocabulary.groups}
    for one in context.counted:
        chosen = one.standing.value if isinstance(one.standing.value, tuple) else (one.standing.value,)
        for group in groups.intersection(chosen) if one.question.options else ():
            yield group, one.path


RULE = Rule(
    code="PIA420",
    level="warning",
    about="assessment",
    message={
        "ja": "「{group}」は{line}行目に挙げられていますが、リスクの対象から外されています。",
        "en": "“{group}” is taken out of the risks, but named on line {line}.",
    },
    hint={
        "ja": "`groups_excluded` から消すか、{line}行目を確かめてください。",
        "en": "Remove it from `groups_excluded`, or look at line {line}.",
    },
    check=check,
)
