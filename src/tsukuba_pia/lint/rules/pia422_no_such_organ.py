"""The organ that decides is none of the city's.

`city.yaml` names the organs that decide for themselves, with the posts of each. An organ that is not there has no posts, so nobody
could accept anything.

```yaml assessment
organ: bord_of_education  # PIA422 at bord
```

Use instead: `organ: board_of_education`, or add the organ to `city.yaml`.

---

決定する機関が、市の機関の一覧にありません。

`city.yaml` には、自ら決定する機関と、それぞれの役職が挙げられています。一覧にない機関には役職がなく、誰もリスクを受け入れられません。

代わりに: `organ: board_of_education`。または、`city.yaml` に機関を加えます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.meant import told
from tsukuba_pia.lint.mends import word_in_its_place
from tsukuba_pia.lint.rule import Rule


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The organ, where the city names its organs."""
    known = [organ.id for organ in context.profile.organs] if context.profile else []
    organ = context.assessment.organ
    if known and organ is not None and organ not in known:
        yield Finding(("organ",), {"organ": organ, "known": ", ".join(known)} | told(organ, known))


RULE = Rule(
    code="PIA422",
    level="error",
    about="assessment",
    message={
        "ja": "機関「{organ}」は city.yaml にありません。",
        "en": "The organ “{organ}” is not in city.yaml.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]使えるもの: {known}",
        "en": "[Did you mean “{meant}”? ]Known: {known}.",
    },
    check=check,
    fix=word_in_its_place,
)
