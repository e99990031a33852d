"""A decision is by a post that the organ does not have, by the author of the assessment, or by nobody.

A panel advises; one of the posts of the organ that is answerable decides, and never whoever wrote the assessment.

```yaml record
items:
  - item: c_leak
    recorded:
      - decision: {what: 続ける, because: 影響が小さい, post: nobody, name: 山本}  # PIA532 at nobody
```

Use instead: `post`, one of the organ's posts in `city.yaml`, and `name`, who holds it.

---

決定した職がその機関にない、評価書を書いた人が決定している、または決定した人の名前がありません。

会議は意見を述べるところで、決めるのは責任のある機関の職です。評価書を書いた人が決めることはできません。

代わりに: `post` に `city.yaml` にある機関の職を、`name` にその職の人を書きます。
"""

from collections.abc import Iterator

from tsukuba_pia.change.approval import AUTHOR, chain_of, names_of
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.minutes_context import MinutesContext
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.minutes import Decision
from tsukuba_pia.score.asked import named, same_person


def check(context: MinutesContext) -> Iterator[Finding]:
    """Each decision of somebody who may not decide."""
    chain = chain_of(context.assessment, context.profile)
    authors = names_of(context.assessment, AUTHOR)
    for one in context.acts:
        if not isinstance(one.act, Decision):
            continue
        if one.act.post not in chain:
            yield Finding(
                (*one.path, "post"), {"problem": "@decider_no_post", "who": one.act.post, "known": ", ".join(chain)}
            )
        if not named(one.act.name):
            yield Finding((*one.path, "name"), {"problem": "@decider_nobody", "who": "", "known": ""})
        elif any(same_person(one.act.name, author) for author in authors):
            yield Finding((*one.path, "name"), {"problem": "@decider_author", "who": one.act.name, "known": ""})
        elif any(same_person(one.act.name, who.name) for who in context.present.values() if who.conflict):
            yield Finding((*one.path, "name"), {"problem": "@decider_conflict", "who": one.act.name, "known": ""})


RULE = Rule(
    code="PIA532",
    level="error",
    about="minutes",
    message={
        "ja": "{problem}[({who})]。",
        "en": "{problem}[ ({who})].",
    },
    hint={
        "ja": "評価書を書いた人でない、機関の職の人が決めます[(職: {known})]。",
        "en": "A post of the organ decides, and not whoever wrote the assessment[ (posts: {known})].",
    },
    check=check,
)
